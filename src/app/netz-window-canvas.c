/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-canvas.h"

#include "app/netz-window-commands.h"
#include "app/netz-window-menus.h"

static const char *
guess_kind (NetzNetwork *network, const char *name, gpointer data)
{
  NetzSession *session = netz_window_get_session (NETZ_WINDOW (data));

  return session != NULL ? netz_session_guess_kind (session, name) : NULL;
}

static void
on_commit (NetzWindow *self, NetzDraft *draft)
{
  netz_window_commit (self, draft);
}

static void
on_commit_joined (NetzWindow *self, NetzDraft *draft, const char *key)
{
  netz_session_commit_joined (netz_window_get_session (self), draft, key);
}

static void
on_delete (NetzWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
}

static void
on_activate_item (NetzWindow *self, const char *id)
{
  netz_window_show_properties (self, TRUE);
}

static void
on_text_dropped (NetzWindow *self, const char *text, double x, double y)
{
  netz_window_take_lines (self, text, x, y);
}

static void
on_canvas_message (NetzWindow *self, const char *text)
{
  netz_messages_toast (netz_window_get_messages (self), text);
}

static void
on_context_menu (NetzWindow *self, double x, double y, const char *id)
{
  NetzSession *session = netz_window_get_session (self);
  g_autoptr (GMenuModel) model = netz_menus_new_for_item (netz_session_get_network (session), id,
                                                          netz_session_get_language (session));

  netz_stage_show_menu (netz_window_get_stage (self), model, x, y);
}

/**
 * netz_window_follow_canvas:
 *
 * Answers what the canvas asks for.
 */
void
netz_window_follow_canvas (NetzWindow *self)
{
  NetzCanvas *canvas = netz_window_get_canvas (self);

  netz_canvas_set_guess_func (canvas, guess_kind, self, NULL);
  g_signal_connect_object (canvas, "commit", G_CALLBACK (on_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "commit-joined", G_CALLBACK (on_commit_joined), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "context-menu", G_CALLBACK (on_context_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "activate-item", G_CALLBACK (on_activate_item), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "text-dropped", G_CALLBACK (on_text_dropped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "message", G_CALLBACK (on_canvas_message), self, G_CONNECT_SWAPPED);
}

/* What is still there of what an edit touched; partnerships only where there is nothing else, since they come along. */
static GPtrArray *
list_touched (NetzNetwork *network, NetzEdit *edit, gboolean partnerships)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      if ((change->table == NETZ_TABLE_PARTNERSHIP) == partnerships
          && netz_network_find (network, change->id) != NULL)
        g_ptr_array_add (ids, change->id);
    }
  if (ids->len > 0)
    g_ptr_array_add (ids, NULL);
  return ids;
}

/**
 * netz_window_show_reverted:
 * @edit: what undo or redo has applied
 *
 * Selects what was touched and brings it into sight.
 */
void
netz_window_show_reverted (NetzWindow *self, NetzEdit *edit)
{
  NetzSession *session = netz_window_get_session (self);
  NetzNetwork *network = netz_session_get_network (session);
  g_autoptr (GPtrArray) ids = list_touched (network, edit, FALSE);

  if (ids->len == 0)
    {
      g_ptr_array_unref (ids);
      ids = list_touched (network, edit, TRUE);
    }
  if (ids->len == 0)
    return;
  netz_selection_set (netz_session_get_selection (session), (const char *const *) ids->pdata);
  netz_canvas_scroll_to_ids (netz_window_get_canvas (self), (const char *const *) ids->pdata);
}
