/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-coverage.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"
#include "planning/netz-coverage-private.h"

#include <string.h>

static const char *const statuses[NETZ_N_STAGES] = {
  [NETZ_STAGE_ENDED] = "ended",         [NETZ_STAGE_DORMANT] = "dormant",
  [NETZ_STAGE_IDEA] = "idea",           [NETZ_STAGE_PREPARATION] = "preparation",
  [NETZ_STAGE_ESTABLISHED] = "established",
};

/**
 * netz_stage_of:
 * @status: (nullable): a status as in files
 *
 * Returns: how far that is; a status that is missing or not known is not more than an idea
 */
NetzStage
netz_stage_of (const char *status)
{
  for (guint i = NETZ_STAGE_ENDED; i < NETZ_N_STAGES; i++)
    if (g_strcmp0 (status, statuses[i]) == 0)
      return i;
  return NETZ_STAGE_IDEA;
}

/**
 * netz_stage_get_status:
 * @stage: a stage
 *
 * Returns: (nullable): the status as in files
 */
const char *
netz_stage_get_status (NetzStage stage)
{
  return stage < NETZ_N_STAGES ? statuses[stage] : NULL;
}

/* A partnership and the cell it belongs to, before they are sorted. */
typedef struct
{
  guint cell;
  NetzStage stage;
  NetzPartnership *partnership;
} Entry;

/* Best first; of two that have come as far the one that has been there longer, undated ones last. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;
  if (first->stage != second->stage)
    return first->stage > second->stage ? -1 : 1;
  if ((first->partnership->since == NULL) != (second->partnership->since == NULL))
    return first->partnership->since != NULL ? -1 : 1;
  if (g_strcmp0 (first->partnership->since, second->partnership->since) != 0)
    return g_strcmp0 (first->partnership->since, second->partnership->since);
  return strcmp (netz_record_get_id (NETZ_RECORD (first->partnership)),
                 netz_record_get_id (NETZ_RECORD (second->partnership)));
}

static GHashTable *
index_rows (const NetzCoverage *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_rows; i++)
    g_hash_table_insert (index, (gpointer) netz_record_get_id (NETZ_RECORD (self->rows[i].school)),
                         GUINT_TO_POINTER (i));
  return index;
}

static GHashTable *
index_columns (const NetzCoverage *self)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_columns; i++)
    g_hash_table_insert (index, self->columns[i].id, GUINT_TO_POINTER (i));
  return index;
}

static gboolean
is_looked_at (NetzNetwork *part, const NetzPartnership *partnership)
{
  return part == NULL || netz_network_get_partnership (part, netz_record_get_id (&partnership->parent_instance)) != NULL
         || netz_network_get_institution (part, partnership->from) == NULL
         || netz_network_get_institution (part, partnership->to) == NULL;
}

static GArray *
collect_entries (const NetzCoverage *self, NetzNetwork *network, NetzNetwork *part)
{
  g_autoptr (GHashTable) rows = index_rows (self);
  g_autoptr (GHashTable) columns = index_columns (self);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      gboolean by_kind = self->options.columns == NETZ_COVERAGE_KINDS;
      NetzInstitution *provider, *school;
      gpointer row, column;
      const char *key;

      if (!netz_role_is_school_partnership (network, partnership, &provider, &school)
          || !is_looked_at (part, partnership))
        continue;
      key = by_kind ? provider->kind : partnership->programme;
      if (key != NULL && g_hash_table_lookup_extended (columns, key, NULL, &column)
          && g_hash_table_lookup_extended (rows, netz_record_get_id (NETZ_RECORD (school)), NULL, &row))
        {
          Entry entry = { GPOINTER_TO_UINT (row) * self->n_columns + GPOINTER_TO_UINT (column),
                          netz_stage_of (partnership->status), partnership };

          g_array_append_val (entries, entry);
        }
    }
  return entries;
}

static void
fill_cells (NetzCoverage *self, NetzNetwork *network, NetzNetwork *part)
{
  g_autoptr (GArray) entries = collect_entries (self, network, part);

  g_array_sort (entries, compare_entries);
  self->cells = g_new0 (NetzCoverageCell, (gsize) self->n_rows * self->n_columns);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      NetzCoverageCell *cell = &self->cells[entry->cell];

      if (cell->n++ == 0)
        {
          cell->stage = (guint8) entry->stage;
          cell->first = i;
        }
      g_ptr_array_add (self->partnerships, g_object_ref (entry->partnership));
    }
}

static void
add_up (NetzCoverage *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      NetzCoverageRow *row = &self->rows[i];
      NetzCoverageGroup *group = &self->groups[row->group];

      for (guint k = 0; k < self->n_columns; k++)
        {
          self->columns[k].stages[netz_coverage_get_cell (self, i, k)->stage]++;
          if (!netz_coverage_is_covered (self, i, k))
            continue;
          row->n_covered++;
          self->columns[k].covered++;
          group->covered[k]++;
        }
      group->n_any += row->n_covered > 0;
      group->n_cells += row->n_covered;
      self->n_any += row->n_covered > 0;
      self->n_cells += row->n_covered;
    }
}

/**
 * netz_coverage_new:
 * @network: a network
 * @part: (nullable): the part of it that is looked at; %NULL = all
 * @options: what is to be counted, and how
 *
 * Columns are the systematic programmes of the network (where it has none,
 * those that schools take part in), or the kinds of its service providers. Groups and rows are
 * sorted as people expect it, the greatest social index first, for need is
 * greatest there; what is not known comes last. O((institutions + partnerships) log n + rows × columns).
 *
 * Returns: (transfer full): the coverage
 */
