/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-part-dialog.h"
#include "app/netz-institution-chooser.h"
#include "model/netz-date.h"
#include "model/netz-describe.h"
#include "planning/netz-readiness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NetzPartDialog
{
  AdwWindow parent_instance;

  NetzNetwork *network;
  NetzCatalogue *catalogue;
  NetzPart *part;          /* as it was */
  GPtrArray *rows;         /* a widget for each field; NULL for what people do not see */
  GPtrArray *ids;          /* GPtrArray of choices for each field, NULL where it has none */
  char *institution;
  AdwPreferencesGroup *group;
  GtkWidget *accept;
  GtkWidget *remove;

  NetzPartFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (NetzPartDialog, netz_part_dialog, ADW_TYPE_WINDOW)

static const NetzField *
get_field (NetzPartDialog *self, guint index)
{
  return &netz_part_get_part_type (self->part)->fields[index];
}

static gboolean
is_date_right (const char *text)
{
  NetzDate date;

  return *text == '\0' || netz_date_parse_input (text, &date);
}

/* What a row says now, as it stands in a record. */
static char *
read_row (NetzPartDialog *self, guint index)
{
  const NetzField *field = get_field (self, index);
  GtkWidget *row = self->rows->pdata[index];
  GPtrArray *ids = self->ids->pdata[index];
  NetzDate date;

  if (row == NULL)
    return g_strdup (netz_part_get_nth (self->part, index));
  if (field->type == NETZ_FIELD_REF)
    return g_strdup (self->institution);
  if (ids != NULL)
    {
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

      return selected < ids->len ? g_strdup (ids->pdata[selected]) : NULL;
    }
  if (field->type == NETZ_FIELD_DATE && netz_date_parse_input (gtk_editable_get_text (GTK_EDITABLE (row)), &date))
    return netz_date_print (&date);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static NetzPart *
read_part (NetzPartDialog *self)
{
  const NetzPartType *type = netz_part_get_part_type (self->part);
  g_auto (GStrv) values = g_new0 (char *, type->n_fields + 1);
  NetzPart *part;

  for (guint i = 0; i < type->n_fields; i++)
    {
      char *value = read_row (self, i);

      values[i] = value != NULL ? value : g_strdup ("");
    }
  part = netz_part_new_with_extras (type, (const char *const *) values, netz_part_get_extras (self->part));
  return part;
}

static void
on_text_changed (NetzPartDialog *self)
{
  gboolean right = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      gboolean here;

      if (row == NULL || get_field (self, i)->type != NETZ_FIELD_DATE)
        continue;
      here = is_date_right (gtk_editable_get_text (GTK_EDITABLE (row)));
      if (here)
        gtk_widget_remove_css_class (row, "error");
      else
        gtk_widget_add_css_class (row, "error");
      gtk_widget_set_tooltip_text (row, here ? NULL : _("Not a date: try 25.8.2008, 8/2008 or 2008"));
      right = right && here;
    }
  gtk_widget_set_sensitive (self->accept, right);
}

static void
finish (NetzPartDialog *self, NetzPart *part)
{
  if (self->func != NULL)
    self->func (part, self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_accept (NetzPartDialog *self)
{
  g_autoptr (NetzPart) part = NULL;

  if (!gtk_widget_get_sensitive (self->accept))
    return;
  part = read_part (self);
  finish (self, part);
}

static void
on_remove (NetzPartDialog *self)
{
  finish (self, NULL);
}

static GtkWidget *
make_entry (NetzPartDialog *self, const NetzField *field, const char *value)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *shown
      = field->type == NETZ_FIELD_DATE && value != NULL ? netz_date_display (value) : g_strdup (value);

  gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_accept), self, G_CONNECT_SWAPPED);
  return row;
}

/* Takes the lists: what is shown, and what it stands for. */
static GtkWidget *
make_combo (NetzPartDialog *self, guint index, GtkStringList *names, GPtrArray *ids, const char *value)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (ids->pdata[i], value) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  self->ids->pdata[index] = ids;
  g_object_unref (names);
  return row;
}

static GtkWidget *
make_choice (NetzPartDialog *self, guint index, const NetzField *field, const char *value)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  gtk_string_list_append (names, C_ ("choice", "None"));
  g_ptr_array_add (ids, g_strdup (""));
  for (guint i = 0; field->choices[i].id != NULL; i++)
    {
      gtk_string_list_append (names, netz_field_get_choice_label (field, field->choices[i].id));
      g_ptr_array_add (ids, g_strdup (field->choices[i].id));
    }
  return make_combo (self, index, names, ids, value);
}

static GtkWidget *
make_group_choice (NetzPartDialog *self, guint index, const char *value)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *groups = netz_catalogue_get_items (self->catalogue, NETZ_CATALOGUE_ACTOR_GROUPS);

  gtk_string_list_append (names, C_ ("choice", "None"));
  g_ptr_array_add (ids, g_strdup (""));
  for (guint i = 0; i < groups->len; i++)
    {
      gtk_string_list_append (names, netz_catalogue_item_get_name (groups->pdata[i], netz_language_get ()));
      g_ptr_array_add (ids, g_strdup (netz_catalogue_item_get_id (groups->pdata[i])));
    }
  if (value != NULL && !g_ptr_array_find_with_equal_func (ids, value, g_str_equal, NULL))
    {
      gtk_string_list_append (names, value);
      g_ptr_array_add (ids, g_strdup (value));
    }
  return make_combo (self, index, names, ids, value);
}

