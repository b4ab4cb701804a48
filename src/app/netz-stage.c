/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-stage.h"

#include "app/netz-colour-key.h"
#include "app/netz-window-actions.h"
#include "canvas/netz-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _NetzStage
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  NetzCanvas *canvas;
  NetzOverview *overview;
  GtkRevealer *overview_revealer;
  NetzColourKey *colour_key;
  GtkLabel *hint;
  GtkLabel *zoom_label;
  GtkWidget *zoom_button;
  GtkWidget *zoom_in_button;
  GtkWidget *zoom_out_button;
  GtkWidget *zoom_fit_button;
  GtkWidget *empty;

  GtkWidget *menu; /* the last that was shown, or NULL */
  NetzNetwork *network;
  gboolean show_overview;
};

G_DEFINE_FINAL_TYPE (NetzStage, netz_stage, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_OVERVIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_empty (NetzStage *self)
{
  return netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION) == 0
         && netz_network_get_size (self->network, NETZ_TABLE_FRAME) == 0
         && netz_network_get_size (self->network, NETZ_TABLE_NOTE) == 0;
}

/* Whether the canvas shows all there is: a map of it would only hide something. */
static gboolean
is_all_in_sight (NetzStage *self)
{
  NetzScene *scene = netz_canvas_get_scene (self->canvas);
  NetzRect visible = netz_canvas_get_visible (self->canvas);
  NetzRect bounds;

  return scene != NULL && netz_scene_get_bounds (scene, &bounds) && netz_rect_contains (&visible, &bounds);
}

static void
update_emptiness (NetzStage *self)
{
  gboolean empty = self->network != NULL && is_empty (self);
  gboolean editing = netz_canvas_is_editing (self->canvas);

  gtk_widget_set_visible (self->empty, empty && !editing);
  /* What is typed on the canvas may lie beneath the map. */
  gtk_revealer_set_reveal_child (self->overview_revealer,
                                 self->show_overview && !empty && !editing && !is_all_in_sight (self));
}

static void
on_network_changed (NetzStage *self)
{
  update_emptiness (self);
}

static void
update_zoom (NetzStage *self)
{
  int percent = (int) round (netz_canvas_get_zoom (self->canvas) * 100);
  g_autofree char *text = g_strdup_printf (_("%d %%"), percent);
  g_autofree char *name = g_strdup_printf (_("Zoom: %d %%. Press for the original size."), percent);

  gtk_label_set_label (self->zoom_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_hint (NetzStage *self)
{
  const char *hint = netz_canvas_get_hint (self->canvas);

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL && *hint != '\0');
  /* The inline entry opens and closes with the tool: the empty state must not lie above it. */
  update_emptiness (self);
}

/* What lies there until something is drawn must not keep the canvas from being double-clicked. */
static void
on_empty_pressed (NetzStage *self, int n_press)
{
  if (n_press == 2)
    netz_canvas_add_institution (self->canvas, NULL);
}

static void
netz_stage_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_OVERVIEW)
    g_value_set_boolean (value, NETZ_STAGE (object)->show_overview);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
netz_stage_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NetzStage *self = NETZ_STAGE (object);

  if (id != PROP_SHOW_OVERVIEW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->show_overview = g_value_get_boolean (value);
  update_emptiness (self);
}

static gboolean
netz_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NETZ_STAGE (widget)->canvas));
}

static void
netz_stage_dispose (GObject *object)
{
  NetzStage *self = NETZ_STAGE (object);

  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  g_clear_object (&self->network);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (netz_stage_parent_class)->dispose (object);
}

static void
netz_stage_class_init (NetzStageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = netz_stage_get_property;
  object_class->set_property = netz_stage_set_property;
  object_class->dispose = netz_stage_dispose;
  widget_class->grab_focus = netz_stage_grab_focus;

  properties[PROP_SHOW_OVERVIEW] = g_param_spec_boolean ("show-overview", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (NETZ_TYPE_CANVAS);
  g_type_ensure (NETZ_TYPE_OVERVIEW);
  g_type_ensure (NETZ_TYPE_COLOUR_KEY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/netzwerkstatt/Netzwerkstatt/netz-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzStage, overlay);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, canvas);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, overview);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, overview_revealer);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, colour_key);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, hint);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, zoom_fit_button);
  gtk_widget_class_bind_template_child (widget_class, NetzStage, empty);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
netz_stage_init (NetzStage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_empty_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->empty, GTK_EVENT_CONTROLLER (click));

  netz_overview_set_canvas (self->overview, self->canvas);
  g_signal_connect_object (self->canvas, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::hint", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (update_emptiness), self, G_CONNECT_SWAPPED);
  netz_action_name_button (self->zoom_button, "win.zoom-full");
  netz_action_name_button (self->zoom_in_button, "win.zoom-in");
  netz_action_name_button (self->zoom_out_button, "win.zoom-out");
  netz_action_name_button (self->zoom_fit_button, "win.zoom-fit");
  update_zoom (self);
  update_hint (self);
}

/**
 * netz_stage_get_canvas:
 *
 * Returns: (transfer none): the canvas on it
 */
NetzCanvas *
netz_stage_get_canvas (NetzStage *self)
{
  g_return_val_if_fail (NETZ_IS_STAGE (self), NULL);

  return self->canvas;
}

static void
on_menu_closed (NetzStage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/**
 * netz_stage_show_menu:
 * @model: what is in it
 * @x: where, in the canvas' coordinates
 * @y: where
 *
 * Shows a menu on the canvas; it takes the place of an earlier one.
 */
void
netz_stage_show_menu (NetzStage *self, GMenuModel *model, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  g_return_if_fail (NETZ_IS_STAGE (self));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * netz_stage_add_panel:
 * @panel: a widget that says by its alignment where it lies over the canvas
 */
void
netz_stage_add_panel (NetzStage *self, GtkWidget *panel)
{
  g_return_if_fail (NETZ_IS_STAGE (self));

  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), panel);
}

/**
 * netz_stage_set_document:
 * @scene: (nullable): what is shown
 * @selection: (nullable): what is selected in it
 */
void
netz_stage_set_document (NetzStage *self, NetzScene *scene, NetzSelection *selection)
{
  NetzNetwork *network = scene != NULL ? netz_scene_get_network (scene) : NULL;

  g_return_if_fail (NETZ_IS_STAGE (self));

  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  g_set_object (&self->network, network);
  if (network != NULL)
    g_signal_connect_object (network, "changed", G_CALLBACK (on_network_changed), self, G_CONNECT_SWAPPED);
  netz_canvas_set_document (self->canvas, scene, selection);
  netz_colour_key_set_document (self->colour_key, scene, selection);
  update_emptiness (self);
}
