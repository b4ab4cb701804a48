/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-check.h"

#include "model/netz-check-private.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A rule looks at one record of its table. */
typedef struct
{
  NetzTable table;
  void (*run) (NetzChecker *self, const NetzRecord *record);
} Rule;

static void
check_ends (NetzChecker *self, const NetzRecord *record)
{
  const NetzPartnership *partnership = (const NetzPartnership *) record;
  const char *ends[] = { partnership->from, partnership->to };
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (netz_network_get (self->network, NETZ_TABLE_INSTITUTION, ends[i]) != NULL)
        continue;
      if (ends[i] == NULL)
        netz_checker_report (self, "dangling-end", NETZ_SEVERITY_ERROR, record, NULL,
                             _("A partnership (%s) has only one end."), netz_record_get_id (record));
      else
        netz_checker_report (self, "dangling-end", NETZ_SEVERITY_ERROR, record, ends[i],
                             _("A partnership (%s) ends at “%s”, and there is no such institution."),
                             netz_record_get_id (record), ends[i]);
    }
  if (ends[0] == NULL || g_strcmp0 (ends[0], ends[1]) != 0)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "same-ends", NETZ_SEVERITY_ERROR, record, ends[0],
                       _("A partnership joins an institution to itself: %s."), name);
}

static NetzInstitution *
get_end (NetzChecker *self, const char *id)
{
  return (NetzInstitution *) netz_network_get (self->network, NETZ_TABLE_INSTITUTION, id);
}

static void
check_programme (NetzChecker *self, const NetzRecord *record)
{
  const NetzPartnership *partnership = (const NetzPartnership *) record;
  NetzProgramme *programme = netz_network_get_programme (self->network, partnership->programme);
  NetzInstitution *from = get_end (self, partnership->from);
  NetzInstitution *to = get_end (self, partnership->to);
  NetzKind *kinds[2];
  g_autofree char *name = NULL;

  if (partnership->programme == NULL)
    {
      name = netz_checker_name (self, record);
      netz_checker_report (self, "no-programme", NETZ_SEVERITY_NOTE, record, NULL,
                           _("The partnership %s has no programme."), name);
    }
  if (programme == NULL || from == NULL || to == NULL)
    return;
  kinds[0] = netz_network_get_kind (self->network, from->kind);
  kinds[1] = netz_network_get_kind (self->network, to->kind);
  if (kinds[0] == NULL || kinds[1] == NULL || netz_programme_joins (programme, kinds[0], kinds[1]))
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "programme-ends", NETZ_SEVERITY_WARNING, record, partnership->programme,
                       /* TRANSLATORS: the partnership, the programme, and the kinds of the two institutions. */
                       _("In %s the programme “%s” does not join these kinds: %s and %s."), name,
                       netz_describe_programme (self->network, partnership->programme, NULL),
                       netz_describe_kind (self->network, from->kind, NULL),
                       netz_describe_kind (self->network, to->kind, NULL));
}

static void
check_agreement (NetzChecker *self, const NetzRecord *record)
{
  const NetzPartnership *partnership = (const NetzPartnership *) record;
  g_autofree char *name = NULL;

  if (isnan (partnership->term) || partnership->agreement != NULL)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "agreement-date", NETZ_SEVERITY_WARNING, record, NULL,
                       _("The agreement of %s has a term, but no day on which it was signed."), name);
}

static void
check_name (NetzChecker *self, const NetzRecord *record)
{
  const NetzInstitution *institution = (const NetzInstitution *) record;
  g_autofree char *trimmed = g_strstrip (g_strdup (institution->name != NULL ? institution->name : ""));

  if (*trimmed == '\0')
    netz_checker_report (self, "missing-name", NETZ_SEVERITY_WARNING, record, NULL,
                         _("An institution (%s) has no name."), netz_record_get_id (record));
}

static void
check_kind (NetzChecker *self, const NetzRecord *record)
{
  const NetzInstitution *institution = (const NetzInstitution *) record;
  g_autofree char *name = NULL;

  if (institution->kind != NULL)
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "no-kind", NETZ_SEVERITY_NOTE, record, NULL, _("The kind of %s is not said."), name);
}

static void
check_place (NetzChecker *self, const NetzRecord *record)
{
  const NetzInstitution *institution = (const NetzInstitution *) record;
  g_autofree char *name = NULL;

  if (netz_institution_is_placed (institution))
    return;
  name = netz_checker_name (self, record);
  netz_checker_report (self, "unplaced", NETZ_SEVERITY_NOTE, record, NULL, _("%s has no place on the canvas yet."),
                       name);
}

static void
check_coordinates (NetzChecker *self, const NetzRecord *record)
{
  const NetzInstitution *institution = (const NetzInstitution *) record;
  gboolean has_latitude = !isnan (institution->latitude);
  gboolean has_longitude = !isnan (institution->longitude);
  g_autofree char *name = netz_checker_name (self, record);

  if ((has_latitude && fabs (institution->latitude) > 90) || (has_longitude && fabs (institution->longitude) > 180))
    netz_checker_report (self, "coordinates", NETZ_SEVERITY_ERROR, record, NULL,
                         _("The coordinates of %s are not on earth: latitudes go to 90, longitudes to 180 degrees."),
                         name);
  if (has_latitude != has_longitude)
    netz_checker_report (self, "coordinates", NETZ_SEVERITY_WARNING, record, NULL,
                         _("Of the coordinates of %s one is missing."), name);
}

