/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-overview.h"

#include "scene/netz-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 180
#define HEIGHT 120
#define MARGIN 6.0

struct _NetzOverview
{
  GtkWidget parent_instance;

  NetzCanvas *canvas;           /* weak */
  NetzScene *scene;             /* whose picture this is */
  cairo_surface_t *picture;     /* NULL when it is stale */
  guint idle_id;
  NetzRect area;                /* scene units: what the map shows */
  double scale;                 /* logical pixels a scene unit */
};

G_DEFINE_FINAL_TYPE (NetzOverview, netz_overview, GTK_TYPE_WIDGET)

/* The network and the view, so that the rectangle is always on the map; a view
 * lost far away does not make the network a dot. */
static void
choose_area (NetzOverview *self)
{
  NetzRect bounds = NETZ_RECT_EMPTY;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;

  if (!netz_scene_get_bounds (self->scene, &bounds) || netz_rect_is_empty (&bounds))
    bounds = netz_canvas_get_visible (self->canvas);
  bounds.width = MAX (bounds.width, 200);
  bounds.height = MAX (bounds.height, 150);

  self->scale = MIN (width / bounds.width, height / bounds.height);
  self->area.width = (width + 2 * MARGIN) / self->scale;
  self->area.height = (height + 2 * MARGIN) / self->scale;
  self->area.x = bounds.x + bounds.width / 2 - self->area.width / 2;
  self->area.y = bounds.y + bounds.height / 2 - self->area.height / 2;
}

static void
paint_picture (NetzOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const NetzRgba *ground = &netz_scene_get_style (self->scene)->ground;
  NetzPaintOptions options = { .no_labels = TRUE };
  int factor = gtk_widget_get_scale_factor (widget);
  cairo_t *cr = NULL;

  choose_area (self);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, gtk_widget_get_width (widget) * factor,
                                              gtk_widget_get_height (widget) * factor);
  cairo_surface_set_device_scale (self->picture, factor, factor);
  cr = cairo_create (self->picture);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->area.x, -self->area.y);
  netz_painter_paint (self->scene, cr, &self->area, self->scale, &options);
  cairo_destroy (cr);
}

static gboolean
on_idle (gpointer data)
{
  NetzOverview *self = data;

  self->idle_id = 0;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The old picture is shown until there is time for a new one. */
static void
repaint_later (NetzOverview *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_timeout_add_full (G_PRIORITY_LOW, 150, on_idle, self, NULL);
}

static void
follow_scene (NetzOverview *self)
{
  NetzScene *scene = self->canvas != NULL ? netz_canvas_get_scene (self->canvas) : NULL;

  if (scene == self->scene)
    return;
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_set_object (&self->scene, scene);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  if (scene != NULL)
    g_signal_connect_swapped (scene, "damaged", G_CALLBACK (repaint_later), self);
}

static void
on_view_changed (NetzOverview *self)
{
  follow_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
netz_overview_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *natural = *minimum;
}

static void
netz_overview_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  g_clear_pointer (&NETZ_OVERVIEW (widget)->picture, cairo_surface_destroy);
}

static void
paint_view (NetzOverview *self,
            cairo_t      *cr)
{
  const NetzRgba *accent = &netz_scene_get_style (self->scene)->accent;
  NetzRect view = netz_canvas_get_visible (self->canvas);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double left = CLAMP ((view.x - self->area.x) * self->scale, 1, width - 5);
  double top = CLAMP ((view.y - self->area.y) * self->scale, 1, height - 5);
  double right_edge = CLAMP ((view.x + view.width - self->area.x) * self->scale, left + 4, width - 1);
  double bottom = CLAMP ((view.y + view.height - self->area.y) * self->scale, top + 4, height - 1);

  cairo_rectangle (cr, left, top, right_edge - left, bottom - top);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 1);
  cairo_set_line_width (cr, gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? 3 : 1.5);
  cairo_stroke (cr);
}

static void
netz_overview_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  NetzOverview *self = NETZ_OVERVIEW (widget);
  cairo_t *cr = NULL;

  if (self->scene == NULL || gtk_widget_get_width (widget) < 1 || gtk_widget_get_height (widget) < 1)
    return;
  if (self->picture == NULL)
    paint_picture (self);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  paint_view (self, cr);
  cairo_destroy (cr);
}

static void
go_to (NetzOverview *self,
       double        x,
       double        y)
{
  if (self->scene != NULL && self->scale > 0)
    netz_canvas_centre_on (self->canvas, self->area.x + x / self->scale, self->area.y + y / self->scale);
}

static void
on_drag_begin (GtkGestureDrag *drag,
               double          x,
               double          y,
               NetzOverview   *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *drag,
                double          dx,
                double          dy,
                NetzOverview   *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    go_to (self, x + dx, y + dy);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           NetzOverview             *self)
{
  if (self->scene == NULL)
    return FALSE;
  if (dy < 0)
    netz_canvas_zoom_in (self->canvas);
  else if (dy > 0)
    netz_canvas_zoom_out (self->canvas);
  return TRUE;
}

/* An arrow moves the view by a tenth of what it shows. */
static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  NetzOverview *self = NETZ_OVERVIEW (widget);
  NetzRect view;
  int dx = 0, dy = 0;

  if (self->scene == NULL)
    return FALSE;
  g_variant_get (arguments, "(ii)", &dx, &dy);
  view = netz_canvas_get_visible (self->canvas);
  netz_canvas_centre_on (self->canvas, view.x + view.width * (0.5 + 0.1 * dx),
                         view.y + view.height * (0.5 + 0.1 * dy));
  return TRUE;
}

static void
netz_overview_dispose (GObject *object)
{
  NetzOverview *self = NETZ_OVERVIEW (object);

  netz_overview_set_canvas (self, NULL);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->picture, cairo_surface_destroy);

  G_OBJECT_CLASS (netz_overview_parent_class)->dispose (object);
}

static void
netz_overview_class_init (NetzOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_overview_dispose;
  widget_class->measure = netz_overview_measure;
  widget_class->size_allocate = netz_overview_size_allocate;
  widget_class->snapshot = netz_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "netz-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_arrow, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_arrow, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_arrow, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_arrow, "(ii)", 0, 1);
}

static void
netz_overview_init (NetzOverview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (widget, _("Drag to move the view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of the network"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("The arrow keys move the view."),
                                  -1);
}

GtkWidget *
netz_overview_new (void)
{
  return g_object_new (NETZ_TYPE_OVERVIEW, NULL);
}

/**
 * netz_overview_set_canvas:
 * @self: the overview
 * @canvas: (nullable): whose network and view it shows; not kept alive
 */
void
netz_overview_set_canvas (NetzOverview *self,
                          NetzCanvas   *canvas)
{
  g_return_if_fail (NETZ_IS_OVERVIEW (self));

  if (self->canvas == canvas)
    return;
  if (self->canvas != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_set_weak_pointer (&self->canvas, canvas);
  if (canvas != NULL)
    g_signal_connect_object (canvas, "view-changed", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
  follow_scene (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
