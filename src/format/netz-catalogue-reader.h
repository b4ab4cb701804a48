/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a catalogue: XML as data/schema/catalogue-1.rng describes it. The
 * first mistake ends the reading, with line and a sentence; a catalogue is
 * whole or not there.
 */
#pragma once

#include "format/netz-format-error.h"
#include "model/netz-catalogue.h"

G_BEGIN_DECLS

/* Bytes of a catalogue file. */
#define NETZ_CATALOGUE_MAX_SIZE (8 * 1024 * 1024)

NetzCatalogue *netz_catalogue_read (GBytes *bytes, GError **error);

G_END_DECLS
