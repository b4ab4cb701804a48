/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzExtras: what a file held that this version does not know: attributes,
 * elements, comments, processing instructions, and values that could not be
 * read. They belong to a record (or a part), travel with every copy of it and
 * are written again. Reference counted; never changed once a record holds it.
 *
 * The model gives them no meaning. `slot` says where an extra stood ("" = in
 * the element itself); reader and writer agree on the other slots.
 */
#pragma once

#include "model/netz-types.h"

G_BEGIN_DECLS

/**
 * NetzExtra:
 * @slot: where it stood; "" in the record's own element
 * @name: (nullable): an attribute's name as written ("p:name"), %NULL for content
 * @value: the attribute's value, or the content as XML
 */
typedef struct
{
  GRefString *slot;
  GRefString *name;
  GRefString *value;
} NetzExtra;

NetzExtras *netz_extras_new (void);
NetzExtras *netz_extras_ref (NetzExtras *self);
void netz_extras_unref (NetzExtras *self);
void netz_extras_add (NetzExtras *self, const char *slot, const char *name, const char *value);
guint netz_extras_get_size (const NetzExtras *self);
const NetzExtra *netz_extras_get_nth (const NetzExtras *self, guint index);
const char *netz_extras_get_attribute (const NetzExtras *self, const char *name);
gboolean netz_extras_equal (const NetzExtras *a, const NetzExtras *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzExtras, netz_extras_unref)

G_END_DECLS
