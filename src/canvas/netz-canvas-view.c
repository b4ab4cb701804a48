/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the network the canvas shows. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include <math.h>

/* Left free around what is fitted or brought into sight, logical pixels. */
#define FIT_MARGIN 28.0
#define REVEAL_MARGIN 24.0

/* A network of three institutions is not blown up beyond this. */
#define LARGEST_FIT 1.5

void
netz_canvas_view_moved (NetzCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  netz_backing_set_view (self->backing, &self->view, gtk_widget_get_scale_factor (widget));
  if (self->entry != NULL)
    gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  netz_canvas_emit (self, NETZ_CANVAS_VIEW_CHANGED);
}

void
netz_canvas_zoom_about (NetzCanvas *self,
                        double      zoom,
                        double      x,
                        double      y)
{
  double before = self->view.zoom;

  self->fitted = FALSE;
  if (!netz_viewport_zoom_about (&self->view, zoom, x, y))
    return;
  if (self->view.zoom != before)
    netz_canvas_zoomed (self);
  netz_canvas_view_moved (self);
  if (self->view.zoom != before)
    g_object_notify (G_OBJECT (self), "zoom");
}

void
netz_canvas_pan (NetzCanvas *self,
                 double      dx,
                 double      dy)
{
  self->fitted = FALSE;
  if (netz_viewport_pan (&self->view, dx, dy))
    netz_canvas_view_moved (self);
}

/* Scrolls as little as needed. */
void
netz_canvas_reveal (NetzCanvas *self,
                    const char *id)
{
  NetzRect bounds;

  if (netz_scene_get_item_bounds (self->scene, id, &bounds)
      && netz_viewport_reveal (&self->view, &bounds, REVEAL_MARGIN))
    netz_canvas_view_moved (self);
}

static void
show (NetzCanvas     *self,
      const NetzRect *area,
      double          largest)
{
  double before = self->view.zoom;

  if (!netz_viewport_fit (&self->view, area, FIT_MARGIN, largest))
    {
      netz_canvas_view_moved (self);
      return;
    }
  netz_canvas_view_moved (self);
  if (self->view.zoom != before)
    g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * netz_canvas_get_zoom:
 * @self: the canvas
 *
 * Returns: widget pixels for one scene unit; 1 is 100 %
 */
double
netz_canvas_get_zoom (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), 1);

  return self->view.zoom;
}

/**
 * netz_canvas_get_visible:
 * @self: the canvas
 *
 * Returns: the rectangle in sight, scene units
 */
NetzRect
netz_canvas_get_visible (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NETZ_RECT_EMPTY);

  return netz_viewport_get_visible (&self->view);
}

/**
 * netz_canvas_zoom_in:
 * @self: the canvas
 *
 * One step nearer, about the middle of what is seen.
 */
void
netz_canvas_zoom_in (NetzCanvas *self)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  netz_canvas_zoom_to (self, netz_viewport_next_zoom (self->view.zoom, 1));
}

/**
 * netz_canvas_zoom_out:
 * @self: the canvas
 *
 * One step farther, about the middle of what is seen.
 */
void
netz_canvas_zoom_out (NetzCanvas *self)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  netz_canvas_zoom_to (self, netz_viewport_next_zoom (self->view.zoom, -1));
}

/**
 * netz_canvas_zoom_to:
 * @self: the canvas
 * @zoom: logical pixels a scene unit, 1 = 100 %
 *
 * The middle stays where it is.
 */
void
netz_canvas_zoom_to (NetzCanvas *self,
                     double      zoom)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  netz_canvas_zoom_about (self, zoom, self->view.width / 2, self->view.height / 2);
}

/**
 * netz_canvas_fit:
 * @self: the canvas
 *
 * Shows all of the network; before there is a size, as soon as there is one.
 */
void
netz_canvas_fit (NetzCanvas *self)
{
  NetzRect bounds = { 0, 0, 0, 0 };

  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->scene == NULL || !netz_scene_get_bounds (self->scene, &bounds))
    bounds = (NetzRect) { 0, 0, 0, 0 };
  self->fitted = TRUE;
  show (self, &bounds, netz_rect_is_empty (&bounds) || bounds.width == 0 ? 1 : LARGEST_FIT);
}

/**
 * netz_canvas_show_area:
 * @self: the canvas
 * @area: scene units
 *
 * Shows the rectangle as large as it fits.
 */
void
netz_canvas_show_area (NetzCanvas     *self,
                       const NetzRect *area)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  self->fitted = FALSE;
  show (self, area, NETZ_VIEWPORT_MAX_ZOOM);
}

void
netz_canvas_centre_on (NetzCanvas *self,
                       double      x,
                       double      y)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  self->fitted = FALSE;
  if (netz_viewport_centre_on (&self->view, x, y))
    netz_canvas_view_moved (self);
}

/**
 * netz_canvas_scroll_to_ids:
 * @self: the canvas
 * @ids: %NULL-terminated, of items
 *
 * Brings them into sight: scrolls only where they are not in sight, zooms out
 * only where they do not fit.
 */
void
netz_canvas_scroll_to_ids (NetzCanvas        *self,
                           const char *const *ids)
{
  NetzRect all = NETZ_RECT_EMPTY;
  NetzRect view;

  g_return_if_fail (NETZ_IS_CANVAS (self));

  for (guint i = 0; self->scene != NULL && ids[i] != NULL; i++)
    {
      NetzRect bounds;

      if (netz_scene_get_item_bounds (self->scene, ids[i], &bounds))
        all = netz_rect_union (&all, &bounds);
    }
  view = netz_viewport_get_visible (&self->view);
  if (netz_rect_is_empty (&all) || netz_rect_contains (&view, &all))
    return;

  if (all.width > view.width || all.height > view.height)
    show (self, &all, self->view.zoom);
  else if (netz_rect_intersects (&view, &all))
    {
      netz_viewport_reveal (&self->view, &all, REVEAL_MARGIN);
      netz_canvas_view_moved (self);
    }
  else
    netz_canvas_centre_on (self, all.x + all.width / 2, all.y + all.height / 2);
}
