/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows to and from spreadsheets: cells separated by tabulators, or a table of HTML. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-table-grid-private.h"

#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

static void
append_cell (GString *text, const char *value, gboolean head, gboolean html)
{
  g_autofree char *escaped = html ? g_markup_escape_text (value, -1) : NULL;

  if (html)
    g_string_append_printf (text, head ? "<th>%s</th>" : "<td>%s</td>", escaped);
  else
    g_string_append_printf (text, "%s%s", text->len == 0 || text->str[text->len - 1] == '\n' ? "" : "\t", value);
}

/* Figures and dates as a spreadsheet reads them, all else as it is shown. */
static char *
get_value (NetzTableGrid *self, const NetzTableColumn *column, NetzRecord *record)
{
  if (column->field != NULL && column->field->type == NETZ_FIELD_DATE)
    return netz_table_column_get_entry (column, record);
  return netz_table_column_get_text (column, self->network, record);
}

static void
append_row (NetzTableGrid *self, GString *text, GPtrArray *columns, NetzRecord *record, gboolean html)
{
  g_string_append (text, html ? "<tr>" : "");
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *value = record != NULL ? get_value (self, columns->pdata[i], record)
                                              : g_strdup (netz_table_column_get_label (columns->pdata[i]));

      append_cell (text, value, record == NULL, html);
    }
  g_string_append (text, html ? "</tr>\n" : "\n");
}

/**
 * netz_table_grid_get_selected_text:
 * @html: whether as a table of HTML instead of lines with tabulators
 *
 * Returns: (transfer full): the columns in sight of the selected rows, below a line of headings
 */
char *
netz_table_grid_get_selected_text (NetzTableGrid *self, gboolean html)
{
  g_autoptr (GPtrArray) columns = netz_table_grid_list_shown (self);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GString *text = g_string_new (html ? "<meta charset=\"utf-8\"><table>\n" : NULL);
  GtkBitsetIter iter;
  guint position;

  append_row (self, text, columns, NULL, html);
  if (gtk_bitset_iter_init_first (&iter, chosen, &position))
    do
      append_row (self, text, columns, netz_row_get_record (netz_table_grid_get_row (self, position)), html);
    while (gtk_bitset_iter_next (&iter, &position));
  g_string_append (text, html ? "</table>\n" : "");
  return g_string_free (text, FALSE);
}

/* A cell in quotation marks may hold tabulators and line ends. */
static char *
take_cell (const char **cursor)
{
  GString *cell = g_string_new (NULL);
  gboolean quoted = **cursor == '"';
  const char *p = *cursor + (quoted ? 1 : 0);

  for (; *p != '\0'; p++)
    {
      if (quoted && *p == '"' && p[1] == '"')
        p++;
      else if (quoted && *p == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*p == '\t' || *p == '\n' || *p == '\r'))
        break;
      g_string_append_c (cell, *p);
    }
  *cursor = p;
  return g_string_free (cell, FALSE);
}

static GPtrArray *
read_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *cursor = text;

  while (*cursor != '\0')
    {
      GPtrArray *line = g_ptr_array_new_with_free_func (g_free);

      for (;;)
        {
          g_ptr_array_add (line, take_cell (&cursor));
          if (*cursor != '\t')
            break;
          cursor++;
        }
      cursor += *cursor == '\r' ? 1 : 0;
      cursor += *cursor == '\n' ? 1 : 0;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

static const NetzTableColumn *
find_by_label (NetzTableGrid *self, const char *label)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (netz_table_column_get_label (self->columns->pdata[i]), label) == 0)
      return self->columns->pdata[i];
  return NULL;
}

/* The columns that a line of headings names; NULL where it is none. */
static GPtrArray *
read_headings (NetzTableGrid *self, GPtrArray *line)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; i < line->len; i++)
    {
      const NetzTableColumn *column = find_by_label (self, line->pdata[i]);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, (gpointer) column);
    }
  return g_steal_pointer (&columns);
}

/* Where lines go, and what they are when they say it themselves. */
typedef struct
{
  NetzTableGrid *view;
  NetzDraft *draft;
  GPtrArray *columns; /* of the cells of a line */
  gboolean by_name;   /* lines say which record they are of; else they go on from row to row */
  guint position;
} Paste;

static const char *
get_named (const Paste *self, GPtrArray *line, const char *name)
{
  for (guint i = 0; i < MIN (line->len, self->columns->len); i++)
    if (g_str_equal (((NetzTableColumn *) self->columns->pdata[i])->name, name))
      return line->pdata[i];
  return NULL;
}

static NetzInstitution *
find_end (const Paste *self, GPtrArray *line, const char *column, GError **error)
{
  const char *name = get_named (self, line, column);
  NetzInstitution *end
      = name != NULL ? netz_search_by_name (netz_session_get_network (self->view->session), name) : NULL;

  if (end == NULL)
    g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING, _("There is no institution called “%s”."),
                 name != NULL ? name : "");
  return end;
}

