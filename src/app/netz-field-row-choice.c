/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a field that is one of a few: a list to choose from. */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-field-row.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/* Shown beside a record that may have lost its place in the catalogue. */
typedef struct
{
  char *id;
  char *name;
} Value;

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->id);
  g_free (value->name);
  g_free (value);
}

static void
add_value (GPtrArray *values, const char *id, const char *name)
{
  Value *value = g_new (Value, 1);

  value->id = g_strdup (id);
  value->name = g_strdup (name);
  g_ptr_array_add (values, value);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *x = *(Value *const *) a, *y = *(Value *const *) b;

  return g_utf8_collate (x->name, y->name);
}

static const char *
name_record (NetzRecord *record)
{
  if (netz_record_get_table (record) == NETZ_TABLE_KIND)
    return netz_kind_get_name (NETZ_KIND (record), netz_language_get ());
  if (netz_record_get_table (record) == NETZ_TABLE_PROGRAMME)
    return netz_programme_get_name (NETZ_PROGRAMME (record), netz_language_get ());
  return netz_record_get_title (record) != NULL ? netz_record_get_title (record) : netz_record_get_id (record);
}

static GPtrArray *
collect_values (const NetzField *field, NetzNetwork *network)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (free_value);
  NetzNetworkIter iter;
  NetzRecord *record;

  for (const NetzChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    add_value (values, choice->id, netz_field_get_choice_label (field, choice->id));
  if (field->type == NETZ_FIELD_REF)
    {
      netz_network_iter_init (&iter, network, field->target);
      while (netz_network_iter_next (&iter, &record))
        add_value (values, netz_record_get_id (record), name_record (record));
      g_ptr_array_sort (values, compare_values);
    }
  return values;
}

static guint
find_value (GPtrArray *values, const char *id)
{
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (((Value *) values->pdata[i])->id, id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
same_values (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Value *x = a->pdata[i], *y = b->pdata[i];

      if (g_strcmp0 (x->id, y->id) != 0 || g_strcmp0 (x->name, y->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
set_values (NetzFieldRow *self, GPtrArray *values)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < values->len; i++)
    gtk_string_list_append (names, ((Value *) values->pdata[i])->name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->widget), G_LIST_MODEL (names));
  g_clear_pointer (&self->values, g_ptr_array_unref);
  self->values = g_ptr_array_ref (values);
}

static void
show_choice (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records)
{
  g_autoptr (GPtrArray) values = collect_values (self->field, network);
  gboolean mixed;
  g_autofree char *text = netz_field_row_get_common (self, records, &mixed);
  Value *none = g_new (Value, 1);

  none->id = g_strdup ("");
  /* Translators: an entry of a list to choose from */
  none->name = g_strdup (mixed ? _ ("Several values") : C_ ("choice", "None"));
  g_ptr_array_insert (values, 0, none);
  if (find_value (values, text) == GTK_INVALID_LIST_POSITION)
    add_value (values, text, text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->widget), netz_field_get_label (self->field));
  if (!same_values (self->values, values))
    set_values (self, values);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), find_value (values, text));
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
}

static void
on_selected (NetzFieldRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

  if (!self->filling && self->values != NULL && position < self->values->len)
    netz_field_row_commit (self, ((Value *) self->values->pdata[position])->id);
}

/**
 * netz_field_row_make_choice:
 * @self: a row without a widget, of a field with choices or of one that names a kind, a programme or a frame
 */
void
netz_field_row_make_choice (NetzFieldRow *self)
{
  self->widget = adw_combo_row_new ();
  self->show = show_choice;
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->widget), TRUE);
  g_signal_connect_swapped (self->widget, "notify::selected", G_CALLBACK (on_selected), self);
}
