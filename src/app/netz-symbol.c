/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-symbol.h"
#include "scene/netz-node.h"
#include "scene/netz-style.h"

struct _NetzSymbol
{
  GtkWidget parent_instance;

  NetzKind *kind;
  int size;
};

G_DEFINE_FINAL_TYPE (NetzSymbol, netz_symbol, GTK_TYPE_WIDGET)

static void
netz_symbol_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = NETZ_SYMBOL (widget)->size;
}

static void
netz_symbol_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NetzSymbol *self = NETZ_SYMBOL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (self->kind == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  netz_node_paint_icon (cr, self->kind, netz_style_get (dark ? NETZ_STYLE_DARK : NETZ_STYLE_LIGHT), 0, 0,
                        MIN (width, height));
  cairo_destroy (cr);
}

static void
netz_symbol_finalize (GObject *object)
{
  g_clear_object (&NETZ_SYMBOL (object)->kind);
  G_OBJECT_CLASS (netz_symbol_parent_class)->finalize (object);
}

static void
netz_symbol_class_init (NetzSymbolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = netz_symbol_finalize;
  widget_class->measure = netz_symbol_measure;
  widget_class->snapshot = netz_symbol_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
netz_symbol_init (NetzSymbol *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * netz_symbol_new:
 * @size: width and height in pixels
 *
 * Returns: (transfer floating): a symbol that shows nothing yet
 */
GtkWidget *
netz_symbol_new (int size)
{
  NetzSymbol *self = g_object_new (NETZ_TYPE_SYMBOL, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

/**
 * netz_symbol_set_kind:
 * @self: a symbol
 * @kind: (nullable): what to show, %NULL for nothing
 */
void
netz_symbol_set_kind (NetzSymbol *self, NetzKind *kind)
{
  if (g_set_object (&self->kind, kind))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
