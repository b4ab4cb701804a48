/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzExtrasBuilder collects the extras of one record or part while it is read,
 * and puts them in their canonical order: by slot, attributes before content,
 * attributes by name, content as in the file. So files that mean the same give
 * the same records. Owned by the reader, used for one record after the other.
 */
#pragma once

#include "model/netz-extras.h"

G_BEGIN_DECLS

typedef struct _NetzExtrasBuilder NetzExtrasBuilder;

NetzExtrasBuilder *netz_extras_builder_new (void);

void netz_extras_builder_free (NetzExtrasBuilder *self);

void netz_extras_builder_take (NetzExtrasBuilder *self, const char *slot, const char *name, char *value);

void netz_extras_builder_take_all (NetzExtrasBuilder *self, const char *slot, GPtrArray *contents);

void netz_extras_builder_declare (NetzExtrasBuilder *self, const char *slot, const char *prefix, const char *uri);

void netz_extras_builder_drain (NetzExtrasBuilder *self, NetzExtrasBuilder *target, const char *suffix);

NetzExtras *netz_extras_builder_finish (NetzExtrasBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzExtrasBuilder, netz_extras_builder_free)

G_END_DECLS
