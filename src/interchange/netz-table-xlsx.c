/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-xlsx.h"

#include "interchange/netz-table-spans.h"
#include "interchange/netz-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOOK "xl/workbook.xml"
#define RELATIONS "xl/_rels/workbook.xml.rels"
#define TEXTS "xl/sharedStrings.xml"
#define STYLES "xl/styles.xml"

typedef struct
{
  NetzXlsx *xlsx;
  GHashTable *targets; /* id of a relation -> part */
} Book;

/* The texts that cells refer to. */
typedef struct
{
  GStringChunk *chunk;
  GPtrArray *texts;
  GString *text;
  guint n_phonetic; /* depth of hints on pronunciation, which are no text of the cell */
  gboolean in_text;
} Texts;

typedef struct
{
  const NetzXlsx *xlsx;
  NetzTableRowMaker *maker;
  GPtrArray *texts;
  GArray *styles;
  NetzTableSpans *spans;
  GString *value;
  guint row;    /* from 1; 0 outside */
  guint column; /* from 0 */
  guint style;
  char type;    /* of the cell: n, s, i (inline), t (text), b, e */
  gboolean in_value;
  gboolean too_wide;
  GError *error;
} Sheet;

static gboolean
end_nothing (gpointer data, const char *name)
{
  return TRUE;
}

static gboolean
start_relation (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Book *self = data;
  g_autofree char *id = netz_workbook_get_attribute (n, attributes, "Id");
  g_autofree char *target = netz_workbook_get_attribute (n, attributes, "Target");

  if (strcmp (name, "Relationship") == 0 && id != NULL && target != NULL)
    g_hash_table_insert (self->targets, g_steal_pointer (&id),
                         *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
  return TRUE;
}

static gboolean
start_book (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Book *self = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      g_autofree char *from_1904 = netz_workbook_get_attribute (n, attributes, "date1904");

      self->xlsx->from_1904 = from_1904 != NULL && (*from_1904 == '1' || *from_1904 == 't');
    }
  else if (strcmp (name, "sheet") == 0)
    {
      g_autofree char *title = netz_workbook_get_attribute (n, attributes, "name");
      g_autofree char *id = netz_workbook_get_attribute (n, attributes, "id");
      const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;

      if (title != NULL && part != NULL)
        {
          g_ptr_array_add (self->xlsx->names, g_steal_pointer (&title));
          g_ptr_array_add (self->xlsx->parts, g_strdup (part));
        }
    }
  return TRUE;
}

NetzXlsx *
netz_xlsx_new (GBytes *bytes, GError **error)
{
  static const NetzWorkbookHandler relations = { start_relation, end_nothing, NULL };
  static const NetzWorkbookHandler book = { start_book, end_nothing, NULL };
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  NetzXlsx *self = g_new0 (NetzXlsx, 1);
  Book reading = { self, targets };

  self->bytes = g_bytes_ref (bytes);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func (g_free);
  if (netz_workbook_read (bytes, RELATIONS, &relations, &reading, error) &&
      netz_workbook_read (bytes, BOOK, &book, &reading, error))
    return self;
  netz_xlsx_free (self);
  return NULL;
}