/* The partnership of these two, of the line's programme where it names one. */
static const char *
find_partnership (const Paste *self, NetzInstitution *from, NetzInstitution *to, const char *programme)
{
  NetzNetwork *network = netz_session_get_network (self->view->session);
  const char *id = netz_record_get_id (NETZ_RECORD (from));
  GPtrArray *incident = netz_network_get_incident (network, id);
  const NetzTableColumn *column = netz_table_columns_find (self->view->columns, "programme");

  for (guint i = 0; incident != NULL && i < incident->len; i++)
    {
      NetzPartnership *partnership = incident->pdata[i];
      g_autofree char *shown = netz_table_column_get_text (column, network, NETZ_RECORD (partnership));

      if (g_strcmp0 (netz_partnership_get_other (partnership, id), netz_record_get_id (NETZ_RECORD (to))) == 0
          && (programme == NULL || *programme == '\0' || g_str_equal (programme, shown)))
        return netz_record_get_id (NETZ_RECORD (partnership));
    }
  return NULL;
}

static const char *
find_or_connect (const Paste *self, GPtrArray *line, GError **error)
{
  NetzInstitution *from = find_end (self, line, "from", error);
  NetzInstitution *to = from != NULL ? find_end (self, line, "to", error) : NULL;
  const char *found;

  if (to == NULL)
    return NULL;
  found = find_partnership (self, from, to, get_named (self, line, "programme"));
  return found != NULL ? found
                       : netz_connect (self->draft, netz_record_get_id (NETZ_RECORD (from)),
                                       netz_record_get_id (NETZ_RECORD (to)), NULL, NULL, error);
}

static const char *
find_or_add (const Paste *self, GPtrArray *line, GError **error)
{
  const char *name = get_named (self, line, "name");
  NetzInstitution *known;

  if (self->view->table == NETZ_TABLE_PARTNERSHIP)
    return find_or_connect (self, line, error);
  if (name == NULL || *name == '\0')
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_MISSING,
                   _("An institution without a name cannot be added."));
      return NULL;
    }
  known = netz_search_by_name (netz_session_get_network (self->view->session), name);
  return known != NULL ? netz_record_get_id (NETZ_RECORD (known))
                       : netz_add_institution (self->draft, name, netz_session_guess_kind (self->view->session, name),
                                               NAN, NAN);
}

/* Which record a line is of. */
static const char *
choose_record (Paste *self, GPtrArray *line, GError **error)
{
  NetzRow *row;

  if (self->by_name)
    return find_or_add (self, line, error);
  row = netz_table_grid_get_row (self->view, self->position);
  if (row == NULL)
    {
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_REFUSED,
                   _("There are more lines in the clipboard than rows from here on. To add rows, paste them with their "
                     "headings."));
      return NULL;
    }
  self->position++;
  return netz_row_get_id (row);
}

static gboolean
paste_line (Paste *self, GPtrArray *line, GError **error)
{
  const char *id = choose_record (self, line, error);
  NetzRecord *record = id != NULL ? netz_draft_edit (self->draft, self->view->table, id) : NULL;

  for (guint i = 0; record != NULL && i < MIN (line->len, self->columns->len); i++)
    if (netz_table_column_is_editable (self->columns->pdata[i])
        && !netz_table_column_parse (self->columns->pdata[i], self->draft, record, line->pdata[i], error))
      return FALSE;
  return record != NULL;
}

static gboolean
paste_lines (Paste *self, GPtrArray *lines, GError **error)
{
  for (guint i = self->by_name ? 1 : 0; i < lines->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (paste_line (self, lines->pdata[i], &problem))
        continue;
      /* Translators: a line of what was pasted, and what is wrong with it */
      g_set_error (error, NETZ_MODEL_ERROR, NETZ_MODEL_ERROR_VALUE, _("Nothing was pasted. Line %u: %s"), i + 1,
                   problem->message);
      return FALSE;
    }
  return TRUE;
}

/* From the cursor's column to the right. */
static GPtrArray *
list_from_cursor (NetzTableGrid *self)
{
  GPtrArray *shown = netz_table_grid_list_shown (self);
  guint at = 0;

  if (g_ptr_array_find (shown, self->cursor, &at) && at > 0)
    g_ptr_array_remove_range (shown, 0, at);
  return shown;
}

static guint
find_position (NetzTableGrid *self)
{
  NetzRow *row = netz_table_grid_get_focused (self);

  for (guint i = 0; row != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    if (netz_table_grid_get_row (self, i) == row)
      return i;
  return G_MAXUINT;
}

/**
 * netz_table_grid_paste:
 * @text: lines with tabulators, as spreadsheets give them
 * @error: return location: %NETZ_MODEL_ERROR; then nothing was changed
 *
 * Where the first line is of headings, each line changes the record that it
 * names, or adds it; else the cells go to the right and down from the cursor.
 * One step of the history.
 *
 * Returns: whether it could be pasted
 */
gboolean
netz_table_grid_paste (NetzTableGrid *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = read_lines (text);
  g_autoptr (GPtrArray) columns = lines->len > 0 ? read_headings (self, lines->pdata[0]) : NULL;
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (self->session), _("Paste Rows"));
  Paste paste = { .view = self, .draft = draft, .by_name = columns != NULL, .position = find_position (self) };

  if (columns == NULL)
    columns = list_from_cursor (self);
  paste.columns = columns;
  if (!paste_lines (&paste, lines, error))
    return FALSE;
  if (self->table == NETZ_TABLE_INSTITUTION)
    netz_place_unplaced (draft);
  netz_session_commit (self->session, draft);
  return TRUE;
}
