/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-record-reader.h"

#include "format/netz-slots.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_FIELDS 64

/* Scene units; a network that fills a wall is some ten thousand wide. */
#define FAR_AWAY 1e7

struct _NetzRecordReader
{
  NetzReading *reading; /* the reader's */
  NetzRecord *record;
  NetzExtrasBuilder *extras; /* the reader's, of this record */
  const NetzField *fields;
  guint n_fields;
  GPtrArray *lists[MAX_FIELDS];
  GString *texts[MAX_FIELDS];
  guint next_field;                /* attributes mostly come in the order of the table */

  const NetzField *child;          /* the field whose element is open */
  NetzExtrasBuilder *child_extras; /* slots "before", "in" */
  GString *text;                   /* of that element */
  GString *value;
  GPtrArray *part_values;
};

/**
 * netz_record_reader_is_attribute:
 * @table: a table
 * @field: one of its fields
 *
 * Returns: whether the field is an attribute of the record's own element
 */
gboolean
netz_record_reader_is_attribute (NetzTable table,
                                 const NetzField *field)
{
  if (field->type == NETZ_FIELD_TEXT || field->type == NETZ_FIELD_STRINGS || field->type == NETZ_FIELD_PARTS)
    return FALSE;
  /* The language of a network is an attribute of the root element. */
  return table != NETZ_TABLE_SETTINGS || strcmp (field->name, "language") != 0;
}

NetzRecordReader *
netz_record_reader_new (NetzReading *reading)
{
  NetzRecordReader *self = g_new0 (NetzRecordReader, 1);

  self->reading = reading;
  self->child_extras = netz_extras_builder_new ();
  self->text = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->part_values = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
netz_record_reader_free (NetzRecordReader *self)
{
  g_clear_object (&self->record);
  for (guint i = 0; i < MAX_FIELDS; i++)
    {
      g_clear_pointer (&self->lists[i], g_ptr_array_unref);
      if (self->texts[i] != NULL)
        g_string_free (self->texts[i], TRUE);
    }
  netz_extras_builder_free (self->child_extras);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
  g_ptr_array_unref (self->part_values);
  g_free (self);
}

static const NetzField *
find_attribute_field (NetzRecordReader *self,
                      const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      guint index = (self->next_field + i) % self->n_fields;
      const NetzField *field = &self->fields[index];

      if (strcmp (field->name, name) == 0)
        {
          self->next_field = (index + 1) % self->n_fields;
          return netz_record_reader_is_attribute (self->record->table, field) ? field : NULL;
        }
    }
  return NULL;
}

static gboolean
set_number (NetzRecordReader *self,
            const NetzField *field,
            const char *text)
{
  double number;

  if (!netz_number_parse (text, &number))
    return FALSE;
  netz_field_set_number (field, self->record, number);
  if ((field->flags & NETZ_FIELD_PLACE) != 0 && fabs (number) > FAR_AWAY)
    netz_reading_note (self->reading, NETZ_READ_NOTE_VALUE, _("The value %s=\"%s\" is very far away."), field->name,
                       text);
  return TRUE;
}

static gboolean
set_boolean (NetzRecordReader *self,
             const NetzField *field,
             const char *text)
{
  gboolean value = strcmp (text, "true") == 0 || strcmp (text, "1") == 0;

  if (!value && strcmp (text, "false") != 0 && strcmp (text, "0") != 0)
    return FALSE;
  netz_field_set_boolean (field, self->record, value);
  return TRUE;
}

static gboolean
set_value (NetzRecordReader *self,
           const NetzField *field,
           const char *text)
{
  if (field->type == NETZ_FIELD_NUMBER)
    return set_number (self, field, text);
  if (field->type == NETZ_FIELD_BOOLEAN)
    return set_boolean (self, field, text);
  netz_field_set_text (field, self->record, text);
  return TRUE;
}

/* What cannot be read counts as missing and stays in the file. */
static void
keep_value (NetzRecordReader *self,
            const NetzAttribute *attribute)
{
  g_autofree char *clipped = netz_reading_clip (self->value->str);

  netz_reading_count_item (self->reading);
  netz_extras_builder_take (self->extras, NETZ_SLOT_SELF, attribute->name, g_strdup (self->value->str));
  netz_reading_note (self->reading, NETZ_READ_NOTE_VALUE,
                     /* TRANSLATORS: name and value of an attribute, as in the file. */
                     _("The value %s=\"%s\" cannot be read. It counts as missing and is kept."), attribute->name,
                     clipped);
}

