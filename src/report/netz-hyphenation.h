/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzHyphenation: where words of a language may be divided, by the
 * dictionaries that the system has for office programs. Where there is none,
 * words stay whole. Made and used in one thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzHyphenation NetzHyphenation;

NetzHyphenation *netz_hyphenation_new (const char *language);
void netz_hyphenation_free (NetzHyphenation *self);
gboolean netz_hyphenation_has_dictionary (const NetzHyphenation *self);
char *netz_hyphenation_insert (NetzHyphenation *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzHyphenation, netz_hyphenation_free)

G_END_DECLS
