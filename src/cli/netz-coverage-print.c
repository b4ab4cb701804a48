/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-coverage-print.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define NAME_WIDTH 38
#define CELL_WIDTH 4

static const char *const marks[NETZ_N_STAGES] = {
  [NETZ_STAGE_NONE] = "·", [NETZ_STAGE_ENDED] = "×",       [NETZ_STAGE_DORMANT] = "–",
  [NETZ_STAGE_IDEA] = "○", [NETZ_STAGE_PREPARATION] = "◐", [NETZ_STAGE_ESTABLISHED] = "●",
};

/* @text, cut or filled with blanks to @width letters. */
static char *
fit (const char *text, int width)
{
  g_autofree char *clean = netz_print_clean (text != NULL ? text : "");
  glong length = g_utf8_strlen (clean, -1);
  g_autofree char *start = g_utf8_substring (clean, 0, MIN (length, width - 1));

  if (length > width)
    return g_strconcat (start, "…", NULL);
  return g_strdup_printf ("%s%*s", clean, (int) (width - length), "");
}

static char *
print_share (guint n, guint of)
{
  return of > 0 ? g_strdup_printf (_("%.1f %%"), 100.0 * n / of) : g_strdup ("–");
}

/* A mark and the year in two digits: "●05". */
static void
append_cell (GString *line, const NetzCoverage *coverage, guint row, guint column)
{
  const NetzPartnership *best = netz_coverage_get_best (coverage, row, column);
  NetzDate date = { 0 };

  g_string_append (line, marks[netz_coverage_get_cell (coverage, row, column)->stage]);
  if (best != NULL && netz_date_parse (best->since, &date))
    g_string_append_printf (line, "%02d ", date.year % 100);
  else
    g_string_append (line, "   ");
}

static void
print_row (const NetzCoverage *coverage, guint row)
{
  g_autofree char *name = fit (coverage->rows[row].school->name, NAME_WIDTH);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < coverage->n_columns; i++)
    append_cell (line, coverage, row, i);
  netz_print_line ("  %s %s %4u", name, line->str, coverage->rows[row].n_covered);
}

static void
print_group (const NetzCoverage *coverage, const NetzCoverageGroup *group)
{
  g_autofree char *share = print_share (group->n_any, group->n_rows);
  g_autofree char *name = fit (group->label, NAME_WIDTH + 2);
  g_autoptr (GString) sums = g_string_new (NULL);

  for (guint i = 0; i < coverage->n_columns; i++)
    g_string_append_printf (sums, "%-*u", CELL_WIDTH, group->covered[i]);
  netz_print ("\n");
  netz_print_line ("%s %s %4u", name, sums->str, group->n_cells);
  netz_print_line (g_dngettext (GETTEXT_PACKAGE, "  %u school, with a partner: %u (%s)",
                                "  %u schools, with a partner: %u (%s)", group->n_rows),
                   group->n_rows, group->n_any, share);
}

static void
print_columns (const NetzCoverage *coverage)
{
  netz_print ("\n");
  for (guint i = 0; i < coverage->n_columns; i++)
    {
      const NetzCoverageColumn *column = &coverage->columns[i];
      g_autofree char *name = fit (column->label, NAME_WIDTH);
      g_autofree char *share = print_share (column->covered, coverage->n_rows);

      netz_print_line ("  %2u  %s %5u  %s", i + 1, name, column->covered, share);
    }
}

static void
print_head (const NetzCoverage *coverage)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  netz_print ("\n");
  netz_print_line ("  %s %s   %s %s   %s %s   %s %s   %s %s   %s %s", marks[NETZ_STAGE_ESTABLISHED],
                   netz_describe_status ("established"), marks[NETZ_STAGE_PREPARATION],
                   netz_describe_status ("preparation"), marks[NETZ_STAGE_IDEA], netz_describe_status ("idea"),
                   marks[NETZ_STAGE_DORMANT], netz_describe_status ("dormant"), marks[NETZ_STAGE_ENDED],
                   netz_describe_status ("ended"), marks[NETZ_STAGE_NONE], _("none"));
  for (guint i = 0; i < coverage->n_columns; i++)
    g_string_append_printf (numbers, "%-*u", CELL_WIDTH, i + 1);
  netz_print ("\n");
  netz_print_line ("%*s%s", NAME_WIDTH + 3, "", numbers->str);
}

static void
print_matrix (const NetzCoverage *coverage)
{
  print_columns (coverage);
  print_head (coverage);
  for (guint i = 0; i < coverage->n_rows; i++)
    {
      const NetzCoverageGroup *group = &coverage->groups[coverage->rows[i].group];

      if (group->first == i)
        print_group (coverage, group);
      print_row (coverage, i);
    }
}

static void
print_gaps (const NetzCoverageView *self)
{
  guint group = NETZ_COVERAGE_ALL;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const NetzGap *gap = self->gaps->pdata[i];
      const NetzCoverageRow *row = &self->coverage->rows[gap->row];
      g_autofree char *missing = netz_gap_describe (gap, self->coverage);

      if (row->group != group)
        {
          netz_print ("\n");
          netz_print_line ("%s", self->coverage->groups[row->group].label);
        }
      group = row->group;
      netz_print_line ("  %s", row->school->name != NULL ? row->school->name : _("(no name)"));
      /* Translators: what a school lacks; a list of programmes follows. */
      netz_print_line (_("      lacks: %s"), missing);
    }
}

static char *
describe_state (const NetzLoadRow *row)
{
  guint n = row->state == NETZ_LOAD_OVER ? netz_load_row_get_excess (row) : netz_load_row_get_room (row);

  switch (row->state)
    {
    case NETZ_LOAD_OVER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u too many", "%u too many", n), n);
    case NETZ_LOAD_FULL:
      return g_strdup (_("no more room"));
    case NETZ_LOAD_ROOM:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "room for %u", "room for %u", n), n);
    }
}

static void
print_load (const NetzLoad *load)
{
  netz_print_line (_("Providers: %u; with too many schools: %u; room for schools in all: %u"), load->rows->len,
                   load->n_over, load->room);
  netz_print ("\n");
  /* TRANSLATORS: the head of a table of figures; keep the width of the columns. */
  netz_print_line ("%s", _("Schools  Begun  Capacity                 Provider"));
  for (guint i = 0; i < load->rows->len; i++)
    {
      const NetzLoadRow *row = load->rows->pdata[i];
      g_autofree char *state = describe_state (row);
      g_autofree char *room = fit (state, 16);
      g_autofree char *capacity = row->is_own ? g_strdup_printf ("%u", row->most)
                                              : g_strdup_printf ("%u–%u", row->least, row->most);
      g_autofree char *limits = fit (capacity, 6);

      netz_print_line ("%7u  %5u  %s %s  %s", row->served, row->begun, limits, room,
                       row->provider->name != NULL ? row->provider->name : _("(no name)"));
    }
}

void
netz_coverage_print_text (const NetzCoverageView *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);
  const NetzCoverage *coverage = self->coverage;
  g_autofree char *share = print_share (coverage->n_any, coverage->n_rows);

  netz_print_line ("%s", settings->title != NULL ? settings->title : _("Untitled network"));
  netz_print ("\n");
  if (self->load != NULL)
    {
      print_load (self->load);
      return;
    }
  netz_print_line (_("Schools: %u; with a partner: %u (%s); without one: %u"), coverage->n_rows, coverage->n_any, share,
                   coverage->n_rows - coverage->n_any);
  if (self->gaps == NULL)
    print_matrix (coverage);
  else
    {
      netz_print_line (_("Schools with gaps: %u"), self->gaps->len);
      print_gaps (self);
    }
}
