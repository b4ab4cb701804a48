/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-exchange.h"

#include "interchange/netz-dot.h"
#include "interchange/netz-gexf.h"
#include "interchange/netz-gml.h"
#include "interchange/netz-graphml.h"
#include "interchange/netz-outline.h"
#include "interchange/netz-pajek.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 4096 /* bytes in which the mark of a format stands */

static gboolean
read_outline (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (size > 0 ? data : "", size);

  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      g_set_error_literal (error, NETZ_OUTLINE_ERROR, NETZ_OUTLINE_ERROR_LINE,
                           _("This is not a text: there are NUL bytes in it."));
      return FALSE;
    }
  return netz_outline_apply_full (draft, text, NETZ_OUTLINE_TOLERANT, notes, error);
}

static GBytes *
write_outline (NetzNetwork *network, GError **error)
{
  char *text = netz_outline_write (network);

  return g_bytes_new_take (text, strlen (text));
}

static const char *const outline_suffixes[] = { ".txt", NULL };
static const char *const graphml_suffixes[] = { ".graphml", NULL };
static const char *const gexf_suffixes[] = { ".gexf", NULL };
static const char *const gml_suffixes[] = { ".gml", NULL };
static const char *const pajek_suffixes[] = { ".net", ".paj", NULL };
static const char *const dot_suffixes[] = { ".dot", ".gv", NULL };

static const NetzExchange formats[] = {
  { "outline", N_("Outline"), outline_suffixes, read_outline, write_outline, netz_outline_get_losses },
  { "graphml", N_("GraphML"), graphml_suffixes, netz_graphml_read, netz_graphml_write, netz_graphml_get_losses,
    "<graphml" },
  { "gexf", N_("GEXF"), gexf_suffixes, netz_gexf_read, netz_gexf_write, netz_gexf_get_losses, "<gexf" },
  { "dot", N_("DOT"), dot_suffixes, netz_dot_read, netz_dot_write, netz_dot_get_losses },
  { "gml", N_("GML"), gml_suffixes, netz_gml_read, NULL, NULL },
  { "pajek", N_("Pajek"), pajek_suffixes, netz_pajek_read, NULL, NULL, "*Vertices" },
};

/**
 * netz_exchange_get_all:
 * @n_formats: (out): how many
 *
 * Returns: (transfer none) (array length=n_formats): all formats
 */
const NetzExchange *
netz_exchange_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * netz_exchange_find:
 * @id: a format's id
 *
 * Returns: (transfer none) (nullable): the format
 */
const NetzExchange *
netz_exchange_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].id, id) == 0)
      return &formats[i];
  return NULL;
}

/**
 * netz_exchange_find_by_name:
 * @file_name: the name of a file
 *
 * Returns: (transfer none) (nullable): the format whose suffix it has, in small or capital letters
 */
const NetzExchange *
netz_exchange_find_by_name (const char *file_name)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint k = 0; formats[i].suffixes[k] != NULL; k++)
      if (g_str_has_suffix (lower, formats[i].suffixes[k]))
        return &formats[i];
  return NULL;
}

/**
 * netz_exchange_find_by_content:
 * @bytes: the beginning of a file, or all of it
 *
 * Returns: (transfer none) (nullable): the format whose mark is among the first bytes
 */
const NetzExchange *
netz_exchange_find_by_content (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", (gssize) MIN (size, HEAD));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *mark = formats[i].mark != NULL ? g_ascii_strdown (formats[i].mark, -1) : NULL;

      if (mark != NULL && g_strstr_len (head, -1, mark) != NULL)
        return &formats[i];
    }
  return NULL;
}
