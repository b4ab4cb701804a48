/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An incremental update as in ISO 32000-1, 7.5.6: the catalogue once more, a table of one entry, a trailer. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-pdf-catalogue.h"

#include <stdlib.h>
#include <string.h>

/* The last place of a text in the file; NULL where it is not. */
static const char *
find_last (const char *data, gsize size, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = size >= length ? size - length + 1 : 0; i > 0; i--)
    if (memcmp (data + i - 1, text, length) == 0)
      return data + i - 1;
  return NULL;
}

/* The number after a key of the trailer, 0 where there is none. */
static guint64
read_number (const char *trailer, const char *end, const char *key)
{
  const char *found = g_strstr_len (trailer, end - trailer, key);

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/**
 * netz_pdf_catalogue_complete:
 * @pdf: a file as cairo writes it, version 1.4, tagged
 * @language: "de" or "en"
 *
 * Returns: (transfer full): the file with what is missing in its catalogue; @pdf itself if it is not as expected
 */
GBytes *
netz_pdf_catalogue_complete (GBytes *pdf, const char *language)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *end = data + size;
  const char *trailer = find_last (data, size, "\ntrailer\n");
  const char *start = find_last (data, size, "startxref\n");
  const char *catalogue = find_last (data, size, "<< /Type /Catalog\n");
  const char *close = catalogue != NULL ? g_strstr_len (catalogue, end - catalogue, "\n>>\nendobj") : NULL;
  GString *out;
  guint64 root, info, count, previous;
  gsize object, table;

  if (trailer == NULL || start == NULL || close == NULL ||
      g_strstr_len (catalogue, close - catalogue, "/Lang") != NULL)
    return g_bytes_ref (pdf);
  root = read_number (trailer, end, "/Root ");
  info = read_number (trailer, end, "/Info ");
  count = read_number (trailer, end, "/Size ");
  previous = g_ascii_strtoull (start + strlen ("startxref\n"), NULL, 10);

  out = g_string_new_len (data, (gssize) size);
  object = out->len;
  g_string_append_printf (out, "%" G_GUINT64_FORMAT " 0 obj\n", root);
  g_string_append_len (out, catalogue, close - catalogue);
  if (g_strstr_len (catalogue, close - catalogue, "/MarkInfo") == NULL)
    g_string_append (out, "\n   /MarkInfo << /Marked true >>");
  g_string_append_printf (out, "\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          g_str_equal (language, "de") ? "de-DE" : "en-GB");
  table = out->len;
  g_string_append_printf (out, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root, object);
  g_string_append_printf (out, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n"
                          "   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%"
                          G_GSIZE_FORMAT "\n%%%%EOF\n", count, root, info, previous, table);
  return g_string_free_to_bytes (out);
}
