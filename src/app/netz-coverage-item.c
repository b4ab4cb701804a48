/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-item.h"

#include "model/netz-record.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 8

G_DEFINE_FINAL_TYPE (NetzCoverageItem, netz_coverage_item, G_TYPE_OBJECT)

static void
netz_coverage_item_finalize (GObject *object)
{
  NetzCoverageItem *self = NETZ_COVERAGE_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->figure);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (netz_coverage_item_parent_class)->finalize (object);
}

static void
netz_coverage_item_class_init (NetzCoverageItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_coverage_item_finalize;
}

static void
netz_coverage_item_init (NetzCoverageItem *self)
{
}

/**
 * netz_coverage_item_new:
 * @id: (nullable): the institution that a school can be dropped on
 * @title: a name
 * @figure: in words
 *
 * Returns: (transfer full): the item
 */
NetzCoverageItem *
netz_coverage_item_new (const char *id, const char *title, const char *figure)
{
  NetzCoverageItem *self = g_object_new (NETZ_TYPE_COVERAGE_ITEM, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : "");
  self->figure = g_strdup (figure);
  return self;
}

/**
 * netz_coverage_item_set_bar:
 * @full: how much of the bar is full, of 1
 * @begun: how much more is begun, of 1
 * @mark: where it has its mark, of 1; 0 for none
 * @warn: whether it is too much
 */
void
netz_coverage_item_set_bar (NetzCoverageItem *self, double full, double begun, double mark, gboolean warn)
{
  self->full = full;
  self->begun = begun;
  self->mark = mark;
  self->warn = warn;
}

/**
 * netz_coverage_item_take_schools:
 * @schools: (transfer full) (element-type NetzInstitution): what its figure counts
 */
void
netz_coverage_item_take_schools (NetzCoverageItem *self, GPtrArray *schools)
{
  g_strfreev (self->ids);
  self->ids = g_new0 (char *, schools->len + 1);
  for (guint i = 0; i < schools->len; i++)
    self->ids[i] = g_strdup (netz_record_get_id (schools->pdata[i]));
  g_ptr_array_unref (schools);
}

/* ---- its row ---- */

typedef struct
{
  GtkListItem *list_item; /* owns the row */
  GtkLabel *title;
  GtkLabel *figure;
  GtkWidget *bar;
  NetzCoverageDrop drop;
  gpointer data;
} Row;

static void
fill_part (cairo_t *cr, double x, double width, int height)
{
  cairo_rectangle (cr, x, 0, width, height);
  cairo_fill (cr);
}

/* Full is dark, begun is hatched light, the mark is a line across. */
static void
draw_bar (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Row *row = data;
  const NetzCoverageItem *item = gtk_list_item_get_item (row->list_item);
  GdkRGBA text;

  if (item == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &text);
  cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.12);
  fill_part (cr, 0, width, height);
  cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.3);
  fill_part (cr, 0, width * MIN (item->full + item->begun, 1), height);
  if (item->warn)
    cairo_set_source_rgb (cr, 0.75, 0.11, 0.16);
  else
    cairo_set_source_rgb (cr, 0.15, 0.58, 0.4);
  fill_part (cr, 0, width * MIN (item->full, 1), height);
  if (item->mark <= 0)
    return;
  cairo_set_source_rgba (cr, text.red, text.green, text.blue, 1);
  fill_part (cr, CLAMP (width * item->mark - 1, 0, width - 2), 2, height);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Row *row)
{
  const NetzCoverageItem *item = gtk_list_item_get_item (row->list_item);

  return item != NULL && item->id != NULL && row->drop (item->id, g_value_get_string (value), row->data);
}

static GtkLabel *
add_label (GtkWidget *box, gboolean expand)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, expand ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (label), expand);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

typedef struct
{
  NetzCoverageDrop drop;
  gpointer data;
} Dropping;

/* Asked for when the pointer rests: setting a text in each row that comes into sight takes longer than all else. */
static gboolean
on_query_tooltip (Row *row, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const NetzCoverageItem *item = gtk_list_item_get_item (row->list_item);

  if (item == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, item->title);
  return TRUE;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Dropping *dropping)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  row->list_item = list_item;
  row->drop = dropping->drop;
  row->data = dropping->data;
  row->title = add_label (line, TRUE);
  row->figure = add_label (line, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row->figure), "caption");
  row->bar = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (row->bar), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (row->bar), draw_bar, row, NULL);
  gtk_box_append (GTK_BOX (outer), line);
  gtk_box_append (GTK_BOX (outer), row->bar);
  gtk_widget_set_margin_top (outer, 4);
  gtk_widget_set_margin_bottom (outer, 6);
  if (row->drop != NULL)
    {
      GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

      g_signal_connect (target, "drop", G_CALLBACK (on_drop), row);
      gtk_widget_add_controller (outer, GTK_EVENT_CONTROLLER (target));
    }
  gtk_widget_set_has_tooltip (outer, TRUE);
  g_signal_connect_swapped (outer, "query-tooltip", G_CALLBACK (on_query_tooltip), row);
  gtk_list_item_set_child (list_item, outer);
  g_object_set_data_full (G_OBJECT (list_item), "netz-row", row, g_free);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  Row *row = g_object_get_data (G_OBJECT (list_item), "netz-row");
  const NetzCoverageItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *holder = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  /* Translators: somebody or something, and a figure about it, as a screen reader reads a row of a list */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), item->title, item->figure);

  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_text (row->title, item->title);
  gtk_label_set_text (row->figure, item->figure);
  gtk_widget_queue_draw (row->bar);
}

/**
 * netz_coverage_list_prepare:
 * @list: a list
 * @items: (transfer none) (element-type NetzCoverageItem): what it shows
 * @drop: (nullable): what happens when something is dropped on a row
 * @data: for @drop
 */
void
netz_coverage_list_prepare (GtkListView *list, GListModel *items, NetzCoverageDrop drop, gpointer data)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (items));
  Dropping *dropping = g_new0 (Dropping, 1);

  dropping->drop = drop;
  dropping->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), dropping, (GClosureNotify) (void *) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (model));
}
