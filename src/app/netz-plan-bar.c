/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-plan-bar.h"

#define HEIGHT 14
#define GAP 3 /* pixels between dots and strokes */

struct _NetzPlanBar
{
  GtkWidget parent_instance;

  guint counts[NETZ_N_PROGRESS];
  guint whole;
  int width;
};

G_DEFINE_FINAL_TYPE (NetzPlanBar, netz_plan_bar, GTK_TYPE_WIDGET)

/* What is there comes first, then what is planned, then what has been. */
static const NetzProgress order[NETZ_N_PROGRESS] = {
  NETZ_PROGRESS_ESTABLISHED, NETZ_PROGRESS_DORMANT, NETZ_PROGRESS_PREPARATION, NETZ_PROGRESS_IDEA, NETZ_PROGRESS_ENDED,
};

static void
netz_plan_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NETZ_PLAN_BAR (widget)->width : HEIGHT;
}

static void
paint_hatching (cairo_t *cr, double x, double width, double height)
{
  for (double at = x - height; at < x + width; at += 2 * GAP)
    {
      cairo_move_to (cr, at, height);
      cairo_line_to (cr, at + height, 0);
    }
  cairo_stroke (cr);
}

static void
paint_dots (cairo_t *cr, double x, double width, double height)
{
  for (double at = x + GAP; at < x + width; at += 2 * GAP)
    for (double y = GAP; y < height; y += 2 * GAP)
      cairo_rectangle (cr, at - 1, y, 1.5, 1.5);
  cairo_fill (cr);
}

static void
paint_segment (cairo_t *cr, NetzProgress progress, const GdkRGBA *colour, double x, double width, double height)
{
  GdkRGBA pale = *colour;

  pale.alpha *= progress == NETZ_PROGRESS_ESTABLISHED ? 1 : progress == NETZ_PROGRESS_DORMANT ? 0.35f : 0.12f;
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &pale);
  if (progress != NETZ_PROGRESS_ENDED)
    cairo_paint (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.5);
  if (progress == NETZ_PROGRESS_PREPARATION)
    paint_hatching (cr, x, width, height);
  else if (progress == NETZ_PROGRESS_IDEA)
    paint_dots (cr, x, width, height);
  cairo_restore (cr);
  if (progress != NETZ_PROGRESS_ENDED && progress != NETZ_PROGRESS_IDEA)
    return;
  cairo_set_line_width (cr, 1);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_rectangle (cr, x + 0.5, 0.5, MAX (width - 1, 1), height - 1);
  cairo_stroke (cr);
}

static void
netz_plan_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NetzPlanBar *self = NETZ_PLAN_BAR (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = 0;
  GdkRGBA colour;
  cairo_t *cr;

  if (self->whole == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (guint i = 0; i < NETZ_N_PROGRESS; i++)
    {
      double wide = (double) width * self->counts[order[i]] / self->whole;

      if (self->counts[order[i]] > 0)
        paint_segment (cr, order[i], &colour, x, MAX (wide - 1, 1), height);
      x += wide;
    }
  cairo_destroy (cr);
}

static void
netz_plan_bar_class_init (NetzPlanBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->measure = netz_plan_bar_measure;
  widget_class->snapshot = netz_plan_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "planbar");
}

static void
netz_plan_bar_init (NetzPlanBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * netz_plan_bar_new:
 * @width: in pixels
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
netz_plan_bar_new (int width)
{
  NetzPlanBar *self = g_object_new (NETZ_TYPE_PLAN_BAR, NULL);

  self->width = width;
  return GTK_WIDGET (self);
}

/**
 * netz_plan_bar_set_counts:
 * @counts: (array fixed-size=5): partnerships by how far they have come
 * @whole: how many would fill the bar
 */
void
netz_plan_bar_set_counts (NetzPlanBar *self, const guint *counts, guint whole)
{
  memcpy (self->counts, counts, sizeof self->counts);
  self->whole = whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
