/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-colour-key.h"

#include <glib/gi18n-lib.h>

#define SWATCH_SIZE 20

struct _NetzColourKey
{
  AdwBin parent_instance;

  NetzScene *scene;
  NetzSelection *selection;
  GtkLabel *title;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (NetzColourKey, netz_colour_key, ADW_TYPE_BIN)

static void
on_off (NetzColourKey *self)
{
  GtkWidget *stage = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_OVERLAY);

  netz_scene_set_colouring (self->scene, NULL);
  /* The button that had the keyboard is gone. */
  if (stage != NULL)
    gtk_widget_child_focus (stage, GTK_DIR_TAB_FORWARD);
}

static void
on_group (NetzColourKey *self, GtkWidget *button)
{
  guint group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "netz-group"));
  NetzColouring *colouring = netz_scene_get_colouring (self->scene);
  GPtrArray *ids = netz_colouring_get_ids (colouring, group);
  g_autofree const char **list = g_new0 (const char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    list[i] = ids->pdata[i];
  netz_selection_set (self->selection, list);
}

static GtkWidget *
create_row (NetzColourKey *self, NetzColouring *colouring, guint group)
{
  guint n = netz_colouring_get_size (colouring, group);
  const char *name = netz_colouring_get_name (colouring, group);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *count = g_strdup_printf ("%'u", n);
  /* Translators: the number of a group, what it is called, and how many institutions are in it */
  g_autofree char *text = g_strdup_printf (ngettext ("Group %u, %s: %u institution",
                                                     "Group %u, %s: %u institutions", n),
                                           group, name, n);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), netz_colour_key_new_swatch (group));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "netz-group", GUINT_TO_POINTER (group));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_group), self, G_CONNECT_SWAPPED);
  return button;
}

static void
on_colouring_changed (NetzColourKey *self)
{
  NetzColouring *colouring = self->scene != NULL ? netz_scene_get_colouring (self->scene) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  gtk_widget_set_visible (GTK_WIDGET (self), colouring != NULL);
  if (colouring == NULL)
    return;
  gtk_label_set_label (self->title, netz_colouring_get_title (colouring));
  for (guint group = 1; group <= netz_colouring_get_n_groups (colouring); group++)
    gtk_box_append (self->rows, create_row (self, colouring, group));
}

static void
netz_colour_key_dispose (GObject *object)
{
  NetzColourKey *self = NETZ_COLOUR_KEY (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (netz_colour_key_parent_class)->dispose (object);
}

static void
netz_colour_key_class_init (NetzColourKeyClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_colour_key_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-colour-key.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzColourKey, title);
  gtk_widget_class_bind_template_child (widget_class, NetzColourKey, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_off);
}

static void
netz_colour_key_init (NetzColourKey *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * netz_colour_key_set_document:
 * @scene: (nullable): whose colours are explained
 * @selection: (nullable): where a group goes that is pressed
 */
void
netz_colour_key_set_document (NetzColourKey *self, NetzScene *scene, NetzSelection *selection)
{
  g_return_if_fail (NETZ_IS_COLOUR_KEY (self));

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_set_object (&self->scene, scene);
  g_set_object (&self->selection, selection);
  if (scene != NULL)
    g_signal_connect_object (scene, "colouring-changed", G_CALLBACK (on_colouring_changed), self, G_CONNECT_SWAPPED);
  on_colouring_changed (self);
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint group = GPOINTER_TO_UINT (data);
  const NetzRgba *colour = netz_colouring_get_colour (group);
  const NetzRgba dark = { 0, 0, 0, 1 }, light = { 1, 1, 1, 1 };
  gboolean on_light = netz_rgba_get_contrast (&dark, colour) > netz_rgba_get_contrast (&light, colour);
  g_autofree char *text = g_strdup_printf ("%u", group);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), text);
  int text_width, text_height;

  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_fill (cr);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  cairo_set_source_rgb (cr, on_light ? 0 : 1, on_light ? 0 : 1, on_light ? 0 : 1);
  cairo_move_to (cr, (width - text_width) / 2.0, (height - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * netz_colour_key_new_swatch:
 * @group: the number of a group, from 1
 *
 * Returns: (transfer floating): its colour with the number on it; decoration only
 */
GtkWidget *
netz_colour_key_new_swatch (guint group)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_SIZE + 2);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_SIZE + 2);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, GUINT_TO_POINTER (group), NULL);
  return area;
}
