/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-timeline.h"

#include <string.h>

/* Beginnings and ends of one programme's partnerships, each sorted: how many there are on a day is found by halving. */
typedef struct
{
  GRefString *programme; /* NULL: those without one */
  GArray *begins;        /* guint32, an open beginning first */
  GArray *ends;          /* guint32, only those that are known */
} Group;

struct _NetzTimeline
{
  GArray *groups; /* Group */
  GArray *spans;  /* NetzTimelineSpan, by group, then beginning */
  GArray *events; /* NetzTimelineEvent, by day */
};

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->programme, g_ref_string_release);
  g_clear_pointer (&group->begins, g_array_unref);
  g_clear_pointer (&group->ends, g_array_unref);
}

static void
clear_span (gpointer data)
{
  g_clear_pointer (&((NetzTimelineSpan *) data)->id, g_ref_string_release);
}

static void
clear_event (gpointer data)
{
  g_clear_pointer (&((NetzTimelineEvent *) data)->id, g_ref_string_release);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const NetzTimelineSpan *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->begins != second->begins)
    return first->begins < second->begins ? -1 : 1;
  return strcmp (first->id, second->id);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const NetzTimelineEvent *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->type != second->type)
    return first->type < second->type ? -1 : 1;
  return strcmp (first->id, second->id);
}

/* Notes the event; NETZ_TIMELINE_OPEN where there is no date. */
static guint32
take_date (NetzTimeline *self, const NetzPartnership *partnership, NetzTimelineEventType type, const char *text)
{
  NetzTimelineEvent event = { .type = type };
  NetzDate date;
  GDate first, last;

  if (!netz_date_parse (text, &date))
    return NETZ_TIMELINE_OPEN;
  netz_date_get_span (&date, &first, &last);
  event.day = g_date_get_julian (type == NETZ_EVENT_ENDS ? &last : &first);
  event.precision = date.precision;
  event.id = g_ref_string_new (netz_record_get_id ((const NetzRecord *) partnership));
  g_array_append_val (self->events, event);
  return event.day;
}

static guint
find_group (NetzTimeline *self, GHashTable *groups, GRefString *programme)
{
  gpointer index;
  Group group = { NULL };

  if (g_hash_table_lookup_extended (groups, programme != NULL ? programme : "", NULL, &index))
    return GPOINTER_TO_UINT (index);
  group.programme = programme != NULL ? g_ref_string_acquire (programme) : NULL;
  group.begins = g_array_new (FALSE, FALSE, sizeof (guint32));
  group.ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->groups, group);
  g_hash_table_insert (groups, programme != NULL ? programme : (gpointer) "", GUINT_TO_POINTER (self->groups->len - 1));
  return self->groups->len - 1;
}

static void
take_partnership (NetzTimeline *self, GHashTable *groups, const NetzPartnership *partnership)
{
  NetzTimelineSpan span = { .begins = take_date (self, partnership, NETZ_EVENT_BEGINS, partnership->since),
                            .ends = take_date (self, partnership, NETZ_EVENT_ENDS, partnership->until) };
  Group *group;

  take_date (self, partnership, NETZ_EVENT_AGREEMENT, partnership->agreement);
  take_date (self, partnership, NETZ_EVENT_NEXT_STEP, partnership->next_date);
  /* What has ended nobody knows when was not there on any day that could be named. */
  if (span.ends == NETZ_TIMELINE_OPEN && g_strcmp0 (partnership->status, "ended") == 0)
    return;
  /* One that ends before it begins was never there. */
  if (span.ends != NETZ_TIMELINE_OPEN && span.ends < span.begins)
    return;
  span.id = g_ref_string_new (netz_record_get_id ((const NetzRecord *) partnership));
  span.group = find_group (self, groups, partnership->programme);
  group = &g_array_index (self->groups, Group, span.group);
  g_array_append_val (group->begins, span.begins);
  if (span.ends != NETZ_TIMELINE_OPEN)
    g_array_append_val (group->ends, span.ends);
  g_array_append_val (self->spans, span);
}

