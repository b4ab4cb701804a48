/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-kinds-dialog.h"
#include "app/netz-form.h"
#include "app/netz-symbol.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

#define SYMBOL_SIZE 24

struct _NetzKindsDialog
{
  AdwWindow parent_instance;

  NetzSession *session;
  gboolean filling;

  GtkDropDown *table;
  GtkButton *remove;
  GtkLabel *problem;
  GtkListBox *list;
  NetzForm *form;
};

G_DEFINE_FINAL_TYPE (NetzKindsDialog, netz_kinds_dialog, ADW_TYPE_WINDOW)

static NetzTable
get_table (NetzKindsDialog *self)
{
  return gtk_drop_down_get_selected (self->table) == 0 ? NETZ_TABLE_KIND : NETZ_TABLE_PROGRAMME;
}

static const char *
name_record (NetzRecord *record)
{
  return netz_record_get_table (record) == NETZ_TABLE_KIND
             ? netz_kind_get_name (NETZ_KIND (record), netz_language_get ())
             : netz_programme_get_name (NETZ_PROGRAMME (record), netz_language_get ());
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (name_record (*(NetzRecord *const *) a), name_record (*(NetzRecord *const *) b));
}

static const char *
get_shown (NetzKindsDialog *self)
{
  /* Later versions of GTK: the list still says what is selected while the template is being taken apart. */
  GtkListBoxRow *row = self->list != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? g_object_get_data (G_OBJECT (row), "netz-id") : NULL;
}

static void
show_problem (NetzKindsDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static GtkWidget *
make_row (NetzRecord *record)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name_record (record));

  if (netz_record_get_table (record) == NETZ_TABLE_KIND)
    {
      GtkWidget *symbol = netz_symbol_new (SYMBOL_SIZE);

      netz_symbol_set_kind (NETZ_SYMBOL (symbol), NETZ_KIND (record));
      gtk_box_append (GTK_BOX (box), symbol);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name_record (record), -1);
  g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (netz_record_get_id (record)), g_free);
  return row;
}

static void
refresh (NetzKindsDialog *self, const char *wanted)
{
  g_autoptr (GPtrArray) records = netz_network_list (netz_session_get_network (self->session), get_table (self));
  g_autofree char *keep = g_strdup (wanted != NULL ? wanted : get_shown (self));
  GtkWidget *child;
  GtkListBoxRow *chosen = NULL;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_sort (records, compare_names);
  for (guint i = 0; i < records->len; i++)
    {
      GtkWidget *row = make_row (records->pdata[i]);

      gtk_list_box_append (self->list, row);
      if (chosen == NULL || g_strcmp0 (netz_record_get_id (records->pdata[i]), keep) == 0)
        chosen = GTK_LIST_BOX_ROW (row);
    }
  self->filling = FALSE;
  gtk_list_box_select_row (self->list, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove), chosen != NULL);
}

static void
on_row_selected (NetzKindsDialog *self)
{
  const char *ids[] = { get_shown (self), NULL };

  if (self->filling || self->session == NULL)
    return;
  show_problem (self, NULL);
  netz_form_show (self->form, get_table (self), ids);
}

static void
on_table_changed (NetzKindsDialog *self)
{
  if (self->session != NULL)
    refresh (self, NULL);
}

static void
on_changed (NetzKindsDialog *self, NetzEdit *edit)
{
  if (netz_edit_touches_table (edit, get_table (self)))
    refresh (self, NULL);
}

static void
on_add (NetzKindsDialog *self)
{
  gboolean is_kind = get_table (self) == NETZ_TABLE_KIND;
  g_autoptr (NetzDraft) draft = netz_draft_new (netz_session_get_network (self->session),
                                                is_kind ? _ ("Add a kind of institution") : _ ("Add a programme"));
  g_autofree char *id = NULL;

  if (is_kind)
    id = g_strdup (netz_add_kind (draft, _ ("New kind"), netz_language_get (), "other"));
  else
    id = g_strdup (netz_add_programme (draft, _ ("New programme"), netz_language_get (), NULL, NULL));
  netz_session_commit (self->session, draft);
  refresh (self, id);
}

static void
on_remove (NetzKindsDialog *self)
{
  gboolean is_kind = get_table (self) == NETZ_TABLE_KIND;
  g_autoptr (NetzDraft) draft =
      netz_draft_new (netz_session_get_network (self->session),
                      is_kind ? _("Remove a kind of institution") : _("Remove a programme"));
  g_autofree char *id = g_strdup (get_shown (self));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  if (!netz_remove_record (draft, get_table (self), id, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  netz_session_commit (self->session, draft);
}

static void
netz_kinds_dialog_dispose (GObject *object)
{
  NetzKindsDialog *self = NETZ_KINDS_DIALOG (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (netz_kinds_dialog_parent_class)->dispose (object);
}

static void
netz_kinds_dialog_class_init (NetzKindsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_kinds_dialog_dispose;
  g_type_ensure (NETZ_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-kinds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzKindsDialog, table);
  gtk_widget_class_bind_template_child (widget_class, NetzKindsDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, NetzKindsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NetzKindsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, NetzKindsDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_table_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
netz_kinds_dialog_init (NetzKindsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * netz_kinds_dialog_new:
 * @parent: the window that it stands above
 * @session: whose kinds and programmes to show
 *
 * Returns: (transfer none): a window that waits to be presented
 */
NetzKindsDialog *
netz_kinds_dialog_new (GtkWindow *parent, NetzSession *session)
{
  NetzKindsDialog *self = g_object_new (NETZ_TYPE_KINDS_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  netz_form_set_session (self->form, session);
  g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  refresh (self, NULL);
  return self;
}
