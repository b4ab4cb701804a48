/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-readiness-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_witness (NetzReadinessCondition *condition, const char *person, const char *id)
{
  NetzReadinessWitness *witness = g_new0 (NetzReadinessWitness, 1);

  witness->person = g_strdup (person);
  witness->id = g_strdup (id);
  g_ptr_array_add (condition->witnesses, witness);
}

static void
add_participant (NetzReadinessCondition *condition, const NetzPart *participant)
{
  add_witness (condition, netz_part_get (participant, "person"), netz_part_get (participant, "institution"));
}

/* A gap that institutions of one kind could fill: "Hauptschule: not represented; 12 in the network." */
static void
add_kind_gap (const NetzReadinessWork *work, NetzReadinessCondition *condition, const NetzKind *kind)
{
  const char *name = netz_kind_get_name (kind, work->language);
  NetzReadinessGap *gap = netz_readiness_work_make_gap (work, NULL, kind);

  gap->invite = TRUE;
  netz_readiness_work_offer (work, gap, kind);
  if (gap->ids->len == 0)
    /* TRANSLATORS: %s is a kind of institution. */
    gap->text = g_strdup_printf (_("%s: not represented, and none in the network"), name);
  else
    gap->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: not represented; %u in the network",
                                              "%s: not represented; %u in the network", gap->ids->len),
                                 name, gap->ids->len);
  g_ptr_array_add (condition->gaps, gap);
}

/* A gap that institutions of several kinds could fill. */
static void
add_kinds_gap (const NetzReadinessWork *work, NetzReadinessCondition *condition, GPtrArray *kinds)
{
  guint lacking = condition->minimum > condition->count ? condition->minimum - condition->count : 1;
  NetzReadinessGap *gap = netz_readiness_work_make_gap (work, NULL, NULL);
  g_autofree char *who = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person is missing",
                                                       "%u persons are missing",
                                                       lacking),
                                          lacking);

  gap->invite = TRUE;
  for (guint i = 0; i < kinds->len; i++)
    netz_readiness_work_offer (work, gap, kinds->pdata[i]);
  if (gap->ids->len == 0)
    /* TRANSLATORS: %s is "2 persons are missing". */
    gap->text = g_strdup_printf (_("%s; the network has no institution for it"), who);
  else
    /* TRANSLATORS: %s is "2 persons are missing", %u a number of institutions. */
    gap->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u institution of the network could be invited",
                                              "%s; %u institutions of the network could be invited", gap->ids->len),
                                 who, gap->ids->len);
  g_ptr_array_add (condition->gaps, gap);
}

static gboolean
is_of_programme (const NetzReadinessWork *work, const NetzPartnership *partnership, const char *wanted)
{
  NetzProgramme *programme;

  if (partnership->programme == NULL || wanted == NULL)
    return FALSE;
  if (strcmp (wanted, "@systematic") != 0)
    return strcmp (partnership->programme, wanted) == 0;
  programme = netz_network_get_programme (work->network, partnership->programme);
  if (programme == NULL)
    programme = netz_catalogue_find_programme (work->catalogue, partnership->programme);
  return programme != NULL && programme->systematic;
}

static gboolean
is_begun (const NetzPartnership *partnership)
{
  return g_strcmp0 (partnership->status, "idea") == 0 || g_strcmp0 (partnership->status, "preparation") == 0;
}

static void
judge_partnerships (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition)
{
  const char *wanted = netz_catalogue_item_get (item, "programme");
  const char *status = netz_catalogue_item_get (item, "status");
  NetzReadinessGap *gap = netz_readiness_work_make_gap (work, NULL, NULL);

  for (guint i = 0; i < work->partnerships->len; i++)
    {
      NetzPartnership *partnership = work->partnerships->pdata[i];

      if (!is_of_programme (work, partnership, wanted))
        continue;
      if (g_strcmp0 (partnership->status, status) == 0)
        add_witness (condition, NULL, netz_record_get_id (NETZ_RECORD (partnership)));
      else if (is_begun (partnership))
        g_ptr_array_add (gap->ids, g_strdup (netz_record_get_id (NETZ_RECORD (partnership))));
    }
  condition->count = condition->witnesses->len;
  condition->met = condition->count >= condition->minimum;
  gap->text = gap->ids->len == 0
                  ? g_strdup (_("No such partnership has been begun"))
                  : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                  "%u partnership that has been begun could be concluded",
                                                  "%u partnerships that have been begun could be concluded",
                                                  gap->ids->len),
                                     gap->ids->len);
  g_ptr_array_add (condition->gaps, gap);
  if (condition->met)
    g_ptr_array_set_size (condition->gaps, 0);
}

