/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-shortcuts.h"
#include "app/netz-window-commands.h"

static void
show_selection (NetzWindow *self)
{
  NetzSession *session = netz_window_get_session (self);
  g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (session));
  NetzRect area = NETZ_RECT_EMPTY;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRect bounds;

      if (netz_scene_get_item_bounds (netz_session_get_scene (session), ids[i], &bounds))
        area = netz_rect_union (&area, &bounds);
    }
  if (!netz_rect_is_empty (&area))
    netz_canvas_show_area (netz_window_get_canvas (self), &area);
}

/**
 * netz_window_zoom:
 * @how: one of NETZ_ZOOM_…
 */
void
netz_window_zoom (NetzWindow *self, int how)
{
  NetzCanvas *canvas = netz_window_get_canvas (self);

  switch (how)
    {
    case NETZ_ZOOM_IN:
      netz_canvas_zoom_in (canvas);
      break;
    case NETZ_ZOOM_OUT:
      netz_canvas_zoom_out (canvas);
      break;
    case NETZ_ZOOM_FULL:
      netz_canvas_zoom_to (canvas, 1.0);
      break;
    case NETZ_ZOOM_FIT:
      netz_canvas_fit (canvas);
      break;
    default:
      show_selection (self);
      break;
    }
}

/**
 * netz_window_reveal:
 *
 * Scrolls to what is selected, without zooming.
 */
void
netz_window_reveal (NetzWindow *self, int detail)
{
  NetzSession *session = netz_window_get_session (self);
  g_autofree const char **ids = netz_selection_get_ids (netz_session_get_selection (session));

  netz_canvas_scroll_to_ids (netz_window_get_canvas (self), ids);
}

/**
 * netz_window_find:
 *
 * Puts the keyboard into the search.
 */
void
netz_window_find (NetzWindow *self, int detail)
{
  netz_window_focus_search (self);
}

/**
 * netz_window_show_properties:
 * @of_selection: of what is selected, or of the network itself
 *
 * Shows the inspector and puts the keyboard into it.
 */
void
netz_window_show_properties (NetzWindow *self, int of_selection)
{
  if (!of_selection)
    netz_selection_clear (netz_session_get_selection (netz_window_get_session (self)));
  netz_window_focus_inspector (self);
}

/**
 * netz_window_show_shortcuts:
 *
 * Shows all keys.
 */
void
netz_window_show_shortcuts (NetzWindow *self, int detail)
{
  GtkWidget *window = netz_shortcuts_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}
