/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-palette.h"
#include "app/netz-symbol.h"
#include "model/netz-describe.h"
#include "planning/netz-scope-edit.h"

#include <glib/gi18n-lib.h>

#define SYMBOL_SIZE 24

struct _NetzPalette
{
  AdwBin parent_instance;

  NetzSession *session;
  GtkListBox *list;
  gboolean show_all;  /* also kinds that nobody is of */
  guint idle;
};

G_DEFINE_FINAL_TYPE (NetzPalette, netz_palette, ADW_TYPE_BIN)

typedef struct
{
  NetzKind *kind;
  const char *name;
  guint count; /* in the part that is looked at */
  guint all;
  gboolean shown;
} Entry;

static const char *
get_kind_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "netz-kind");
}

static int
rank_group (const char *group)
{
  static const char *const order[] = { "school", "provider", "steering", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_strcmp0 (group, order[i]) == 0)
      return (int) i;
  return G_N_ELEMENTS (order);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  int order = rank_group (x->kind->group) - rank_group (y->kind->group);

  return order != 0 ? order : g_utf8_collate (x->name, y->name);
}

static GHashTable *
count_kinds (NetzNetwork *network)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (institution->kind != NULL)
      g_hash_table_insert (counts, institution->kind,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, institution->kind)) + 1));
  return counts;
}

static GArray *
collect_entries (NetzPalette *self)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const NetzScope *scope = netz_session_get_scope (self->session);
  g_autoptr (GHashTable) all = count_kinds (network);
  g_autoptr (GHashTable) counts = count_kinds (netz_session_get_part (self->session));
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  NetzNetworkIter iter;
  NetzKind *kind;

  netz_network_iter_init (&iter, network, NETZ_TABLE_KIND);
  while (netz_network_iter_next (&iter, &kind))
    {
      const char *id = netz_record_get_id (NETZ_RECORD (kind));
      Entry entry = { kind, netz_describe_kind (network, id, netz_session_get_language (self->session)),
                      GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)),
                      GPOINTER_TO_UINT (g_hash_table_lookup (all, id)), netz_scope_takes_kind (scope, kind) };

      if (entry.all > 0 || self->show_all || g_hash_table_size (all) == 0)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* An eye is a condition like any other: it is among the filters, and other pages count by it. */
static void
on_eye_toggled (GtkToggleButton *eye, NetzPalette *self)
{
  const char *id = g_object_get_data (G_OBJECT (eye), "netz-kind");
  NetzKind *kind = netz_network_get_kind (netz_session_get_network (self->session), id);
  g_autoptr (NetzScope) scope = netz_scope_copy (netz_session_get_scope (self->session));

  if (kind == NULL)
    return;
  netz_scope_show_kind (scope, kind, gtk_toggle_button_get_active (eye));
  netz_session_set_scope (self->session, scope, NULL);
}

static void
show_eye (NetzPalette *self, GtkWidget *eye, gboolean shown)
{
  g_signal_handlers_block_by_func (eye, on_eye_toggled, self);
  gtk_button_set_icon_name (GTK_BUTTON (eye), shown ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (eye), shown);
  g_signal_handlers_unblock_by_func (eye, on_eye_toggled, self);
}

static GtkWidget *
make_eye (NetzPalette *self, const Entry *entry)
{
  const char *id = netz_record_get_id (NETZ_RECORD (entry->kind));
  GtkWidget *eye = gtk_toggle_button_new ();
  /* Translators: %s is a kind of institution */
  g_autofree char *label = g_strdup_printf (_ ("Show on the canvas: %s"), entry->name);

  gtk_widget_add_css_class (eye, "flat");
  gtk_widget_add_css_class (eye, "netz-eye");
  gtk_widget_set_valign (eye, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (eye, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (eye), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (eye), "netz-kind", g_strdup (id), g_free);
  g_signal_connect_object (eye, "toggled", G_CALLBACK (on_eye_toggled), self, 0);
  return eye;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_autofree char *text = g_strconcat ("netz-kind:", get_kind_id (row), NULL);

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (g_object_get_data (G_OBJECT (row), "netz-symbol"));

  gtk_drag_source_set_icon (source, picture, SYMBOL_SIZE / 2, SYMBOL_SIZE / 2);
}

static gboolean
on_row_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, NetzPalette *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (key != GDK_KEY_Insert && key != GDK_KEY_KP_Insert)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-of-kind", "s", get_kind_id (row));
  return GDK_EVENT_STOP;
}

static void
add_row_controllers (NetzPalette *self, GtkWidget *row)
{
  GtkDragSource *drag = gtk_drag_source_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare), row);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_row_key), self, 0);
  gtk_widget_add_controller (row, keys);
}

static char *
describe_entry (const Entry *entry)
{
  if (entry->count == entry->all)
    /* Translators: %s is a kind of institution, %u how many there are */
    return g_strdup_printf (ngettext ("%s, %u institution", "%s, %u institutions", entry->count), entry->name,
                            entry->count);
  /* Translators: %s is a kind of institution; so many of so many are looked at */
  return g_strdup_printf (ngettext ("%s, %u of %u institution", "%s, %u of %u institutions", entry->all), entry->name,
                          entry->count, entry->all);
}