void
netz_xlsx_free (NetzXlsx *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static gboolean
start_text (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Texts *self = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (self->text, 0);
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;
  self->in_text = strcmp (name, "t") == 0 && self->n_phonetic == 0;
  return TRUE;
}

static gboolean
end_text (gpointer data, const char *name)
{
  Texts *self = data;

  self->in_text = FALSE;
  if (strcmp (name, "si") == 0)
    g_ptr_array_add (self->texts, g_string_chunk_insert_const (self->chunk, self->text->str));
  else if (strcmp (name, "rPh") == 0 && self->n_phonetic > 0)
    self->n_phonetic--;
  return TRUE;
}

static void
take_text (gpointer data, const char *text, gsize length)
{
  Texts *self = data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

/* "AB12" -> column 27; row 12. FALSE where it is no such reference. */
static gboolean
parse_reference (const char *text, guint *column, guint *row)
{
  guint64 number;
  guint letters = 0;

  *column = 0;
  for (; g_ascii_isupper (*text) && letters < 4; text++, letters++)
    *column = *column * 26 + (guint) (*text - 'A') + 1;
  if (letters == 0 || !g_ascii_string_to_unsigned (text, 10, 1, NETZ_TABLE_MAX_ROWS, &number, NULL))
    return FALSE;
  (*column)--;
  *row = (guint) number;
  return TRUE;
}

static gboolean
start_merge (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Sheet *self = data;
  g_autofree char *area = strcmp (name, "mergeCell") == 0 ? netz_workbook_get_attribute (n, attributes, "ref") : NULL;
  g_auto (GStrv) corners = area != NULL ? g_strsplit (area, ":", 2) : NULL;
  guint left, top, right, bottom;

  if (corners != NULL && corners[0] != NULL && corners[1] != NULL && parse_reference (corners[0], &left, &top) &&
      parse_reference (corners[1], &right, &bottom) && right >= left && bottom >= top)
    netz_table_spans_add (self->spans, left, top, right, bottom, NULL);
  return TRUE;
}

static void
start_cell (Sheet *self, guint n, const xmlChar **attributes)
{
  g_autofree char *reference = netz_workbook_get_attribute (n, attributes, "r");
  g_autofree char *type = netz_workbook_get_attribute (n, attributes, "t");
  guint style = netz_workbook_get_number (n, attributes, "s", 0), column, row;

  if (reference != NULL && parse_reference (reference, &column, &row) && column >= self->column)
    self->column = column;
  self->style = self->styles != NULL && style < self->styles->len ? g_array_index (self->styles, guint, style) : 0;
  self->type = type == NULL ? 'n' : strcmp (type, "str") == 0 ? 't' : *type;
  g_string_truncate (self->value, 0);
}

static gboolean
start_element (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Sheet *self = data;

  if (strcmp (name, "row") == 0)
    {
      self->row = netz_workbook_get_number (n, attributes, "r", self->row + 1);
      self->column = 0;
      netz_table_spans_begin_row (self->spans, self->row);
    }
  else if (strcmp (name, "c") == 0)
    start_cell (self, n, attributes);
  self->in_value = strcmp (name, "v") == 0 || (self->type == 'i' && strcmp (name, "t") == 0);
  return TRUE;
}

static void
end_cell (Sheet *self)
{
  g_autofree char *text = NULL;
  guint64 index;

  if (self->type == 's' && g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL))
    text = g_strdup (index < self->texts->len ? g_ptr_array_index (self->texts, index) : "");
  else if (self->type == 'n')
    text = netz_xlsx_print_number (self->value->str, self->style, self->xlsx->from_1904);
  else if (self->type == 'e')
    text = g_strdup ("");
  else
    text = g_strdup (self->value->str);
  self->too_wide = !netz_table_spans_put (self->spans, self->column, text) || self->too_wide;
  self->column++;
}

static gboolean
end_element (gpointer data, const char *name)
{
  Sheet *self = data;

  self->in_value = FALSE;
  if (strcmp (name, "c") == 0)
    end_cell (self);
  else if (strcmp (name, "row") == 0)
    {
      if (self->too_wide)
        g_set_error (&self->error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT,
                     _("Row %u: there are more than %d columns."), self->row, NETZ_TABLE_MAX_COLUMNS);
      return !self->too_wide && netz_table_spans_end_row (self->spans, self->maker, &self->error);
    }
  return strcmp (name, "sheetData") != 0;
}

static void
take_value (gpointer data, const char *text, gsize length)
{
  Sheet *self = data;

  if (self->in_value)
    g_string_append_len (self->value, text, (gssize) length);
}

static gboolean
read_sheet (Sheet *self, const char *part, GError **error)
{
  static const NetzWorkbookHandler merges = { start_merge, end_nothing, NULL };
  static const NetzWorkbookHandler cells = { start_element, end_element, take_value };

  /* They stand behind the cells to which they apply. */
  if (netz_workbook_find_text (self->xlsx->bytes, part, "mergeCell ") &&
      !netz_workbook_read (self->xlsx->bytes, part, &merges, self, error))
    return FALSE;
  if (!netz_workbook_read (self->xlsx->bytes, part, &cells, self, error))
    return FALSE;
  if (self->error == NULL)
    return !self->maker->stopped;
  g_propagate_error (error, self->error);
  return FALSE;
}

gboolean
netz_xlsx_read (NetzXlsx *self, guint sheet, NetzTableRowMaker *maker, GError **error)
{
  static const NetzWorkbookHandler handler = { start_text, end_text, take_text };
  g_autoptr (GHashTable) parts = netz_workbook_list (self->bytes, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GString) value = g_string_new (NULL);
  Texts texts = { g_string_chunk_new (1 << 16), list, value, 0, FALSE };
  Sheet reading = { self, maker, list, NULL, netz_table_spans_new (), value };
  gboolean good = parts != NULL;

  if (good && g_hash_table_contains (parts, TEXTS))
    good = netz_workbook_read (self->bytes, TEXTS, &handler, &texts, error);
  if (good && g_hash_table_contains (parts, STYLES))
    good = (reading.styles = netz_xlsx_read_styles (self->bytes, STYLES, error)) != NULL;
  if (good)
    good = read_sheet (&reading, g_ptr_array_index (self->parts, sheet), error);
  g_clear_pointer (&reading.styles, g_array_unref);
  netz_table_spans_free (reading.spans);
  g_string_chunk_free (texts.chunk);
  return good;
}
