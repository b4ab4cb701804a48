/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the matrix of coverage has for columns, rows and groups, and in which order. */
#define G_LOG_DOMAIN "netz-planning"

#include "model/netz-describe.h"
#include "planning/netz-coverage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Something with the texts that it is sorted by: before comparing thousands of times they are made once. */
typedef struct
{
  gpointer thing;
  double rank;       /* smaller comes first */
  char *group;
  char *name;
  const char *id;
} Sorted;

static void
clear_sorted (gpointer data)
{
  Sorted *self = data;

  g_free (self->group);
  g_free (self->name);
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int order;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  order = g_strcmp0 (first->group, second->group);
  if (order == 0)
    order = g_strcmp0 (first->name, second->name);
  return order != 0 ? order : g_strcmp0 (first->id, second->id);
}

static GArray *
new_sorted (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (array, clear_sorted);
  return array;
}

/* ---- columns ---- */

static gboolean
serves_schools (NetzNetwork *network, const NetzProgramme *programme, GPtrArray *kinds)
{
  for (guint i = 0; i < kinds->len; i++)
    for (guint k = 0; k < kinds->len; k++)
      {
        NetzKind *provider = kinds->pdata[i];
        NetzKind *school = kinds->pdata[k];

        if (g_strcmp0 (provider->group, "provider") == 0 && g_strcmp0 (school->group, "school") == 0
            && netz_programme_joins (programme, provider, school))
          return TRUE;
      }
  return FALSE;
}

static void
add_column (GArray *columns, const NetzRecord *record, const char *label)
{
  Sorted column = { .thing = (gpointer) record, .id = netz_record_get_id (record) };

  column.name = g_utf8_collate_key (label, -1);
  g_array_append_val (columns, column);
}

static void
add_systematic (GArray *columns, NetzNetwork *network, const char *language)
{
  g_autoptr (GPtrArray) kinds = netz_network_list (network, NETZ_TABLE_KIND);
  NetzNetworkIter iter;
  NetzProgramme *programme;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PROGRAMME);
  while (netz_network_iter_next (&iter, &programme))
    if (programme->systematic && serves_schools (network, programme, kinds))
      add_column (columns, NETZ_RECORD (programme), netz_programme_get_name (programme, language));
}

static void
add_used_programmes (GArray *columns, NetzNetwork *network, const char *language)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    {
      NetzProgramme *programme = netz_network_get_programme (network, partnership->programme);

      if (programme != NULL && netz_role_is_school_partnership (network, partnership, NULL, NULL)
          && g_hash_table_add (known, programme))
        add_column (columns, NETZ_RECORD (programme), netz_programme_get_name (programme, language));
    }
}

static void
add_kinds (GArray *columns, NetzNetwork *network, const char *language)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_role_is_provider (network, institution))
      {
        NetzKind *kind = netz_network_get_kind (network, institution->kind);

        if (g_hash_table_add (known, kind))
          add_column (columns, NETZ_RECORD (kind), netz_kind_get_name (kind, language));
      }
}

/* Names are shown in the language asked for, or in that of the messages. */
static const char *
choose_language (const char *language)
{
  return language != NULL ? language : netz_language_get ();
}

void
netz_coverage_make_columns (NetzCoverage *self, NetzNetwork *network, const char *language)
{
  g_autoptr (GArray) found = new_sorted ();
  gboolean kinds = self->options.columns == NETZ_COVERAGE_KINDS;

  language = choose_language (language);
  if (kinds)
    add_kinds (found, network, language);
  else
    add_systematic (found, network, language);
  if (!kinds && found->len == 0)
    add_used_programmes (found, network, language);
  g_array_sort (found, compare_sorted);
  self->n_columns = found->len;
  self->columns = g_new0 (NetzCoverageColumn, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const Sorted *column = &g_array_index (found, Sorted, i);

      self->columns[i].id = g_strdup (column->id);
      self->columns[i].label = g_strdup (kinds ? netz_kind_get_name (column->thing, language)
                                               : netz_programme_get_name (column->thing, language));
    }
}