static void
read_attribute (NetzRecordReader *self,
                const NetzAttribute *attribute)
{
  const NetzField *field = NULL;

  if (attribute->prefix == NULL)
    {
      if (self->record->table != NETZ_TABLE_SETTINGS && strcmp (attribute->name, "id") == 0)
        return;
      field = find_attribute_field (self, attribute->name);
    }
  if (field == NULL)
    {
      netz_reading_keep_attribute (self->reading, self->extras, NETZ_SLOT_SELF, attribute);
      return;
    }
  g_string_truncate (self->value, 0);
  g_string_append_len (self->value, attribute->value, attribute->length);
  if (!set_value (self, field, self->value->str))
    keep_value (self, attribute);
}

/**
 * netz_record_reader_begin:
 * @self: a record reader
 * @table: the table that the record is for
 * @id: its id
 * @element: its start tag
 * @extras: where to keep what is not known; used until netz_record_reader_end()
 *
 * Begins a record.
 */
void
netz_record_reader_begin (NetzRecordReader *self,
                          NetzTable table,
                          const char *id,
                          const NetzElement *element,
                          NetzExtrasBuilder *extras)
{
  g_return_if_fail (self->record == NULL);

  self->record = netz_record_new (table, id);
  self->extras = extras;
  self->fields = netz_table_get_fields (table, &self->n_fields);
  self->next_field = 0;
  g_assert (self->n_fields <= MAX_FIELDS);
  netz_reading_place (self->reading, extras, NETZ_SLOT_BEFORE);
  netz_reading_keep_declarations (self->reading, extras, NETZ_SLOT_SELF, element);
  for (guint i = 0; i < element->n_attributes; i++)
    read_attribute (self, &element->attributes[i]);
}

static const NetzField *
find_child_field (const NetzRecordReader *self,
                  const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      const NetzField *field = &self->fields[i];

      if (field->type == NETZ_FIELD_TEXT && strcmp (field->name, name) == 0)
        return field;
      if (field->type == NETZ_FIELD_STRINGS && strcmp (field->element, name) == 0)
        return field;
      if (field->type == NETZ_FIELD_PARTS && strcmp (field->part->element, name) == 0)
        return field;
    }
  return NULL;
}

static int
find_part_value (const NetzPartType *type,
                 const NetzAttribute *attribute)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (attribute->prefix == NULL && (int) i != type->text_field && strcmp (type->fields[i].name, attribute->name) == 0)
      return (int) i;
  return -1;
}

static void
read_part_attributes (NetzRecordReader *self,
                      const NetzElement *element)
{
  const NetzPartType *type = self->child->part;

  g_ptr_array_set_size (self->part_values, 0);
  g_ptr_array_set_size (self->part_values, (int) type->n_fields);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const NetzAttribute *attribute = &element->attributes[i];
      int index = find_part_value (type, attribute);

      if (index < 0)
        netz_reading_keep_attribute (self->reading, self->child_extras, NETZ_SLOT_SELF, attribute);
      else
        self->part_values->pdata[index] = g_strndup (attribute->value, attribute->length);
    }
}

/**
 * netz_record_reader_begin_child:
 * @self: a record reader with an open record
 * @element: an element in the record's
 *
 * Returns: whether it belongs to a field; otherwise nothing has happened
 */
gboolean
netz_record_reader_begin_child (NetzRecordReader *self,
                                const NetzElement *element)
{
  const NetzField *field;

  if (self->child != NULL || g_strcmp0 (element->uri, NETZ_NAMESPACE) != 0)
    return FALSE;
  field = find_child_field (self, element->name);
  if (field == NULL)
    return FALSE;

  self->child = field;
  g_string_truncate (self->text, 0);
  netz_reading_place (self->reading, self->child_extras, NETZ_SLOT_BEFORE);
  if (field->type == NETZ_FIELD_PARTS)
    {
      netz_reading_keep_declarations (self->reading, self->child_extras, NETZ_SLOT_SELF, element);
      read_part_attributes (self, element);
      return TRUE;
    }
  netz_reading_keep_declarations (self->reading, self->child_extras, "in", element);
  for (guint i = 0; i < element->n_attributes; i++)
    netz_reading_keep_attribute (self->reading, self->child_extras, "in", &element->attributes[i]);
  return TRUE;
}

/**
 * netz_record_reader_in_child:
 * @self: a record reader with an open record
 *
 * Returns: whether the element of a field is open
 */
gboolean
netz_record_reader_in_child (const NetzRecordReader *self)
{
  return self->child != NULL;
}

