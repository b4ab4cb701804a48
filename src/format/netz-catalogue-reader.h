/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading catalogues: the files catalogues/ID.xml that are installed with the
 * program, described by data/schema/catalogue-1.rng. The first mistake ends the
 * reading, with line and a sentence; a catalogue is whole or not there.
 */
#pragma once

#include "format/netz-format-error.h"
#include "model/netz-catalogue.h"

G_BEGIN_DECLS

/* Bytes of a catalogue file. */
#define NETZ_CATALOGUE_MAX_SIZE (8 * 1024 * 1024)

char *netz_catalogue_get_folder (void);
char **netz_catalogue_list_ids (void);
NetzCatalogue *netz_catalogue_load (const char *id, GError **error);
NetzCatalogue *netz_catalogue_read (GBytes *bytes, GError **error);

G_END_DECLS
