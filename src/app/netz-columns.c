/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-columns.h"

#define ENOUGH_FOR_TWO 760
#define GAP 24

struct _NetzColumns
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (NetzColumns, netz_columns, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
netz_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (NetzColumns *self, int *minimum, int *natural)
{
  int least[2], best[2];

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &least[0], &best[0], NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &least[1], &best[1], NULL, NULL);
  *minimum = MAX (least[0], least[1]);
  *natural = MAX (*minimum, 2 * MAX (best[0], best[1]) + GAP);
}

static int
get_column_width (int width)
{
  return width < ENOUGH_FOR_TWO ? width : (width - GAP) / 2;
}

static int
get_height (GtkWidget *widget, int width)
{
  int least, best;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least), &least, &best, NULL, NULL);
  return best;
}

static void
measure_height (NetzColumns *self, int width, int *height)
{
  int column, first, second;

  if (width < 0)
    measure_width (self, &column, &width);
  column = get_column_width (width);
  first = get_height (self->first, column);
  second = get_height (self->second, column);
  *height = width < ENOUGH_FOR_TWO ? first + GAP + second : MAX (first, second);
}

static void
netz_columns_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  NetzColumns *self = NETZ_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    {
      measure_height (self, for_size, natural);
      *minimum = *natural;
    }
}

static void
netz_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NetzColumns *self = NETZ_COLUMNS (widget);
  int column = get_column_width (width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation first = { 0, 0, column, get_height (self->first, column) };
  GtkAllocation second = { 0, first.height + GAP, column, get_height (self->second, column) };

  if (column < width)
    {
      first.x = mirrored ? width - column : 0;
      second.x = mirrored ? 0 : width - column;
      second.y = 0;
    }
  gtk_widget_size_allocate (self->first, &first, -1);
  gtk_widget_size_allocate (self->second, &second, -1);
}

static void
netz_columns_dispose (GObject *object)
{
  NetzColumns *self = NETZ_COLUMNS (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (netz_columns_parent_class)->dispose (object);
}

static void
netz_columns_class_init (NetzColumnsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_columns_dispose;
  widget_class->get_request_mode = netz_columns_get_request_mode;
  widget_class->measure = netz_columns_measure;
  widget_class->size_allocate = netz_columns_size_allocate;
}

static void
netz_columns_init (NetzColumns *self)
{
}

/**
 * netz_columns_new:
 * @first: a widget
 * @second: another
 *
 * Returns: (transfer floating): both, side by side where there is room
 */
GtkWidget *
netz_columns_new (GtkWidget *first, GtkWidget *second)
{
  NetzColumns *self = g_object_new (NETZ_TYPE_COLUMNS, NULL);

  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
