/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import.h"

#include "interchange/netz-import-private.h"
#include "model/netz-operations.h"
#include "model/netz-partnership.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_CRS "EPSG:25832" /* UTM zone 32, ETRS89: what German registers use */

static void
free_item (gpointer data)
{
  NetzImportItem *item = data;

  g_clear_object (&item->row);
  g_free (item->id);
  g_clear_pointer (&item->proposals, g_ptr_array_unref);
  g_free (item->ends[0]);
  g_free (item->ends[1]);
  g_free (item);
}

NetzImportItem *
netz_import_item_new (NetzImportState state, NetzImportDecision decision)
{
  NetzImportItem *item = g_new0 (NetzImportItem, 1);

  item->state = state;
  item->decision = decision;
  return item;
}

static gboolean
find_columns (NetzImportReading *self, const NetzTableSample *sample, GError **error)
{
  GHashTableIter iter;
  const char *field;
  GPtrArray *names;

  g_hash_table_iter_init (&iter, self->import->map->columns);
  while (g_hash_table_iter_next (&iter, (gpointer *) &field, (gpointer *) &names))
    {
      GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < names->len; i++)
        {
          int column = netz_table_sample_find_column (sample, names->pdata[i]);

          if (column >= 0)
            g_array_append_val (columns, column);
        }
      if (columns->len > 0)
        g_hash_table_insert (self->cells, g_strdup (field), columns);
      else
        {
          netz_exchange_notes_add (self->import->notes, 0, 0, FALSE, _("There is no column “%s” in the table."),
                                   names->len > 0 ? (const char *) names->pdata[0] : field);
          g_array_unref (columns);
        }
    }
  self->header_line = netz_table_sample_get_header_line (sample);
  self->filter_column = -1;
  if (self->import->map->filter_column == NULL)
    return TRUE;
  self->filter_column = netz_table_sample_find_column (sample, self->import->map->filter_column);
  self->filter_values = g_strsplit (self->import->map->filter_value, "|", -1);
  for (guint i = 0; self->filter_values[i] != NULL; i++)
    {
      char *folded = netz_fold (g_strstrip (self->filter_values[i]));

      g_free (self->filter_values[i]);
      self->filter_values[i] = folded;
    }
  if (self->filter_column >= 0)
    return TRUE;
  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("There is no column “%s” in the table."),
               self->import->map->filter_column);
  return FALSE;
}

static gboolean
check_fields (NetzImportReading *self, GError **error)
{
  gboolean good = self->import->map->partnerships
                    ? g_hash_table_contains (self->cells, "from") && g_hash_table_contains (self->cells, "to")
                    : g_hash_table_contains (self->cells, "name") || g_hash_table_contains (self->cells, "number");

  if (!good)
    g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP,
                         self->import->map->partnerships ? _("It is not said which columns name the two partners.")
                                                         : _("It is not said which column has the name."));
  return good;
}

static gboolean
open_projection (NetzImportReading *self, GError **error)
{
  const char *crs = self->import->map->crs != NULL ? self->import->map->crs : USUAL_CRS;
  PJ *plain;

  if (!g_hash_table_contains (self->cells, "easting"))
    return TRUE;
  self->proj = proj_context_create ();
  proj_context_set_enable_network (self->proj, 0);
  proj_log_level (self->proj, PJ_LOG_NONE);
  plain = proj_create_crs_to_crs (self->proj, crs, "EPSG:4326", NULL);
  if (plain != NULL)
    self->projection = proj_normalize_for_visualization (self->proj, plain);
  proj_destroy (plain);
  if (self->projection != NULL)
    return TRUE;
  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_MAP, _("The coordinate system “%s” is not known."), crs);
  return FALSE;
}

static gboolean
is_wanted (const NetzImportReading *self, const NetzTableRow *row)
{
  g_autofree char *cell = NULL;
  g_autofree char *folded = NULL;

  if (self->filter_column < 0)
    return TRUE;
  cell = g_strstrip (g_strdup ((guint) self->filter_column < row->n_cells ? row->cells[self->filter_column] : ""));
  folded = netz_fold (cell);
  return g_strv_contains ((const char *const *) self->filter_values, folded);
}

/* FALSE where an earlier row has the number already. */
static gboolean
note_number (NetzImportReading *self, const NetzTableRow *row, gboolean wanted)
{
  g_autofree char *number = netz_import_get_cell (self, row, "number");
  guint line;

  if (*number == '\0')
    return TRUE;
  line = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, number));
  if (line == 0)
    g_hash_table_insert (self->seen, g_steal_pointer (&number), GUINT_TO_POINTER (row->line));
  else if (wanted)
    netz_exchange_notes_add (self->import->notes, row->line, 0, FALSE,
                             _("The number %s stands in line %u already. The row was left out."), number, line);
  return line == 0;
}

static const char *
find_status (NetzImportReading *self, const NetzTableRow *row, const char *text)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");
  static const char *const german[][2] = { { "idee", "idea" }, { "in anbahnung", "preparation" },
    { "anbahnung", "preparation" }, { "geplant", "idea" }, { "etabliert", "established" }, { "aktiv", "established" },
    { "ruht", "dormant" }, { "ruhend", "dormant" }, { "beendet", "ended" } };
  g_autofree char *folded = netz_fold (text);

  if (*text == '\0')
    return NULL;
  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      g_autofree char *label = netz_fold (field->choices[i].label);

      if (strcmp (folded, field->choices[i].id) == 0 || strcmp (folded, label) == 0)
        return field->choices[i].id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (german); i++)
    if (strcmp (folded, german[i][0]) == 0)
      return german[i][1];
  netz_exchange_notes_add (self->import->notes, row->line, 0, FALSE,
                           _("“%s” is no status of a partnership. It was left out."), text);
  return NULL;
}

