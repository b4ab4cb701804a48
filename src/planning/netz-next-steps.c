/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-next-steps.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"
#include "model/netz-part.h"

#include <stdlib.h>
#include <string.h>

static const char *const statuses[NETZ_N_PROGRESS] = { "idea", "preparation", "established", "dormant", "ended" };

/**
 * netz_progress_get_status:
 * @progress: how far a partnership has come
 *
 * Returns: (transfer none): the status of that name
 */
const char *
netz_progress_get_status (NetzProgress progress)
{
  g_return_val_if_fail (progress < NETZ_N_PROGRESS, NULL);

  return statuses[progress];
}

/**
 * netz_progress_of:
 * @partnership: a partnership
 *
 * Returns: how far it has come; one of which nothing is said is an idea
 */
NetzProgress
netz_progress_of (const NetzPartnership *partnership)
{
  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    if (g_strcmp0 (partnership->status, statuses[i]) == 0)
      return (NetzProgress) i;
  return NETZ_PROGRESS_IDEA;
}

/**
 * netz_next_step_get_responsible:
 * @partnership: a partnership
 *
 * Returns: (transfer full) (nullable): the persons who lead it, with commas between them; %NULL: nobody is named
 */
char *
netz_next_step_get_responsible (const NetzPartnership *partnership)
{
  g_autoptr (GString) persons = g_string_new (NULL);

  for (guint i = 0; partnership->contacts != NULL && i < partnership->contacts->len; i++)
    {
      const NetzPart *contact = partnership->contacts->pdata[i];
      const char *person = netz_part_get (contact, "person");

      if (person != NULL && *person != '\0' && g_strcmp0 (netz_part_get (contact, "side"), "lead") == 0)
        g_string_append_printf (persons, "%s%s", persons->len > 0 ? ", " : "", person);
    }
  return persons->len > 0 ? g_string_free (g_steal_pointer (&persons), FALSE) : NULL;
}

/* A step and what it is sorted by among equals. */
typedef struct
{
  NetzNextStep step;
  char *key;
} Sorted;

/* Overdue, with a date, with a step only, without a step. */
static int
get_rank (const NetzNextStep *step)
{
  if (step->overdue)
    return 0;
  if (g_date_valid (&step->due))
    return 1;
  return step->without_step ? 3 : 2;
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int order = get_rank (&first->step) - get_rank (&second->step);

  if (order == 0 && g_date_valid (&first->step.due))
    order = g_date_compare (&first->step.due, &second->step.due);
  if (order == 0)
    order = (int) second->step.progress - (int) first->step.progress;
  return order != 0 ? order : strcmp (first->key, second->key);
}

static NetzNextStep
make_step (NetzPartnership *partnership, const GDate *day)
{
  NetzNextStep step = { .partnership = g_object_ref (partnership), .progress = netz_progress_of (partnership) };
  NetzDate date;
  GDate first;

  step.responsible = netz_next_step_get_responsible (partnership);
  step.without_step = partnership->next_step == NULL || *partnership->next_step == '\0';
  g_date_clear (&step.due, 1);
  if (netz_date_parse (partnership->next_date, &date))
    {
      netz_date_get_span (&date, &first, &step.due);
      step.overdue = g_date_compare (&step.due, day) < 0;
    }
  return step;
}

static void
clear_step (gpointer data)
{
  NetzNextStep *step = data;

  g_object_unref (step->partnership);
  g_free (step->responsible);
}

static GArray *
collect (NetzNetwork *network, const GDate *day)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Sorted));
  NetzPartnership *partnership;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (netz_progress_of (partnership) <= NETZ_PROGRESS_PREPARATION)
      {
        g_autofree char *name = netz_describe_record (network, NETZ_RECORD (partnership));
        Sorted sorted = { make_step (partnership, day), g_utf8_collate_key (name, -1) };

        g_array_append_val (found, sorted);
      }
  g_array_sort (found, compare_sorted);
  return found;
}

/**
 * netz_next_steps_new:
 * @network: a network
 * @day: the day asked about
 *
 * The list to work through: what is overdue first, the oldest at the top; then
 * what has a date; then what has a step but no date; last what nobody has said
 * a next step of. What is in preparation comes before ideas. O(n log n) in
 * partnerships.
 *
 * Returns: (transfer full) (element-type NetzNextStep): what is an idea or in preparation
 */
GArray *
netz_next_steps_new (NetzNetwork *network, const GDate *day)
{
  g_autoptr (GArray) found = collect (network, day);
  GArray *steps = g_array_sized_new (FALSE, FALSE, sizeof (NetzNextStep), found->len);

  g_array_set_clear_func (steps, clear_step);
  for (guint i = 0; i < found->len; i++)
    {
      Sorted *sorted = &g_array_index (found, Sorted, i);

      g_array_append_val (steps, sorted->step);
      g_free (sorted->key);
    }
  return steps;
}
