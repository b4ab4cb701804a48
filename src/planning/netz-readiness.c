/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-readiness.h"
#include "model/netz-describe.h"
#include "model/netz-search.h"
#include "planning/netz-readiness-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_witness (gpointer data)
{
  NetzReadinessWitness *self = data;

  g_free (self->person);
  g_free (self->id);
  g_free (self);
}

static void
free_gap (gpointer data)
{
  NetzReadinessGap *self = data;

  g_free (self->text);
  g_free (self->kind);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
free_condition (gpointer data)
{
  NetzReadinessCondition *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->advice);
  g_free (self->type);
  g_free (self->group);
  g_ptr_array_unref (self->witnesses);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}

static NetzReadinessCondition *
make_condition (const NetzCatalogueItem *item, const char *language)
{
  NetzReadinessCondition *self = g_new0 (NetzReadinessCondition, 1);

  self->id = g_strdup (netz_catalogue_item_get_id (item));
  self->name = g_strdup (netz_catalogue_item_get_name (item, language));
  self->advice = g_strdup (netz_catalogue_item_get_text (item, language));
  self->type = g_strdup (netz_catalogue_item_get (item, "type"));
  self->required = g_strcmp0 (netz_catalogue_item_get (item, "required"), "yes") == 0;
  self->minimum = netz_catalogue_item_get_number (item, "minimum", 1);
  self->witnesses = g_ptr_array_new_with_free_func (free_witness);
  self->gaps = g_ptr_array_new_with_free_func (free_gap);
  return self;
}

/**
 * netz_readiness_new:
 * @network: a network
 * @workshop: (nullable): one of its workshops; without one nobody takes part
 * @catalogue: whose conditions are to hold
 * @language: (nullable): of the names in catalogue and kinds; %NULL: that of the messages
 *
 * O(n log n) in the institutions, and conditions times partnerships.
 *
 * Returns: (transfer full): what holds and what does not
 */
NetzReadiness *
netz_readiness_new (NetzNetwork *network,
                    const NetzWorkshop *workshop,
                    const NetzCatalogue *catalogue,
                    const char *language)
{
  NetzReadiness *self = g_new0 (NetzReadiness, 1);
  GPtrArray *items = netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_CONDITIONS);
  g_auto (NetzReadinessWork) work = { NULL };

  if (language == NULL)
    language = netz_language_get ();
  self->conditions = g_ptr_array_new_with_free_func (free_condition);
  netz_readiness_work_init (&work, network, workshop, catalogue, language);
  for (guint i = 0; i < items->len; i++)
    {
      NetzReadinessCondition *condition = make_condition (items->pdata[i], language);

      netz_readiness_judge (&work, items->pdata[i], condition);
      g_ptr_array_add (self->conditions, condition);
      if (condition->met)
        self->n_met++;
      else
        self->n_missing++;
      if (!condition->met && condition->required)
        self->n_required_missing++;
    }
  return self;
}

/**
 * netz_readiness_free:
 * @self: (transfer full) (nullable): what netz_readiness_new() gave
 */
void
netz_readiness_free (NetzReadiness *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

/**
 * netz_readiness_find:
 * @id: of a condition
 *
 * Returns: (transfer none) (nullable): the condition
 */
const NetzReadinessCondition *
netz_readiness_find (const NetzReadiness *self, const char *id)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const NetzReadinessCondition *condition = self->conditions->pdata[i];

      if (strcmp (condition->id, id) == 0)
        return condition;
    }
  return NULL;
}

/**
 * netz_readiness_describe_witness:
 * @network: the network that was judged
 * @witness: who or what meets a condition
 *
 * Returns: (transfer full): it for people: "Theo Probe (Gymnasium Kreuzgasse)"
 */
char *
netz_readiness_describe_witness (NetzNetwork *network, const NetzReadinessWitness *witness)
{
  NetzRecord *record = witness->id != NULL ? netz_network_find (network, witness->id) : NULL;
  g_autofree char *words = NULL;

  if (record == NULL)
    return g_strdup (witness->person != NULL ? witness->person : _("Somebody without a name"));
  words = netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP
              ? netz_describe_partnership (network, NETZ_PARTNERSHIP (record))
              : netz_describe_record (network, record);
  if (witness->person == NULL)
    return g_steal_pointer (&words);
  /* TRANSLATORS: a person and the institution that he or she comes from. */
  return g_strdup_printf (_("%s (%s)"), witness->person, words);
}

/**
 * netz_readiness_propose_group:
 * @institution: (nullable): an id
 *
 * Returns: (transfer none) (nullable): id of the actor group that its kind stands for
 */
const char *
netz_readiness_propose_group (NetzNetwork *network, const char *institution)
{
  NetzInstitution *record = institution != NULL ? netz_network_get_institution (network, institution) : NULL;
  NetzKind *kind
      = record != NULL && record->kind != NULL ? netz_network_get_kind (network, record->kind) : NULL;

  return kind != NULL ? kind->actor_group : NULL;
}

/**
 * netz_readiness_choose_workshop:
 * @name: (nullable): id or title of a workshop; %NULL: the first
 *
 * Titles are compared without regard to case and accents.
 *
 * Returns: (transfer none) (nullable): the workshop; %NULL where there is none, or none that is called so
 */
NetzWorkshop *
netz_readiness_choose_workshop (NetzNetwork *network, const char *name)
{
  g_autoptr (GPtrArray) workshops = netz_network_list (network, NETZ_TABLE_WORKSHOP);
  g_autofree char *wanted = name != NULL ? netz_fold (name) : NULL;

  for (guint i = 0; i < workshops->len; i++)
    {
      NetzWorkshop *workshop = workshops->pdata[i];
      g_autofree char *title = netz_fold (workshop->title != NULL ? workshop->title : "");

      if (name == NULL || strcmp (netz_record_get_id (NETZ_RECORD (workshop)), name) == 0
          || strcmp (title, wanted) == 0)
        return workshop;
    }
  return NULL;
}
