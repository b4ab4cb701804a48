/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-sidebar.h"
#include "app/netz-list.h"
#include "app/netz-palette.h"
#include "app/netz-symbol.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define SYMBOL_SIZE 20

struct _NetzSidebar
{
  AdwBin parent_instance;

  NetzSession *session;
  NetzList *list;
  GtkMultiSelection *rows;
  gboolean syncing; /* the selection is being copied from here to there or back */

  GtkSearchEntry *search;
  GtkLabel *problem;
  GtkLabel *count;
  NetzPalette *palette;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NetzSidebar, netz_sidebar, ADW_TYPE_BIN)

static void
show_count (NetzSidebar *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint all = self->session != NULL
                  ? netz_network_get_size (netz_session_get_network (self->session), NETZ_TABLE_INSTITUTION)
                  : 0;
  g_autofree char *text = NULL;

  if (shown == all)
    text = g_strdup_printf (ngettext ("%'u Institution", "%'u Institutions", all), all);
  else
    /* Translators: of all institutions so many match what is searched for */
    text = g_strdup_printf (_ ("%'u of %'u Institutions"), shown, all);
  gtk_label_set_label (self->count, text);
}

static void
setup_row (NetzSidebar *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), netz_symbol_new (SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static char *
describe_row (NetzSidebar *self, NetzInstitution *institution, guint degree)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *kind = netz_describe_kind (network, institution->kind, netz_session_get_language (self->session));
  const char *name = institution->name != NULL ? institution->name : "";

  /* Translators: the name of an institution, its kind, and how many partnerships it has */
  return g_strdup_printf (ngettext ("%s, %s, %u partnership", "%s, %s, %u partnerships", degree), name,
                          kind != NULL ? kind : _ ("no kind"), degree);
}

static void
bind_row (NetzSidebar *self, GtkListItem *item)
{
  NetzInstitution *institution = gtk_list_item_get_item (item);
  NetzNetwork *network = netz_session_get_part (self->session);
  GPtrArray *incident = netz_network_get_incident (network, netz_record_get_id (NETZ_RECORD (institution)));
  guint degree = incident != NULL ? incident->len : 0;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *symbol = gtk_widget_get_first_child (box);
  GtkWidget *name = gtk_widget_get_next_sibling (symbol);
  g_autofree char *number = g_strdup_printf ("%'u", degree);
  g_autofree char *text = describe_row (self, institution, degree);

  netz_symbol_set_kind (NETZ_SYMBOL (symbol), netz_network_get_kind (network, institution->kind));
  gtk_label_set_label (GTK_LABEL (name), institution->name != NULL ? institution->name : "");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), number);
  gtk_widget_set_tooltip_text (box, text);
  /* What has the keyboard is the row around it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/* From the canvas to the list. */
static void
on_selection_changed (NetzSidebar *self)
{
  g_autofree const char **ids = NULL;
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position;

  if (self->syncing || self->session == NULL)
    return;
  ids = netz_selection_get_ids (netz_session_get_selection (self->session));
  for (guint i = 0; ids[i] != NULL; i++)
    if (netz_list_find (self->list, ids[i], &position))
      gtk_bitset_add (selected, position);
  all = gtk_bitset_new_range (0, n);
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), selected, all);
  self->syncing = FALSE;
  if (!gtk_bitset_is_empty (selected))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", gtk_bitset_get_minimum (selected));
}

static void
on_items_changed (NetzSidebar *self)
{
  show_count (self);
  on_selection_changed (self);
}

/* From the list to the canvas; what is selected there and is no institution goes. */
static void
on_rows_changed (NetzSidebar *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->syncing || self->session == NULL)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  ids = g_ptr_array_new ();
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (ids, (gpointer) netz_record_get_id (NETZ_RECORD (netz_list_get (self->list, position))));
  g_ptr_array_add (ids, NULL);
  self->syncing = TRUE;
  netz_selection_set (netz_session_get_selection (self->session), (const char *const *) ids->pdata);
  self->syncing = FALSE;
}

static void
on_activate (NetzSidebar *self, guint position)
{
  NetzInstitution *institution = netz_list_get (self->list, position);

  if (institution == NULL)
    return;
  netz_selection_set_single (netz_session_get_selection (self->session),
                             netz_record_get_id (NETZ_RECORD (institution)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", NULL);
}

static void
on_search_changed (NetzSidebar *self)
{
  g_autoptr (GError) error = NULL;
  gboolean understood = netz_list_set_filter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)), &error);

  gtk_label_set_label (self->problem, understood ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !understood);
  if (understood)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
  on_selection_changed (self);
  show_count (self);
}

/* Goes to what is found, and from one to the next. */
static void
on_search_activate (NetzSidebar *self)
{
  const char *single = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list)), position = 0;

  if (self->session == NULL || n == 0)
    return;
  single = netz_selection_get_single (netz_session_get_selection (self->session));
  if (single != NULL && netz_list_find (self->list, single, &position))
    position = (position + 1) % n;
  on_activate (self, position);
}

static void
on_search_stop (NetzSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-canvas", NULL);
}

/* The list is the twin of the canvas: what is left out there is left out here. */
static void
follow_scope (NetzSidebar *self)
{
  gboolean all = netz_scope_is_everything (netz_session_get_scope (self->session));

  netz_list_set_part (self->list, all ? NULL : netz_session_get_part (self->session));
  show_count (self);
}

static void
netz_sidebar_dispose (GObject *object)
{
  NetzSidebar *self = NETZ_SIDEBAR (object);

  if (self->session != NULL)
    netz_sidebar_set_session (self, NULL);
  G_OBJECT_CLASS (netz_sidebar_parent_class)->dispose (object);
}

static void
netz_sidebar_finalize (GObject *object)
{
  NetzSidebar *self = NETZ_SIDEBAR (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (netz_sidebar_parent_class)->finalize (object);
}

static void
netz_sidebar_class_init (NetzSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = netz_sidebar_finalize;
  g_type_ensure (NETZ_TYPE_PALETTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/netzwerkstatt/Netzwerkstatt/netz-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, NetzSidebar, problem);
  gtk_widget_class_bind_template_child (widget_class, NetzSidebar, count);
  gtk_widget_class_bind_template_child (widget_class, NetzSidebar, palette);
  gtk_widget_class_bind_template_child (widget_class, NetzSidebar, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
netz_sidebar_init (NetzSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = netz_list_new ();
  self->rows = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->rows));
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
}

/**
 * netz_sidebar_new:
 *
 * Returns: (transfer floating): a panel that shows nothing
 */
GtkWidget *
netz_sidebar_new (void)
{
  return g_object_new (NETZ_TYPE_SIDEBAR, NULL);
}

/**
 * netz_sidebar_set_session:
 * @self: a panel
 * @session: (nullable): what it shows
 */
void
netz_sidebar_set_session (NetzSidebar *self, NetzSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_selection (self->session), self);
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  /* Rows are bound while the list changes, so they must find the session that it is of. */
  if (session == NULL)
    netz_list_set_network (self->list, NULL);
  g_set_object (&self->session, session);
  netz_palette_set_session (self->palette, session);
  if (session == NULL)
    return;
  netz_list_set_network (self->list, netz_session_get_network (session));
  g_signal_connect_object (netz_session_get_selection (session), "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "scope-changed", G_CALLBACK (follow_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (follow_scope), self,
                           G_CONNECT_SWAPPED);
  follow_scope (self);
  on_selection_changed (self);
}

/**
 * netz_sidebar_focus_search:
 * @self: a panel
 *
 * Puts the keyboard into the search.
 */
void
netz_sidebar_focus_search (NetzSidebar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
