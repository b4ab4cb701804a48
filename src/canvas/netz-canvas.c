/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas.h"

#include "canvas/netz-canvas-private.h"
#include "canvas/netz-tool-select.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (NetzCanvas, netz_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_HINT,
  PROP_SNAP,
  PROP_FOCUS_ITEM,
  PROP_EDITING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint signals[NETZ_CANVAS_N_SIGNALS];

static void
name_focused_item (NetzCanvas *self)
{
  g_autofree char *label = NULL;

  if (self->focus_item != NULL && self->scene != NULL)
    label = netz_canvas_describe (self, self->focus_item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : _("Canvas"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Tab goes from institution to institution, Ctrl and an arrow along partnerships."),
                                  -1);
}

static gboolean
is_gone (NetzCanvas *self,
         const char *id)
{
  return id != NULL && netz_network_find (netz_canvas_get_network (self), id) == NULL;
}

static void
on_network_changed (NetzCanvas *self,
                    NetzEdit   *edit)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      if (change->after == NULL)
        netz_selection_remove (self->selection, change->id);
    }

  if (is_gone (self, self->entry_id))
    netz_canvas_close_entry (self, FALSE);
  if (is_gone (self, self->focus_item))
    netz_canvas_set_focus_item (self, NULL);
  if (is_gone (self, self->hovered))
    g_clear_pointer (&self->hovered, g_free);
  name_focused_item (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The keyboard goes where the selection went, so that arrows continue there. */
static void
on_selection_changed (NetzCanvas *self)
{
  const char *single = netz_selection_get_single (self->selection);

  if (single != NULL)
    netz_canvas_set_focus_item (self, single);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
let_go (NetzCanvas *self)
{
  if (self->scene == NULL)
    return;

  netz_canvas_close_entry (self, FALSE);
  netz_canvas_cancel_gesture (self);
  g_signal_handlers_disconnect_by_data (self->scene, self);
  g_signal_handlers_disconnect_by_data (netz_canvas_get_network (self), self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->scene);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->focus_item, g_free);
}

static void
netz_canvas_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = 80;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
netz_canvas_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  NetzCanvas *self = NETZ_CANVAS (widget);

  if (width != self->view.width || height != self->view.height)
    {
      netz_viewport_set_size (&self->view, width, height);
      if (self->fitted)
        netz_canvas_fit (self);
      else
        netz_canvas_view_moved (self);
    }
  netz_canvas_allocate_entry (self);
}

static void
netz_canvas_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  NetzCanvas *self = NETZ_CANVAS (widget);

  if (self->scene != NULL)
    netz_canvas_draw (self, snapshot);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}

static gboolean
netz_canvas_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  return netz_canvas_fill_tooltip (NETZ_CANVAS (widget), keyboard, tooltip);
}

