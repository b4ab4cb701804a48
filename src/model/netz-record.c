/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-record.h"
#include "model/netz-record-private.h"

#include <math.h>
#include <string.h>

G_DEFINE_ABSTRACT_TYPE (NetzRecord, netz_record, G_TYPE_OBJECT)

#define GET_CLASS(self) G_TYPE_INSTANCE_GET_CLASS ((self), NETZ_TYPE_RECORD, NetzRecordClass)

static void
netz_record_finalize (GObject *object)
{
  NetzRecord *self = NETZ_RECORD (object);
  NetzRecordClass *klass = GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NetzField *field = &klass->fields[i];

      if (netz_field_is_text (field))
        g_clear_pointer (&G_STRUCT_MEMBER (GRefString *, self, field->offset), g_ref_string_release);
      else if (field->type >= NETZ_FIELD_STRINGS)
        g_clear_pointer (&G_STRUCT_MEMBER (GPtrArray *, self, field->offset), g_ptr_array_unref);
    }
  g_clear_pointer (&self->id, g_ref_string_release);
  g_clear_pointer (&self->extras, netz_extras_unref);
  G_OBJECT_CLASS (netz_record_parent_class)->finalize (object);
}

static void
netz_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  NetzRecord *self = NETZ_RECORD (object);
  const NetzField *field = &GET_CLASS (self)->fields[id - 1];

  if (netz_field_is_text (field))
    g_value_set_string (value, netz_field_get_text (field, self));
  else if (field->type == NETZ_FIELD_NUMBER)
    g_value_set_double (value, netz_field_get_number (field, self));
  else if (field->type == NETZ_FIELD_BOOLEAN)
    g_value_set_boolean (value, netz_field_get_boolean (field, self));
  else
    g_value_set_boxed (value, netz_field_get_list (field, self));
}

