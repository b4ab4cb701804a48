/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTimelineBar: the timeline below the pages: which day is looked at, and the
 * growth of the network played step by step. It changes nothing but the day of
 * the session's scope, so that all pages follow.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_TIMELINE_BAR (netz_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (NetzTimelineBar, netz_timeline_bar, NETZ, TIMELINE_BAR, AdwBin)

void netz_timeline_bar_set_session (NetzTimelineBar *self, NetzSession *session);

G_END_DECLS
