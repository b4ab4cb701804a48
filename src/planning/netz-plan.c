/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan against reality: how far the partnerships of each programme and district have come. */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-next-steps.h"

#include "model/netz-describe.h"
#include "planning/netz-roles.h"

static void
free_row (gpointer data)
{
  NetzPlanRow *row = data;

  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    g_ptr_array_unref (row->ids[i]);
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

/* The row of @key, made where it is new; "" stands for none. */
static NetzPlanRow *
get_row (GHashTable *rows, const char *key)
{
  NetzPlanRow *row = g_hash_table_lookup (rows, key != NULL ? key : "");

  if (row != NULL)
    return row;
  row = g_new0 (NetzPlanRow, 1);
  row->key = key != NULL && *key != '\0' ? g_strdup (key) : NULL;
  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    row->ids[i] = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (rows, g_strdup (key != NULL ? key : ""), row);
  return row;
}

static void
put (GHashTable *rows, const char *key, const NetzPartnership *partnership)
{
  NetzPlanRow *row = get_row (rows, key);

  g_ptr_array_add (row->ids[netz_progress_of (partnership)],
                   g_strdup (netz_record_get_id (NETZ_RECORD (partnership))));
}

static void
put_by_district (GHashTable *rows, NetzNetwork *network, const NetzPartnership *partnership)
{
  const char *const ids[] = { partnership->from, partnership->to };
  const char *districts[2] = { NULL, NULL };
  gboolean known[2] = { FALSE, FALSE };
  gboolean school[2] = { FALSE, FALSE };
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    {
      const NetzInstitution *end = ids[i] != NULL ? netz_network_get_institution (network, ids[i]) : NULL;

      known[i] = end != NULL;
      school[i] = end != NULL && netz_role_is_school (network, end);
      districts[i] = end != NULL ? end->district : NULL;
    }
  for (guint i = 0; i < 2; i++)
    if (known[i] && (school[i] || (!school[0] && !school[1]))
        && (n == 0 || g_strcmp0 (districts[0], districts[1]) != 0))
      {
        put (rows, districts[i], partnership);
        n++;
      }
  if (n == 0)
    put (rows, NULL, partnership);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const NetzPlanRow *first = *(const NetzPlanRow *const *) a;
  const NetzPlanRow *second = *(const NetzPlanRow *const *) b;

  if (first->label == NULL || second->label == NULL)
    return (first->label == NULL) - (second->label == NULL);
  return g_utf8_collate (first->label, second->label);
}

/**
 * netz_plan_new:
 * @network: a network
 * @by: what the rows are
 *
 * O(n) in partnerships.
 *
 * Returns: (transfer full) (element-type NetzPlanRow): by name; what nothing is said of is last
 */
GPtrArray *
netz_plan_new (NetzNetwork *network, NetzPlanBy by)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *plan = g_ptr_array_new_with_free_func (free_row);
  NetzPartnership *partnership;
  NetzPlanRow *row;
  GHashTableIter entries;
  NetzNetworkIter iter;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (by == NETZ_PLAN_BY_PROGRAMME)
      put (rows, partnership->programme, partnership);
    else
      put_by_district (rows, network, partnership);
  g_hash_table_iter_init (&entries, rows);
  while (g_hash_table_iter_next (&entries, NULL, (gpointer *) &row))
    {
      if (row->key != NULL)
        row->label = g_strdup (by == NETZ_PLAN_BY_PROGRAMME ? netz_describe_programme (network, row->key, NULL)
                                                            : row->key);
      g_ptr_array_add (plan, row);
    }
  g_ptr_array_sort (plan, compare_rows);
  return plan;
}

/**
 * netz_plan_row_count:
 * @self: a row
 * @progress: how far partnerships have come
 *
 * Returns: how many have
 */
guint
netz_plan_row_count (const NetzPlanRow *self, NetzProgress progress)
{
  return self->ids[progress]->len;
}

/**
 * netz_plan_row_get_total:
 * @self: a row
 *
 * Returns: how many partnerships it has in all
 */
guint
netz_plan_row_get_total (const NetzPlanRow *self)
{
  guint total = 0;

  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    total += self->ids[i]->len;
  return total;
}