static void
check_agreed (NetzChecker *self, const NetzRecord *record)
{
  const NetzWorkshop *workshop = (const NetzWorkshop *) record;

  for (guint i = 0; workshop->agreed != NULL && i < workshop->agreed->len; i++)
    {
      const char *id = g_ptr_array_index (workshop->agreed, i);
      g_autofree char *name = NULL;

      if (netz_network_get_partnership (self->network, id) != NULL)
        continue;
      name = netz_checker_name (self, record);
      netz_checker_report (self, "unknown-reference", NETZ_SEVERITY_WARNING, record, id,
                           _("In %s a partnership was agreed on that is not there (%s)."), name, id);
    }
}

/* The rules that hold for records of any table are run before these. */
static const Rule rules[] = {
  { NETZ_TABLE_INSTITUTION, check_name },
  { NETZ_TABLE_INSTITUTION, check_kind },
  { NETZ_TABLE_INSTITUTION, check_place },
  { NETZ_TABLE_INSTITUTION, check_coordinates },
  { NETZ_TABLE_INSTITUTION, netz_check_duplicate_institution },
  { NETZ_TABLE_INSTITUTION, netz_check_date_order },
  { NETZ_TABLE_PARTNERSHIP, check_ends },
  { NETZ_TABLE_PARTNERSHIP, check_programme },
  { NETZ_TABLE_PARTNERSHIP, check_agreement },
  { NETZ_TABLE_PARTNERSHIP, netz_check_duplicate_partnership },
  { NETZ_TABLE_PARTNERSHIP, netz_check_date_order },
  { NETZ_TABLE_WORKSHOP, check_agreed },
};

static void
run_rules (NetzChecker *self, const NetzRecord *record)
{
  NetzTable table = netz_record_get_table (record);

  netz_check_references (self, record);
  netz_check_values (self, record);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].table == table)
      rules[i].run (self, record);
}

static int
compare_issues (gconstpointer a, gconstpointer b)
{
  const NetzIssue *first = *(const NetzIssue *const *) a;
  const NetzIssue *second = *(const NetzIssue *const *) b;
  int order;

  if (first->severity != second->severity)
    return first->severity > second->severity ? -1 : 1;
  if (first->table != second->table)
    return first->table < second->table ? -1 : 1;
  order = strcmp (first->id, second->id);
  return order != 0 ? order : strcmp (first->message, second->message);
}

static void
clear_twins (NetzChecker *self)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    g_clear_pointer (&self->twins[table], g_hash_table_unref);
}

static GPtrArray *
end_check (NetzChecker *self)
{
  clear_twins (self);
  g_ptr_array_sort (self->issues, compare_issues);
  return g_steal_pointer (&self->issues);
}

static NetzChecker
begin_check (NetzNetwork *network, const char *one)
{
  NetzChecker self = { .network = network, .one = one };

  self.issues = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_issue_free);
  return self;
}

void
netz_checker_report (NetzChecker *self,
                     const char *rule,
                     NetzSeverity severity,
                     const NetzRecord *record,
                     const char *other,
                     const char *format,
                     ...)
{
  NetzIssue *issue = g_new0 (NetzIssue, 1);
  va_list arguments;

  issue->rule = rule;
  issue->severity = severity;
  issue->table = netz_record_get_table (record);
  issue->id = g_ref_string_new (netz_record_get_id (record));
  issue->other = other != NULL ? g_ref_string_new (other) : NULL;
  va_start (arguments, format);
  issue->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->issues, issue);
}

/* What a message calls a record; names in it are quoted. */
char *
netz_checker_name (NetzChecker *self, const NetzRecord *record)
{
  g_autofree char *words = netz_describe_record (self->network, record);
  NetzTable table = netz_record_get_table (record);

  if (table == NETZ_TABLE_PARTNERSHIP || (table == NETZ_TABLE_INSTITUTION && netz_record_get_title (record) != NULL))
    return g_strdup_printf (_("“%s”"), words);
  return g_steal_pointer (&words);
}

/**
 * netz_issue_free:
 * @self: (transfer full): an issue
 */
void
netz_issue_free (NetzIssue *self)
{
  g_clear_pointer (&self->id, g_ref_string_release);
  g_clear_pointer (&self->other, g_ref_string_release);
  g_free (self->message);
  g_free (self);
}

/**
 * netz_check:
 * @network: a network
 *
 * Looks at all records by all rules. O(n log n).
 *
 * Returns: (transfer full) (element-type NetzIssue): what was found, the worst first
 */
GPtrArray *
netz_check (NetzNetwork *network)
{
  NetzChecker self = begin_check (network, NULL);

  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      NetzNetworkIter iter;
      NetzRecord *record;

      netz_network_iter_init (&iter, network, table);
      while (netz_network_iter_next (&iter, &record))
        run_rules (&self, record);
    }
  return end_check (&self);
}

/**
 * netz_check_record:
 * @network: a network
 * @table: a table of it
 * @id: the id of a record, which need not be there any more
 *
 * Looks at one record by all rules. Of two that say the same each is told of,
 * whichever is asked about. O(n) for institutions, else O(partnerships of its ends).
 *
 * Returns: (transfer full) (element-type NetzIssue): what was found, the worst first
 */
GPtrArray *
netz_check_record (NetzNetwork *network, NetzTable table, const char *id)
{
  NetzChecker self = begin_check (network, id);
  NetzRecord *record = netz_network_get (network, table, id);

  if (record != NULL)
    run_rules (&self, record);
  return end_check (&self);
}
