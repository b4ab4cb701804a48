/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_VALUE 160 /* characters of one value in a sentence */

static char *
clip (char *text)
{
  char *end;

  if (g_utf8_strlen (text, -1) <= LONGEST_VALUE)
    return text;
  end = g_utf8_offset_to_pointer (text, LONGEST_VALUE - 1);
  *end = '\0';
  end = g_strconcat (text, "…", NULL);
  g_free (text);
  return end;
}

static char *
describe_appearance (NetzNetwork *network, const NetzRecord *record, gboolean added)
{
  g_autofree char *words = NULL;

  if (netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP)
    {
      words = clip (netz_describe_partnership (network, (const NetzPartnership *) record));
      return added ? g_strdup_printf (_("New partnership: %s"), words)
                   : g_strdup_printf (_("Partnership removed: %s"), words);
    }
  words = clip (netz_describe_record (network, record));
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      const char *kind = netz_describe_kind (network, ((const NetzInstitution *) record)->kind, NULL);

      return added ? g_strdup_printf (_("New institution: %s (%s)"), words, kind)
                   : g_strdup_printf (_("Institution removed: %s (%s)"), words, kind);
    }
  return added ? g_strdup_printf (_("New: %s"), words) : g_strdup_printf (_("Removed: %s"), words);
}

static gboolean
list_has (const NetzField *field, GPtrArray *list, gconstpointer item)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (field->type == NETZ_FIELD_PARTS ? netz_part_equal (g_ptr_array_index (list, i), item)
                                        : strcmp (g_ptr_array_index (list, i), item) == 0)
      return TRUE;
  return FALSE;
}

/* What is in `list` and not in `other`, NULL where nothing is. */
static char *
describe_surplus (const NetzField *field, GPtrArray *list, GPtrArray *other)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      gconstpointer item = g_ptr_array_index (list, i);
      g_autofree char *part = NULL;

      if (list_has (field, other, item))
        continue;
      part = field->type == NETZ_FIELD_PARTS ? netz_part_print (item) : g_strdup (item);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", part);
    }
  return text->len > 0 ? clip (g_strdup (text->str)) : NULL;
}

static void
describe_lists (GPtrArray *lines, const NetzField *field, const NetzRecord *before, const NetzRecord *after)
{
  GPtrArray *old = netz_field_get_list (field, before);
  GPtrArray *new = netz_field_get_list (field, after);
  g_autofree char *more = describe_surplus (field, new, old);
  g_autofree char *less = describe_surplus (field, old, new);
  const char *label = netz_field_get_label (field);

  if (less != NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("%s, removed: %s"), label, less));
  if (more != NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("%s, added: %s"), label, more));
  if (less == NULL && more == NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("%s: another order"), label));
}

static void
describe_field (GPtrArray *lines,
                NetzNetwork *network_before,
                NetzNetwork *network_after,
                const NetzField *field,
                const NetzChange *change)
{
  const char *label = netz_field_get_label (field);
  g_autofree char *old = clip (netz_describe_value (network_before, field, change->before));
  g_autofree char *new = clip (netz_describe_value (network_after, field, change->after));

  if (field->type == NETZ_FIELD_STRINGS || field->type == NETZ_FIELD_PARTS)
    describe_lists (lines, field, change->before, change->after);
  else if (field->type == NETZ_FIELD_TEXT)
    g_ptr_array_add (lines, g_strdup_printf (_("%s: another text"), label));
  else if (*old == '\0')
    /* TRANSLATORS: the field, and its value where there was none before. */
    g_ptr_array_add (lines, g_strdup_printf (_("%s: now %s"), label, new));
  else if (*new == '\0')
    /* TRANSLATORS: the field, and the value that it had before. */
    g_ptr_array_add (lines, g_strdup_printf (_("%s: no longer %s"), label, old));
  else
    /* TRANSLATORS: the field, its value before, its value now. */
    g_ptr_array_add (lines, g_strdup_printf (_("%s: %s → %s"), label, old, new));
}

/**
 * netz_describe_change:
 * @before: the network as it was; names of what is gone are looked up there
 * @after: the network as it is now, which may be the same object
 * @change: what changed
 *
 * Puts a change in words, a line for each field. The record itself is named only where it is new or gone.
 *
 * Returns: (transfer full) (element-type utf8): the lines; none where both sides are the same
 */
GPtrArray *
netz_describe_change (NetzNetwork *before, NetzNetwork *after, const NetzChange *change)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const NetzField *fields;
  gboolean moved = FALSE;
  guint n_fields;

  if (change->before == NULL || change->after == NULL)
    {
      if (change->after != NULL)
        g_ptr_array_add (lines, describe_appearance (after, change->after, TRUE));
      else if (change->before != NULL)
        g_ptr_array_add (lines, describe_appearance (before, change->before, FALSE));
      return lines;
    }

  fields = netz_record_get_fields (change->after, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (netz_field_equal (&fields[i], change->before, change->after))
        continue;
      if ((fields[i].flags & NETZ_FIELD_PLACE) != 0)
        moved = TRUE;
      else
        describe_field (lines, before, after, &fields[i], change);
    }
  if (moved)
    g_ptr_array_add (lines, g_strdup (_("Another place on the canvas")));
  if (!netz_extras_equal (netz_record_get_extras (change->before), netz_record_get_extras (change->after)))
    g_ptr_array_add (lines, g_strdup (_("Other content that this version does not know")));
  return lines;
}
