/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-shortcuts.h"
#include "app/netz-window-commands.h"

/* What is shown at least, in scene units. */
#define SMALLEST_WIDTH 640.0
#define SMALLEST_HEIGHT 480.0

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
  if (netz_rect_is_empty (&area))
    return;
  /* Little things are not blown up: what is around them is seen too. */
  area = netz_rect_grow (&area, 40);
  if (area.width < SMALLEST_WIDTH)
    area = (NetzRect) { area.x - (SMALLEST_WIDTH - area.width) / 2, area.y, SMALLEST_WIDTH, area.height };
  if (area.height < SMALLEST_HEIGHT)
    area = (NetzRect) { area.x, area.y - (SMALLEST_HEIGHT - area.height) / 2, area.width, SMALLEST_HEIGHT };
  netz_canvas_show_area (netz_window_get_canvas (self), &area);
}

/**
 * netz_window_show_page:
 * @page: a NetzPageId
 */
void
netz_window_show_page (NetzWindow *self, int page)
{
  netz_pages_show (netz_window_get_pages (self), (NetzPageId) page);
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
 * netz_window_move_focus:
 * @where: one of NETZ_FOCUS_…
 *
 * Moves the keyboard to the canvas, or from panel to panel.
 */
void
netz_window_move_focus (NetzWindow *self, int where)
{
  if (where == NETZ_FOCUS_CANVAS)
    gtk_widget_grab_focus (GTK_WIDGET (netz_window_get_canvas (self)));
  else
    netz_window_focus_next (self);
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
