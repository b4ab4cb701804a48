/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-agreement.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"
#include "model/netz-part.h"
#include "planning/netz-roles.h"

#include <math.h>
#include <string.h>

#define MONTHS_A_YEAR 12
#define LONGEST_TERM 1000 /* years; what is longer is a mistake and no date could hold it */

static gboolean
is_status (const NetzPartnership *partnership, const char *status)
{
  return g_strcmp0 (partnership->status, status) == 0;
}

/* The months of the term that is stated, 0 where none is. */
static guint
get_term (const NetzPartnership *partnership)
{
  if (isnan (partnership->term) || partnership->term <= 0 || partnership->term > LONGEST_TERM)
    return 0;
  return (guint) lround (partnership->term * MONTHS_A_YEAR);
}

static gboolean
get_span (const char *text, GDate *first, GDate *last)
{
  NetzDate date;

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  if (!netz_date_parse (text, &date))
    return FALSE;
  netz_date_get_span (&date, first, last);
  return TRUE;
}

/* The days on which it may have begun: when it was signed, else since when they are partners. */
static gboolean
get_beginning (const NetzPartnership *partnership, GDate *first, GDate *last)
{
  return get_span (partnership->agreement, first, last) || get_span (partnership->since, first, last);
}

/**
 * netz_agreement_get_end:
 * @partnership: a partnership
 * @end: (out): the last day; not valid where it is not known
 *
 * The end that is entered, or else the term counted from the agreement, or
 * where that has no date from the beginning. Of a month, a year or a school
 * year the last day counts.
 *
 * Returns: whether the end is known
 */
gboolean
netz_agreement_get_end (const NetzPartnership *partnership, GDate *end)
{
  GDate first, last;
  guint term = get_term (partnership);

  g_date_clear (end, 1);
  if (get_span (partnership->until, &first, &last))
    *end = last;
  else if (term > 0 && get_beginning (partnership, &first, &last)
           && g_date_get_year (&last) + term / MONTHS_A_YEAR < 9999)
    {
      *end = last;
      g_date_add_months (end, term);
    }
  return g_date_valid (end);
}

/**
 * netz_agreement_get_sides_without_contact:
 * @partnership: a partnership
 *
 * Returns: the sides of which no person is named
 */
NetzSides
netz_agreement_get_sides_without_contact (const NetzPartnership *partnership)
{
  NetzSides without = NETZ_SIDE_FROM | NETZ_SIDE_TO;

  for (guint i = 0; partnership->contacts != NULL && i < partnership->contacts->len; i++)
    {
      const NetzPart *contact = partnership->contacts->pdata[i];
      const char *person = netz_part_get (contact, "person");
      const char *side = netz_part_get (contact, "side");

      if (person == NULL || *person == '\0')
        continue;
      if (g_strcmp0 (side, "from") == 0)
        without &= ~NETZ_SIDE_FROM;
      else if (g_strcmp0 (side, "to") == 0)
        without &= ~NETZ_SIDE_TO;
    }
  return without;
}

/* Whether it runs for so many months: by its term, or from the first to the last day that are known. */
static gboolean
runs_for (const NetzPartnership *partnership, guint months)
{
  GDate first, last, end;

  if (get_term (partnership) > 0)
    return get_term (partnership) >= months;
  if (!get_beginning (partnership, &first, &last) || !get_span (partnership->until, &last, &end))
    return FALSE;
  g_date_add_months (&first, months);
  g_date_subtract_days (&first, 1);
  return g_date_compare (&end, &first) >= 0;
}

/**
 * netz_agreement_meets:
 * @network: the network that @partnership is in
 * @partnership: a partnership
 * @criterion: a criterion of a catalogue
 *
 * Returns: whether it keeps the criterion; %TRUE for a type of criterion that is not known here
 */
gboolean
netz_agreement_meets (NetzNetwork *network, const NetzPartnership *partnership, const NetzCatalogueItem *criterion)
{
  const char *type = netz_catalogue_item_get (criterion, "type");
  GDate first, last;

  if (g_strcmp0 (type, "agreement") == 0)
    return get_span (partnership->agreement, &first, &last);
  if (g_strcmp0 (type, "term") == 0)
    return runs_for (partnership, netz_catalogue_item_get_number (criterion, "months", 0));
  if (g_strcmp0 (type, "contacts") == 0)
    return netz_agreement_get_sides_without_contact (partnership) == NETZ_SIDE_NONE;
  if (g_strcmp0 (type, "open-to-all") == 0)
    return partnership->open_to_all;
  if (g_strcmp0 (type, "programme") == 0)
    return partnership->programme != NULL && netz_network_get_programme (network, partnership->programme) != NULL;
  return TRUE;
}

static gboolean
is_judged (NetzNetwork *network, const NetzPartnership *partnership)
{
  NetzProgramme *programme
      = partnership->programme != NULL ? netz_network_get_programme (network, partnership->programme) : NULL;

  return programme != NULL ? programme->systematic : netz_role_is_school_partnership (network, partnership, NULL, NULL);
}

/**
 * netz_agreement_judge_end:
 * @self: a row
 * @day: the day asked about
 * @months: how far ahead an end is told
 *
 * Finds out its state, for another day or other months than before.
 */