static void
netz_canvas_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  NetzCanvas *self = NETZ_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->view.zoom);
      break;

    case PROP_HINT:
      g_value_set_string (value, netz_canvas_get_hint (self));
      break;

    case PROP_SNAP:
      g_value_set_boolean (value, self->snap);
      break;

    case PROP_FOCUS_ITEM:
      g_value_set_string (value, self->focus_item);
      break;

    case PROP_EDITING:
      g_value_set_boolean (value, self->entry != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
netz_canvas_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  NetzCanvas *self = NETZ_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      netz_canvas_zoom_to (self, g_value_get_double (value));
      break;

    case PROP_SNAP:
      netz_canvas_set_snap (self, g_value_get_boolean (value));
      break;

    case PROP_FOCUS_ITEM:
      netz_canvas_set_focus_item (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
netz_canvas_dispose (GObject *object)
{
  NetzCanvas *self = NETZ_CANVAS (object);

  let_go (self);
  netz_canvas_draw_dispose (self);
  g_clear_object (&self->tool);
  g_clear_object (&self->home);
  netz_canvas_set_guess_func (self, NULL, NULL, NULL);

  G_OBJECT_CLASS (netz_canvas_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  static const struct
  {
    const char *name;
    guint n;
    GType types[3];
  } table[NETZ_CANVAS_N_SIGNALS] = {
    [NETZ_CANVAS_COMMIT] = { "commit", 1, { G_TYPE_POINTER } },
    [NETZ_CANVAS_COMMIT_JOINED] = { "commit-joined", 2, { G_TYPE_POINTER, G_TYPE_STRING } },
    [NETZ_CANVAS_CONTEXT_MENU] = { "context-menu", 3, { G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_STRING } },
    [NETZ_CANVAS_ACTIVATE_ITEM] = { "activate-item", 1, { G_TYPE_STRING } },
    [NETZ_CANVAS_TEXT_DROPPED] = { "text-dropped", 3, { G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE } },
    [NETZ_CANVAS_DELETE] = { "delete", 0, { 0 } },
    [NETZ_CANVAS_VIEW_CHANGED] = { "view-changed", 0, { 0 } },
    [NETZ_CANVAS_POINTED] = { "pointed", 1, { G_TYPE_STRING } },
    [NETZ_CANVAS_MESSAGE] = { "message", 1, { G_TYPE_STRING } },
  };

  for (guint i = 0; i < NETZ_CANVAS_N_SIGNALS; i++)
    signals[i] = g_signal_newv (table[i].name, NETZ_TYPE_CANVAS, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                G_TYPE_NONE, table[i].n, (GType *) table[i].types);
}

static void
netz_canvas_class_init (NetzCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = netz_canvas_dispose;
  object_class->get_property = netz_canvas_get_property;
  object_class->set_property = netz_canvas_set_property;

  widget_class->measure = netz_canvas_measure;
  widget_class->size_allocate = netz_canvas_size_allocate;
  widget_class->snapshot = netz_canvas_snapshot;
  widget_class->query_tooltip = netz_canvas_query_tooltip;

  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, NETZ_VIEWPORT_MIN_ZOOM, NETZ_VIEWPORT_MAX_ZOOM, 1,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SNAP] = g_param_spec_boolean ("snap", NULL, NULL, TRUE,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_FOCUS_ITEM] = g_param_spec_string ("focus-item", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals ();

  gtk_widget_class_set_css_name (widget_class, "netz-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  netz_canvas_keys_class_init (widget_class);
}

static void
netz_canvas_init (NetzCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  netz_viewport_init (&self->view);
  self->snap = TRUE;
  self->fitted = TRUE;
  self->home = netz_tool_select_new ();
  self->tool = g_object_ref (self->home);
  netz_canvas_draw_init (self);
  netz_canvas_input_init (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  name_focused_item (self);
}

GtkWidget *
netz_canvas_new (void)
{
  return g_object_new (NETZ_TYPE_CANVAS, NULL);
}

NetzNetwork *
netz_canvas_get_network (NetzCanvas *self)
{
  return netz_scene_get_network (self->scene);
}

NetzToolContext
netz_canvas_get_tool_context (NetzCanvas *self)
{
  return (NetzToolContext) {
    .scene = self->scene,
    .selection = self->selection,
    .visible = netz_viewport_get_visible (&self->view),
    .zoom = self->view.zoom,
    .snap = self->snap,
  };
}

void
netz_canvas_emit (NetzCanvas      *self,
                  NetzCanvasSignal signal,
                  ...)
{
  va_list arguments;

  va_start (arguments, signal);
  g_signal_emit_valist (self, signals[signal], 0, arguments);
  va_end (arguments);
}

/* Hands a draft out; it is spent afterwards. */
void
netz_canvas_commit (NetzCanvas *self,
                    NetzDraft  *draft,
                    const char *join_key)
{
  if (join_key != NULL && g_signal_has_handler_pending (self, signals[NETZ_CANVAS_COMMIT_JOINED], 0, FALSE))
    netz_canvas_emit (self, NETZ_CANVAS_COMMIT_JOINED, draft, join_key);
  else
    netz_canvas_emit (self, NETZ_CANVAS_COMMIT, draft);
  netz_draft_free (draft);
}

void
netz_canvas_hint_changed (NetzCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
}

/* For what was just committed: the receiver may have refused it. */
void
netz_canvas_select_and_focus (NetzCanvas *self,
                              const char *id)
{
  if (id == NULL || netz_network_find (netz_canvas_get_network (self), id) == NULL)
    return;
  netz_selection_set_single (self->selection, id);
  netz_canvas_set_focus_item (self, id);
}

/**
 * netz_canvas_get_scene:
 * @self: the canvas
 *
 * Returns: (nullable) (transfer none): what it shows
 */
NetzScene *
netz_canvas_get_scene (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NULL);

  return self->scene;
}

NetzSelection *
netz_canvas_get_selection (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NULL);

  return self->selection;
}

NetzTool *
netz_canvas_get_tool (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NULL);

  return self->tool;
}

/**
 * netz_canvas_get_hint:
 * @self: the canvas
 *
 * Returns: (nullable) (transfer none): one sentence on what the tool in hand does next, for the line below the picture
 */
const char *
netz_canvas_get_hint (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NULL);

  if (self->gesture == NULL && self->tool == self->home && self->selection != NULL
      && netz_selection_get_size (self->selection) > 1 && self->hovered == NULL)
    return _("Drag one of the selected to move all; Shift+click adds and takes away.");
  return netz_tool_get_hint (self->gesture != NULL ? self->gesture : self->tool);
}

gboolean
netz_canvas_get_snap (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), FALSE);

  return self->snap;
}

