/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-verify.h"

#include "format/netz-reader.h"
#include "format/netz-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
same_part (const NetzPart *a,
           const NetzPart *b)
{
  const NetzPartType *type = netz_part_get_part_type (a);

  if (type != netz_part_get_part_type (b))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    if (g_strcmp0 (netz_part_get_nth (a, i), netz_part_get_nth (b, i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
same_parts (GPtrArray *a,
            GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!same_part (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_values (const NetzRecord *a,
             const NetzRecord *b)
{
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (a->table, &n_fields);

  if (strcmp (a->id, b->id) != 0)
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    {
      const NetzField *field = &fields[i];
      gboolean same = field->type == NETZ_FIELD_PARTS
                          ? same_parts (netz_field_get_list (field, a), netz_field_get_list (field, b))
                          : netz_field_equal (field, a, b);

      if (!same)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_network (const NetzSnapshot *a,
              const NetzSnapshot *b)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      guint n = netz_snapshot_get_size (a, table);

      if (n != netz_snapshot_get_size (b, table))
        return FALSE;
      for (guint i = 0; i < n; i++)
        if (!same_values (netz_snapshot_get_nth (a, table, i), netz_snapshot_get_nth (b, table, i)))
          return FALSE;
    }
  return TRUE;
}

/**
 * netz_verify:
 * @bytes: a file as it was written
 * @snapshot: the network that was meant
 * @error: return location
 *
 * Reads the file and compares: every value must be as in @snapshot, and writing
 * what was read must give the same bytes, which covers what was kept without
 * being understood. O(size of the file).
 *
 * Returns: whether the file is the network
 */
gboolean
netz_verify (GBytes *bytes,
             const NetzSnapshot *snapshot,
             GError **error)
{
  g_autoptr (NetzSnapshot) back = netz_reader_read (bytes, NETZ_READ_NEWER_MAJOR, NULL, error);
  g_autoptr (GBytes) again = NULL;

  if (back == NULL)
    return FALSE;
  again = netz_writer_write (back);
  if (same_network (snapshot, back) && g_bytes_equal (bytes, again))
    return TRUE;
  netz_format_error_set (error, NETZ_FORMAT_ERROR_VERIFY, 0, 0,
                         _("What was written is not the network that was meant. This is a fault of the program."));
  return FALSE;
}
