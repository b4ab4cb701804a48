/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-form.h"
#include "app/netz-field-row.h"

#include <glib/gi18n-lib.h>

struct _NetzForm
{
  AdwBin parent_instance;

  NetzSession *session;
  NetzFieldRowHost host;
  GtkBox *box;
  GPtrArray *rows; /* NetzFieldRow */
  NetzTable table;
  GStrv ids;
};

G_DEFINE_FINAL_TYPE (NetzForm, netz_form, ADW_TYPE_BIN)

/* Where a group of fields begins, and what stands above it. */
static const struct
{
  NetzTable table;
  const char *first_field;
  const char *title;
} groups[] = {
  { NETZ_TABLE_INSTITUTION, "district", N_ ("Place") },
  { NETZ_TABLE_INSTITUTION, "website", N_ ("Figures") },
  { NETZ_TABLE_INSTITUTION, "tags", N_ ("Numbers, Persons, Notes") },
  { NETZ_TABLE_PARTNERSHIP, "since", N_ ("Time and Agreement") },
  { NETZ_TABLE_PARTNERSHIP, "next-step", N_ ("What Comes Next") },
  { NETZ_TABLE_PARTNERSHIP, "contacts", N_ ("Persons and Notes") },
};

static const char *
find_group_title (NetzTable table, const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (groups[i].table == table && g_str_equal (groups[i].first_field, field))
      return groups[i].title;
  return NULL;
}

static NetzDraft *
make_draft (NetzForm *self, const NetzField *field)
{
  /* Translators: %s is a field's name; the label of a step that can be undone */
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), netz_field_get_label (field));

  return netz_draft_new (netz_session_get_network (self->session), label);
}

static gboolean
on_text (gpointer data, const NetzField *field, const char *text, GError **error)
{
  NetzForm *self = data;
  g_autoptr (NetzDraft) draft = make_draft (self, field);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_edit (draft, self->table, self->ids[i]);

      if (record != NULL && !netz_field_parse (field, record, text, error))
        return FALSE;
    }
  netz_session_commit (self->session, draft);
  return TRUE;
}

static void
on_list (gpointer data, const NetzField *field, GPtrArray *list)
{
  NetzForm *self = data;
  g_autoptr (NetzDraft) draft = make_draft (self, field);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_edit (draft, self->table, self->ids[i]);

      if (record != NULL)
        netz_field_set_list (field, record, list);
    }
  netz_session_commit (self->session, draft);
}

static void
clear_rows (NetzForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    ((NetzFieldRow *) self->rows->pdata[i])->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->rows, 0);
}

/* Which institutions a record joins is said on the canvas, not in a form. */
static gboolean
is_for_forms (const NetzField *field)
{
  return (field->flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER)) == 0
         && !(field->type == NETZ_FIELD_REF && field->target == NETZ_TABLE_INSTITUTION);
}

static void
build_rows (NetzForm *self)
{
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (self->table, &n_fields);
  GtkWidget *group = NULL;

  clear_rows (self);
  for (guint i = 0; i < n_fields; i++)
    {
      const char *title = find_group_title (self->table, fields[i].name);
      NetzFieldRow *row;

      if (group == NULL || title != NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title != NULL ? _ (title) : "");
          gtk_box_append (self->box, group);
        }
      if (!is_for_forms (&fields[i]))
        continue;
      row = netz_field_row_new (&fields[i], &self->host);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row->widget);
      g_ptr_array_add (self->rows, row);
    }
}

static GPtrArray *
collect_records (NetzForm *self)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; self->ids != NULL && self->ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_network_get (netz_session_get_network (self->session), self->table, self->ids[i]);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static void
refresh (NetzForm *self, gboolean fresh)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->session == NULL)
    return;
  records = collect_records (self);
  gtk_widget_set_visible (GTK_WIDGET (self->box), records->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), !netz_session_is_read_only (self->session));
  for (guint i = 0; records->len > 0 && i < self->rows->len; i++)
    netz_field_row_show (self->rows->pdata[i], netz_session_get_network (self->session), records, fresh);
}

static gboolean
concerns (NetzForm *self, const NetzEdit *edit)
{
  for (guint i = 0; i < netz_edit_get_size (edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (edit, i);

      if (change->table == NETZ_TABLE_KIND || change->table == NETZ_TABLE_PROGRAMME ||
          change->table == NETZ_TABLE_FRAME)
        return TRUE;
      if (change->table == self->table && self->ids != NULL &&
          g_strv_contains ((const char *const *)self->ids, change->id))
        return TRUE;
    }
  return FALSE;
}

static void
on_changed (NetzForm *self, NetzEdit *edit)
{
  if (concerns (self, edit))
    refresh (self, FALSE);
}

static void
netz_form_dispose (GObject *object)
{
  NetzForm *self = NETZ_FORM (object);

  if (self->session != NULL)
    netz_form_set_session (self, NULL);
  if (self->rows != NULL)
    clear_rows (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);
  G_OBJECT_CLASS (netz_form_parent_class)->dispose (object);
}

static void
netz_form_class_init (NetzFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = netz_form_dispose;
}

static void
netz_form_init (NetzForm *self)
{
  self->host = (NetzFieldRowHost){ on_text, on_list, self };
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) netz_field_row_free);
  self->table = NETZ_TABLE_SETTINGS;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * netz_form_new:
 *
 * Returns: (transfer floating): a form of nothing
 */
GtkWidget *
netz_form_new (void)
{
  return g_object_new (NETZ_TYPE_FORM, NULL);
}

/**
 * netz_form_set_session:
 * @self: a form
 * @session: (nullable): where the records are and edits go
 */
void
netz_form_set_session (NetzForm *self, NetzSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
  clear_rows (self);
  g_clear_pointer (&self->ids, g_strfreev);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
}

/**
 * netz_form_show:
 * @self: a form with a session
 * @table: a table
 * @ids: (array zero-terminated=1): the ids of one or more records there
 *
 * Shows what they have in common.
 */
void
netz_form_show (NetzForm *self, NetzTable table, const char *const *ids)
{
  gboolean same = table == self->table && self->ids != NULL && g_strv_equal ((const char *const *) self->ids, ids);

  if (!same)
    {
      g_strfreev (self->ids);
      self->ids = g_strdupv ((char **) ids);
    }
  if (table != self->table || self->rows->len == 0)
    {
      self->table = table;
      build_rows (self);
    }
  refresh (self, !same);
}
