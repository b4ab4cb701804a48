/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "netz coverage" for other programs. */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-coverage-print.h"
#include "cli/netz-json.h"

#include <math.h>

static const char *
get_id (gconstpointer record)
{
  return netz_record_get_id (record);
}

static void
add_share (NetzJson *json, guint n, guint of)
{
  netz_json_add_number (json, "share", of > 0 ? (double) n / of : NAN);
}

static void
add_school (NetzJson *json, const NetzCoverage *coverage, guint row)
{
  const NetzInstitution *school = coverage->rows[row].school;

  netz_json_add_text (json, "id", get_id (school));
  netz_json_add_text (json, "name", school->name);
  netz_json_add_text (json, "kind", school->kind);
  netz_json_add_text (json, "district", school->district);
  netz_json_add_number (json, "social_index", school->social_index);
  netz_json_add_text (json, "group", coverage->groups[coverage->rows[row].group].key);
}

static void
add_columns (NetzJson *json, const NetzCoverage *coverage)
{
  netz_json_begin_array (json, "columns");
  for (guint i = 0; i < coverage->n_columns; i++)
    {
      const NetzCoverageColumn *column = &coverage->columns[i];

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "id", column->id);
      netz_json_add_text (json, "name", column->label);
      netz_json_add_integer (json, "covered", column->covered);
      add_share (json, column->covered, coverage->n_rows);
      netz_json_begin_object (json, "by_status");
      for (guint stage = NETZ_STAGE_ENDED; stage < NETZ_N_STAGES; stage++)
        netz_json_add_integer (json, netz_stage_get_status (stage), column->stages[stage]);
      netz_json_end_object (json);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static void
add_groups (NetzJson *json, const NetzCoverage *coverage)
{
  netz_json_begin_array (json, "groups");
  for (guint i = 0; i < coverage->n_groups; i++)
    {
      const NetzCoverageGroup *group = &coverage->groups[i];

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "key", group->key);
      netz_json_add_text (json, "name", group->label);
      netz_json_add_integer (json, "schools", group->n_rows);
      netz_json_add_integer (json, "covered", group->n_any);
      add_share (json, group->n_any, group->n_rows);
      netz_json_begin_object (json, "by_column");
      for (guint k = 0; k < coverage->n_columns; k++)
        netz_json_add_integer (json, coverage->columns[k].id, group->covered[k]);
      netz_json_end_object (json);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static void
add_cell (NetzJson *json, const NetzCoverage *coverage, guint row, guint column)
{
  const NetzPartnership *best = netz_coverage_get_best (coverage, row, column);

  if (best == NULL)
    return;
  netz_json_begin_object (json, coverage->columns[column].id);
  netz_json_add_text (json, "status", netz_stage_get_status (netz_coverage_get_cell (coverage, row, column)->stage));
  netz_json_add_text (json, "since", best->since);
  netz_json_add_text (json, "partnership", get_id (best));
  netz_json_add_integer (json, "partnerships", netz_coverage_get_cell (coverage, row, column)->n);
  netz_json_end_object (json);
}

static void
add_rows (NetzJson *json, const NetzCoverage *coverage)
{
  netz_json_begin_array (json, "rows");
  for (guint i = 0; i < coverage->n_rows; i++)
    {
      netz_json_begin_object (json, NULL);
      add_school (json, coverage, i);
      netz_json_add_integer (json, "covered", coverage->rows[i].n_covered);
      netz_json_begin_object (json, "cells");
      for (guint k = 0; k < coverage->n_columns; k++)
        add_cell (json, coverage, i, k);
      netz_json_end_object (json);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static void
add_gaps (NetzJson *json, const NetzCoverageView *self)
{
  netz_json_begin_array (json, "gaps");
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const NetzGap *gap = self->gaps->pdata[i];

      netz_json_begin_object (json, NULL);
      add_school (json, self->coverage, gap->row);
      netz_json_add_integer (json, "begun", gap->n_begun);
      netz_json_begin_array (json, "missing");
      for (guint k = 0; k < gap->columns->len; k++)
        netz_json_add_text (json, NULL, self->coverage->columns[g_array_index (gap->columns, guint, k)].id);
      netz_json_end_array (json);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static const char *
get_state (const NetzLoadRow *row)
{
  return row->state == NETZ_LOAD_OVER ? "over" : row->state == NETZ_LOAD_FULL ? "full" : "room";
}

static void
add_load (NetzJson *json, const NetzLoad *load)
{
  netz_json_add_integer (json, "overloaded", load->n_over);
  netz_json_add_integer (json, "room", load->room);
  netz_json_begin_array (json, "providers");
  for (guint i = 0; i < load->rows->len; i++)
    {
      const NetzLoadRow *row = load->rows->pdata[i];

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "id", get_id (row->provider));
      netz_json_add_text (json, "name", row->provider->name);
      netz_json_add_text (json, "kind", row->provider->kind);
      netz_json_add_integer (json, "schools", row->served);
      netz_json_add_integer (json, "begun", row->begun);
      netz_json_add_integer (json, "capacity", row->most);
      netz_json_add_boolean (json, "own_capacity", row->is_own);
      netz_json_add_text (json, "state", get_state (row));
      netz_json_add_integer (json, "room", netz_load_row_get_room (row));
      netz_json_add_integer (json, "excess", netz_load_row_get_excess (row));
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

void
netz_coverage_print_json (const NetzCoverageView *self)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  const NetzCoverage *coverage = self->coverage;
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "title", netz_network_get_settings (self->network)->title);
  netz_json_add_text (json, "counted_from", netz_stage_get_status (coverage->options.least));
  if (self->load != NULL)
    add_load (json, self->load);
  else
    {
      netz_json_add_integer (json, "schools", coverage->n_rows);
      netz_json_add_integer (json, "covered", coverage->n_any);
      add_share (json, coverage->n_any, coverage->n_rows);
      add_columns (json, coverage);
      add_groups (json, coverage);
    }
  if (self->gaps != NULL)
    add_gaps (json, self);
  else if (self->load == NULL)
    add_rows (json, coverage);
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

static void
add_number (NetzSheet *sheet, double number)
{
  if (isfinite (number))
    netz_sheet_add_number (sheet, number);
  else
    netz_sheet_add_empty (sheet);
}

static void
add_school_cells (NetzSheet *sheet, const NetzCoverage *coverage, guint row)
{
  const NetzInstitution *school = coverage->rows[row].school;

  netz_sheet_add_text (sheet, get_id (school));
  netz_sheet_add_text (sheet, school->name);
  netz_sheet_add_text (sheet, school->kind);
  netz_sheet_add_text (sheet, school->district);
  add_number (sheet, school->social_index);
}

/* For each column the status and since when, then how many are covered, of all as a share. */
static NetzSheet *
make_matrix (const NetzCoverage *coverage)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  NetzSheet *sheet;

  for (const char *const *name = (const char *const[]) { "id", "name", "kind", "district", "social_index", NULL };
       *name != NULL; name++)
    g_ptr_array_add (names, g_strdup (*name));
  for (guint i = 0; i < coverage->n_columns; i++)
    {
      g_ptr_array_add (names, g_strdup (coverage->columns[i].id));
      g_ptr_array_add (names, g_strconcat (coverage->columns[i].id, "_since", NULL));
    }
  g_ptr_array_add (names, g_strdup ("covered"));
  g_ptr_array_add (names, g_strdup ("share"));
  g_ptr_array_add (names, NULL);
  sheet = netz_sheet_new ("coverage", (const char *const *) names->pdata);
  for (guint i = 0; i < coverage->n_rows; i++)
    {
      add_school_cells (sheet, coverage, i);
      for (guint k = 0; k < coverage->n_columns; k++)
        {
          const NetzPartnership *best = netz_coverage_get_best (coverage, i, k);

          netz_sheet_add_text (sheet, netz_stage_get_status (netz_coverage_get_cell (coverage, i, k)->stage));
          netz_sheet_add_text (sheet, best != NULL ? best->since : NULL);
        }
      netz_sheet_add_number (sheet, coverage->rows[i].n_covered);
      add_number (sheet, coverage->n_columns > 0 ? (double) coverage->rows[i].n_covered / coverage->n_columns : NAN);
    }
  return sheet;
}

/* A line for each gap, so that it can be sorted and counted. */
static NetzSheet *
make_gaps (const NetzCoverageView *self)
{
  static const char *const names[]
      = { "id", "name", "kind", "district", "social_index", "missing", "missing_name", "status", NULL };
  NetzSheet *sheet = netz_sheet_new ("gaps", names);

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const NetzGap *gap = self->gaps->pdata[i];

      for (guint k = 0; k < gap->columns->len; k++)
        {
          guint column = g_array_index (gap->columns, guint, k);

          add_school_cells (sheet, self->coverage, gap->row);
          netz_sheet_add_text (sheet, self->coverage->columns[column].id);
          netz_sheet_add_text (sheet, self->coverage->columns[column].label);
          netz_sheet_add_text (
              sheet, netz_stage_get_status (netz_coverage_get_cell (self->coverage, gap->row, column)->stage));
        }
    }
  return sheet;
}

static NetzSheet *
make_load (const NetzLoad *load)
{
  static const char *const names[] = { "id", "name", "kind", "schools", "begun", "capacity", "room", "excess", NULL };
  NetzSheet *sheet = netz_sheet_new ("load", names);

  for (guint i = 0; i < load->rows->len; i++)
    {
      const NetzLoadRow *row = load->rows->pdata[i];

      netz_sheet_add_text (sheet, get_id (row->provider));
      netz_sheet_add_text (sheet, row->provider->name);
      netz_sheet_add_text (sheet, row->provider->kind);
      netz_sheet_add_number (sheet, row->served);
      netz_sheet_add_number (sheet, row->begun);
      netz_sheet_add_number (sheet, row->most);
      netz_sheet_add_number (sheet, netz_load_row_get_room (row));
      netz_sheet_add_number (sheet, netz_load_row_get_excess (row));
    }
  return sheet;
}

NetzExit
netz_coverage_print_csv (const NetzCoverageView *self, const NetzTableStyle *style)
{
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (sheets, self->load != NULL   ? make_load (self->load)
                           : self->gaps != NULL ? make_gaps (self)
                                                : make_matrix (self->coverage));
  bytes = netz_table_write (sheets, NETZ_TABLE_CSV, style, NULL);
  return netz_print_bytes (bytes);
}
