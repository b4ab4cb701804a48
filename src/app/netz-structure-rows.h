/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the Structure section: each a sentence, and the ids that are
 * shown on the canvas when it is pressed.
 */
#pragma once

#include "app/netz-structure-result.h"
#include "model/netz-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *netz_structure_row_new_between (NetzNetwork *network, const NetzStructureResult *result, guint index);
GtkWidget *netz_structure_row_new_cut (NetzNetwork *network, const NetzStructureResult *result, guint index);
GtkWidget *netz_structure_row_new_bridge (NetzNetwork *network, const NetzStructureResult *result, guint index);
GtkWidget *netz_structure_row_new_island (NetzNetwork *network, const NetzStructureResult *result, guint index);
GtkWidget *netz_structure_row_new_community (NetzNetwork *network, const NetzStructureResult *result, guint index);
GtkWidget *netz_structure_row_new (const char *title, const char *subtitle, GPtrArray *ids);
GPtrArray *netz_structure_row_get_ids (GtkWidget *row);

char *netz_structure_name (NetzNetwork *network, const char *id);
char *netz_structure_join (NetzNetwork *network, GPtrArray *ids, guint most);
NetzColouring *netz_structure_get_colouring (NetzNetwork *network, const NetzStructureResult *result);

G_END_DECLS
