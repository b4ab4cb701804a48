/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was noticed in somebody else's file, with its place. Lines and columns
 * count from 1, columns count characters; 0 means that there is no such place.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NetzExchangeNote:
 * @line: line in the file
 * @column: column in characters
 * @is_error: whether it keeps the file from being read
 * @message: a translated sentence without its place
 */
typedef struct
{
  guint line;
  guint column;
  gboolean is_error;
  char *message;
} NetzExchangeNote;

GPtrArray *netz_exchange_notes_new (void);
void netz_exchange_notes_add (GPtrArray *notes,
                              guint line,
                              guint column,
                              gboolean is_error,
                              const char *format,
                              ...) G_GNUC_PRINTF (5, 6);
void netz_exchange_notes_add_text (GPtrArray *notes, guint line, guint column, gboolean is_error, const char *text);
const NetzExchangeNote *netz_exchange_notes_get_error (GPtrArray *notes);

G_END_DECLS