NetzCoverage *
netz_coverage_new (NetzNetwork *network, NetzNetwork *part, const NetzCoverageOptions *options)
{
  NetzCoverage *self = g_new0 (NetzCoverage, 1);

  self->options = *options;
  self->options.language = NULL;
  self->partnerships = g_ptr_array_new_with_free_func (g_object_unref);
  netz_coverage_make_columns (self, network, options->language);
  netz_coverage_make_rows (self, part != NULL ? part : network, options->language);
  fill_cells (self, network, part);
  add_up (self);
  return self;
}

/**
 * netz_coverage_free:
 * @self: (transfer full): a coverage
 */
void
netz_coverage_free (NetzCoverage *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].id);
      g_free (self->columns[i].label);
    }
  for (guint i = 0; i < self->n_groups; i++)
    {
      g_free (self->groups[i].key);
      g_free (self->groups[i].label);
      g_free (self->groups[i].covered);
    }
  for (guint i = 0; i < self->n_rows; i++)
    g_object_unref (self->rows[i].school);
  g_free (self->columns);
  g_free (self->groups);
  g_free (self->rows);
  g_free (self->cells);
  g_ptr_array_unref (self->partnerships);
  g_free (self);
}

/**
 * netz_coverage_get_cell:
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): what is there
 */
const NetzCoverageCell *
netz_coverage_get_cell (const NetzCoverage *self, guint row, guint column)
{
  g_assert (row < self->n_rows && column < self->n_columns);

  return &self->cells[(gsize) row * self->n_columns + column];
}

/**
 * netz_coverage_is_covered:
 * @row: a row
 * @column: a column
 *
 * Returns: whether what is there counts as covered
 */
gboolean
netz_coverage_is_covered (const NetzCoverage *self, guint row, guint column)
{
  return netz_coverage_get_cell (self, row, column)->stage >= self->options.least;
}

/**
 * netz_coverage_get_best:
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the partnership there that has come farthest, of several the oldest
 */
const NetzPartnership *
netz_coverage_get_best (const NetzCoverage *self, guint row, guint column)
{
  const NetzCoverageCell *cell = netz_coverage_get_cell (self, row, column);

  return cell->n > 0 ? self->partnerships->pdata[cell->first] : NULL;
}

/**
 * netz_coverage_count:
 * @group: a group, or %NETZ_COVERAGE_ALL
 * @column: a column, or %NETZ_COVERAGE_ALL: covered in at least one
 * @of: (out) (optional): how many schools the group has
 *
 * Returns: how many of them are covered
 */
guint
netz_coverage_count (const NetzCoverage *self, guint group, guint column, guint *of)
{
  const NetzCoverageGroup *one = group != NETZ_COVERAGE_ALL ? &self->groups[group] : NULL;

  if (of != NULL)
    *of = one != NULL ? one->n_rows : self->n_rows;
  if (column == NETZ_COVERAGE_ALL)
    return one != NULL ? one->n_any : self->n_any;
  return one != NULL ? one->covered[column] : self->columns[column].covered;
}

/**
 * netz_coverage_list_schools:
 * @group: a group, or %NETZ_COVERAGE_ALL
 * @column: a column, or %NETZ_COVERAGE_ALL: covered in at least one
 * @covered: those that are covered, or those that are not
 *
 * Returns: (transfer container) (element-type NetzInstitution): the schools that netz_coverage_count() counts, or the
 *   others, in the order of rows
 */
GPtrArray *
netz_coverage_list_schools (const NetzCoverage *self, guint group, guint column, gboolean covered)
{
  GPtrArray *list = g_ptr_array_new ();
  guint first = group != NETZ_COVERAGE_ALL ? self->groups[group].first : 0;
  guint n = group != NETZ_COVERAGE_ALL ? self->groups[group].n_rows : self->n_rows;

  for (guint i = first; i < first + n; i++)
    {
      gboolean is = column == NETZ_COVERAGE_ALL ? self->rows[i].n_covered > 0
                                                : netz_coverage_is_covered (self, i, column);

      if (is == (covered != FALSE))
        g_ptr_array_add (list, self->rows[i].school);
    }
  return list;
}
