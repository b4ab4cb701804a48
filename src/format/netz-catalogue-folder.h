/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogues that are installed with the program: the files
 * catalogues/ID.xml below NETZ_DATA_DIR where that is set, else below the
 * folder that the program was configured with.
 */
#pragma once

#include "model/netz-catalogue.h"

G_BEGIN_DECLS

/* What a network is judged by that names no catalogue, or one that is not installed. */
#define NETZ_CATALOGUE_DEFAULT "bildungspartner-nrw"

char *netz_catalogue_get_folder (void);
char **netz_catalogue_list_ids (void);
NetzCatalogue *netz_catalogue_load (const char *id, GError **error);
NetzCatalogue *netz_catalogue_load_for (NetzNetwork *network, GError **error);

G_END_DECLS