/**
 * netz_timeline_new:
 * @network: a network
 *
 * O(n log n) in its partnerships.
 *
 * Returns: (transfer full): their timeline
 */
NetzTimeline *
netz_timeline_new (NetzNetwork *network)
{
  NetzTimeline *self = g_new0 (NetzTimeline, 1);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) partnerships = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);

  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, clear_group);
  self->spans = g_array_new (FALSE, FALSE, sizeof (NetzTimelineSpan));
  g_array_set_clear_func (self->spans, clear_span);
  self->events = g_array_new (FALSE, FALSE, sizeof (NetzTimelineEvent));
  g_array_set_clear_func (self->events, clear_event);
  for (guint i = 0; i < partnerships->len; i++)
    take_partnership (self, groups, partnerships->pdata[i]);
  for (guint i = 0; i < self->groups->len; i++)
    {
      g_array_sort (g_array_index (self->groups, Group, i).begins, compare_days);
      g_array_sort (g_array_index (self->groups, Group, i).ends, compare_days);
    }
  g_array_sort (self->spans, compare_spans);
  g_array_sort (self->events, compare_events);
  return self;
}

/**
 * netz_timeline_free:
 * @self: (transfer full): a timeline
 */
void
netz_timeline_free (NetzTimeline *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->spans);
  g_array_unref (self->events);
  g_free (self);
}

/**
 * netz_timeline_get_n_groups:
 * @self: a timeline
 *
 * Returns: how many programmes have partnerships in it
 */
guint
netz_timeline_get_n_groups (const NetzTimeline *self)
{
  return self->groups->len;
}

/**
 * netz_timeline_get_programme:
 * @self: a timeline
 * @group: which
 *
 * Returns: (nullable): the id of the programme, %NULL for those without one
 */
const char *
netz_timeline_get_programme (const NetzTimeline *self, guint group)
{
  g_return_val_if_fail (group < self->groups->len, NULL);

  return g_array_index (self->groups, Group, group).programme;
}

/**
 * netz_timeline_get_n_spans:
 * @self: a timeline
 *
 * Returns: how many partnerships there are in it
 */
guint
netz_timeline_get_n_spans (const NetzTimeline *self)
{
  return self->spans->len;
}

/**
 * netz_timeline_get_span:
 * @self: a timeline
 * @index: which
 *
 * Returns: (transfer none): from when until when; by programme, within it by beginning
 */
const NetzTimelineSpan *
netz_timeline_get_span (const NetzTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->spans->len, NULL);

  return &g_array_index (self->spans, NetzTimelineSpan, index);
}

/**
 * netz_timeline_get_n_events:
 * @self: a timeline
 *
 * Returns: how many dates there are in it
 */
guint
netz_timeline_get_n_events (const NetzTimeline *self)
{
  return self->events->len;
}

/**
 * netz_timeline_get_event:
 * @self: a timeline
 * @index: which
 *
 * Returns: (transfer none): what happens; by day
 */
const NetzTimelineEvent *
netz_timeline_get_event (const NetzTimeline *self, guint index)
{
  g_return_val_if_fail (index < self->events->len, NULL);

  return &g_array_index (self->events, NetzTimelineEvent, index);
}

/**
 * netz_timeline_get_range:
 * @self: a timeline
 * @first: (out): the first day on which anything begins or ends
 * @last: (out): the last
 *
 * Returns: whether there is any
 */
gboolean
netz_timeline_get_range (const NetzTimeline *self, guint32 *first, guint32 *last)
{
  *first = *last = NETZ_TIMELINE_OPEN;
  for (guint i = 0; i < self->events->len; i++)
    {
      const NetzTimelineEvent *event = &g_array_index (self->events, NetzTimelineEvent, i);

      if (event->type != NETZ_EVENT_BEGINS && event->type != NETZ_EVENT_ENDS)
        continue;
      if (*first == NETZ_TIMELINE_OPEN)
        *first = event->day;
      *last = event->day;
    }
  return *first != NETZ_TIMELINE_OPEN;
}