static GParamSpec *
make_property (const NetzField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  if (netz_field_is_text (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (field->type == NETZ_FIELD_NUMBER)
    return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  if (field->type == NETZ_FIELD_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
}

/* Each field of the table becomes a read-only property of the same name. */
void
netz_record_class_install (NetzRecordClass *klass, const NetzField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;
  object_class->get_property = netz_record_get_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + 1, make_property (&fields[i]));
}

static void
netz_record_class_init (NetzRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_record_finalize;
}

static void
netz_record_init (NetzRecord *self)
{
}

static NetzRecord *
allocate (NetzTable table, GRefString *id)
{
  NetzRecord *self = g_object_new (netz_table_get_record_type (table), NULL);
  NetzRecordClass *klass = GET_CLASS (self);

  self->table = table;
  self->id = id;
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == NETZ_FIELD_NUMBER)
      G_STRUCT_MEMBER (double, self, klass->fields[i].offset) = NAN;
  return self;
}

/**
 * netz_record_new:
 * @table: the table that it is for
 * @id: (nullable): its id, %NULL for a new one
 *
 * Returns: (transfer full): a record without values, not sealed
 */
NetzRecord *
netz_record_new (NetzTable table, const char *id)
{
  g_autofree char *made = id == NULL ? netz_id_new (table) : NULL;

  return allocate (table, g_ref_string_new (id != NULL ? id : made));
}

static NetzRecord *
copy_fields (const NetzRecord *self, GRefString *id)
{
  NetzRecord *copy = allocate (self->table, id);
  NetzRecordClass *klass = GET_CLASS (copy);

  for (guint i = 0; i < klass->n_fields; i++)
    netz_field_copy (&klass->fields[i], self, copy);
  copy->extras = netz_extras_ref (self->extras);
  return copy;
}

/**
 * netz_record_copy:
 * @self: a record
 *
 * O(fields); texts and lists are shared.
 *
 * Returns: (transfer full): a copy with the same id, not sealed
 */
NetzRecord *
netz_record_copy (const NetzRecord *self)
{
  return copy_fields (self, g_ref_string_acquire (self->id));
}

/**
 * netz_record_copy_as:
 * @self: a record
 * @id: (nullable): the copy's id, %NULL for a new one
 *
 * Returns: (transfer full): a copy under another id, not sealed
 */
NetzRecord *
netz_record_copy_as (const NetzRecord *self, const char *id)
{
  g_autofree char *made = id == NULL ? netz_id_new (self->table) : NULL;

  return copy_fields (self, g_ref_string_new (id != NULL ? id : made));
}

/**
 * netz_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its id, a GRefString
 */
const char *
netz_record_get_id (const NetzRecord *self)
{
  return self->id;
}

/**
 * netz_record_get_table:
 * @self: a record
 *
 * Returns: the table that it is for
 */
NetzTable
netz_record_get_table (const NetzRecord *self)
{
  return self->table;
}

/**
 * netz_record_get_fields:
 * @self: a record
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): what it can hold
 */
const NetzField *
netz_record_get_fields (const NetzRecord *self, guint *n_fields)
{
  return netz_table_get_fields (self->table, n_fields);
}

/**
 * netz_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the text by which people know it: name, title or text
 */
const char *
netz_record_get_title (const NetzRecord *self)
{
  static const char *const names[] = { "name", "title", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const NetzField *field = netz_table_find_field (self->table, names[i]);

      if (field != NULL)
        return netz_field_get_text (field, self);
    }
  return NULL;
}

/**
 * netz_record_get_extras:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): what its element held beyond the fields
 */
NetzExtras *
netz_record_get_extras (const NetzRecord *self)
{
  return self->extras;
}

/**
 * netz_record_set_extras:
 * @self: a record that is not sealed
 * @extras: (nullable): what its element held beyond the fields; a reference is taken
 */
void
netz_record_set_extras (NetzRecord *self, NetzExtras *extras)
{
  NetzExtras *old = self->extras;

  g_return_if_fail (!self->sealed);

  self->extras = netz_extras_ref (extras);
  g_clear_pointer (&old, netz_extras_unref);
}

/**
 * netz_record_seal:
 * @self: a record
 *
 * From now on it never changes.
 */
void
netz_record_seal (NetzRecord *self)
{
  self->sealed = TRUE;
}

/**
 * netz_record_is_sealed:
 * @self: a record
 *
 * Returns: whether it never changes any more
 */
gboolean
netz_record_is_sealed (const NetzRecord *self)
{
  return self->sealed;
}

/**
 * netz_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether table, id, all values and extras are the same
 */
gboolean
netz_record_equal (const NetzRecord *a, const NetzRecord *b)
{
  NetzRecordClass *klass = GET_CLASS (a);

  if (a == b)
    return TRUE;
  if (a->table != b->table || strcmp (a->id, b->id) != 0)
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    if (!netz_field_equal (&klass->fields[i], a, b))
      return FALSE;
  return netz_extras_equal (a->extras, b->extras);
}

static const NetzField *
find_field (const NetzRecord *self, const char *name)
{
  const NetzField *field = netz_table_find_field (self->table, name);

  if (field == NULL)
    g_error ("A record “%s” has no field “%s”", netz_table_get_info (self->table)->element, name);
  return field;
}

/**
 * netz_record_set:
 * @self: a record that is not sealed
 * @field: the name of one of its fields
 * @text: what a person typed
 * @error: where to say what is wrong with it
 *
 * Returns: whether the field was set, see netz_field_parse()
 */
gboolean
netz_record_set (NetzRecord *self, const char *field, const char *text, GError **error)
{
  return netz_field_parse (find_field (self, field), self, text, error);
}

/**
 * netz_record_print:
 * @self: a record
 * @field: the name of one of its fields
 *
 * Returns: (transfer full): its value as text, "" where missing
 */
char *
netz_record_print (const NetzRecord *self, const char *field)
{
  return netz_field_print (find_field (self, field), self);
}

/**
 * netz_record_set_text:
 * @self: a record that is not sealed
 * @field: the name of one of its fields that is a text
 * @text: (nullable): its new text, kept as it is
 */
void
netz_record_set_text (NetzRecord *self, const char *field, const char *text)
{
  netz_field_set_text (find_field (self, field), self, text);
}

/**
 * netz_record_set_number:
 * @self: a record that is not sealed
 * @field: the name of one of its fields that is a number
 * @number: its new number, NAN to take it away
 */
void
netz_record_set_number (NetzRecord *self, const char *field, double number)
{
  netz_field_set_number (find_field (self, field), self, number);
}

/**
 * netz_record_set_boolean:
 * @self: a record that is not sealed
 * @field: the name of one of its fields that is yes or no
 * @value: its new value
 */
void
netz_record_set_boolean (NetzRecord *self, const char *field, gboolean value)
{
  netz_field_set_boolean (find_field (self, field), self, value);
}
