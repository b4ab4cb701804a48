/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTimelineChart: a timeline as a picture, with a handle at the day that is
 * looked at, which is drawn and moved by keys: arrows by a month, Page Up and
 * Page Down by a year, Home and End to the ends. Few partnerships are a bar
 * each; of many it shows how many there are on each day, by programme, and
 * below how many begin and end.
 *
 * Signal "day-chosen" (guint day): somebody moved the handle; a Julian day.
 */
#pragma once

#include "planning/netz-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_TIMELINE_CHART (netz_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (NetzTimelineChart, netz_timeline_chart, NETZ, TIMELINE_CHART, GtkWidget)

void netz_timeline_chart_set_timeline (NetzTimelineChart *self,
                                       NetzTimeline *timeline,
                                       NetzNetwork *network,
                                       const char *language);
const NetzTimeline *netz_timeline_chart_get_timeline (NetzTimelineChart *self);
void netz_timeline_chart_get_range (NetzTimelineChart *self, guint32 *first, guint32 *last);
guint32 netz_timeline_chart_get_day (NetzTimelineChart *self);
void netz_timeline_chart_set_day (NetzTimelineChart *self, guint32 day);

G_END_DECLS
