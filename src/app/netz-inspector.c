/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-inspector.h"
#include "app/netz-form.h"
#include "app/netz-symbol.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define SYMBOL_SIZE 40
#define FEW_PARTNERSHIPS 4   /* are listed at once */
#define MAX_PARTNERSHIPS 100 /* more of one institution are counted, not listed */

struct _NetzInspector
{
  AdwBin parent_instance;

  NetzSession *session;
  GtkWidget *symbol;
  GPtrArray *rows; /* of figures and partnerships, in their groups */
  guint idle;

  GtkBox *symbol_slot;
  GtkLabel *title;
  GtkLabel *subtitle;
  NetzForm *form;
  AdwPreferencesGroup *figures;
  AdwPreferencesGroup *partnerships;
};

G_DEFINE_FINAL_TYPE (NetzInspector, netz_inspector, ADW_TYPE_BIN)

typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *row;
} Listed;

static void
add_row (NetzInspector *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  Listed *listed = g_new (Listed, 1);

  listed->group = group;
  listed->row = row;
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, listed);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
clear_rows (NetzInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Listed *listed = self->rows->pdata[i];

      adw_preferences_group_remove (listed->group, listed->row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->partnerships), FALSE);
}

static void
set_head (NetzInspector *self, NetzKind *kind, const char *title, const char *subtitle)
{
  gtk_widget_set_visible (GTK_WIDGET (self->symbol_slot), kind != NULL);
  netz_symbol_set_kind (NETZ_SYMBOL (self->symbol), kind);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
on_link_activated (GtkWidget *row, NetzInspector *self)
{
  netz_selection_set_single (netz_session_get_selection (self->session), g_object_get_data (G_OBJECT (row), "netz-id"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", NULL);
}

/* A row that leads to a record: a partner, an end of a partnership. */
static GtkWidget *
make_link (NetzInspector *self, const char *title, const char *subtitle, const char *id)
{
  GtkWidget *row = make_row (title, subtitle);

  g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_link_activated), self, 0);
  return row;
}

static const char *
name_institution (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = netz_network_get_institution (network, id);

  if (institution == NULL)
    return _ ("Missing institution");
  return institution->name != NULL ? institution->name : _ ("Without a name");
}

static GtkWidget *
make_partnership (NetzInspector *self, NetzPartnership *partnership, const char *institution)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *programme
      = netz_describe_programme (network, partnership->programme, netz_session_get_language (self->session));
  const char *status = netz_describe_status (partnership->status);
  g_autofree char *subtitle = g_strjoin (programme != NULL && status != NULL ? " · " : "",
                                         programme != NULL ? programme : "", status != NULL ? status : "", NULL);

  return make_link (self, name_institution (network, netz_partnership_get_other (partnership, institution)), subtitle,
                    netz_record_get_id (NETZ_RECORD (partnership)));
}

static void
list_partnerships (NetzInspector *self, const char *id)
{
  GPtrArray *incident = netz_network_get_incident (netz_session_get_network (self->session), id);
  guint n = incident != NULL ? incident->len : 0;
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Partnerships"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Partnerships"), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), number);
  for (guint i = 0; i < MIN (n, MAX_PARTNERSHIPS); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_partnership (self, incident->pdata[i], id));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), n > 0 && n <= FEW_PARTNERSHIPS);
  adw_preferences_group_set_title (self->partnerships, "");
  add_row (self, self->partnerships, expander);
}

static void
show_institution (NetzInspector *self, NetzInstitution *institution)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *kind = netz_describe_kind (network, institution->kind, netz_session_get_language (self->session));

  set_head (self, netz_network_get_kind (network, institution->kind),
            institution->name != NULL ? institution->name : _ ("Without a name"), kind);
  list_partnerships (self, netz_record_get_id (NETZ_RECORD (institution)));
}

static void
show_partnership (NetzInspector *self, NetzPartnership *partnership)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  const char *programme
      = netz_describe_programme (network, partnership->programme, netz_session_get_language (self->session));

  set_head (self, NULL, programme != NULL ? programme : _ ("Partnership"), netz_describe_status (partnership->status));
  adw_preferences_group_set_title (self->partnerships, _ ("Between"));
  add_row (self, self->partnerships,
           make_link (self, name_institution (network, partnership->from), "", partnership->from));
  add_row (self, self->partnerships,
           make_link (self, name_institution (network, partnership->to), "", partnership->to));
}

static void
add_figure (NetzInspector *self, const char *title, guint number)
{
  GtkWidget *row = make_row (title, "");
  g_autofree char *text = g_strdup_printf ("%'u", number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  add_row (self, self->figures, row);
}

static guint
count_isolated (NetzNetwork *network)
{
  NetzNetworkIter iter;
  NetzRecord *institution;
  guint isolated = 0;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_network_get_incident (network, netz_record_get_id (institution)) == NULL)
      isolated++;
  return isolated;
}

static void
add_status_figures (NetzInspector *self, NetzNetwork *network)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (partnership->status != NULL)
      g_hash_table_insert (
          counts, partnership->status,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, partnership->status)) + 1));
  for (const NetzChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (counts, choice->id));

      if (number > 0)
        /* Not glued: the status alone is the row's title. */
        add_figure (self, netz_field_get_choice_label (field, choice->id), number);
    }
}