static gboolean
child_has_text (const NetzRecordReader *self)
{
  return self->child != NULL && (self->child->type != NETZ_FIELD_PARTS || self->child->part->text_field >= 0);
}

/**
 * netz_record_reader_add_text:
 * @self: a record reader with an open record
 * @text: text, not ended by NUL
 * @length: its bytes
 *
 * Adds text to the field whose element is open; elsewhere it is content to be kept.
 */
void
netz_record_reader_add_text (NetzRecordReader *self,
                             const char *text,
                             gsize length)
{
  if (child_has_text (self))
    g_string_append_len (self->text, text, length);
  else
    netz_reading_add_text (self->reading, text, length);
}

/**
 * netz_record_reader_add_content:
 * @self: a record reader with an open record
 * @xml: (transfer full): content that is not known
 *
 * Keeps it.
 */
void
netz_record_reader_add_content (NetzRecordReader *self,
                                char *xml)
{
  netz_reading_add_content (self->reading, xml);
}

static GPtrArray *
get_list (NetzRecordReader *self)
{
  guint index = self->child - self->fields;

  if (self->lists[index] == NULL)
    self->lists[index] = self->child->type == NETZ_FIELD_PARTS
                             ? netz_parts_new ()
                             : g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  return self->lists[index];
}

static void
end_part (NetzRecordReader *self)
{
  const NetzPartType *type = self->child->part;
  g_autoptr (NetzExtras) extras = NULL;

  netz_reading_place (self->reading, self->child_extras, NETZ_SLOT_SELF);
  extras = netz_extras_builder_finish (self->child_extras);
  if (type->text_field >= 0)
    self->part_values->pdata[type->text_field] = g_strndup (self->text->str, self->text->len);
  g_ptr_array_add (get_list (self),
                   netz_part_new_with_extras (type, (const char *const *) self->part_values->pdata, extras));
  netz_reading_count_item (self->reading);
}

static void
end_string (NetzRecordReader *self)
{
  g_autofree char *suffix = NULL;

  netz_reading_place (self->reading, self->child_extras, "in");
  g_ptr_array_add (get_list (self), g_ref_string_new_intern (self->text->str));
  netz_reading_count_item (self->reading);
  suffix = g_strconcat (self->child->name, "/", self->text->str, NULL);
  netz_extras_builder_drain (self->child_extras, self->extras, suffix);
}

/* A text that is given twice is one text with two paragraphs. */
static void
end_text (NetzRecordReader *self)
{
  GString **all = &self->texts[self->child - self->fields];

  netz_reading_place (self->reading, self->child_extras, "in");
  if (self->text->len > 0 && *all != NULL)
    {
      g_string_append_c (*all, '\n');
      netz_reading_note (self->reading, NETZ_READ_NOTE_UNKNOWN,
                         _("The element <%s> is there twice. Both texts are kept as one."), self->child->name);
    }
  if (self->text->len > 0 && *all == NULL)
    *all = g_string_sized_new (self->text->len + 1);
  if (self->text->len > 0)
    g_string_append_len (*all, self->text->str, (gssize) self->text->len);
  netz_extras_builder_drain (self->child_extras, self->extras, self->child->name);
}

/**
 * netz_record_reader_end_child:
 * @self: a record reader in the element of a field
 *
 * Ends that element.
 */
void
netz_record_reader_end_child (NetzRecordReader *self)
{
  g_return_if_fail (self->child != NULL);

  if (self->child->type == NETZ_FIELD_PARTS)
    end_part (self);
  else if (self->child->type == NETZ_FIELD_STRINGS)
    end_string (self);
  else
    end_text (self);
  self->child = NULL;
}

/**
 * netz_record_reader_end:
 * @self: a record reader with an open record
 *
 * Ends the record. Its extras are with the builder still.
 *
 * Returns: (transfer full): the record, not sealed
 */
NetzRecord *
netz_record_reader_end (NetzRecordReader *self)
{
  g_return_val_if_fail (self->record != NULL && self->child == NULL, NULL);

  netz_reading_place (self->reading, self->extras, NETZ_SLOT_SELF);
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->lists[i] != NULL)
        netz_field_set_list (&self->fields[i], self->record, self->lists[i]);
      g_clear_pointer (&self->lists[i], g_ptr_array_unref);
      if (self->texts[i] == NULL)
        continue;
      netz_field_set_text (&self->fields[i], self->record, self->texts[i]->str);
      g_string_free (g_steal_pointer (&self->texts[i]), TRUE);
    }
  self->extras = NULL;
  return g_steal_pointer (&self->record);
}
