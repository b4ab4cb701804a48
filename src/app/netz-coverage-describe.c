/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of the matrix of coverage in words, for tooltips and screen readers. */
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
