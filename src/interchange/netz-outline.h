/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The outline: a network as lines that people type, paste and read aloud.
 *
 *   # a comment
 *   Stadtbibliothek Köln [library]
 *   Stadtbibliothek Köln -- GGS Antwerpener Str. : library-school, established, since 2005-08
 *
 * An institution, with its kind in brackets; two institutions that are
 * partners, with the programme, the status and the dates behind a colon. All
 * but the names may be left out: kinds and programmes are guessed, the status
 * is "established". Kinds, programmes and statuses go by their id or by any of
 * their names. Institutions that are there are taken, without regard to case,
 * accents and umlauts; those that are not are made, also from the ends of a
 * partnership. A partnership that is there is changed instead of made twice.
 *
 * And for changing what is there:
 *
 *   add NAME [kind]                  the same as without "add"
 *   connect A -- B : …               the same as without "connect"
 *   set NAME : field=value, …        fields as in files: district, website, pupils …
 *   set A -- B : field=value, …
 *   rename OLD : NEW
 *   remove NAME                      its partnerships go along
 *   remove A -- B                    : PROGRAMME or STATUS behind it removes only those
 *
 * "field=value" may also stand behind the colon of the first two forms;
 * "field=" takes a value away. A name or value in quotes, "…", may hold
 * anything, also " -- ", "[", ":", "," and line breaks; quotes inside are
 * doubled. Of several institutions with one name, "NAME #2" is the second and
 * "NAME [kind]" the one of that kind. "[]" says that there is no kind.
 */
#pragma once

#include "interchange/netz-exchange-note.h"
#include "model/netz-draft.h"

G_BEGIN_DECLS

#define NETZ_OUTLINE_ERROR (netz_outline_error_quark ())

/**
 * NetzOutlineError:
 * @NETZ_OUTLINE_ERROR_LINE: a line cannot be understood, or names what is not there
 */
typedef enum
{
  NETZ_OUTLINE_ERROR_LINE,
} NetzOutlineError;

/**
 * NetzOutlineFlags:
 * @NETZ_OUTLINE_DEFAULT: kinds, programmes, statuses and dates that make no sense are errors
 * @NETZ_OUTLINE_TOLERANT: kinds and programmes that are not known are made, odd statuses and
 *   dates are kept, each with a note: for files, of which nothing may be lost
 */
typedef enum
{
  NETZ_OUTLINE_DEFAULT = 0,
  NETZ_OUTLINE_TOLERANT = 1 << 0,
} NetzOutlineFlags;

GQuark netz_outline_error_quark (void);

gboolean netz_outline_apply (NetzDraft *draft, const char *text, GPtrArray **notes, GError **error);
gboolean netz_outline_apply_full (NetzDraft *draft,
                                  const char *text,
                                  NetzOutlineFlags flags,
                                  GPtrArray **notes,
                                  GError **error);

char *netz_outline_write (NetzNetwork *network);
GPtrArray *netz_outline_get_losses (NetzNetwork *network);

G_END_DECLS