void
netz_agreement_judge_end (NetzAgreement *self, const GDate *day, guint months)
{
  GDate horizon = *day;

  g_date_add_months (&horizon, months);
  if (!self->agreed || !g_date_valid (&self->end))
    self->state = NETZ_AGREEMENT_OPEN;
  else if (g_date_compare (&self->end, day) < 0)
    self->state = NETZ_AGREEMENT_OVER;
  else
    self->state = g_date_compare (&self->end, &horizon) <= 0 ? NETZ_AGREEMENT_ENDING : NETZ_AGREEMENT_RUNNING;
}

static void
judge (NetzAgreements *self, NetzNetwork *network, NetzAgreement *row)
{
  row->without = netz_agreement_get_sides_without_contact (row->partnership);
  for (guint i = 0; i < self->criteria->len; i++)
    if (!netz_agreement_meets (network, row->partnership, self->criteria->pdata[i]))
      row->missing |= 1u << i;
  if (!row->agreed)
    return;
  self->n_judged++;
  self->n_registrable += row->missing == 0;
  self->n_without_contact += row->without != NETZ_SIDE_NONE;
}

static void
add_row (NetzAgreements *self, NetzNetwork *network, NetzPartnership *partnership, const GDate *day, guint months)
{
  NetzAgreement row = { .partnership = g_object_ref (partnership) };

  row.agreed = is_status (partnership, "established") || is_status (partnership, "dormant");
  row.judged = is_judged (network, partnership);
  netz_agreement_get_end (partnership, &row.end);
  netz_agreement_judge_end (&row, day, months);
  if (row.judged)
    judge (self, network, &row);
  self->n_ending += row.state == NETZ_AGREEMENT_ENDING;
  self->n_over += row.state == NETZ_AGREEMENT_OVER;
  g_array_append_val (self->rows, row);
}

/* A row and what it is sorted by among those that end on the same day. */
typedef struct
{
  NetzAgreement row;
  char *key;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  gboolean first_ends = g_date_valid (&first->row.end);
  gboolean second_ends = g_date_valid (&second->row.end);
  int order = 0;

  if (first_ends != second_ends)
    return first_ends ? -1 : 1;
  if (first_ends)
    order = g_date_compare (&first->row.end, &second->row.end);
  return order != 0 ? order : strcmp (first->key, second->key);
}

static void
sort_rows (NetzAgreements *self, NetzNetwork *network)
{
  g_autofree Sorted *sorted = g_new0 (Sorted, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *name = NULL;

      sorted[i].row = g_array_index (self->rows, NetzAgreement, i);
      name = netz_describe_record (network, NETZ_RECORD (sorted[i].row.partnership));
      sorted[i].key = g_utf8_collate_key (name, -1);
    }
  if (self->rows->len > 0)
    qsort (sorted, self->rows->len, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_array_index (self->rows, NetzAgreement, i) = sorted[i].row;
      g_free (sorted[i].key);
    }
}

static void
clear_row (gpointer row)
{
  g_object_unref (((NetzAgreement *) row)->partnership);
}

/**
 * netz_agreements_new:
 * @network: a network
 * @catalogue: the catalogue whose criteria count
 * @day: the day asked about
 * @months: how far ahead an end is told
 *
 * O(n log n) in partnerships.
 *
 * Returns: (transfer full): all that is in preparation or agreed
 */
NetzAgreements *
netz_agreements_new (NetzNetwork *network, const NetzCatalogue *catalogue, const GDate *day, guint months)
{
  NetzAgreements *self = g_new0 (NetzAgreements, 1);
  NetzPartnership *partnership;
  NetzNetworkIter iter;

  self->criteria = g_ptr_array_ref (netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_CRITERIA));
  self->rows = g_array_new (FALSE, FALSE, sizeof (NetzAgreement));
  g_array_set_clear_func (self->rows, clear_row);
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (is_status (partnership, "preparation") || is_status (partnership, "established")
        || is_status (partnership, "dormant"))
      add_row (self, network, partnership, day, months);
  sort_rows (self, network);
  return self;
}

/**
 * netz_agreements_free:
 * @self: (transfer full): agreements
 */
void
netz_agreements_free (NetzAgreements *self)
{
  g_array_unref (self->rows);
  g_ptr_array_unref (self->criteria);
  g_free (self);
}

/**
 * netz_agreement_is_registrable:
 * @self: a row
 *
 * Returns: whether it is agreed and keeps every criterion that is made for it
 */
gboolean
netz_agreement_is_registrable (const NetzAgreement *self)
{
  return self->agreed && self->judged && self->missing == 0;
}

/**
 * netz_agreements_get_missing:
 * @self: agreements
 * @row: one of them
 *
 * Returns: (transfer container) (element-type NetzCatalogueItem): the criteria that it does not keep
 */
GPtrArray *
netz_agreements_get_missing (const NetzAgreements *self, const NetzAgreement *row)
{
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < self->criteria->len; i++)
    if ((row->missing & (1u << i)) != 0)
      g_ptr_array_add (missing, self->criteria->pdata[i]);
  return missing;
}
