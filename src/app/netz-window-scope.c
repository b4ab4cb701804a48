/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-views-dialog.h"
#include "app/netz-views.h"
#include "app/netz-window-commands.h"
#include "planning/netz-scope-edit.h"

#include <glib/gi18n-lib.h>

/**
 * netz_window_add_filter:
 *
 * Shows the filters, and the popover in which one is put together.
 */
void
netz_window_add_filter (NetzWindow *self, int detail)
{
  netz_scope_bar_add (netz_window_get_scope_bar (self));
}

/**
 * netz_window_show_whole_network:
 *
 * Looks at all of it again.
 */
void
netz_window_show_whole_network (NetzWindow *self, int detail)
{
  g_autoptr (NetzScope) everything = netz_scope_new ();
  GtkWidget *focus = NULL;

  netz_session_set_scope (netz_window_get_session (self), everything, NULL);
  /* The button that was pressed may be gone, and must not take the keyboard along. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (GTK_WIDGET (netz_window_get_pages (self)));
}

/**
 * netz_window_filter_neighbourhood:
 *
 * Looks at the selected institution and its partners only; once more, one step further.
 */
void
netz_window_filter_neighbourhood (NetzWindow *self, int detail)
{
  NetzSession *session = netz_window_get_session (self);
  const char *single = netz_selection_get_single (netz_session_get_selection (session));
  g_autoptr (NetzScope) scope = netz_scope_copy (netz_session_get_scope (session));
  guint steps = g_strcmp0 (scope->focus, single) == 0 ? scope->steps + 1 : 1;

  netz_scope_set_focus (scope, single, steps);
  netz_session_set_scope (session, scope, NULL);
}

/**
 * netz_window_change_views:
 *
 * Shows the saved views, to save another and to change those.
 */
void
netz_window_change_views (NetzWindow *self, int detail)
{
  gtk_window_present (GTK_WINDOW (netz_views_dialog_new (self)));
}

static void
refresh_views (NetzWindow *self)
{
  g_autoptr (GMenuModel) menu = netz_views_new_menu (netz_window_get_session (self));

  netz_scope_bar_set_views_menu (netz_window_get_scope_bar (self), menu);
}

/* Somebody who adds what the filters leave out would look for it in vain. */
static void
tell_hidden (NetzWindow *self, NetzEdit *edit)
{
  NetzSession *session = netz_window_get_session (self);
  NetzNetwork *part = netz_session_get_part (session);

  if (netz_scope_is_everything (netz_session_get_scope (session)))
    return;
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);
      g_autofree char *text = NULL;

      if (change->table != NETZ_TABLE_INSTITUTION || change->before != NULL ||
          netz_network_get_institution (part, change->id) != NULL)
        continue;
      /* Translators: %s is the name of an institution that was just added */
      text = g_strdup_printf (_("“%s” is not shown: the filters leave it out."),
                              netz_institution_get_label (NETZ_INSTITUTION (change->after)));
      netz_messages_toast (netz_window_get_messages (self), text);
      return;
    }
}

static void
on_network_changed (NetzWindow *self, NetzEdit *edit)
{
  tell_hidden (self, edit);
  if (netz_edit_touches_table (edit, NETZ_TABLE_VIEW))
    refresh_views (self);
}

/* The only action of these that is told something: the id of a view. */
static void
on_choose_view (GSimpleAction *action, GVariant *id, NetzWindow *self)
{
  if (netz_window_get_session (self) != NULL)
    netz_views_show (self, g_variant_get_string (id, NULL));
}

static void
add_choose_action (NetzWindow *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("choose-view", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (action, "activate", G_CALLBACK (on_choose_view), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * netz_window_follow_views:
 *
 * Keeps the menu of the views up to date, as long as the window has its session.
 */
void
netz_window_follow_views (NetzWindow *self)
{
  NetzNetwork *network = netz_session_get_network (netz_window_get_session (self));

  if (g_action_map_lookup_action (G_ACTION_MAP (self), "choose-view") == NULL)
    add_choose_action (self);
  g_signal_connect_object (network, "changed", G_CALLBACK (on_network_changed), self, G_CONNECT_SWAPPED);
  refresh_views (self);
}
