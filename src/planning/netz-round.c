/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  HERE,
  MISSING,
  LIVED,
  IDEAS,
  FIRST,
  N_QUESTIONS,
};

static const NetzRoundQuestion questions[N_QUESTIONS] = {
  [HERE] = { "here", N_("Who is here?"),
             N_("All introduce themselves and show where they are in the network. Note who is present.") },
  [MISSING] = { "missing", N_("Who is missing?"),
                N_("Institutions that nobody stands for, though a workshop needs them. Who knows somebody there?") },
  [LIVED] = { "lived", N_("Which partnerships are lived?"),
              N_("These count as established. Are they? What has ended, what rests, what is not drawn yet?") },
  [IDEAS] = { "ideas", N_("Which are ideas?"),
              N_("What has been thought of. Add what comes up in the room, each a partnership with the status idea.") },
  [FIRST] = { "first", N_("Which first?"),
              N_("What is in preparation is nearest. Agree on the next step, its date and who is responsible.") },
};

/**
 * netz_round_get:
 * @n_questions: (out): how many
 *
 * Returns: (transfer none) (array length=n_questions): the questions in their order
 */
const NetzRoundQuestion *
netz_round_get (guint *n_questions)
{
  *n_questions = N_QUESTIONS;
  return questions;
}

/* "institution.id=A|B"; NULL where there are none. */
static char *
make_filter (GHashTable *ids)
{
  g_autoptr (GList) list = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) strcmp);
  GString *filter;

  if (list == NULL)
    return NULL;
  filter = g_string_new ("institution.id=");
  for (GList *link = list; link != NULL; link = link->next)
    g_string_append_printf (filter, "%s%s", link == list ? "" : "|", (const char *) link->data);
  return g_string_free (filter, FALSE);
}

/* Institutions of those who meet a condition about persons. */
static char *
filter_here (NetzNetwork *network, const NetzReadiness *readiness)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < readiness->conditions->len; i++)
    {
      const NetzReadinessCondition *condition = readiness->conditions->pdata[i];

      for (guint k = 0; k < condition->witnesses->len; k++)
        {
          const NetzReadinessWitness *witness = condition->witnesses->pdata[k];

          if (witness->id != NULL && netz_network_get_institution (network, witness->id) != NULL)
            g_hash_table_add (ids, witness->id);
        }
    }
  return make_filter (ids);
}

/* Institutions that could fill a gap. */
static char *
filter_missing (const NetzReadiness *readiness)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < readiness->conditions->len; i++)
    {
      const NetzReadinessCondition *condition = readiness->conditions->pdata[i];

      for (guint k = 0; k < condition->gaps->len; k++)
        {
          const NetzReadinessGap *gap = condition->gaps->pdata[k];

          for (guint n = 0; gap->invite && n < gap->ids->len; n++)
            g_hash_table_add (ids, gap->ids->pdata[n]);
        }
    }
  return make_filter (ids);
}

/**
 * netz_round_make_scope:
 * @question: its place in the table
 * @network: the whole network
 * @readiness: what the workshop has and lacks
 *
 * Returns: (transfer full): the part of the network that belongs to the question, the rest faded
 */
NetzScope *
netz_round_make_scope (guint question, NetzNetwork *network, const NetzReadiness *readiness)
{
  NetzScope *scope = netz_scope_new ();

  scope->fade = TRUE;
  switch (question)
    {
    case HERE:
      scope->filter = filter_here (network, readiness);
      break;
    case MISSING:
      scope->filter = filter_missing (readiness);
      break;
    case LIVED:
      scope->filter = g_strdup ("status=established");
      break;
    case IDEAS:
      scope->filter = g_strdup ("status=idea");
      break;
    default:
      scope->filter = g_strdup ("status=preparation");
      break;
    }
  return scope;
}

static guint
count_status (NetzNetwork *network, const char *status)
{
  NetzNetworkIter iter;
  NetzPartnership *partnership;
  guint n = 0;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    n += g_strcmp0 (partnership->status, status) == 0;
  return n;
}

static guint
count_without_next_step (NetzNetwork *network)
{
  NetzNetworkIter iter;
  NetzPartnership *partnership;
  guint n = 0;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    n += g_strcmp0 (partnership->status, "preparation") == 0 && partnership->next_step == NULL;
  return n;
}

static char *
tell_here (const NetzWorkshop *workshop)
{
  guint n_all = workshop != NULL && workshop->participants != NULL ? workshop->participants->len : 0;
  guint n_present = 0;

  for (guint i = 0; i < n_all; i++)
    n_present += g_strcmp0 (netz_part_get (workshop->participants->pdata[i], "attendance"), "present") == 0;
  /* TRANSLATORS: of the participants of a workshop. */
  return g_strdup_printf (_("%u of %u participants are marked as present."), n_present, n_all);
}

static char *
tell_missing (const NetzReadiness *readiness)
{
  if (readiness->n_missing == 0)
    return g_strdup (_("All conditions hold; in sight are the school forms that nobody stands for."));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u condition does not hold.", "%u conditions do not hold.",
                                       readiness->n_missing),
                          readiness->n_missing);
}

/**
 * netz_round_tell:
 * @question: its place in the table
 * @network: the whole network
 * @workshop: (nullable): the workshop of the room
 * @readiness: what it has and lacks
 *
 * O(partnerships).
 *
 * Returns: (transfer full): how it stands now, a sentence
 */
char *
netz_round_tell (guint question, NetzNetwork *network, const NetzWorkshop *workshop, const NetzReadiness *readiness)
{
  guint n;

  switch (question)
    {
    case HERE:
      return tell_here (workshop);
    case MISSING:
      return tell_missing (readiness);
    case LIVED:
      n = count_status (network, "established");
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u partnership is established.",
                                           "%u partnerships are established.", n),
                              n);
    case IDEAS:
      n = count_status (network, "idea");
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u partnership is an idea.",
                                           "%u partnerships are ideas.", n),
                              n);
    default:
      return g_strdup_printf (_("In preparation: %u; without a next step: %u."), count_status (network, "preparation"),
                              count_without_next_step (network));
    }
}
