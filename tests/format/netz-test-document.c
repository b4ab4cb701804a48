/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"

#include "format/netz-writer.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define VALIDATED 100000

char *
netz_test_document (const char *body)
{
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" NETZ_TEST_ROOT, body, "</network>\n", NULL);
}

GBytes *
netz_test_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

char *
netz_test_write (const NetzSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = netz_writer_write (snapshot);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static xmlRelaxNG *
get_schema (void)
{
  static xmlRelaxNG *schema;

  if (schema == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "schema", "network-1.rng", NULL);
      xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

      schema = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
      g_assert_nonnull (schema);
    }
  return schema;
}

/* What the program writes is well-formed for another parser too, and valid.
 * The validator takes a time that grows with the square of the siblings. */
void
netz_test_assert_valid (const char *text)
{
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "network.netz", NULL, XML_PARSE_NONET);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (get_schema ());

  g_assert_nonnull (document);
  if (xmlRelaxNGValidateDoc (validator, document) != 0)
    g_error ("not valid:\n%s", text);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlFreeDoc (document);
}

/* Reads, writes, and makes sure that writing what was written changes nothing. */
char *
netz_test_canonical (const char *text,
                     NetzReadReport **report,
                     GError **error)
{
  g_autoptr (GBytes) bytes = netz_test_bytes (text);
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_NEWER_MAJOR, report, error);
  g_autoptr (NetzSnapshot) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (snapshot == NULL)
    return NULL;
  first = netz_test_write (snapshot);
  if (strlen (first) < VALIDATED)
    netz_test_assert_valid (first);
  written = netz_test_bytes (first);
  again = netz_reader_read (written, NETZ_READ_NEWER_MAJOR, NULL, &local);
  g_assert_no_error (local);
  second = netz_test_write (again);
  g_assert_cmpstr (first, ==, second);
  return g_steal_pointer (&first);
}

void
netz_test_assert_contains (const char *text,
                           const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("“%s” is not in:\n%s", piece, text);
}
