/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as plain text of 80 columns, for the mail and for reading aloud. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-private.h"

#include <string.h>

#define WIDTH 80
#define GAP 2            /* between the columns of a table */
#define LEAST_COLUMN 6
#define SOFT_HYPHEN 0x00AD

/* Columns that a text takes: wide signs take two, marks above a letter none. */
static guint
measure (const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;
  guint columns = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != SOFT_HYPHEN && !g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return columns;
}

/* The part of a word that is at most so wide; at least one letter. */
static gsize
cut_word (const char *word, gsize length, guint width)
{
  const char *p = g_utf8_next_char (word);

  while (p < word + length && measure (word, g_utf8_next_char (p) - word) <= width)
    p = g_utf8_next_char (p);
  return p - word;
}

/* Lines of at most @width columns. A word that is wider is cut. */
static GPtrArray *
wrap (const char *text, guint width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0')
    {
      gsize length = strcspn (p, " \t\n");

      while (length > 0)
        {
          guint used = measure (line->str, -1);
          gsize taken = length;

          if (used > 0 && used + 1 + measure (p, length) > width)
            {
              g_ptr_array_add (lines, g_strdup (line->str));
              g_string_truncate (line, 0);
              used = 0;
            }
          if (used == 0 && measure (p, length) > width)
            taken = cut_word (p, length, width);
          if (used > 0)
            g_string_append_c (line, ' ');
          g_string_append_len (line, p, taken);
          p += taken;
          length -= taken;
        }
      p += *p != '\0' ? 1 : 0;
    }
  if (line->len > 0 || lines->len == 0)
    g_ptr_array_add (lines, g_strdup (line->str));
  return lines;
}

static void
append_wrapped (GString *out, const char *text, const char *first, const char *others)
{
  g_autoptr (GPtrArray) lines = wrap (text, WIDTH - measure (first, -1));

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s%s\n", i == 0 ? first : others, (char *) lines->pdata[i]);
}

static void
append_rule (GString *out, char sign, guint width)
{
  for (guint i = 0; i < width; i++)
    g_string_append_c (out, sign);
  g_string_append_c (out, '\n');
}

static void
append_underlined (GString *out, const char *text, char sign)
{
  g_autoptr (GPtrArray) lines = wrap (text, WIDTH);
  guint widest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append_printf (out, "%s\n", (char *) lines->pdata[i]);
      widest = MAX (widest, measure (lines->pdata[i], -1));
    }
  append_rule (out, sign, widest);
}

/* Row -1 is the head. */
static const char *
get_cell (const NetzDossierTable *table, int row, guint column)
{
  return row < 0 ? netz_dossier_table_get_column (table, column) : netz_dossier_table_get_cell (table, row, column);
}

/* As wide as what is in them; if that is too much, the widest gives way. */
static guint *
measure_columns (const NetzDossierTable *table)
{
  guint n = netz_dossier_table_get_n_columns (table);
  guint *widths = g_new0 (guint, n);
  guint total = GAP * (n - 1);

  for (guint column = 0; column < n; column++)
    {
      for (int row = -1; row < (int) netz_dossier_table_get_n_rows (table); row++)
        widths[column] = MAX (widths[column], measure (get_cell (table, row, column), -1));
      total += widths[column];
    }
  while (total > WIDTH)
    {
      guint widest = 0;

      for (guint column = 1; column < n; column++)
        widest = widths[column] > widths[widest] ? column : widest;
      if (widths[widest] <= LEAST_COLUMN)
        break;
      widths[widest]--;
      total--;
    }
  return widths;
}

