/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzInstitutionChooser: an entry and below it the institutions whose names
 * have what is typed there. It knows no session: it is handed the network when
 * it comes into sight, and says which institution was chosen.
 *
 * Signal "chosen" (const char *id): one was chosen.
 */
#pragma once

#include "model/netz-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_INSTITUTION_CHOOSER (netz_institution_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NetzInstitutionChooser, netz_institution_chooser, NETZ, INSTITUTION_CHOOSER, AdwBin)

/**
 * NetzChosenFunc:
 * @id: an institution
 * @data: data
 */
typedef void (*NetzChosenFunc) (const char *id, gpointer data);

GtkWidget *netz_institution_chooser_new (void);
void netz_institution_chooser_fill (NetzInstitutionChooser *self, NetzNetwork *network, GPtrArray *ids);
GtkWidget *netz_institution_chooser_new_button (const char *label,
                                                NetzNetwork *network,
                                                GPtrArray *ids,
                                                NetzChosenFunc func,
                                                gpointer data,
                                                GDestroyNotify destroy);

G_END_DECLS
