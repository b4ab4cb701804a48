/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the matrix of coverage in words, for tooltips and screen readers, and the records they stand for. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-matrix-private.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

static char *
describe_count (const NetzCoverage *coverage, const MatrixLine *line, int column)
{
  gboolean any = column < 0 || column >= (int) coverage->n_columns;
  const char *place = line->group == NETZ_COVERAGE_ALL ? _("All schools") : coverage->groups[line->group].label;
  guint of;
  guint n = netz_coverage_count (coverage, line->group, any ? NETZ_COVERAGE_ALL : (guint) column, &of);

  if (any)
    return g_strdup_printf (_("%s: %u of %u schools have a partner."), place, n, of);
  /* Translators: a district, the name of a programme, and how many schools */
  return g_strdup_printf (_("%s, %s: %u of %u schools have a partner."), place, coverage->columns[column].label, n, of);
}

static char *
describe_row (const NetzCoverage *coverage, guint row)
{
  const NetzCoverageRow *one = &coverage->rows[row];

  return g_strdup_printf (_("%s: %u of %u are covered."), one->school->name != NULL ? one->school->name : "",
                          one->n_covered, coverage->n_columns);
}

/**
 * netz_coverage_matrix_describe:
 * @line: a line
 * @column: a column
 *
 * Returns: (transfer full): what is there, in a sentence
 */
char *
netz_coverage_matrix_describe (NetzCoverageMatrix *self, guint line, int column)
{
  const MatrixLine *one = netz_coverage_matrix_get_line (self, line);
  const NetzCoverage *coverage = self->coverage;
  const NetzPartnership *best;
  const char *school, *status;
  g_autofree char *since = NULL;

  if (one->row == NETZ_COVERAGE_ALL)
    return describe_count (coverage, one, column);
  if (column < 0 || column >= (int) coverage->n_columns)
    return describe_row (coverage, one->row);
  best = netz_coverage_get_best (coverage, one->row, (guint) column);
  school = coverage->rows[one->row].school->name != NULL ? coverage->rows[one->row].school->name : "";
  if (best == NULL)
    /* Translators: a school, and the name of a programme */
    return g_strdup_printf (_("%s, %s: no partner"), school, coverage->columns[column].label);
  status = netz_describe_status (best->status);
  if (best->since == NULL)
    /* Translators: a school, the name of a programme, and a status */
    return g_strdup_printf (_("%s, %s: %s"), school, coverage->columns[column].label, status);
  since = netz_date_display (best->since);
  /* Translators: a school, the name of a programme, a status, and a date */
  return g_strdup_printf (_("%s, %s: %s, since %s"), school, coverage->columns[column].label, status, since);
}

static void
take_id (GPtrArray *ids, gconstpointer record)
{
  g_ptr_array_add (ids, (gpointer) netz_record_get_id (record));
}

/* The schools that a number counts; the name of a line stands for all of its schools. */
static void
list_counted (NetzCoverageMatrix *self, const MatrixLine *line, GPtrArray *ids)
{
  guint column = self->column >= (int) self->coverage->n_columns || self->column < 0 ? NETZ_COVERAGE_ALL
                                                                                     : (guint) self->column;

  for (int covered = 1; covered >= (self->column < 0 ? 0 : 1); covered--)
    {
      g_autoptr (GPtrArray) schools = netz_coverage_list_schools (self->coverage, line->group, column, covered);

      for (guint i = 0; i < schools->len; i++)
        take_id (ids, schools->pdata[i]);
    }
}

static void
list_cell (NetzCoverageMatrix *self, guint row, guint column, GPtrArray *ids)
{
  const NetzCoverageCell *cell = netz_coverage_get_cell (self->coverage, row, column);

  for (guint i = 0; i < cell->n; i++)
    {
      NetzPartnership *partnership = self->coverage->partnerships->pdata[cell->first + i];

      take_id (ids, partnership);
      g_ptr_array_add (ids, partnership->from);
      g_ptr_array_add (ids, partnership->to);
    }
}

/**
 * netz_coverage_matrix_list_at_cursor:
 *
 * Returns: (transfer container): the ids of what the cell with the cursor counts or holds, and %NULL
 */
GPtrArray *
netz_coverage_matrix_list_at_cursor (NetzCoverageMatrix *self)
{
  const MatrixLine *line = netz_coverage_matrix_get_line (self, self->line);
  GPtrArray *ids = g_ptr_array_new ();
  guint n = self->coverage->n_columns;

  if (line->row == NETZ_COVERAGE_ALL)
    list_counted (self, line, ids);
  else if (self->column >= 0 && self->column < (int) n)
    list_cell (self, line->row, (guint) self->column, ids);
  else
    take_id (ids, self->coverage->rows[line->row].school);
  for (guint i = 0; line->row != NETZ_COVERAGE_ALL && self->column == (int) n && i < n; i++)
    list_cell (self, line->row, i, ids);
  g_ptr_array_add (ids, NULL);
  return ids;
}
