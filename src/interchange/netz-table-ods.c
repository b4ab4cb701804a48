/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-ods.h"

#include "interchange/netz-table-spans.h"
#include "interchange/netz-workbook.h"
#include "model/netz-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTENT "content.xml"

typedef struct
{
  NetzTableRowMaker *maker;
  NetzTableSpans *spans;
  GString *text;   /* what stands in the cell */
  char *value;     /* what its attributes say instead, or NULL */
  guint sheet;     /* which is wanted */
  guint n_tables;  /* how many have begun */
  guint depth;     /* of tables in tables */
  guint n_notes;   /* depth of comments in a cell */
  guint row;
  guint column;
  guint n_repeated_rows;
  guint n_repeated;
  guint n_columns_spanned;
  guint n_rows_spanned;
  gboolean in_cell;
  gboolean in_paragraph;
  gboolean is_empty; /* the row, so far */
  GError *error;
} Sheet;

static gboolean
list_table (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  if (strcmp (name, "table") == 0)
    {
      char *title = netz_workbook_get_attribute (n, attributes, "name");

      g_ptr_array_add (data, title != NULL ? title : g_strdup (""));
    }
  return TRUE;
}

static gboolean
list_end (gpointer data, const char *name)
{
  return TRUE;
}

GPtrArray *
netz_ods_list_sheets (GBytes *bytes, GError **error)
{
  static const NetzWorkbookHandler handler = { list_table, list_end, NULL };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  return netz_workbook_read (bytes, CONTENT, &handler, names, error) ? g_steal_pointer (&names) : NULL;
}

static gboolean
is_wanted (const Sheet *self)
{
  return self->depth == 1 && self->n_tables == self->sheet + 1;
}

/* What the cell holds where that is not what it shows. Codes with leading zeros are meant as they are shown. */
static char *
get_value (guint n, const xmlChar **attributes)
{
  g_autofree char *type = netz_workbook_get_attribute (n, attributes, "value-type");
  char *value;

  if (type == NULL)
    return NULL;
  if (strcmp (type, "date") == 0)
    {
      value = netz_workbook_get_attribute (n, attributes, "date-value");
      if (value != NULL && g_str_has_suffix (value, "T00:00:00"))
        value[strlen (value) - 9] = '\0';
      return value;
    }
  if (strcmp (type, "float") == 0 || strcmp (type, "percentage") == 0 || strcmp (type, "currency") == 0)
    return netz_workbook_get_attribute (n, attributes, "value");
  return strcmp (type, "string") == 0 ? netz_workbook_get_attribute (n, attributes, "string-value") : NULL;
}

static void
start_cell (Sheet *self, guint n, const xmlChar **attributes)
{
  self->in_cell = TRUE;
  self->n_repeated = MAX (1, netz_workbook_get_number (n, attributes, "number-columns-repeated", 1));
  self->n_columns_spanned = MAX (1, netz_workbook_get_number (n, attributes, "number-columns-spanned", 1));
  self->n_rows_spanned = MAX (1, netz_workbook_get_number (n, attributes, "number-rows-spanned", 1));
  g_string_truncate (self->text, 0);
  g_free (self->value);
  self->value = get_value (n, attributes);
}

static void
start_text (Sheet *self, const char *name, guint n, const xmlChar **attributes)
{
  if (strcmp (name, "annotation") == 0)
    self->n_notes++;
  else if (self->n_notes > 0)
    return;
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      if (self->text->len > 0 || self->in_paragraph)
        g_string_append_c (self->text, '\n');
      self->in_paragraph = TRUE;
    }
  else if (strcmp (name, "s") == 0)
    for (guint i = MIN (netz_workbook_get_number (n, attributes, "c", 1), 1000); i > 0; i--)
      g_string_append_c (self->text, ' ');
  else if (strcmp (name, "tab") == 0)
    g_string_append_c (self->text, '\t');
  else if (strcmp (name, "line-break") == 0)
    g_string_append_c (self->text, '\n');
}

