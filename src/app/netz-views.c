/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-views.h"

#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static int
compare_views (gconstpointer a, gconstpointer b)
{
  const NetzView *first = *(NetzView *const *) a, *second = *(NetzView *const *) b;
  double x = isnan (first->order) ? G_MAXDOUBLE : first->order, y = isnan (second->order) ? G_MAXDOUBLE : second->order;

  if (x != y)
    return x < y ? -1 : 1;
  return g_utf8_collate (first->title != NULL ? first->title : "", second->title != NULL ? second->title : "");
}

/**
 * netz_views_list:
 * @session: a session
 *
 * Returns: (transfer full) (element-type NetzView): its views in their order, each with a reference
 */
GPtrArray *
netz_views_list (NetzSession *session)
{
  GPtrArray *views = g_ptr_array_new_with_free_func (g_object_unref);
  NetzNetworkIter iter;
  NetzView *view;

  netz_network_iter_init (&iter, netz_session_get_network (session), NETZ_TABLE_VIEW);
  while (netz_network_iter_next (&iter, &view))
    g_ptr_array_add (views, g_object_ref (view));
  g_ptr_array_sort (views, compare_views);
  return views;
}

/* The menus of GTK take an underline for the mark of a key. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", pieces);
}

/**
 * netz_views_new_menu:
 * @session: a session
 *
 * Returns: (transfer full): its views, and what can be done with them
 */
GMenuModel *
netz_views_new_menu (NetzSession *session)
{
  g_autoptr (GPtrArray) views = netz_views_list (session);
  g_autoptr (GMenu) list = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < views->len; i++)
    {
      const NetzView *view = views->pdata[i];
      g_autofree char *label = escape_label (view->title != NULL ? view->title : _("View without a name"));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.choose-view", "s", netz_record_get_id (NETZ_RECORD (view)));
      g_menu_append_item (list, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append (menu, _("Save and Change Views…"), "win.views");
  return G_MENU_MODEL (menu);
}

static gboolean
get_area (const NetzView *view, NetzRect *area)
{
  *area = (NetzRect){ view->x, view->y, view->width, view->height };
  return isfinite (view->x) && isfinite (view->y) && view->width > 0 && view->height > 0;
}

/**
 * netz_views_show:
 * @window: a window
 * @id: of a view
 *
 * Looks at what the view shows, and where it looks.
 */
void
netz_views_show (NetzWindow *window, const char *id)
{
  NetzSession *session = netz_window_get_session (window);
  NetzView *view = (NetzView *) netz_network_get (netz_session_get_network (session), NETZ_TABLE_VIEW, id);
  g_autoptr (NetzScope) scope = view != NULL ? netz_scope_new_from_view (view) : NULL;
  g_autoptr (GError) error = NULL;
  NetzRect area;

  if (view == NULL)
    return;
  if (!netz_session_set_scope (session, scope, &error))
    {
      netz_messages_toast (netz_window_get_messages (window), error->message);
      return;
    }
  if (get_area (view, &area))
    netz_canvas_show_area (netz_window_get_canvas (window), &area);
  else
    netz_canvas_fit (netz_window_get_canvas (window));
}

static void
set_place (NetzRecord *view, const NetzRect *area)
{
  /* A rectangle on a screen has no use for fractions. */
  netz_record_set_number (view, "x", round (area->x));
  netz_record_set_number (view, "y", round (area->y));
  netz_record_set_number (view, "width", round (area->width));
  netz_record_set_number (view, "height", round (area->height));
}

/**
 * netz_views_add:
 * @window: a window
 * @title: what the view shall be called
 *
 * Saves what is looked at as another view, the last of all.
 *
 * Returns: whether it was saved
 */
gboolean
netz_views_add (NetzWindow *window, const char *title)
{
  NetzSession *session = netz_window_get_session (window);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), _("Save View"));
  NetzRect area = netz_canvas_get_visible (netz_window_get_canvas (window));
  const char *id = netz_add_view (draft, title, area.x, area.y, area.width, area.height);
  NetzRecord *view = netz_draft_edit (draft, NETZ_TABLE_VIEW, id);

  set_place (view, &area);
  netz_scope_fill_view (netz_session_get_scope (session), NETZ_VIEW (view));
  return netz_window_commit (window, draft);
}

/**
 * netz_views_update:
 * @window: a window
 * @id: of a view
 *
 * Makes the view show what is looked at now; its name, headline and notes stay.
 *
 * Returns: whether that was something else
 */
gboolean
netz_views_update (NetzWindow *window, const char *id)
{
  NetzSession *session = netz_window_get_session (window);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), _("Change View"));
  NetzRect area = netz_canvas_get_visible (netz_window_get_canvas (window));
  NetzRecord *view = netz_draft_edit (draft, NETZ_TABLE_VIEW, id);

  set_place (view, &area);
  netz_scope_fill_view (netz_session_get_scope (session), NETZ_VIEW (view));
  return netz_window_commit (window, draft);
}

/**
 * netz_views_rename:
 * @window: a window
 * @id: of a view
 * @title: what it shall be called
 *
 * Returns: whether it was called otherwise
 */
gboolean
netz_views_rename (NetzWindow *window, const char *id, const char *title)
{
  NetzSession *session = netz_window_get_session (window);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), _("Rename View"));

  netz_record_set_text (netz_draft_edit (draft, NETZ_TABLE_VIEW, id), "title", title);
  return netz_window_commit (window, draft);
}

/**
 * netz_views_delete:
 * @window: a window
 * @id: of a view
 *
 * Returns: whether it was there
 */
gboolean
netz_views_delete (NetzWindow *window, const char *id)
{
  NetzSession *session = netz_window_get_session (window);
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (session), _("Delete View"));

  netz_draft_remove (draft, NETZ_TABLE_VIEW, id);
  return netz_window_commit (window, draft);
}
