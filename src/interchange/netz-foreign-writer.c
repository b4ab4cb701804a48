/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-foreign-writer.h"

#include "interchange/netz-exchange-losses.h"
#include "model/netz-part.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NO_COLOUR "#888888"

/**
 * netz_foreign_get_colour:
 * @record: an institution or partnership of @network
 *
 * Returns: (transfer none): the colour of its kind or programme, "#rrggbb"
 */
const char *
netz_foreign_get_colour (NetzNetwork *network, const NetzRecord *record)
{
  const char *colour = NULL;

  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      const char *id = ((const NetzInstitution *) record)->kind;
      NetzKind *kind = id != NULL ? netz_network_get_kind (network, id) : NULL;

      colour = kind != NULL ? kind->colour : NULL;
    }
  else
    {
      const char *id = ((const NetzPartnership *) record)->programme;
      NetzProgramme *programme = id != NULL ? netz_network_get_programme (network, id) : NULL;

      colour = programme != NULL ? programme->colour : NULL;
    }
  return colour != NULL && strlen (colour) == 7 && colour[0] == '#' ? colour : NO_COLOUR;
}

/* What has a place or a label of its own in those formats, and what only means something here. */
static gboolean
is_written (const NetzField *field)
{
  static const char *const elsewhere[] = { "name", "from", "to", "frame", "data", NULL };

  return (field->flags & (NETZ_FIELD_PLACE | NETZ_FIELD_INNER | NETZ_FIELD_PERSON)) == 0
         && field->type != NETZ_FIELD_PARTS && !g_strv_contains (elsewhere, field->name);
}

static void
each_further_field (const NetzRecord *record, NetzForeignFunc func, gpointer data)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), "data");
  GPtrArray *parts = netz_field_get_list (field, record);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const char *name = netz_part_get_nth (parts->pdata[i], 0);
      const char *value = netz_part_get_nth (parts->pdata[i], 1);

      if (name != NULL && value != NULL)
        func (name, value, data);
    }
}

/**
 * netz_foreign_each_field:
 * @record: an institution or partnership
 * @func: (scope call): is told of each field with a value, persons' data excepted
 * @data: for it
 */
void
netz_foreign_each_field (const NetzRecord *record, NetzForeignFunc func, gpointer data)
{
  guint n_fields;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (is_written (&fields[i]) && netz_field_is_set (&fields[i], record))
      {
        g_autofree char *value = netz_field_print (&fields[i], record);

        func (fields[i].name, value, data);
      }
  each_further_field (record, func, data);
}

typedef struct
{
  GPtrArray *names;
  GHashTable *known;
} Names;

static void
collect_name (const char *name, const char *value, gpointer data)
{
  Names *self = data;

  if (!g_hash_table_contains (self->known, name))
    {
      char *copy = g_strdup (name);

      g_ptr_array_add (self->names, copy);
      g_hash_table_add (self->known, copy);
    }
}

/**
 * netz_foreign_list_fields:
 * @table: institutions or partnerships
 *
 * O(records).
 *
 * Returns: (transfer full) (element-type utf8): the names of all fields that some record has, in the order of their
 *   first use
 */
GPtrArray *
netz_foreign_list_fields (NetzNetwork *network, NetzTable table)
{
  g_autoptr (GPtrArray) records = netz_network_list (network, table);
  Names names = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint i = 0; i < records->len; i++)
    netz_foreign_each_field (records->pdata[i], collect_name, &names);
  g_hash_table_unref (names.known);
  return names.names;
}

/**
 * netz_foreign_has_ends:
 *
 * Returns: whether both ends are in the network; else the partnership cannot be drawn anywhere
 */
gboolean
netz_foreign_has_ends (NetzNetwork *network, const NetzPartnership *partnership)
{
  return partnership->from != NULL && partnership->to != NULL
         && netz_network_get_institution (network, partnership->from) != NULL
         && netz_network_get_institution (network, partnership->to) != NULL;
}

static guint
count_persons (NetzNetwork *network)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;
  NetzPartnership *partnership;
  guint n = 0;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    n += institution->contacts != NULL ? institution->contacts->len : 0;
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    n += partnership->contacts != NULL ? partnership->contacts->len : 0;
  return n;
}

/**
 * netz_foreign_list_losses:
 * @frames: whether the format holds frames
 * @places: whether it holds where things lie
 *
 * Returns: (transfer full) (element-type utf8): sentences on what such a file leaves out of this network
 */
GPtrArray *
netz_foreign_list_losses (NetzNetwork *network, gboolean frames, gboolean places)
{
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);
  guint n = count_persons (network);

  if (n > 0)
    g_ptr_array_add (losses, g_strdup_printf (ngettext ("%u contact person is left out.",
                                                        "%u contact persons are left out.", n),
                                              n));
  netz_exchange_add_table_losses (losses, network, frames);
  if (!places && netz_network_get_size (network, NETZ_TABLE_INSTITUTION) > 0)
    g_ptr_array_add (losses, g_strdup (_("Where the institutions lie is left out.")));
  return losses;
}

/**
 * netz_foreign_append_xml:
 * @text: is appended to
 * @value: (nullable): any text
 *
 * Appends it such that it may stand in XML, in an element or an attribute.
 */
void
netz_foreign_append_xml (GString *text, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value != NULL ? value : "", -1);

  for (const char *p = escaped; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (text, "&#10;");
    else
      g_string_append_c (text, *p);
}
