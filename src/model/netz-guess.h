/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzGuess: what kind of institution a name speaks of. It knows no kind by
 * itself: it is filled with words, each of which betrays one, and belongs to
 * whoever made it. After the last word was added it may be read from any thread.
 *
 * A word is written as it stands in names, with these signs:
 *
 *   Museum               the whole word
 *   *bibliothek          a word that ends so: Stadtbibliothek, Bibliothek
 *   Kunstsammlung*       a word that begins so
 *   *umwelt*             a word in which it stands anywhere
 *   Schule für Kranke    these words in a row; a star at its first or last word
 *   =SC                  exactly so, capitals too: not "Sc" and not "sc"
 *
 * Without the "=" words are compared as netz_fold() brings them together: they
 * are found in "FÖRDERSCHULE" and "Foerderschule" alike. A word is a run of
 * letters and digits; everything else divides.
 *
 * Where several are found, the one that stands first in the name decides, since
 * a name begins with what it names ("Bibliothek im Museum"). Within one
 * compound joined by hyphens the last decides ("Museums-Bibliothek"). Then more
 * words go before fewer, whole ones before parts, longer before shorter, and
 * what was added earlier before what came later.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzGuess NetzGuess;

NetzGuess *netz_guess_new (void);
void netz_guess_free (NetzGuess *self);
gboolean netz_guess_add (NetzGuess *self, const char *kind, const char *word);
const char *netz_guess_kind (const NetzGuess *self, const char *name, const char **word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzGuess, netz_guess_free)

G_END_DECLS