const char *
netz_canvas_get_focus_item (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), NULL);

  return self->focus_item;
}

/**
 * netz_canvas_set_document:
 * @self: the canvas
 * @scene: (nullable): what to show
 * @selection: (nullable): what is selected in it; %NULL exactly where @scene is
 *
 * Shows all of it.
 */
void
netz_canvas_set_document (NetzCanvas    *self,
                          NetzScene     *scene,
                          NetzSelection *selection)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));
  g_return_if_fail ((scene == NULL) == (selection == NULL));

  let_go (self);
  netz_backing_damage (self->backing, NULL);
  netz_canvas_set_tool (self, NULL);
  if (scene == NULL)
    return;

  self->scene = g_object_ref (scene);
  self->selection = g_object_ref (selection);
  g_signal_connect_swapped (scene, "damaged", G_CALLBACK (netz_canvas_damage), self);
  g_signal_connect_swapped (netz_scene_get_network (scene), "changed", G_CALLBACK (on_network_changed), self);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selection_changed), self);
  name_focused_item (self);
  netz_canvas_fit (self);
}

/**
 * netz_canvas_set_guess_func:
 * @self: the canvas
 * @func: (nullable): tells the kind of a new institution from its name
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 */
void
netz_canvas_set_guess_func (NetzCanvas         *self,
                            NetzCanvasGuessFunc func,
                            gpointer            user_data,
                            GDestroyNotify      destroy)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->guess_destroy != NULL)
    self->guess_destroy (self->guess_data);
  self->guess = func;
  self->guess_data = user_data;
  self->guess_destroy = destroy;
}

/**
 * netz_canvas_set_tool:
 * @self: the canvas
 * @tool: (nullable): to take in hand; %NULL selects and moves
 *
 * A tool that does not stay is put away after one gesture.
 */
void
netz_canvas_set_tool (NetzCanvas *self,
                      NetzTool   *tool)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  netz_canvas_cancel_gesture (self);
  if (tool == NULL)
    tool = self->home;
  g_set_object (&self->tool, tool);
  netz_canvas_update_hover (self);
  netz_canvas_hint_changed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
netz_canvas_set_snap (NetzCanvas *self,
                      gboolean    snap)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->snap == !!snap)
    return;
  self->snap = !!snap;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SNAP]);
}

/**
 * netz_canvas_set_focus_item:
 * @self: the canvas
 * @id: (nullable): the item that the keyboard is on
 */
void
netz_canvas_set_focus_item (NetzCanvas *self,
                            const char *id)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (g_strcmp0 (self->focus_item, id) == 0)
    return;
  g_free (self->focus_item);
  self->focus_item = g_strdup (id);
  name_focused_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOCUS_ITEM]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