static void
show_network (NetzInspector *self)
{
  NetzNetwork *network = netz_session_get_part (self->session);
  const char *ids[] = { netz_network_get_id (network), NULL };

  set_head (self, NULL, netz_session_get_title (self->session), netz_network_get_settings (network)->municipality);
  add_figure (self, _ ("Institutions"), netz_network_get_size (network, NETZ_TABLE_INSTITUTION));
  add_figure (self, _ ("Institutions without a partnership"), count_isolated (network));
  add_figure (self, _ ("Partnerships"), netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP));
  add_status_figures (self, network);
  gtk_widget_set_visible (GTK_WIDGET (self->form), TRUE);
  netz_form_show (self->form, NETZ_TABLE_SETTINGS, ids);
}

/* Of a mixed selection the institutions are shown, else whatever the first is. */
static GPtrArray *
pick_ids (NetzNetwork *network, const char *const *ids, NetzTable *table)
{
  GPtrArray *picked = g_ptr_array_new ();
  NetzRecord *first = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_network_find (network, ids[i]);

      if (record != NULL && (first == NULL || netz_record_get_table (record) < netz_record_get_table (first)))
        first = record;
    }
  *table = first != NULL ? netz_record_get_table (first) : NETZ_TABLE_INSTITUTION;
  for (guint i = 0; ids[i] != NULL; i++)
    if (netz_network_get (network, *table, ids[i]) != NULL)
      g_ptr_array_add (picked, (gpointer) ids[i]);
  g_ptr_array_add (picked, NULL);
  return picked;
}

static void
show_several (NetzInspector *self, NetzTable table, guint number)
{
  g_autofree char *title = NULL;

  if (table == NETZ_TABLE_INSTITUTION)
    title = g_strdup_printf (ngettext ("%'u institution selected", "%'u institutions selected", number), number);
  else if (table == NETZ_TABLE_PARTNERSHIP)
    title = g_strdup_printf (ngettext ("%'u partnership selected", "%'u partnerships selected", number), number);
  else
    title = g_strdup_printf (ngettext ("%'u thing selected", "%'u things selected", number), number);
  set_head (self, NULL, title, _ ("What you change here is changed for all of them."));
}

static void
show_one (NetzInspector *self, NetzRecord *record)
{
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    show_institution (self, NETZ_INSTITUTION (record));
  else if (netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP)
    show_partnership (self, NETZ_PARTNERSHIP (record));
  else
    set_head (self, NULL, _ (netz_table_get_info (netz_record_get_table (record))->label), NULL);
}

static void
refresh (NetzInspector *self)
{
  NetzNetwork *network;
  g_autofree const char **ids = NULL;
  g_autoptr (GPtrArray) picked = NULL;
  NetzTable table;

  clear_rows (self);
  if (self->session == NULL)
    return;
  network = netz_session_get_network (self->session);
  ids = netz_selection_get_ids (netz_session_get_selection (self->session));
  picked = pick_ids (network, ids, &table);
  if (picked->len == 1)
    {
      show_network (self);
      return;
    }
  if (picked->len == 2)
    show_one (self, netz_network_get (network, table, picked->pdata[0]));
  else
    show_several (self, table, picked->len - 1);
  netz_form_show (self->form, table, (const char *const *) picked->pdata);
}

static gboolean
on_idle (gpointer data)
{
  NetzInspector *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* While a rubber band grows the selection changes many times a frame. */
static void
queue_refresh (NetzInspector *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
netz_inspector_dispose (GObject *object)
{
  NetzInspector *self = NETZ_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    netz_inspector_set_session (self, NULL);
  G_OBJECT_CLASS (netz_inspector_parent_class)->dispose (object);
}

static void
netz_inspector_finalize (GObject *object)
{
  g_clear_pointer (&NETZ_INSPECTOR (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (netz_inspector_parent_class)->finalize (object);
}

static void
netz_inspector_class_init (NetzInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = netz_inspector_finalize;
  g_type_ensure (NETZ_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, symbol_slot);
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, title);
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, form);
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, figures);
  gtk_widget_class_bind_template_child (widget_class, NetzInspector, partnerships);
}

static void
netz_inspector_init (NetzInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->symbol = netz_symbol_new (SYMBOL_SIZE);
  gtk_box_append (self->symbol_slot, self->symbol);
  clear_rows (self);
}

/**
 * netz_inspector_new:
 *
 * Returns: (transfer floating): a panel that shows nothing
 */
GtkWidget *
netz_inspector_new (void)
{
  return g_object_new (NETZ_TYPE_INSPECTOR, NULL);
}

/**
 * netz_inspector_set_session:
 * @self: a panel
 * @session: (nullable): what it shows
 */
void
netz_inspector_set_session (NetzInspector *self, NetzSession *session)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      g_signal_handlers_disconnect_by_data (netz_session_get_selection (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  netz_form_set_session (self->form, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "scope-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (queue_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (netz_session_get_selection (session), "changed", G_CALLBACK (queue_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::language", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
    }
  refresh (self);
}