/* How many of the days are before @day. */
static guint
count_before (GArray *days, guint32 day)
{
  guint low = 0, high = days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (days, guint32, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * netz_timeline_count_group_on:
 * @self: a timeline
 * @group: a programme
 * @day: a day
 *
 * O(log n).
 *
 * Returns: how many of its partnerships there are on that day
 */
guint
netz_timeline_count_group_on (const NetzTimeline *self, guint group, guint32 day)
{
  const Group *counted;

  g_return_val_if_fail (group < self->groups->len, 0);

  counted = &g_array_index (self->groups, Group, group);
  return count_before (counted->begins, day + 1) - count_before (counted->ends, day);
}

/**
 * netz_timeline_count_on:
 * @self: a timeline
 * @day: a day
 *
 * O(programmes log n).
 *
 * Returns: how many partnerships there are on that day
 */
guint
netz_timeline_count_on (const NetzTimeline *self, guint32 day)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += netz_timeline_count_group_on (self, i, day);
  return n;
}

/**
 * netz_period_around:
 * @type: what kind of a period
 * @day: a day
 * @first: (out): the first day of the one that it is in
 * @last: (out): the last
 */
void
netz_period_around (NetzPeriodType type, guint32 day, guint32 *first, guint32 *last)
{
  static const NetzDatePrecision precisions[] = {
    [NETZ_PERIOD_MONTH] = NETZ_DATE_MONTH,
    [NETZ_PERIOD_YEAR] = NETZ_DATE_YEAR,
    [NETZ_PERIOD_SCHOOL_YEAR] = NETZ_DATE_SCHOOL_YEAR,
  };
  NetzDate date = { precisions[type], 0, 1, 1 };
  GDate at, begin, end;

  g_date_clear (&at, 1);
  g_date_set_julian (&at, day);
  date.year = g_date_get_year (&at);
  date.month = g_date_get_month (&at);
  netz_date_get_span (&date, &begin, &end);
  if (g_date_compare (&at, &begin) < 0)
    {
      date.year--;
      netz_date_get_span (&date, &begin, &end);
    }
  *first = g_date_get_julian (&begin);
  *last = g_date_get_julian (&end);
}

/* Beginnings and ends of what is counted; those of partnerships that were never there are not. */
static void
count_spans (const NetzTimeline *self, GArray *periods)
{
  guint32 start = g_array_index (periods, NetzPeriod, 0).first;
  g_autoptr (GArray) lasts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), periods->len);

  for (guint i = 0; i < periods->len; i++)
    g_array_append_val (lasts, g_array_index (periods, NetzPeriod, i).last);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const NetzTimelineSpan *span = &g_array_index (self->spans, NetzTimelineSpan, i);

      if (span->begins >= start)
        g_array_index (periods, NetzPeriod, count_before (lasts, span->begins)).begins++;
      if (span->ends >= start)
        g_array_index (periods, NetzPeriod, count_before (lasts, span->ends)).ends++;
    }
}

/**
 * netz_timeline_list_periods:
 * @self: a timeline
 * @type: what kind of periods
 *
 * Returns: (transfer full) (element-type NetzPeriod): one after the other without a gap, from that in which the first
 *   partnership begins or ends to that in which the last does
 */
GArray *
netz_timeline_list_periods (const NetzTimeline *self, NetzPeriodType type)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (NetzPeriod));
  guint32 first, last;
  NetzPeriod period = { 0 };

  if (!netz_timeline_get_range (self, &first, &last))
    return periods;
  for (guint32 day = first; day <= last; day = period.last + 1)
    {
      period = (NetzPeriod){ 0 };
      netz_period_around (type, day, &period.first, &period.last);
      period.held = netz_timeline_count_on (self, period.last);
      g_array_append_val (periods, period);
      if (period.last >= last)
        break;
    }
  count_spans (self, periods);
  return periods;
}