static gboolean
stands_for (const NetzReadinessWork *work, const NetzPart *participant, const char *group, const char *kinds)
{
  const char *named = netz_part_get (participant, "group");
  NetzKind *kind = netz_readiness_work_get_kind (work, netz_part_get (participant, "institution"));

  if (named != NULL)
    return strcmp (named, group) == 0;
  return kind != NULL && (g_strcmp0 (kind->actor_group, group) == 0 || netz_readiness_kind_is_in (kind, kinds));
}

static gboolean
is_represented (const NetzReadinessWork *work, const NetzKind *kind)
{
  for (guint i = 0; i < work->participants->len; i++)
    if (netz_readiness_work_get_kind (work, netz_part_get (work->participants->pdata[i], "institution")) == kind)
      return TRUE;
  return FALSE;
}

/* Where each kind of the group must be there, those that are not. */
static void
judge_each_kind (const NetzReadinessWork *work, NetzReadinessCondition *condition, GPtrArray *kinds)
{
  for (guint i = 0; i < kinds->len; i++)
    if (!is_represented (work, kinds->pdata[i]))
      {
        add_kind_gap (work, condition, kinds->pdata[i]);
        condition->met = FALSE;
      }
}

static void
judge_actor_group (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition)
{
  const char *id = netz_catalogue_item_get (item, "actor-group");
  NetzCatalogueItem *group = netz_catalogue_find_item (work->catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, id);
  const char *words = group != NULL ? netz_catalogue_item_get (group, "kinds") : NULL;
  g_autoptr (GPtrArray) kinds = netz_readiness_work_list_kinds (work, words);

  for (guint i = 0; i < work->participants->len; i++)
    if (id != NULL && stands_for (work, work->participants->pdata[i], id, words))
      add_participant (condition, work->participants->pdata[i]);
  condition->group = g_strdup (id);
  condition->count = condition->witnesses->len;
  condition->met = condition->count >= condition->minimum;
  if (g_strcmp0 (netz_catalogue_item_get (item, "each"), "yes") == 0)
    judge_each_kind (work, condition, kinds);
  if (!condition->met && condition->gaps->len == 0)
    add_kinds_gap (work, condition, kinds);
}

static void
judge_participants (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition)
{
  const char *words = netz_catalogue_item_get (item, "kinds");
  g_autoptr (GPtrArray) kinds = netz_readiness_work_list_kinds (work, words);

  for (guint i = 0; i < work->participants->len; i++)
    {
      NetzPart *participant = work->participants->pdata[i];
      NetzKind *kind = netz_readiness_work_get_kind (work, netz_part_get (participant, "institution"));

      if (kind != NULL && netz_readiness_kind_is_in (kind, words))
        add_participant (condition, participant);
    }
  condition->count = condition->witnesses->len;
  condition->met = condition->count >= condition->minimum;
  if (condition->met)
    return;
  if (kinds->len == 1)
    add_kind_gap (work, condition, kinds->pdata[0]);
  else
    add_kinds_gap (work, condition, kinds);
}

/* School forms that the network has and nobody stands for are told of even where enough of them are represented. */
static void
judge_school_forms (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition)
{
  g_autoptr (GPtrArray) forms = netz_readiness_work_list_kinds (work, "@school");

  for (guint i = 0; i < forms->len; i++)
    {
      if (is_represented (work, forms->pdata[i]))
        condition->count++;
      else if (g_hash_table_contains (work->by_kind, netz_record_get_id (forms->pdata[i])))
        add_kind_gap (work, condition, forms->pdata[i]);
    }
  for (guint i = 0; i < work->participants->len; i++)
    {
      NetzKind *kind
          = netz_readiness_work_get_kind (work, netz_part_get (work->participants->pdata[i], "institution"));

      if (kind != NULL && netz_readiness_kind_is_in (kind, "@school"))
        add_participant (condition, work->participants->pdata[i]);
    }
  condition->met = condition->count >= condition->minimum;
}

static const struct
{
  const char *type;
  void (*judge) (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition);
} rules[] = {
  { "partnerships", judge_partnerships },
  { "actor-group", judge_actor_group },
  { "participants", judge_participants },
  { "school-forms", judge_school_forms },
};

void
netz_readiness_judge (const NetzReadinessWork *work, const NetzCatalogueItem *item, NetzReadinessCondition *condition)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (condition->type, rules[i].type) == 0)
      rules[i].judge (work, item, condition);
}
