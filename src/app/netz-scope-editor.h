/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzScopeEditor: the popover in which a condition is put together: what is
 * asked for, how, and the value. What makes no sense is refused where it was
 * typed.
 */
#pragma once

#include "app/netz-session.h"
#include "planning/netz-scope-edit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SCOPE_EDITOR (netz_scope_editor_get_type ())
G_DECLARE_FINAL_TYPE (NetzScopeEditor, netz_scope_editor, NETZ, SCOPE_EDITOR, GtkPopover)

void netz_scope_editor_begin (NetzScopeEditor *self, NetzSession *session);
void netz_scope_editor_edit (NetzScopeEditor *self, NetzSession *session, NetzConditionType type, guint term);

G_END_DECLS