static NetzImportItem *
make_partnership (NetzImportReading *self, const NetzTableRow *row)
{
  g_autofree char *from = netz_import_get_cell (self, row, "from");
  g_autofree char *to = netz_import_get_cell (self, row, "to");
  g_autofree char *programme = netz_import_get_cell (self, row, "programme");
  g_autofree char *status = netz_import_get_cell (self, row, "status");
  NetzImportItem *item;

  if (*from == '\0' || *to == '\0')
    {
      netz_exchange_notes_add (self->import->notes, row->line, 0, FALSE,
                               _("One of the two partners is missing. The row was left out."));
      return NULL;
    }
  item = netz_import_item_new (NETZ_IMPORT_NEW, NETZ_IMPORT_ADD);
  item->row = netz_import_make_partnership (self, row);
  item->ends[0] = g_steal_pointer (&from);
  item->ends[1] = g_steal_pointer (&to);
  netz_record_set_text (item->row, "programme", *programme != '\0' ? programme : NULL);
  netz_record_set_text (item->row, "status", find_status (self, row, status));
  return item;
}

static NetzImportItem *
make_institution (NetzImportReading *self, const NetzTableRow *row)
{
  NetzRecord *record = netz_import_make_institution (self, row);
  NetzImportItem *item;

  if (record == NULL)
    return NULL;
  item = netz_import_item_new (NETZ_IMPORT_NEW, NETZ_IMPORT_ADD);
  item->row = record;
  return item;
}

static gboolean
take_row (const NetzTableRow *row, gpointer data, GError **error)
{
  NetzImportReading *self = data;
  gboolean wanted, first;
  NetzImportItem *item;

  /* Titles stand above the header. */
  if (row->n_cells == 0 || (self->header_line > 0 && row->line <= self->header_line) || row->line == 0)
    return TRUE;
  self->import->n_rows++;
  wanted = is_wanted (self, row);
  first = self->import->map->partnerships || note_number (self, row, wanted);
  if (!wanted)
    self->import->n_filtered++;
  if (!wanted || !first)
    return TRUE;
  item = self->import->map->partnerships ? make_partnership (self, row) : make_institution (self, row);
  if (item == NULL)
    return TRUE;
  item->line = row->line;
  g_ptr_array_add (self->import->items, item);
  return TRUE;
}

static gboolean
read_rows (NetzImportReading *self, NetzTableSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (NetzTableSample) sample = netz_table_sample_new (source, self->import->map->header_line, error);

  return sample != NULL && find_columns (self, sample, error) && check_fields (self, error) &&
         open_projection (self, error) && netz_table_source_read (source, take_row, self, cancellable, error);
}

/**
 * netz_import_new:
 * @source: a table
 * @map: how it is to be read
 * @snapshot: the network that it is for
 * @cancellable: (nullable): asked while rows are read
 * @error: return location
 *
 * Reads the whole table and compares it. O(rows + institutions) but for names that are alike.
 *
 * Returns: (transfer full) (nullable): what it would do
 */
NetzImport *
netz_import_new (NetzTableSource *source,
                 const NetzImportMap *map,
                 NetzSnapshot *snapshot,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (NetzImport) self = g_new0 (NetzImport, 1);
  NetzImportReading reading = { self };
  gboolean good;

  self->snapshot = netz_snapshot_ref (snapshot);
  self->map = netz_import_map_copy (map);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->notes = netz_exchange_notes_new ();
  reading.cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  reading.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.kinds = netz_import_kinds_new (snapshot, self->map);
  good = read_rows (&reading, source, cancellable, error);
  if (good && self->map->partnerships)
    netz_import_match_partnerships (&reading);
  else if (good)
    netz_import_match (&reading);
  proj_destroy (reading.projection);
  if (reading.proj != NULL)
    proj_context_destroy (reading.proj);
  netz_import_kinds_free (reading.kinds);
  g_hash_table_unref (reading.cells);
  g_hash_table_unref (reading.seen);
  g_strfreev (reading.filter_values);
  return good ? g_steal_pointer (&self) : NULL;
}

/**
 * netz_import_free:
 * @self: (transfer full): an import
 */
void
netz_import_free (NetzImport *self)
{
  netz_snapshot_unref (self->snapshot);
  netz_import_map_free (self->map);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * netz_import_count:
 * @self: an import
 * @state: a state
 *
 * O(items).
 *
 * Returns: how many items are in this state
 */
guint
netz_import_count (const NetzImport *self, NetzImportState state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ((NetzImportItem *) self->items->pdata[i])->state == state ? 1 : 0;
  return n;
}

/**
 * netz_import_count_changes:
 * @self: an import
 * @change: what may be different
 *
 * O(items).
 *
 * Returns: of how many institutions it is different
 */
guint
netz_import_count_changes (const NetzImport *self, NetzImportChanges change)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += (((NetzImportItem *) self->items->pdata[i])->changes & change) != 0 ? 1 : 0;
  return n;
}

/**
 * netz_import_decide:
 * @self: an import
 * @state: a state
 * @decision: what is to be done with all items in it
 *
 * Decides for many at once. Those for which nothing is proposed cannot be united with anything; they stay as they were.
 */
void
netz_import_decide (NetzImport *self, NetzImportState state, NetzImportDecision decision)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NetzImportItem *item = self->items->pdata[i];

      if (item->state == state && (decision != NETZ_IMPORT_UPDATE || item->id != NULL))
        item->decision = decision;
    }
}
