/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzScopeBar: which part of the network is looked at, as chips: each can be
 * changed and taken away, in any order, by pointer and keyboard. It is shown
 * while something is left out, or when it was asked for.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SCOPE_BAR (netz_scope_bar_get_type ())
G_DECLARE_FINAL_TYPE (NetzScopeBar, netz_scope_bar, NETZ, SCOPE_BAR, AdwBin)

void netz_scope_bar_set_session (NetzScopeBar *self, NetzSession *session);
void netz_scope_bar_add (NetzScopeBar *self);
void netz_scope_bar_set_views_menu (NetzScopeBar *self, GMenuModel *menu);

G_END_DECLS