static gboolean
start_element (gpointer data, const char *name, guint n, const xmlChar **attributes)
{
  Sheet *self = data;

  if (strcmp (name, "table") == 0)
    {
      self->depth++;
      self->n_tables++;
    }
  if (!is_wanted (self))
    return TRUE;
  if (strcmp (name, "table-row") == 0)
    {
      self->row++;
      self->column = 0;
      self->is_empty = TRUE;
      self->n_repeated_rows = MAX (1, netz_workbook_get_number (n, attributes, "number-rows-repeated", 1));
      netz_table_spans_begin_row (self->spans, self->row);
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    start_cell (self, n, attributes);
  else if (self->in_cell)
    start_text (self, name, n, attributes);
  return TRUE;
}

static char *
make_text (Sheet *self)
{
  const char *shown = self->text->str;
  gboolean is_code = shown[0] == '0' && shown[1] != '\0' && shown[strspn (shown, "0123456789")] == '\0';
  double number;

  if (self->value == NULL || *self->value == '\0' || is_code)
    return g_strdup (shown);
  return netz_number_parse (self->value, &number) ? netz_number_print (number) : g_strdup (self->value);
}

static gboolean
end_cell (Sheet *self)
{
  g_autofree char *text = make_text (self);
  guint n = *text != '\0' ? self->n_repeated : 0;

  self->in_cell = FALSE;
  self->in_paragraph = FALSE;
  if (*text != '\0')
    self->is_empty = FALSE;
  if (*text != '\0' && (self->n_columns_spanned > 1 || self->n_rows_spanned > 1))
    netz_table_spans_add (self->spans, self->column, self->row, self->column + self->n_columns_spanned - 1,
                          self->row + self->n_rows_spanned - 1, text);
  for (guint i = 0; i < n; i++)
    if (!netz_table_spans_put (self->spans, self->column + i, text))
      {
        g_set_error (&self->error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT,
                     _("Row %u: there are more than %d columns."), self->row, NETZ_TABLE_MAX_COLUMNS);
        return FALSE;
      }
  self->column += MIN (self->n_repeated, NETZ_TABLE_MAX_COLUMNS);
  return TRUE;
}

static gboolean
keep_row (const NetzTableRow *row, gpointer data, GError **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_ptr_array_add (data, g_strdup (row->cells[i]));
  return TRUE;
}

/* The row as often as it comes: once where it is empty, since workbooks end in a million such rows. */
static gboolean
repeat_row (Sheet *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  NetzTableRowMaker keeper;

  netz_table_row_maker_init (&keeper, keep_row, texts, NULL);
  netz_table_spans_end_row (self->spans, &keeper, NULL);
  netz_table_row_maker_clear (&keeper);
  if (self->row + self->n_repeated_rows > NETZ_TABLE_MAX_ROWS + 1)
    {
      g_set_error (&self->error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT, _("There are more than %d rows."),
                   NETZ_TABLE_MAX_ROWS);
      return FALSE;
    }
  for (guint i = 0; i < self->n_repeated_rows; i++)
    {
      for (guint k = 0; k < texts->len; k++)
        netz_table_row_maker_add (self->maker, texts->pdata[k], strlen (texts->pdata[k]));
      if (!netz_table_row_maker_end_row (self->maker, self->row + i, &self->error))
        return FALSE;
    }
  self->row += self->n_repeated_rows - 1;
  return TRUE;
}

static gboolean
end_row (Sheet *self)
{
  if (self->n_repeated_rows > 1 && !self->is_empty)
    return repeat_row (self);
  if (!netz_table_spans_end_row (self->spans, self->maker, &self->error))
    return FALSE;
  self->row += MIN (self->n_repeated_rows, NETZ_TABLE_MAX_ROWS) - 1;
  return TRUE;
}

static gboolean
end_element (gpointer data, const char *name)
{
  Sheet *self = data;
  gboolean wanted = is_wanted (self);

  if (strcmp (name, "table") == 0 && self->depth > 0)
    {
      self->depth--;
      return !wanted;
    }
  if (!wanted)
    return TRUE;
  if (strcmp (name, "annotation") == 0 && self->n_notes > 0)
    self->n_notes--;
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    return end_cell (self);
  else if (strcmp (name, "table-row") == 0)
    return end_row (self);
  return TRUE;
}

static void
take_text (gpointer data, const char *text, gsize length)
{
  Sheet *self = data;

  if (self->in_paragraph && self->n_notes == 0)
    g_string_append_len (self->text, text, (gssize) length);
}

gboolean
netz_ods_read (GBytes *bytes, guint sheet, NetzTableRowMaker *maker, GError **error)
{
  static const NetzWorkbookHandler handler = { start_element, end_element, take_text };
  g_autoptr (GString) text = g_string_new (NULL);
  Sheet self = { maker, netz_table_spans_new (), text, .sheet = sheet };
  gboolean good = netz_workbook_read (bytes, CONTENT, &handler, &self, error);

  netz_table_spans_free (self.spans);
  g_free (self.value);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return good && self.error == NULL && !maker->stopped;
}