/* What changes with the part that is looked at; the row stays, and with it the keyboard in it. */
static void
fill_row (NetzPalette *self, GtkWidget *row, const Entry *entry)
{
  g_autofree char *label = describe_entry (entry);
  g_autofree char *number = g_strdup_printf ("%'u", entry->count);

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "netz-count"), number);
  show_eye (self, g_object_get_data (G_OBJECT (row), "netz-eye"), entry->shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_row (NetzPalette *self, const Entry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *symbol = netz_symbol_new (SYMBOL_SIZE);
  GtkWidget *name = gtk_label_new (entry->name);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *eye = make_eye (self, entry);

  netz_symbol_set_kind (NETZ_SYMBOL (symbol), entry->kind);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), eye);
  gtk_widget_add_css_class (box, "netz-legend-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "netz-kind", g_strdup (netz_record_get_id (NETZ_RECORD (entry->kind))),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "netz-group", g_strdup (entry->kind->group), g_free);
  g_object_set_data (G_OBJECT (row), "netz-symbol", symbol);
  g_object_set_data (G_OBJECT (row), "netz-count", count);
  g_object_set_data (G_OBJECT (row), "netz-eye", eye);
  add_row_controllers (self, row);
  gtk_widget_set_tooltip_text (row, _ ("Drag onto the canvas to place one; click to select all of them"));
  fill_row (self, row, entry);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
refresh (NetzPalette *self)
{
  g_autoptr (GArray) entries = NULL;
  GtkWidget *more;

  clear_list (self->list);
  if (self->session == NULL)
    return;
  entries = collect_entries (self);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, &g_array_index (entries, Entry, i)));
  if (!self->show_all &&
      entries->len == netz_network_get_size (netz_session_get_network (self->session), NETZ_TABLE_KIND))
    return;
  more = gtk_label_new (self->show_all ? _ ("Only Kinds in Use") : _ ("All Kinds"));
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_add_css_class (more, "netz-legend-row");
  gtk_list_box_append (self->list, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (more)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (more)), -1);
}

static gboolean
on_idle (gpointer data)
{
  NetzPalette *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NetzPalette *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static GtkWidget *
find_row (NetzPalette *self, const char *kind)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && g_strcmp0 (get_kind_id (row), kind) != 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* Another part is looked at. */
static void
follow_scope (NetzPalette *self)
{
  g_autoptr (GArray) entries = collect_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      GtkWidget *row = find_row (self, netz_record_get_id (NETZ_RECORD (entry->kind)));

      if (row != NULL)
        fill_row (self, row, entry);
    }
}

static gboolean
changes_legend (const NetzChange *change)
{
  if (change->table == NETZ_TABLE_KIND)
    return TRUE;
  if (change->table != NETZ_TABLE_INSTITUTION)
    return FALSE;
  return change->before == NULL || change->after == NULL
         || g_strcmp0 (NETZ_INSTITUTION (change->before)->kind, NETZ_INSTITUTION (change->after)->kind) != 0;
}

static void
on_changed (NetzPalette *self, NetzEdit *edit)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    if (changes_legend (netz_edit_get_nth (edit, i)))
      {
        queue_refresh (self);
        return;
  if (!netz_scope_is_everything (netz_session_get_scope (self->session)))
    follow_scope (self);
}
}

static void
select_kind (NetzPalette *self, const char *kind)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, netz_session_get_network (self->session), NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (g_strcmp0 (institution->kind, kind) == 0)
      g_ptr_array_add (ids, (gpointer) netz_record_get_id (NETZ_RECORD (institution)));
  g_ptr_array_add (ids, NULL);
  netz_selection_set (netz_session_get_selection (self->session), (const char *const *) ids->pdata);
}

static void
on_row_activated (NetzPalette *self, GtkListBoxRow *row)
{
  if (get_kind_id (GTK_WIDGET (row)) != NULL)
    {
      select_kind (self, get_kind_id (GTK_WIDGET (row)));
      return;
    }
  self->show_all = !self->show_all;
  queue_refresh (self);
}

static void
on_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_KIND, "group");
  const char *group = g_object_get_data (G_OBJECT (row), "netz-group");
  const char *last = before != NULL ? g_object_get_data (G_OBJECT (before), "netz-group") : NULL;
  GtkWidget *label;

  if (group == NULL || g_strcmp0 (group, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (netz_field_get_choice_label (field, group));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "netz-legend-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
netz_palette_dispose (GObject *object)
{
  NetzPalette *self = NETZ_PALETTE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    netz_palette_set_session (self, NULL);
  G_OBJECT_CLASS (netz_palette_parent_class)->dispose (object);
}

static void
netz_palette_class_init (NetzPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = netz_palette_dispose;
}

static void
netz_palette_init (NetzPalette *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, on_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "netz-legend");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * netz_palette_new:
 *
 * Returns: (transfer floating): a legend of nothing
 */
GtkWidget *
netz_palette_new (void)
{
  return g_object_new (NETZ_TYPE_PALETTE, NULL);
}

/**
 * netz_palette_set_session:
 * @self: a legend
 * @session: (nullable): whose kinds to show
 */
void
netz_palette_set_session (NetzPalette *self, NetzSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  self->show_all = FALSE;
  if (session != NULL)
    {
      g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "scope-changed", G_CALLBACK (follow_scope), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::language", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
    }
  refresh (self);
}
