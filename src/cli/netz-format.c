/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-format.h"

#include <string.h>

static const struct
{
  const char *id;
  NetzPictureFormat picture;
} pictures[] = {
  { "png", NETZ_PICTURE_PNG },
  { "svg", NETZ_PICTURE_SVG },
  { "pdf", NETZ_PICTURE_PDF },
};

/**
 * netz_format_find:
 * @id: "netz", "outline", "png" …
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
netz_format_find (const char *id, NetzFormat *format)
{
  *format = (NetzFormat) { 0 };
  if (strcmp (id, "netz") == 0)
    return TRUE;
  format->exchange = netz_exchange_find (id);
  format->kind = format->exchange != NULL ? NETZ_FORMAT_EXCHANGE : NETZ_FORMAT_PICTURE;
  if (format->exchange != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (strcmp (pictures[i].id, id) == 0)
      {
        format->picture = pictures[i].picture;
        return TRUE;
      }
  return FALSE;
}

/**
 * netz_format_find_by_name:
 * @file_name: the name of a file
 * @format: (out): the format that its suffix stands for, in small or capital letters
 *
 * Returns: whether there is one
 */
gboolean
netz_format_find_by_name (const char *file_name, NetzFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);
  const char *dot = strrchr (lower, '.');

  *format = (NetzFormat) { .kind = NETZ_FORMAT_EXCHANGE };
  format->exchange = netz_exchange_find_by_name (file_name);
  if (format->exchange != NULL)
    return TRUE;
  /* The ids of the others are their suffixes; those of exchange formats need not be. */
  return dot != NULL && netz_format_find (dot + 1, format) && format->kind != NETZ_FORMAT_EXCHANGE;
}

/**
 * netz_format_list:
 *
 * Returns: (transfer full): the ids of all formats, for a message
 */
char *
netz_format_list (void)
{
  GString *list = g_string_new ("netz");
  guint n_formats;
  const NetzExchange *formats = netz_exchange_get_all (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_string_append_printf (list, ", %s", formats[i].id);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_string_append_printf (list, ", %s", pictures[i].id);
  return g_string_free (list, FALSE);
}