/* ---- rows ---- */

static gboolean
has_social_index (const NetzInstitution *school)
{
  return isfinite (school->social_index);
}

static char *
make_key (const NetzCoverage *self, const NetzInstitution *school)
{
  switch (self->options.by)
    {
    case NETZ_COVERAGE_BY_KIND:
      return g_strdup (school->kind != NULL ? school->kind : "");
    case NETZ_COVERAGE_BY_SOCIAL_INDEX:
      return has_social_index (school) ? g_strdup_printf ("%.0f", school->social_index) : g_strdup ("");
    case NETZ_COVERAGE_BY_DISTRICT:
    default:
      return g_strdup (school->district != NULL ? school->district : "");
    }
}

static char *
make_label (const NetzCoverage *self, NetzNetwork *network, const NetzInstitution *school, const char *language)
{
  switch (self->options.by)
    {
    case NETZ_COVERAGE_BY_KIND:
      return g_strdup (netz_describe_kind (network, school->kind, language));
    case NETZ_COVERAGE_BY_SOCIAL_INDEX:
      return has_social_index (school) ? g_strdup_printf (_("Social index %.0f"), school->social_index)
                                       : g_strdup (_("No social index"));
    case NETZ_COVERAGE_BY_DISTRICT:
    default:
      return g_strdup (school->district != NULL ? school->district : _("No district"));
    }
}

static void
add_row (GArray *rows, const NetzCoverage *self, NetzNetwork *network, NetzInstitution *school, const char *language)
{
  g_autofree char *label = make_label (self, network, school, language);
  g_autofree char *collated = g_utf8_collate_key (label, -1);
  g_autofree char *key = make_key (self, school);
  Sorted row = { .thing = school, .id = netz_record_get_id (NETZ_RECORD (school)) };

  if (self->options.by == NETZ_COVERAGE_BY_SOCIAL_INDEX)
    row.rank = has_social_index (school) ? -round (school->social_index) : 1;
  else
    row.rank = self->options.by == NETZ_COVERAGE_BY_DISTRICT && school->district == NULL;
  row.group = g_strconcat (collated, "\n", key, NULL); /* two kinds may have one name */
  row.name = g_utf8_collate_key (school->name != NULL ? school->name : "", -1);
  g_array_append_val (rows, row);
}

static void
begin_group (NetzCoverage *self, GArray *groups, NetzNetwork *network, guint first, const char *language)
{
  const NetzInstitution *school = self->rows[first].school;
  NetzCoverageGroup group = { .key = make_key (self, school), .first = first };

  group.label = make_label (self, network, school, language);
  group.covered = g_new0 (guint, MAX (self->n_columns, 1));
  g_array_append_val (groups, group);
}

static void
make_groups (NetzCoverage *self, NetzNetwork *network, const char *language)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (NetzCoverageGroup));

  for (guint i = 0; i < self->n_rows; i++)
    {
      g_autofree char *key = make_key (self, self->rows[i].school);

      if (i == 0 || strcmp (key, g_array_index (groups, NetzCoverageGroup, groups->len - 1).key) != 0)
        begin_group (self, groups, network, i, language);
      self->rows[i].group = groups->len - 1;
      g_array_index (groups, NetzCoverageGroup, groups->len - 1).n_rows++;
    }
  self->n_groups = groups->len;
  self->groups = (NetzCoverageGroup *) (void *) g_array_free (groups, FALSE);
}

void
netz_coverage_make_rows (NetzCoverage *self, NetzNetwork *network, const char *language)
{
  g_autoptr (GArray) found = new_sorted ();
  NetzNetworkIter iter;
  NetzInstitution *institution;

  language = choose_language (language);
  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_role_is_school (network, institution))
      add_row (found, self, network, institution, language);
  g_array_sort (found, compare_sorted);
  self->n_rows = found->len;
  self->rows = g_new0 (NetzCoverageRow, found->len);
  for (guint i = 0; i < found->len; i++)
    self->rows[i].school = g_object_ref (g_array_index (found, Sorted, i).thing);
  make_groups (self, network, language);
}
