/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What there is to do: the partnerships that are an idea or in preparation, as
 * a list to work through, and plan against reality: how far the partnerships
 * of each programme and district have come. Results belong to whoever asked.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

/**
 * NetzProgress:
 *
 * How far a partnership has come, in the order of its life: the statuses of netz-partnership.h.
 */
typedef enum
{
  NETZ_PROGRESS_IDEA,
  NETZ_PROGRESS_PREPARATION,
  NETZ_PROGRESS_ESTABLISHED,
  NETZ_PROGRESS_DORMANT,
  NETZ_PROGRESS_ENDED,
} NetzProgress;

#define NETZ_N_PROGRESS (NETZ_PROGRESS_ENDED + 1)

const char *netz_progress_get_status (NetzProgress progress);
NetzProgress netz_progress_of (const NetzPartnership *partnership);

/**
 * NetzNextStep:
 * @partnership: what is to be done about
 * @progress: idea or preparation
 * @responsible: (nullable): the persons who lead it
 * @due: the last day for the next step; not valid where none is set
 * @overdue: whether that has passed
 * @without_step: whether nobody has said what comes next
 */
typedef struct
{
  NetzPartnership *partnership;
  NetzProgress progress;
  char *responsible;
  GDate due;
  gboolean overdue;
  gboolean without_step;
} NetzNextStep;

GArray *netz_next_steps_new (NetzNetwork *network, const GDate *day);
char *netz_next_step_get_responsible (const NetzPartnership *partnership);

/**
 * NetzPlanBy:
 * @NETZ_PLAN_BY_PROGRAMME: rows are programmes
 * @NETZ_PLAN_BY_DISTRICT: rows are districts: that of the school, or where no school takes part those of both ends
 */
typedef enum
{
  NETZ_PLAN_BY_PROGRAMME,
  NETZ_PLAN_BY_DISTRICT,
} NetzPlanBy;

/**
 * NetzPlanRow:
 * @key: (nullable): id of a programme, name of a district; %NULL where none is said
 * @label: (nullable): what to show, in the language of the messages; %NULL with @key
 * @ids: partnerships, by how far they have come
 */
typedef struct
{
  char *key;
  char *label;
  GPtrArray *ids[NETZ_N_PROGRESS];
} NetzPlanRow;

GPtrArray *netz_plan_new (NetzNetwork *network, NetzPlanBy by);
guint netz_plan_row_count (const NetzPlanRow *self, NetzProgress progress);
guint netz_plan_row_get_total (const NetzPlanRow *self);

G_END_DECLS
