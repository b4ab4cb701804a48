/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-gaps.h"

#include <glib/gi18n-lib.h>

static void
free_gap (gpointer data)
{
  NetzGap *self = data;

  g_array_unref (self->columns);
  g_free (self);
}

static gboolean
is_begun (NetzStage stage)
{
  return stage == NETZ_STAGE_IDEA || stage == NETZ_STAGE_PREPARATION;
}

static NetzGap *
find_gap (const NetzCoverage *coverage, guint row, guint only)
{
  NetzGap *gap = g_new0 (NetzGap, 1);

  gap->row = row;
  gap->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < coverage->n_columns; i++)
    if ((only == NETZ_COVERAGE_ALL || only == i) && !netz_coverage_is_covered (coverage, row, i))
      {
        g_array_append_val (gap->columns, i);
        gap->n_begun += is_begun (netz_coverage_get_cell (coverage, row, i)->stage);
      }
  return gap;
}

/**
 * netz_gaps_new:
 * @coverage: a coverage
 * @column: a column, or %NETZ_COVERAGE_ALL
 * @without_any: only schools that are covered in no column at all
 *
 * Returns: (transfer full) (element-type NetzGap): the schools that lack something, in the order of rows
 */
GPtrArray *
netz_gaps_new (const NetzCoverage *coverage, guint column, gboolean without_any)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (free_gap);

  for (guint i = 0; i < coverage->n_rows; i++)
    {
      NetzGap *gap;

      if (without_any && coverage->rows[i].n_covered > 0)
        continue;
      gap = find_gap (coverage, i, column);
      if (gap->columns->len > 0)
        g_ptr_array_add (gaps, gap);
      else
        free_gap (gap);
    }
  return gaps;
}

/**
 * netz_gap_describe:
 * @self: a gap
 * @coverage: where it is from
 *
 * Returns: (transfer full): the names of what is missing, as a list in one line
 */
char *
netz_gap_describe (const NetzGap *self, const NetzCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        /* Translators: between the items of a list in one line */
        g_string_append (text, C_ ("list", ", "));
      g_string_append (text, coverage->columns[g_array_index (self->columns, guint, i)].label);
    }
  return g_string_free (text, FALSE);
}