static void
append_padded (GString *out, const char *text, guint width, NetzColumnAlign align)
{
  guint used = measure (text, -1);
  guint left = used >= width || align == NETZ_COLUMN_START ? 0
               : align == NETZ_COLUMN_END                  ? width - used
                                                          : (width - used) / 2;

  for (guint i = 0; i < left; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  for (guint i = left + used; i < width; i++)
    g_string_append_c (out, ' ');
}

static void
strip_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
append_row (GString *out, const NetzDossierTable *table, int row, const guint *widths)
{
  guint n = netz_dossier_table_get_n_columns (table);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint height = 1;

  for (guint column = 0; column < n; column++)
    {
      GPtrArray *lines = wrap (get_cell (table, row, column), widths[column]);

      g_ptr_array_add (cells, lines);
      height = MAX (height, lines->len);
    }
  for (guint line = 0; line < height; line++)
    {
      for (guint column = 0; column < n; column++)
        {
          GPtrArray *lines = cells->pdata[column];

          append_padded (out, line < lines->len ? lines->pdata[line] : "", widths[column],
                         netz_dossier_table_get_align (table, column));
          if (column + 1 < n)
            g_string_append_printf (out, "%*s", GAP, "");
        }
      strip_end (out);
      g_string_append_c (out, '\n');
    }
}

static void
append_table (GString *out, const NetzDossierTable *table)
{
  g_autofree guint *widths = measure_columns (table);
  guint n = netz_dossier_table_get_n_columns (table);
  guint total = GAP * (n - 1);

  for (guint column = 0; column < n; column++)
    total += widths[column];
  if (netz_dossier_table_get_caption (table) != NULL)
    {
      append_wrapped (out, netz_dossier_table_get_caption (table), "", "");
      g_string_append_c (out, '\n');
    }
  append_row (out, table, -1, widths);
  append_rule (out, '-', total);
  for (guint row = 0; row < netz_dossier_table_get_n_rows (table); row++)
    {
      if (netz_dossier_table_is_sums (table, row))
        append_rule (out, '-', total);
      append_row (out, table, (int) row, widths);
    }
}

static void
append_boxes (GString *out, const NetzBlock *block)
{
  if (block->text != NULL)
    append_wrapped (out, block->text, "", "");
  for (guint i = 0; block->items[i] != NULL; i++)
    append_wrapped (out, block->items[i], block->ticked >> i & 1 ? "[x] " : "[ ] ", "    ");
}

static void
append_picture (GString *out, NetzWording wording, const NetzBlock *block)
{
  g_autofree char *text = g_strdup_printf (netz_say (wording, "[Picture: %s]", "[Bild: %s]"), block->text);

  append_wrapped (out, text, "", " ");
  if (block->extra != NULL)
    append_wrapped (out, block->extra, "", "");
}

static void
append_title (GString *out, const NetzBlock *block)
{
  if (block->extra != NULL)
    {
      append_wrapped (out, block->extra, "", "");
      g_string_append_c (out, '\n');
    }
  append_underlined (out, block->text, '=');
}

static void
append_block (GString *out, NetzWording wording, const NetzBlock *block)
{
  switch (block->type)
    {
    case NETZ_BLOCK_TITLE:
      append_title (out, block);
      break;
    case NETZ_BLOCK_HEADING:
      if (block->level == 3)
        append_wrapped (out, block->text, "", "");
      else
        append_underlined (out, block->text, block->level == 1 ? '=' : '-');
      break;
    case NETZ_BLOCK_LIST:
      for (guint i = 0; block->items[i] != NULL; i++)
        append_wrapped (out, block->items[i], "- ", "  ");
      break;
    case NETZ_BLOCK_BOXES:
      append_boxes (out, block);
      break;
    case NETZ_BLOCK_TABLE:
      append_table (out, block->table);
      break;
    case NETZ_BLOCK_PICTURE:
      append_picture (out, wording, block);
      break;
    case NETZ_BLOCK_LEAD:
    case NETZ_BLOCK_PARAGRAPH:
    case NETZ_BLOCK_NOTE:
    case NETZ_BLOCK_PAGE_BREAK:
    default:
      append_wrapped (out, block->text, "", "");
      break;
    }
}

GBytes *
netz_dossier_write_text (NetzDossier *self, GCancellable *cancellable, GError **error)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const NetzBlock *block = self->blocks->pdata[i];

      if (block->type == NETZ_BLOCK_PAGE_BREAK)
        continue;
      if (out->len > 0)
        g_string_append (out, block->type == NETZ_BLOCK_HEADING ? "\n\n" : "\n");
      append_block (out, self->wording, block);
    }
  /* In a text that people search and copy, a blank is a blank. */
  g_string_replace (out, "\u00a0", " ", 0);
  return g_string_free_to_bytes (out);
}