/* The actor group that the institution's kind stands for is proposed; another can be chosen. */
static void
propose_group (NetzPartDialog *self)
{
  const char *group = netz_readiness_propose_group (self->network, self->institution);

  for (guint i = 0; group != NULL && i < self->rows->len; i++)
    {
      GPtrArray *ids = self->ids->pdata[i];
      guint place;

      if (strcmp (get_field (self, i)->name, "group") == 0 && ids != NULL
          && g_ptr_array_find_with_equal_func (ids, group, g_str_equal, &place))
        adw_combo_row_set_selected (self->rows->pdata[i], place);
    }
}

static void
show_institution (NetzPartDialog *self, GtkWidget *row)
{
  NetzInstitution *institution
      = self->institution != NULL ? netz_network_get_institution (self->network, self->institution) : NULL;
  g_autofree char *name
      = g_markup_escape_text (institution != NULL && institution->name != NULL ? institution->name : "–", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
}

static void
on_institution_chosen (const char *id, gpointer data)
{
  NetzPartDialog *self = NETZ_PART_DIALOG (g_object_get_data (G_OBJECT (data), "netz-dialog"));

  g_free (self->institution);
  self->institution = g_strdup (id);
  show_institution (self, GTK_WIDGET (data));
  propose_group (self);
}

static GtkWidget *
make_institution (NetzPartDialog *self, const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = netz_institution_chooser_new_button (_("Choose…"), self->network, NULL, on_institution_chosen,
                                                           row, NULL);

  g_object_set_data (G_OBJECT (row), "netz-dialog", self);
  self->institution = g_strdup (value);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  show_institution (self, row);
  return row;
}

static void
add_row (NetzPartDialog *self, guint index)
{
  const NetzField *field = get_field (self, index);
  const char *value = netz_part_get_nth (self->part, index);
  GtkWidget *row;

  if ((field->flags & NETZ_FIELD_INNER) != 0 || strcmp (field->name, "state") == 0)
    return;
  if (field->type == NETZ_FIELD_REF)
    row = make_institution (self, value);
  else if (field->type == NETZ_FIELD_CHOICE)
    row = make_choice (self, index, field, value);
  else if (strcmp (field->name, "group") == 0)
    row = make_group_choice (self, index, value);
  else
    row = make_entry (self, field, value);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), netz_field_get_label (field));
  adw_preferences_group_add (self->group, row);
  self->rows->pdata[index] = row;
}

/* One begins to type at once, and Enter in an entry accepts. */
static void
focus_first_entry (NetzPartDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ADW_IS_ENTRY_ROW (self->rows->pdata[i]))
      {
        gtk_widget_grab_focus (self->rows->pdata[i]);
        return;
      }
}

/* Not before it is there: screen readers would not hear of the window. */
static void
netz_part_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (netz_part_dialog_parent_class)->map (widget);
  focus_first_entry (NETZ_PART_DIALOG (widget));
}

static void
free_ids (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

static void
netz_part_dialog_finalize (GObject *object)
{
  NetzPartDialog *self = NETZ_PART_DIALOG (object);

  g_clear_object (&self->network);
  g_clear_pointer (&self->catalogue, netz_catalogue_unref);
  g_clear_pointer (&self->part, netz_part_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->institution, g_free);
  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (netz_part_dialog_parent_class)->finalize (object);
}

static void
netz_part_dialog_class_init (NetzPartDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_part_dialog_finalize;
  widget_class->map = netz_part_dialog_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-part-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzPartDialog, group);
  gtk_widget_class_bind_template_child (widget_class, NetzPartDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, NetzPartDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
netz_part_dialog_init (NetzPartDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

/**
 * netz_part_dialog_new:
 * @parent: the window that it stands above
 * @title: what is to be entered
 * @network: for institutions
 * @catalogue: for actor groups
 * @part: what it is now
 * @removable: whether it is there already, and can be removed
 *
 * Returns: (transfer none): a window that waits to be presented
 */
NetzPartDialog *
netz_part_dialog_new (GtkWindow *parent,
                      const char *title,
                      NetzNetwork *network,
                      const NetzCatalogue *catalogue,
                      NetzPart *part,
                      gboolean removable)
{
  NetzPartDialog *self = g_object_new (NETZ_TYPE_PART_DIALOG, "transient-for", parent, "title", title, NULL);
  const NetzPartType *type = netz_part_get_part_type (part);

  self->network = g_object_ref (network);
  self->catalogue = netz_catalogue_ref ((NetzCatalogue *) catalogue);
  self->part = netz_part_ref (part);
  self->rows = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (free_ids);
  g_ptr_array_set_size (self->rows, (int) type->n_fields);
  g_ptr_array_set_size (self->ids, (int) type->n_fields);
  for (guint i = 0; i < type->n_fields; i++)
    add_row (self, i);
  gtk_widget_set_visible (self->remove, removable);
  return self;
}

/**
 * netz_part_dialog_set_func:
 * @func: takes what was entered
 * @data: for @func
 * @destroy: (nullable): frees @data
 */
void
netz_part_dialog_set_func (NetzPartDialog *self, NetzPartFunc func, gpointer data, GDestroyNotify destroy)
{
  self->func = func;
  self->data = data;
  self->destroy = destroy;
}
