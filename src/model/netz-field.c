/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-field.h"
#include "model/netz-part.h"
#include "model/netz-record.h"

#include <math.h>

#define MEMBER(self, record, type) G_STRUCT_MEMBER (type, (gpointer) (record), (self)->offset)

/**
 * netz_field_is_text:
 * @self: a field
 *
 * Returns: whether its value is one text
 */
gboolean
netz_field_is_text (const NetzField *self)
{
  return self->type < NETZ_FIELD_NUMBER;
}

/**
 * netz_field_get_text:
 * @self: a field that is a text
 * @record: a record of its table
 *
 * Returns: (transfer none) (nullable): the text, %NULL where missing
 */
const char *
netz_field_get_text (const NetzField *self, const NetzRecord *record)
{
  g_return_val_if_fail (netz_field_is_text (self), NULL);

  return MEMBER (self, record, GRefString *);
}

/**
 * netz_field_get_number:
 * @self: a field that is a number
 * @record: a record of its table
 *
 * Returns: the number, NAN where missing
 */
double
netz_field_get_number (const NetzField *self, const NetzRecord *record)
{
  g_return_val_if_fail (self->type == NETZ_FIELD_NUMBER, 0);

  return MEMBER (self, record, double);
}

/**
 * netz_field_get_boolean:
 * @self: a field that is yes or no
 * @record: a record of its table
 *
 * Returns: its value
 */
gboolean
netz_field_get_boolean (const NetzField *self, const NetzRecord *record)
{
  g_return_val_if_fail (self->type == NETZ_FIELD_BOOLEAN, FALSE);

  return MEMBER (self, record, gboolean);
}

/**
 * netz_field_get_list:
 * @self: a field of strings or parts
 * @record: a record of its table
 *
 * Returns: (transfer none) (nullable): GRefStrings or #NetzPart, %NULL where there are none; not to be changed
 */
GPtrArray *
netz_field_get_list (const NetzField *self, const NetzRecord *record)
{
  g_return_val_if_fail (self->type >= NETZ_FIELD_STRINGS, NULL);

  return MEMBER (self, record, GPtrArray *);
}

/**
 * netz_field_is_set:
 * @self: a field
 * @record: a record of its table
 *
 * Returns: whether the record has a value there
 */
gboolean
netz_field_is_set (const NetzField *self, const NetzRecord *record)
{
  if (netz_field_is_text (self))
    return netz_field_get_text (self, record) != NULL;
  if (self->type == NETZ_FIELD_NUMBER)
    return !isnan (netz_field_get_number (self, record));
  if (self->type == NETZ_FIELD_BOOLEAN)
    return netz_field_get_boolean (self, record);
  return netz_field_get_list (self, record) != NULL;
}

/**
 * netz_field_set_text:
 * @self: a field that is a text
 * @record: a record that is not sealed
 * @text: (nullable): the new text; %NULL or "" takes it away
 *
 * The text is kept as it is, but for characters that XML cannot hold, which
 * are left out.
 */
void
netz_field_set_text (const NetzField *self, NetzRecord *record, const char *text)
{
  GRefString **member = &MEMBER (self, record, GRefString *);
  g_autofree char *clean = netz_text_clean (text);

  g_return_if_fail (netz_field_is_text (self));
  g_return_if_fail (!netz_record_is_sealed (record));

  if (g_strcmp0 (*member, clean) == 0)
    return;
  g_clear_pointer (member, g_ref_string_release);
  if (clean == NULL || *clean == '\0')
    return;
  /* What points elsewhere or is one of a few is the same text in thousands of records. */
  if (self->type == NETZ_FIELD_CHOICE || self->type == NETZ_FIELD_REF)
    *member = g_ref_string_new_intern (clean);
  else
    *member = g_ref_string_new (clean);
}

/**
 * netz_field_set_number:
 * @self: a field that is a number
 * @record: a record that is not sealed
 * @number: the new number; what is not finite takes it away
 */
