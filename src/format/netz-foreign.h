/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzForeign keeps an element that this version does not know, with all that
 * is in it, as XML that means the same in any network: it declares the prefixes
 * that it needs, and what it has without prefix is in our namespace. CDATA
 * becomes text, attributes are in the order of their names. No recursion; the
 * depth is the gate's concern.
 */
#pragma once

#include "format/netz-element.h"

G_BEGIN_DECLS

typedef struct _NetzForeign NetzForeign;

NetzForeign *netz_foreign_new (void);

void netz_foreign_free (NetzForeign *self);

gboolean netz_foreign_is_open (const NetzForeign *self);

void netz_foreign_begin (NetzForeign *self, const NetzElement *element);

char *netz_foreign_end (NetzForeign *self);

void netz_foreign_add_text (NetzForeign *self, const char *text, gsize length);

void netz_foreign_add_markup (NetzForeign *self, const char *markup);

char *netz_foreign_print_comment (const char *comment);

char *netz_foreign_print_instruction (const char *target, const char *data);

char *netz_foreign_join_name (const char *prefix, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzForeign, netz_foreign_free)

G_END_DECLS
