/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which schools have a partner, by district. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include "planning/netz-gaps.h"
#include "planning/netz-roles.h"

static const char *
name_district (const NetzPaperWork *self, const NetzCoverageGroup *group)
{
  return *group->key != '\0' ? group->key : netz_say (self->wording, "No district given", "Ohne Stadtbezirk");
}

static NetzCoverage *
make_coverage (const NetzPaperWork *self)
{
  NetzCoverageOptions options = NETZ_COVERAGE_OPTIONS_DEFAULT;

  options.columns = NETZ_COVERAGE_KINDS;
  options.language = self->language;
  return netz_coverage_new (self->network, NULL, &options);
}

static void
describe_whole (const NetzPaperWork *self, const NetzCoverage *coverage)
{
  NetzWording w = self->wording;
  g_autofree char *covered = netz_say_number (w, coverage->n_any);
  g_autofree char *schools = netz_say_number (w, coverage->n_rows);
  g_autofree char *share = netz_say_percent (w, coverage->n_any, coverage->n_rows);
  g_autofree char *text = NULL;

  if (coverage->n_any == 0)
    text = g_strdup_printf (netz_say_n (w, coverage->n_rows,
                                        "The school has no established partnership with a service provider yet.",
                                        "None of the %s schools has an established partnership with a service provider "
                                        "yet.",
                                        "Die Schule hat noch keine etablierte Partnerschaft mit einem Bildungspartner.",
                                        "Von den %s Schulen hat noch keine eine etablierte Partnerschaft mit einem "
                                        "Bildungspartner."), schools);
  else
    text = g_strdup_printf (netz_say_n (w, coverage->n_any,
                                        "%1$s of %2$s schools (%3$s) has an established partnership with at least one "
                                        "service provider.",
                                        "%1$s of %2$s schools (%3$s) have an established partnership with at least one "
                                        "service provider.",
                                        "%1$s von %2$s Schulen (%3$s) hat eine etablierte Partnerschaft mit mindestens "
                                        "einem Bildungspartner.",
                                        "%1$s von %2$s Schulen (%3$s) haben eine etablierte Partnerschaft mit "
                                        "mindestens einem Bildungspartner."), covered, schools, share);
  netz_dossier_add_paragraph (self->dossier, text);
}

/* Where the share is lowest, if it is not the same everywhere. */
static void
describe_lowest (const NetzPaperWork *self, const NetzCoverage *coverage)
{
  const NetzCoverageGroup *lowest = &coverage->groups[0];
  NetzWording w = self->wording;
  gboolean differs = FALSE;
  g_autofree char *text = NULL;

  for (guint i = 1; i < coverage->n_groups; i++)
    {
      const NetzCoverageGroup *group = &coverage->groups[i];

      differs = differs || group->n_any * lowest->n_rows != lowest->n_any * group->n_rows;
      if (group->n_any * lowest->n_rows < lowest->n_any * group->n_rows)
        lowest = group;
    }
  if (!differs || lowest->n_any == lowest->n_rows)
    return;
  text = g_strdup_printf (netz_say (w, "Coverage is lowest here: %1$s, %2$u of %3$u.",
                                    "Am geringsten ist die Abdeckung hier: %1$s, %2$u von %3$u."),
                          name_district (self, lowest), lowest->n_any, lowest->n_rows);
  netz_dossier_add_paragraph (self->dossier, text);
}

static void
add_number (GStrvBuilder *row, guint n)
{
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("–");

  g_strv_builder_add (row, text);
}

static GStrv
make_row (const NetzPaperWork *self, const NetzCoverage *coverage, const char *name, guint group)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  guint schools = group == NETZ_COVERAGE_ALL ? coverage->n_rows : coverage->groups[group].n_rows;
  guint any = group == NETZ_COVERAGE_ALL ? coverage->n_any : coverage->groups[group].n_any;
  g_autofree char *share = netz_say_percent (self->wording, any, schools);

  g_strv_builder_add (row, name);
  add_number (row, schools);
  add_number (row, any);
  g_strv_builder_add (row, share);
  for (guint column = 0; column < coverage->n_columns; column++)
    add_number (row, group == NETZ_COVERAGE_ALL ? coverage->columns[column].covered
                                                : coverage->groups[group].covered[column]);
  return g_strv_builder_end (row);
}

static void
add_table (const NetzPaperWork *self, const NetzCoverage *coverage)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (
    netz_say (w, "Schools with an established partnership, by district and kind of provider",
              "Schulen mit etablierter Partnerschaft nach Stadtbezirk und Art des Bildungspartners"));
  g_auto (GStrv) sums = make_row (self, coverage, netz_say (w, "Total", "Summe"), NETZ_COVERAGE_ALL);

  netz_dossier_table_add_column (table, netz_say (w, "District", "Stadtbezirk"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "Schools", "Schulen"), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "with a partner", "mit Partner"), NETZ_COLUMN_END);
  netz_dossier_table_add_column (table, netz_say (w, "Share", "Anteil"), NETZ_COLUMN_END);
  for (guint i = 0; i < coverage->n_columns; i++)
    netz_dossier_table_add_column (table, coverage->columns[i].label, NETZ_COLUMN_END);
  for (guint i = 0; i < coverage->n_groups; i++)
    {
      g_auto (GStrv) row = make_row (self, coverage, name_district (self, &coverage->groups[i]), i);

      netz_dossier_table_add_row (table, (const char *const *) row);
    }
  netz_dossier_table_set_sums (table, (const char *const *) sums);
  netz_dossier_add_table (self->dossier, table);
}

/* The schools that nobody works with yet. */
static void
add_gaps (const NetzPaperWork *self, const NetzCoverage *coverage)
{
  NetzWording w = self->wording;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < coverage->n_rows; i++)
    {
      const NetzInstitution *school = coverage->rows[i].school;
      const char *name = netz_paper_name (self, netz_record_get_id (NETZ_RECORD (school)));

      if (coverage->rows[i].n_covered == 0)
        g_ptr_array_add (names, school->district != NULL ? g_strdup_printf ("%s (%s)", name, school->district)
                                                         : g_strdup (name));
    }
  if (names->len == 0)
    return;
  number = netz_say_number (w, names->len);
  text = g_strdup_printf (netz_say_n (w, names->len, "One school has no established partnership yet:",
                                      "%s schools have no established partnership yet:",
                                      "Eine Schule hat noch keine etablierte Partnerschaft:",
                                      "%s Schulen haben noch keine etablierte Partnerschaft:"), number);
  netz_dossier_add_paragraph (self->dossier, text);
  netz_paper_add_list (self, names);
}

gboolean
netz_committee_has_coverage (const NetzPaperWork *self)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_role_is_school (self->network, institution))
      return TRUE;
  return FALSE;
}

void
netz_committee_write_coverage (const NetzPaperWork *self)
{
  g_autoptr (NetzCoverage) coverage = make_coverage (self);

  describe_whole (self, coverage);
  describe_lowest (self, coverage);
  add_table (self, coverage);
  add_gaps (self, coverage);
}