void
netz_field_set_number (const NetzField *self, NetzRecord *record, double number)
{
  g_return_if_fail (self->type == NETZ_FIELD_NUMBER);
  g_return_if_fail (!netz_record_is_sealed (record));

  MEMBER (self, record, double) = isfinite (number) ? number : NAN;
}

/**
 * netz_field_set_boolean:
 * @self: a field that is yes or no
 * @record: a record that is not sealed
 * @value: the new value
 */
void
netz_field_set_boolean (const NetzField *self, NetzRecord *record, gboolean value)
{
  g_return_if_fail (self->type == NETZ_FIELD_BOOLEAN);
  g_return_if_fail (!netz_record_is_sealed (record));

  MEMBER (self, record, gboolean) = value != FALSE;
}

/**
 * netz_field_set_list:
 * @self: a field of strings or parts
 * @record: a record that is not sealed
 * @list: (nullable): the new list, of which the record takes a reference; it must not change any more
 */
void
netz_field_set_list (const NetzField *self, NetzRecord *record, GPtrArray *list)
{
  GPtrArray **member = &MEMBER (self, record, GPtrArray *);
  GPtrArray *old = *member;

  g_return_if_fail (self->type >= NETZ_FIELD_STRINGS);
  g_return_if_fail (!netz_record_is_sealed (record));

  *member = list != NULL && list->len > 0 ? g_ptr_array_ref (list) : NULL;
  g_clear_pointer (&old, g_ptr_array_unref);
}

/**
 * netz_field_unset:
 * @self: a field
 * @record: a record that is not sealed
 *
 * Takes the value away.
 */
void
netz_field_unset (const NetzField *self, NetzRecord *record)
{
  if (netz_field_is_text (self))
    netz_field_set_text (self, record, NULL);
  else if (self->type == NETZ_FIELD_NUMBER)
    netz_field_set_number (self, record, NAN);
  else if (self->type == NETZ_FIELD_BOOLEAN)
    netz_field_set_boolean (self, record, FALSE);
  else
    netz_field_set_list (self, record, NULL);
}

static gboolean
lists_equal (const NetzField *self, GPtrArray *a, GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (self->type == NETZ_FIELD_PARTS ? !netz_part_equal (a->pdata[i], b->pdata[i])
                                       : !g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * netz_field_equal:
 * @self: a field
 * @a: a record of its table
 * @b: another
 *
 * Returns: whether both have the same value there, or none
 */
gboolean
netz_field_equal (const NetzField *self, const NetzRecord *a, const NetzRecord *b)
{
  if (netz_field_is_text (self))
    return g_strcmp0 (netz_field_get_text (self, a), netz_field_get_text (self, b)) == 0;
  if (self->type == NETZ_FIELD_NUMBER)
    {
      double x = netz_field_get_number (self, a), y = netz_field_get_number (self, b);

      return isnan (x) ? isnan (y) : x == y;
    }
  if (self->type == NETZ_FIELD_BOOLEAN)
    return netz_field_get_boolean (self, a) == netz_field_get_boolean (self, b);
  return lists_equal (self, netz_field_get_list (self, a), netz_field_get_list (self, b));
}

/**
 * netz_field_copy:
 * @self: a field
 * @from: a record of its table
 * @to: a record of its table that is not sealed
 *
 * Gives @to the value of @from. Texts and lists are shared, not copied.
 */
void
netz_field_copy (const NetzField *self, const NetzRecord *from, NetzRecord *to)
{
  g_return_if_fail (!netz_record_is_sealed (to));

  if (netz_field_is_text (self))
    {
      GRefString *text = MEMBER (self, from, GRefString *);
      GRefString **member = &MEMBER (self, to, GRefString *);

      g_clear_pointer (member, g_ref_string_release);
      if (text != NULL)
        *member = g_ref_string_acquire (text);
    }
  else if (self->type == NETZ_FIELD_NUMBER)
    MEMBER (self, to, double) = MEMBER (self, from, double);
  else if (self->type == NETZ_FIELD_BOOLEAN)
    MEMBER (self, to, gboolean) = MEMBER (self, from, gboolean);
  else
    netz_field_set_list (self, to, MEMBER (self, from, GPtrArray *));
}
