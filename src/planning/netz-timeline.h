/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTimeline: when the partnerships of a network begin and end, when
 * agreements were signed and next steps are due. It keeps what it needs and
 * does not follow later changes.
 *
 * Days are Julian days as g_date_get_julian() counts them. What begins in a
 * year, month or school year begins on its first day, what ends in one ends on
 * its last; a missing or odd date is an open end. So it is counted as
 * netz_scope_cut() cuts.
 */
#pragma once

#include "model/netz-date.h"
#include "model/netz-network.h"

G_BEGIN_DECLS

/* A beginning or end that is not known. */
#define NETZ_TIMELINE_OPEN 0

typedef enum
{
  NETZ_EVENT_BEGINS,
  NETZ_EVENT_ENDS,
  NETZ_EVENT_AGREEMENT,
  NETZ_EVENT_NEXT_STEP,
} NetzTimelineEventType;

/**
 * NetzTimelineEvent:
 * @type: what happens
 * @day: when: of an end the last day, of all else the first
 * @precision: how exactly that is known
 * @id: of the partnership
 */
typedef struct
{
  NetzTimelineEventType type;
  guint32 day;
  NetzDatePrecision precision;
  GRefString *id;
} NetzTimelineEvent;

/**
 * NetzTimelineSpan:
 * @id: of the partnership
 * @group: index of its programme among the groups
 * @begins: its first day, or %NETZ_TIMELINE_OPEN
 * @ends: its last day, or %NETZ_TIMELINE_OPEN
 */
typedef struct
{
  GRefString *id;
  guint group;
  guint32 begins;
  guint32 ends;
} NetzTimelineSpan;

typedef enum
{
  NETZ_PERIOD_MONTH,
  NETZ_PERIOD_YEAR,
  NETZ_PERIOD_SCHOOL_YEAR,
} NetzPeriodType;

/**
 * NetzPeriod:
 * @first: its first day
 * @last: its last day
 * @begins: partnerships that begin in it
 * @ends: partnerships that end in it
 * @held: partnerships that there are on its last day
 */
typedef struct
{
  guint32 first;
  guint32 last;
  guint begins;
  guint ends;
  guint held;
} NetzPeriod;

typedef struct _NetzTimeline NetzTimeline;

NetzTimeline *netz_timeline_new (NetzNetwork *network);
void netz_timeline_free (NetzTimeline *self);
guint netz_timeline_get_n_groups (const NetzTimeline *self);
const char *netz_timeline_get_programme (const NetzTimeline *self, guint group);
guint netz_timeline_get_n_spans (const NetzTimeline *self);
const NetzTimelineSpan *netz_timeline_get_span (const NetzTimeline *self, guint index);
guint netz_timeline_get_n_events (const NetzTimeline *self);
const NetzTimelineEvent *netz_timeline_get_event (const NetzTimeline *self, guint index);
gboolean netz_timeline_get_range (const NetzTimeline *self, guint32 *first, guint32 *last);
guint netz_timeline_count_on (const NetzTimeline *self, guint32 day);
guint netz_timeline_count_group_on (const NetzTimeline *self, guint group, guint32 day);
GArray *netz_timeline_list_periods (const NetzTimeline *self, NetzPeriodType type);
void netz_period_around (NetzPeriodType type, guint32 day, guint32 *first, guint32 *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzTimeline, netz_timeline_free)

G_END_DECLS
