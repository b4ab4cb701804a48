/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_ROWS 100 /* that are looked at for finding the separator */
#define WIDTHS 256      /* wider rows count as one width */

typedef struct
{
  const char *p;
  char separator;
  guint line;
  GString *cell;
  NetzTableRowMaker *maker;
} Scanner;

/* In the order in which they are preferred: commas stand in numbers, texts and addresses too. */
static const char separators[] = { ';', '\t', '|', ',' };

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

static void
skip_line_end (Scanner *self)
{
  self->p += self->p[0] == '\r' && self->p[1] == '\n' ? 2 : 1;
  self->line++;
}

/* What stands between quotation marks; FALSE where they are never closed. */
static gboolean
scan_quoted (Scanner *self)
{
  self->p++;
  for (;;)
    {
      gsize plain = strcspn (self->p, "\"\r\n");

      g_string_append_len (self->cell, self->p, (gssize) plain);
      self->p += plain;
      if (*self->p == '\0')
        return FALSE;
      if (is_line_end (*self->p))
        {
          g_string_append_c (self->cell, '\n');
          skip_line_end (self);
        }
      else if (self->p[1] == '"')
        {
          g_string_append_c (self->cell, '"');
          self->p += 2;
        }
      else
        {
          self->p++;
          return TRUE;
        }
    }
}

static gboolean
scan_cell (Scanner *self, GError **error)
{
  const char stops[] = { self->separator, '\r', '\n', '\0' };
  guint line = self->line;
  gsize plain;

  g_string_truncate (self->cell, 0);
  if (*self->p == '"' && !scan_quoted (self))
    {
      g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                   _("Line %u, column %u: the quotation mark is never closed."), line, self->maker->starts->len + 1);
      return FALSE;
    }
  plain = strcspn (self->p, stops);
  g_string_append_len (self->cell, self->p, (gssize) plain);
  self->p += plain;
  if (netz_table_row_maker_add (self->maker, self->cell->str, self->cell->len))
    return TRUE;
  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT, _("Line %u: there are more than %d columns."), line,
               NETZ_TABLE_MAX_COLUMNS);
  return FALSE;
}

static gboolean
scan_row (Scanner *self, GError **error)
{
  guint line = self->line;

  for (;;)
    {
      if (!scan_cell (self, error))
        return FALSE;
      if (*self->p != self->separator || *self->p == '\0')
        break;
      self->p++;
    }
  if (*self->p != '\0')
    skip_line_end (self);
  return netz_table_row_maker_end_row (self->maker, line, error);
}

/* FALSE with an error, or without one where the receiver has had enough. */
gboolean
netz_table_text_read (const char *text, char separator, guint line, NetzTableRowMaker *maker, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  Scanner self = { text, separator, line, cell, maker };

  while (*self.p != '\0')
    if (!scan_row (&self, error))
      return FALSE;
  return TRUE;
}

/* Behind a first line "sep=;", which spreadsheets understand; else the text itself. */
const char *
netz_table_text_skip_separator_line (const char *text, char *separator)
{
  gboolean quoted = *text == '"';
  const char *p = text + (quoted ? 1 : 0);

  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || p[4] == '\0' || is_line_end (p[4]))
    return text;
  *separator = p[4];
  p += 5;
  if (quoted && *p == '"')
    p++;
  if (!is_line_end (*p) && *p != '\0')
    return text;
  if (*p != '\0')
    p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
  return p;
}

typedef struct
{
  const NetzTableRowMaker *maker; /* knows of empty cells at the end, too */
  guint counts[WIDTHS];
  guint n_rows;
} Widths;

static gboolean
count_width (const NetzTableRow *row, gpointer data, GError **error)
{
  Widths *self = data;

  if (row->n_cells == 0)
    return TRUE;
  self->counts[MIN (self->maker->starts->len, WIDTHS - 1)]++;
  return ++self->n_rows < SAMPLE_ROWS;
}

/* Which part of the first rows is of one width, and of more than one cell; 0 to 1. */
static double
measure_agreement (const char *text, char separator)
{
  NetzTableRowMaker maker;
  Widths widths = { &maker, { 0 }, 0 };
  guint most = 0;

  netz_table_row_maker_init (&maker, count_width, &widths, NULL);
  netz_table_text_read (text, separator, 1, &maker, NULL);
  netz_table_row_maker_clear (&maker);
  for (guint width = 2; width < WIDTHS; width++)
    most = MAX (most, widths.counts[width]);
  return widths.n_rows > 0 ? most / (double) widths.n_rows : 0;
}

/* The first of those by which most rows are of one width; a comma where none divides. */
char
netz_table_text_guess_separator (const char *text)
{
  double agreements[G_N_ELEMENTS (separators)], best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      agreements[i] = measure_agreement (text, separators[i]);
      best = MAX (best, agreements[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (best > 0 && agreements[i] >= best * 0.8)
      return separators[i];
  return ',';
}
