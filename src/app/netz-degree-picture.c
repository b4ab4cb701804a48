/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-degree-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels. */
#define WIDTH 320
#define HEIGHT 170
#define TOP 22
#define BOTTOM 24
#define GAP 3.0

/* More columns than that are drawn as ranges of numbers of partners. */
#define MOST_COLUMNS 24

struct _NetzDegreePicture
{
  GtkWidget parent_instance;

  GArray *columns; /* guint: institutions */
  guint step;      /* numbers of partners in a column */
};

G_DEFINE_FINAL_TYPE (NetzDegreePicture, netz_degree_picture, GTK_TYPE_WIDGET)

static char *
name_column (NetzDegreePicture *self, guint column)
{
  guint first = column * self->step;

  return self->step == 1 ? g_strdup_printf ("%u", first)
                         : g_strdup_printf ("%u–%u", first, first + self->step - 1);
}

static guint
find_largest (NetzDegreePicture *self)
{
  guint largest = 1;

  for (guint i = 0; i < self->columns->len; i++)
    largest = MAX (largest, g_array_index (self->columns, guint, i));
  return largest;
}

/* Centred at @x, its lower edge at @y; where it is wider than @room, nothing. */
static void
write_centred (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, double room)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > room)
    return;
  cairo_move_to (cr, x - width / 2.0, y - height);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_column (NetzDegreePicture *self, cairo_t *cr, guint column, double width, double height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = g_array_index (self->columns, guint, column);
  double tall = n > 0 ? MAX (2, floor ((height - TOP - BOTTOM) * n / find_largest (self))) : 0;
  double x = column * width;
  g_autofree char *name = name_column (self, column);
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GdkRGBA ink, accent = { 0.18, 0.45, 0.75, 1 };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_rectangle (cr, x + GAP / 2, height - BOTTOM - tall, MAX (1, width - GAP), tall);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  if (n > 0)
    write_centred (widget, cr, number, x + width / 2, height - BOTTOM - tall - 2, width + 4);
  write_centred (widget, cr, name, x + width / 2, height - 2, width + GAP);
}

static void
netz_degree_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NetzDegreePicture *self = NETZ_DEGREE_PICTURE (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->columns->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < self->columns->len; i++)
    paint_column (self, cr, i, MIN (60, width / self->columns->len), height);
  cairo_destroy (cr);
}

static void
netz_degree_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
netz_degree_picture_finalize (GObject *object)
{
  g_array_unref (NETZ_DEGREE_PICTURE (object)->columns);
  G_OBJECT_CLASS (netz_degree_picture_parent_class)->finalize (object);
}

static void
netz_degree_picture_class_init (NetzDegreePictureClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_degree_picture_finalize;
  widget_class->measure = netz_degree_picture_measure;
  widget_class->snapshot = netz_degree_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
netz_degree_picture_init (NetzDegreePicture *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (guint));
  self->step = 1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How many institutions have how many partners"), -1);
}

/* "No partner: 5 institutions; 1 partner: 12 institutions", what is drawn, for those who do not see it. */
static void
describe (NetzDegreePicture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint n = g_array_index (self->columns, guint, i);
      g_autofree char *name = name_column (self, i);

      if (n == 0)
        continue;
      /* Translators: %s partners (a number or a range), %u institutions that have so many */
      g_string_append_printf (text, ngettext ("%s partners: %u institution. ", "%s partners: %u institutions. ", n),
                              name, n);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
}

/**
 * netz_degree_picture_new:
 *
 * Returns: (transfer floating): an empty picture
 */
GtkWidget *
netz_degree_picture_new (void)
{
  return g_object_new (NETZ_TYPE_DEGREE_PICTURE, NULL);
}

/**
 * netz_degree_picture_set_counts:
 * @counts: (array length=n_counts): by number of partners, from 0: how many institutions have so many
 * @n_counts: how many numbers
 */
void
netz_degree_picture_set_counts (NetzDegreePicture *self, const guint *counts, guint n_counts)
{
  g_return_if_fail (NETZ_IS_DEGREE_PICTURE (self));

  self->step = MAX (1, (n_counts + MOST_COLUMNS - 1) / MOST_COLUMNS);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->columns, (n_counts + self->step - 1) / self->step);
  for (guint i = 0; i < n_counts; i++)
    g_array_index (self->columns, guint, i / self->step) += counts[i];
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
