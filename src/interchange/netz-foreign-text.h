/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of other programs' text files: a cursor that knows its line, and reads
 * quoted words as well as plain ones.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NetzForeignText:
 * @cursor: what comes next
 * @line: its line, from 1
 * @signs: characters that are words of their own
 * @hash_comments: whether # begins a comment
 * @slash_comments: whether two slashes do, and a slash with an asterisk
 */
typedef struct
{
  const char *cursor;
  guint line;
  const char *signs;
  gboolean hash_comments;
  gboolean slash_comments;
} NetzForeignText;

char *netz_foreign_text_decode (GBytes *bytes, GError **error);
char *netz_foreign_text_next (NetzForeignText *self, gboolean *quoted);
char *netz_foreign_text_peek (const NetzForeignText *self);
char *netz_foreign_text_unescape (const char *text);

G_END_DECLS
