/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-views-dialog.h"

#include "app/netz-views.h"
#include "planning/netz-scope-edit.h"

#include <glib/gi18n-lib.h>

struct _NetzViewsDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *name_row;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of the saved views */

  NetzWindow *window; /* not owned: the dialog goes with it */
};

G_DEFINE_FINAL_TYPE (NetzViewsDialog, netz_views_dialog, ADW_TYPE_WINDOW)

static void refresh (NetzViewsDialog *self);

static const char *
get_id (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);

  return g_object_get_data (G_OBJECT (row), "netz-id");
}

static void
on_add (NetzViewsDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (*title == '\0' || !netz_views_add (self->window, title))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  refresh (self);
}

static void
on_rename (NetzViewsDialog *self, GtkWidget *row)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*title != '\0')
    netz_views_rename (self->window, get_id (row), title);
}

static void
on_show (NetzViewsDialog *self, GtkWidget *button)
{
  netz_views_show (self->window, get_id (button));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_update (NetzViewsDialog *self, GtkWidget *button)
{
  netz_views_update (self->window, get_id (button));
  refresh (self);
}

static void
on_delete (NetzViewsDialog *self, GtkWidget *button)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  netz_views_delete (self->window, get_id (button));
  refresh (self);
}

static void
add_button (NetzViewsDialog *self, GtkWidget *row, const char *icon, char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_free (label);
}

/* What the view leaves in, in words. */
static char *
describe (NetzSession *session, const NetzView *view)
{
  g_autoptr (NetzScope) scope = netz_scope_new_from_view (view);
  g_autoptr (GPtrArray) conditions = netz_scope_list_conditions (scope, netz_session_get_network (session),
                                                                 netz_session_get_language (session));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < conditions->len; i++)
    g_strv_builder_add (builder, ((NetzCondition *) conditions->pdata[i])->text);
  texts = g_strv_builder_end (builder);
  return conditions->len > 0 ? g_strjoinv (" · ", texts) : g_strdup (_("Everything"));
}

static GtkWidget *
make_row (NetzViewsDialog *self, const NetzView *view)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *title = view->title != NULL ? view->title : "";
  g_autofree char *what = describe (netz_window_get_session (self->window), view);

  g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (netz_record_get_id (NETZ_RECORD (view))), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  gtk_editable_set_text (GTK_EDITABLE (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (on_rename), self, G_CONNECT_SWAPPED);
  /* Translators: %s is the name of a view */
  add_button (self, row, "find-location-symbolic", g_strdup_printf (_("Show “%s”"), title), G_CALLBACK (on_show));
  /* Translators: %s is the name of a view: it shall show what is shown now */
  add_button (self, row, "view-refresh-symbolic", g_strdup_printf (_("Let “%s” show what is shown now"), title),
              G_CALLBACK (on_update));
  /* Translators: %s is the name of a view */
  add_button (self, row, "user-trash-symbolic", g_strdup_printf (_("Delete “%s”"), title), G_CALLBACK (on_delete));
  return row;
}

static void
refresh (NetzViewsDialog *self)
{
  g_autoptr (GPtrArray) views = netz_views_list (netz_window_get_session (self->window));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < views->len; i++)
    {
      GtkWidget *row = make_row (self, views->pdata[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), views->len > 0);
}

static void
netz_views_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (NETZ_VIEWS_DIALOG (object)->rows);
  G_OBJECT_CLASS (netz_views_dialog_parent_class)->finalize (object);
}

static void
netz_views_dialog_class_init (NetzViewsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_views_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-views-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzViewsDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, NetzViewsDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
netz_views_dialog_init (NetzViewsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * netz_views_dialog_new:
 * @parent: a window with a network
 *
 * Returns: (transfer none): a dialog that waits to be presented
 */
NetzViewsDialog *
netz_views_dialog_new (NetzWindow *parent)
{
  NetzViewsDialog *self = g_object_new (NETZ_TYPE_VIEWS_DIALOG, "transient-for", parent, NULL);

  self->window = parent;
  refresh (self);
  return self;
}
