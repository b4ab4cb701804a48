/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-kind-chooser.h"

#include "model/netz-describe.h"
#include "scene/netz-node.h"

#include <glib/gi18n-lib.h>

#define ICON_SIZE 20

struct _NetzKindChooser
{
  GtkWidget parent_instance;

  NetzScene *scene;
  GtkDropDown *drop_down;
  GListStore *kinds;
  gboolean chosen;
  gboolean guessing;
};

G_DEFINE_FINAL_TYPE (NetzKindChooser, netz_kind_chooser, GTK_TYPE_WIDGET)

static const char *
get_name (NetzKindChooser *self,
          NetzKind        *kind)
{
  return netz_describe_kind (netz_scene_get_network (self->scene), netz_record_get_id (NETZ_RECORD (kind)),
                             netz_scene_get_language (self->scene));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return g_utf8_collate (get_name (data, (NetzKind *) a), get_name (data, (NetzKind *) b));
}

static void
draw_icon (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  NetzKindChooser *self = data;
  NetzKind *kind = g_object_get_data (G_OBJECT (area), "kind");

  if (kind != NULL)
    netz_node_paint_icon (cr, kind, netz_scene_get_style (self->scene), 0, 0, MIN (width, height));
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          NetzKindChooser    *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_size_request (icon, ICON_SIZE, ICON_SIZE);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (icon), draw_icon, self, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         NetzKindChooser    *self)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  NetzKind *kind = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (icon), "kind", g_object_ref (kind), g_object_unref);
  gtk_widget_queue_draw (icon);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)), get_name (self, kind));
}

static void
on_selected (NetzKindChooser *self)
{
  if (!self->guessing)
    self->chosen = TRUE;
}

static void
fill (NetzKindChooser *self)
{
  NetzNetworkIter iter;
  NetzKind *kind;

  netz_network_iter_init (&iter, netz_scene_get_network (self->scene), NETZ_TABLE_KIND);
  while (netz_network_iter_next (&iter, &kind))
    g_list_store_append (self->kinds, kind);
  g_list_store_sort (self->kinds, compare_names, self);
}

static guint
find_kind (NetzKindChooser *self,
           const char      *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kinds));

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (NetzRecord) kind = g_list_model_get_item (G_LIST_MODEL (self->kinds), i);

      if (g_str_equal (netz_record_get_id (kind), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
netz_kind_chooser_dispose (GObject *object)
{
  NetzKindChooser *self = NETZ_KIND_CHOOSER (object);

  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;
  g_clear_object (&self->kinds);
  g_clear_object (&self->scene);

  G_OBJECT_CLASS (netz_kind_chooser_parent_class)->dispose (object);
}

static void
netz_kind_chooser_class_init (NetzKindChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = netz_kind_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
netz_kind_chooser_init (NetzKindChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->kinds = g_list_store_new (NETZ_TYPE_RECORD);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->kinds)), NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_drop_down_set_factory (self->drop_down, factory);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of institution"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
}

/**
 * netz_kind_chooser_new:
 * @scene: of the network whose kinds are offered, in its language and style
 *
 * Returns: a chooser with nothing chosen
 */
GtkWidget *
netz_kind_chooser_new (NetzScene *scene)
{
  NetzKindChooser *self = g_object_new (NETZ_TYPE_KIND_CHOOSER, NULL);

  self->scene = g_object_ref (scene);
  self->guessing = TRUE;
  fill (self);
  gtk_drop_down_set_selected (self->drop_down, GTK_INVALID_LIST_POSITION);
  self->guessing = FALSE;
  return GTK_WIDGET (self);
}

/**
 * netz_kind_chooser_get_kind:
 * @self: the chooser
 *
 * Returns: (nullable): id of the kind shown
 */
const char *
netz_kind_chooser_get_kind (NetzKindChooser *self)
{
  NetzRecord *kind = NULL;

  g_return_val_if_fail (NETZ_IS_KIND_CHOOSER (self), NULL);

  kind = gtk_drop_down_get_selected_item (self->drop_down);
  return kind != NULL ? netz_record_get_id (kind) : NULL;
}

/**
 * netz_kind_chooser_guess:
 * @self: the chooser
 * @kind: (nullable): id of a kind; %NULL leaves what is shown
 *
 * Shows the kind unless the user has chosen one.
 */
void
netz_kind_chooser_guess (NetzKindChooser *self,
                         const char      *kind)
{
  guint position = find_kind (self, kind);

  if (self->chosen || position == GTK_INVALID_LIST_POSITION)
    return;
  self->guessing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->guessing = FALSE;
}

/**
 * netz_kind_chooser_choose:
 * @self: the chooser
 * @kind: id of a kind
 *
 * As if the user had chosen it.
 */
void
netz_kind_chooser_choose (NetzKindChooser *self,
                          const char      *kind)
{
  guint position = find_kind (self, kind);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->chosen = TRUE;
}

/**
 * netz_kind_chooser_step:
 * @self: the chooser
 * @direction: 1 = the next kind of the list, -1 = the previous one
 */
void
netz_kind_chooser_step (NetzKindChooser *self,
                        int              direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->kinds));
  guint position = gtk_drop_down_get_selected (self->drop_down);

  if (n == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = direction > 0 ? 0 : n - 1;
  else
    position = (position + (direction > 0 ? 1 : n - 1)) % n;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->chosen = TRUE;
}

/**
 * netz_kind_chooser_open:
 * @self: the chooser
 *
 * Shows the list.
 */
void
netz_kind_chooser_open (NetzKindChooser *self)
{
  gtk_widget_activate (GTK_WIDGET (self->drop_down));
}
