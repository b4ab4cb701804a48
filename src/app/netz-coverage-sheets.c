/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-sheets.h"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_school (NetzSheet *sheet, NetzNetwork *network, const NetzInstitution *school)
{
  netz_sheet_add_text (sheet, school->name);
  netz_sheet_add_text (sheet, netz_describe_kind (network, school->kind, NULL));
  netz_sheet_add_text (sheet, school->district);
  if (isfinite (school->social_index))
    netz_sheet_add_number (sheet, school->social_index);
  else
    netz_sheet_add_empty (sheet);
}

/**
 * netz_coverage_sheets_make_matrix:
 * @coverage: a coverage
 * @network: what it counts
 *
 * Returns: (transfer full): a line for each school; of each column the status, and since when
 */
NetzSheet *
netz_coverage_sheets_make_matrix (const NetzCoverage *coverage, NetzNetwork *network)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  NetzSheet *sheet;

  g_ptr_array_add (names, g_strdup (_("School")));
  g_ptr_array_add (names, g_strdup (_("Kind")));
  g_ptr_array_add (names, g_strdup (_("District")));
  g_ptr_array_add (names, g_strdup (_("Social index")));
  for (guint i = 0; i < coverage->n_columns; i++)
    {
      g_ptr_array_add (names, g_strdup (coverage->columns[i].label));
      /* Translators: the name of a programme; above a column of dates */
      g_ptr_array_add (names, g_strdup_printf (_("%s, since"), coverage->columns[i].label));
    }
  g_ptr_array_add (names, g_strdup (_("Covered")));
  g_ptr_array_add (names, NULL);
  sheet = netz_sheet_new (_("Coverage"), (const char *const *) names->pdata);
  for (guint i = 0; i < coverage->n_rows; i++)
    {
      add_school (sheet, network, coverage->rows[i].school);
      for (guint k = 0; k < coverage->n_columns; k++)
        {
          const NetzPartnership *best = netz_coverage_get_best (coverage, i, k);

          netz_sheet_add_text (sheet, best != NULL ? netz_describe_status (best->status) : NULL);
          netz_sheet_add_date (sheet, best != NULL ? best->since : NULL);
        }
      netz_sheet_add_number (sheet, coverage->rows[i].n_covered);
    }
  return sheet;
}

/**
 * netz_coverage_sheets_make_gaps:
 * @coverage: a coverage
 * @network: what it counts
 *
 * Returns: (transfer full): a line for each school and what it lacks
 */
NetzSheet *
netz_coverage_sheets_make_gaps (const NetzCoverage *coverage, NetzNetwork *network)
{
  const char *const names[]
      = { _("School"), _("Kind"), _("District"), _("Social index"), _("Lacks"), _("Begun"), NULL };
  NetzSheet *sheet = netz_sheet_new (_("Gaps"), names);
  g_autoptr (GPtrArray) gaps = netz_gaps_new (coverage, NETZ_COVERAGE_ALL, FALSE);

  for (guint i = 0; i < gaps->len; i++)
    {
      const NetzGap *gap = gaps->pdata[i];

      for (guint k = 0; k < gap->columns->len; k++)
        {
          guint column = g_array_index (gap->columns, guint, k);
          const NetzPartnership *best = netz_coverage_get_best (coverage, gap->row, column);

          add_school (sheet, network, coverage->rows[gap->row].school);
          netz_sheet_add_text (sheet, coverage->columns[column].label);
          netz_sheet_add_text (sheet, best != NULL ? netz_describe_status (best->status) : NULL);
        }
    }
  return sheet;
}

/**
 * netz_coverage_sheets_make_load:
 * @load: a load
 * @network: what it counts
 *
 * Returns: (transfer full): a line for each provider
 */
NetzSheet *
netz_coverage_sheets_make_load (const NetzLoad *load, NetzNetwork *network)
{
  const char *const names[] = { _("Provider"), _("Kind"), _("Schools"), _("Begun"), _("Capacity"), _("Room"),
                                _("Too many"), NULL };
  NetzSheet *sheet = netz_sheet_new (_("Load"), names);

  for (guint i = 0; i < load->rows->len; i++)
    {
      const NetzLoadRow *row = load->rows->pdata[i];

      netz_sheet_add_text (sheet, row->provider->name);
      netz_sheet_add_text (sheet, netz_describe_kind (network, row->provider->kind, NULL));
      netz_sheet_add_number (sheet, row->served);
      netz_sheet_add_number (sheet, row->begun);
      netz_sheet_add_number (sheet, row->most);
      netz_sheet_add_number (sheet, netz_load_row_get_room (row));
      netz_sheet_add_number (sheet, netz_load_row_get_excess (row));
    }
  return sheet;
}
