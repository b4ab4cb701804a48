/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that the reader refuses, with what is said and where. */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  NetzFormatError code;
  guint64 line;
  const char *word; /* in the message */
} Row;

#define NETWORK "<network xmlns='urn:netzwerkstatt:network' version='1.0'>"

static const Row rows[] = {
  /* Files that are not what they should be. */
  { "empty", "", NETZ_FORMAT_ERROR_EMPTY, 0, NULL },
  { "one-byte", "<", NETZ_FORMAT_ERROR_TRUNCATED, 1, NULL },
  { "blanks", " \n\t\n", NETZ_FORMAT_ERROR_EMPTY, 0, NULL },
  { "declaration-only", "<?xml version='1.0'?>\n", NETZ_FORMAT_ERROR_EMPTY, 0, NULL },
  { "ends-early", NETWORK "\n<kinds>\n<kind id='k'/>\n", NETZ_FORMAT_ERROR_TRUNCATED, 4, "line 4" },
  { "two-documents", NETWORK "</network>\n" NETWORK "</network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "text-after-root", NETWORK "</network>\nabc", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "web-page", "<!DOCTYPE html>\n<html><body>Login</body></html>", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 0, "web page" },
  { "json", "{\"a\": 1}", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 0, NULL },
  { "zip", "PK\x03\x04rest", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 0, NULL },
  { "gzip", "\x1f\x8b\x08rest", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 0, NULL },
  { "conflict-markers", NETWORK "\n<<<<<<< ours\n=======\n>>>>>>> theirs\n</network>",
    NETZ_FORMAT_ERROR_CONFLICT_MARKERS, 2, NULL },

  /* Hostile. */
  { "external-entity", "<!DOCTYPE network [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n" NETWORK "&e;</network>",
    NETZ_FORMAT_ERROR_DOCTYPE, 1, NULL },
  { "external-subset", "<!DOCTYPE network SYSTEM 'http://127.0.0.1:9/x.dtd'>\n" NETWORK "</network>",
    NETZ_FORMAT_ERROR_DOCTYPE, 1, NULL },
  { "undefined-entity", NETWORK "\n<kinds>&nbsp;</kinds></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "unknown-encoding", "<?xml version='1.0' encoding='UTF-7'?>" NETWORK "</network>", NETZ_FORMAT_ERROR_ENCODING, 1,
    "UTF-7" },
  { "broken-utf-8", NETWORK "\n<kinds a='\xff'/></network>", NETZ_FORMAT_ERROR_ENCODING, 2, NULL },
  { "control-character", NETWORK "\n<kinds a='\x01'/></network>", NETZ_FORMAT_ERROR_CHARACTER, 2, NULL },
  { "control-reference", NETWORK "\n<kinds a='&#1;'/></network>", NETZ_FORMAT_ERROR_CHARACTER, 2, NULL },
  { "surrogate-reference", NETWORK "\n<kinds>&#xD800;</kinds></network>", NETZ_FORMAT_ERROR_CHARACTER, 2, NULL },
  { "no-character-reference", NETWORK "\n<kinds>&#xFFFE;</kinds></network>", NETZ_FORMAT_ERROR_CHARACTER, 2, NULL },

  /* Not well-formed. */
  { "wrong-end", NETWORK "\n<kinds></notes></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "attribute-twice", NETWORK "\n<kinds a='1' a='2'/></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, "twice" },
  { "attribute-twice-by-namespace", NETWORK "\n<kinds xmlns:a='u' xmlns:b='u' a:x='1' b:x='2'/></network>",
    NETZ_FORMAT_ERROR_SYNTAX, 2, "twice" },
  { "no-quotation-marks", NETWORK "\n<kinds a=1/></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "less-than-in-value", NETWORK "\n<kinds a='<'/></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "unbound-prefix", NETWORK "\n<kinds><g:x/></kinds></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, "prefix" },
  { "unbound-attribute-prefix", NETWORK "\n<kinds g:x='1'/></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, "prefix" },
  { "hyphens-in-comment", NETWORK "\n<!-- a -- b --></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },
  { "declaration-inside", NETWORK "\n<?xml version='1.0'?></network>", NETZ_FORMAT_ERROR_SYNTAX, 2, NULL },

  /* Not a network. */
  { "other-namespace", "<network xmlns='urn:other' version='1.0'/>", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 1, "urn:other" },
  { "no-namespace", "<!-- c -->\n<network version='1.0'/>", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 2, "without a namespace" },
  { "other-root", "<kinds xmlns='urn:netzwerkstatt:network'/>", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 1, "kinds" },
  { "no-version", "<network xmlns='urn:netzwerkstatt:network'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1, "version" },
  { "odd-version", "<network xmlns='urn:netzwerkstatt:network' version='1'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1, "“1”" },
  { "version-zero", "<network xmlns='urn:netzwerkstatt:network' version='0.9'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1,
    "0.9" },
  { "version-of-words", "<network xmlns='urn:netzwerkstatt:network' version='1.0b'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1,
    "1.0b" },
  { "newer-version", "<network xmlns='urn:netzwerkstatt:network' version='3.1'/>", NETZ_FORMAT_ERROR_VERSION, 1,
    "3.1" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = netz_test_bytes (row->text);
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, &report, &error);

  g_assert_null (snapshot);
  g_assert_null (report);
  g_test_message ("%s", error->message);
  g_assert_error (error, NETZ_FORMAT_ERROR, (int) row->code);
  if (row->line > 0)
    g_assert_cmpuint (netz_format_error_get_line (error), ==, row->line);
  if (row->word != NULL)
    netz_test_assert_contains (error->message, row->word);
}

static void
test_nul (void)
{
  static const char text[] = NETWORK "</network>\n\0\0\0\0";
  g_autoptr (GBytes) bytes = g_bytes_new (text, sizeof text);
  g_autoptr (GError) error = NULL;

  g_assert_null (netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_UNWRITTEN);
  g_assert_true (netz_format_error_offers_backup (error));
}

static void
test_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (NETWORK "\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<d>");
  bytes = netz_test_bytes (text->str);
  g_assert_null (netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_LIMIT);
  g_assert_cmpuint (netz_format_error_get_line (error), ==, 2);
}

/* 300,000 unknown elements in one place, and as many in one record. */
static void
test_many_unknown (void)
{
  g_autoptr (GString) text = g_string_new (NETWORK "<kinds><kind id='k'>");
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "<x/>");
  g_string_append (text, "<key>1</key></kind>");
  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "<y/>");
  g_string_append (text, "</kinds></network>");
  canonical = netz_test_canonical (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (canonical), >, 300000 * 2 * 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/refuses/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/reader/refuses/nul", test_nul);
  g_test_add_func ("/reader/refuses/too-deep", test_too_deep);
  g_test_add_func ("/reader/many-unknown", test_many_unknown);
  return g_test_run ();
}
