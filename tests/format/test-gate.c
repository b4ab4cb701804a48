/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-bytes.h"

#include <string.h>

#define NS "xmlns=\"urn:netzwerkstatt:network\""

/* A small file with everything that is allowed. */
static const char small[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<!-- drawn by hand -->\n"
                            "<?planner note=\"keep\"?>\n"
                            "<network " NS " xmlns:o='urn:other' version=\"1.0\">\n"
                            "  <settings title='B&#252;rger &amp; &#x4e;etz &lt;K&ouml'/>\n"
                            "</network>\n";

typedef struct
{
  const char *name;
  const char *text;
  gsize length;
  int code;       /* -1 = accepted */
  guint64 line;   /* 0 = does not matter */
  guint64 column; /* 0 = does not matter */
} Case;

#define BAD(name, text, code, line, column) { name, text, sizeof text - 1, NETZ_FORMAT_ERROR_##code, line, column }
#define GOOD(name, text) { name, text, sizeof text - 1, -1, 0, 0 }

static const Case cases[] = {
  GOOD ("smallest", "<a/>"),
  GOOD ("comment-and-pi", "<?p?><!----><a><!--x--><?p ?></a><?p?>\n"),
  GOOD ("cdata", "<a><![CDATA[<!DOCTYPE x> &nothing; ]] >]]></a>"),
  GOOD ("doctype-in-comment", "<a><!-- <!DOCTYPE a> <!ENTITY b> --></a>"),
  GOOD ("doctype-in-value", "<a b=\"!DOCTYPE\"/>"),
  GOOD ("quotes", "<a b='\"' c=\"'\" d = 'x'\n\te='>'></a >"),
  GOOD ("references", "<a b='&#9;&#10;&#xD;&#xFFFD;&#x10FFFF;&quot;'>&lt;&gt;&amp;&apos;&quot;</a>"),
  GOOD ("version-1.1", "<?xml version='1.1'?><a/>"),
  GOOD ("standalone", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?><a/>"),
  GOOD ("names", "<\xc3\xa4:b-c.d_1 \xc3\xb6='1'/>"),
  GOOD ("c1-control", "<a>\xc2\x85\x7f</a>"),
  GOOD ("equals-in-text", "<a><b><c>\n=======\n>>>>>>> quoted\n</c></b></a>"),
  GOOD ("mark", "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a/>"),

  BAD ("empty", "", EMPTY, 0, 0),
  BAD ("blanks", " \n\t\r\n", EMPTY, 0, 0),
  BAD ("mark-only", "\xef\xbb\xbf", EMPTY, 0, 0),
  BAD ("declaration-only", "<?xml version=\"1.0\"?>\n", EMPTY, 0, 0),
  BAD ("comment-only", "<!-- x -->", EMPTY, 0, 0),
  BAD ("one-byte", "<", TRUNCATED, 1, 2),
  BAD ("one-letter", "x", NOT_A_NETWORK, 1, 1),
  BAD ("one-nul", "\0", UNWRITTEN, 0, 0),
  BAD ("nuls", "\0\0\0\0\0\0\0\0", UNWRITTEN, 0, 0),
  BAD ("tail-of-nuls", "<a>\n<b/>\0\0\0\0", UNWRITTEN, 2, 5),
  BAD ("nul-after-root", "<a/>\n\0", UNWRITTEN, 2, 1),
  BAD ("gzip", "\x1f\x8b\x08\0", NOT_A_NETWORK, 0, 0),
  BAD ("xz", "\xfd" "7zXZ\0", NOT_A_NETWORK, 0, 0),
  BAD ("zip", "PK\x03\x04", NOT_A_NETWORK, 0, 0),
  BAD ("png", "\x89PNG\r\n", NOT_A_NETWORK, 0, 0),
  BAD ("pdf", "%PDF-1.5", NOT_A_NETWORK, 0, 0),
  BAD ("html", "\n<!-- x --><!DOCTYPE html><html></html>", NOT_A_NETWORK, 0, 0),
  BAD ("xhtml", "<?xml version='1.0'?><HTML></HTML>", NOT_A_NETWORK, 0, 0),
  BAD ("json", "{ \"a\": 1 }", NOT_A_NETWORK, 0, 0),
  BAD ("text", "Stadtbibliothek; library", NOT_A_NETWORK, 1, 1),

  BAD ("conflict-first", "<<<<<<< HEAD\n<a/>\n", CONFLICT_MARKERS, 1, 1),
  BAD ("conflict-between", "<a>\n<b/>\n<<<<<<< ours\n", CONFLICT_MARKERS, 3, 1),
  BAD ("conflict-middle", "<a>\n  <l>\n=======\n</l></a>", CONFLICT_MARKERS, 3, 1),
  BAD ("conflict-end", "<a><l>\n>>>>>>> theirs\n</l></a>", CONFLICT_MARKERS, 2, 1),
  BAD ("conflict-in-tag", "<a\n<<<<<<< ours\n b=''/>", CONFLICT_MARKERS, 2, 1),
  BAD ("conflict-in-value", "<a b='\n<<<<<<< ours\n'/>", CONFLICT_MARKERS, 2, 1),

  BAD ("doctype", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>\n<a>&b;</a>",
       DOCTYPE, 2, 1),
  BAD ("doctype-small", "<!doctype a><a/>", DOCTYPE, 1, 1),
  BAD ("entity", "<a><!ENTITY b 'c'></a>", DOCTYPE, 1, 4),
  BAD ("entity-undefined", "<a>&nbsp;</a>", SYNTAX, 1, 4),
  BAD ("entity-parameter", "<a>%b;&b</a>", SYNTAX, 1, 7),
  BAD ("ampersand", "<a>Kind & Kegel</a>", SYNTAX, 1, 9),

  BAD ("control", "<a>\n \x01</a>", CHARACTER, 2, 2),
  BAD ("escape", "<a b='\x1b'/>", CHARACTER, 1, 7),
  BAD ("reference-1", "<a>&#1;</a>", CHARACTER, 1, 4),
  BAD ("reference-0", "<a>&#0;</a>", CHARACTER, 1, 4),
  BAD ("reference-fffe", "<a b='&#xFFFE;'/>", CHARACTER, 1, 7),
  BAD ("reference-surrogate", "<a>&#xD800;</a>", CHARACTER, 1, 4),
  BAD ("reference-beyond", "<a>&#x110000;</a>", CHARACTER, 1, 4),
  BAD ("reference-wraps", "<a>&#4294967337;</a>", CHARACTER, 1, 4),
  BAD ("reference-empty", "<a>&#;</a>", SYNTAX, 1, 4),
  BAD ("reference-hexadecimal", "<a>&#4e;</a>", SYNTAX, 1, 4),
  BAD ("reference-large-x", "<a>&#X4E;</a>", SYNTAX, 1, 4),
  BAD ("noncharacter", "<a>\xef\xbf\xbf</a>", CHARACTER, 1, 4),

  BAD ("invalid", "<a>\n\xff</a>", ENCODING, 2, 1),
  BAD ("latin-1-undeclared", "<a>K\xf6ln</a>", ENCODING, 1, 5),
  BAD ("overlong", "<a>\xc0\xaf</a>", ENCODING, 1, 4),
  BAD ("overlong-three", "<a>\xe0\x80\xaf</a>", ENCODING, 1, 4),
  BAD ("overlong-four", "<a>\xf0\x80\x80\xaf</a>", ENCODING, 1, 4),
  BAD ("surrogate", "<a>\xed\xa0\x80</a>", ENCODING, 1, 4),
  BAD ("beyond", "<a>\xf4\x90\x80\x80</a>", ENCODING, 1, 4),
  BAD ("continuation", "<a>\x80</a>", ENCODING, 1, 4),
  BAD ("cut-character", "<a>\xe2\x82", TRUNCATED, 1, 4),
  BAD ("column-in-characters", "<a>\xc3\xb6\xe2\x82\xac&x</a>", SYNTAX, 1, 6),

  BAD ("utf-7", "+ADw-a/+AD4-", ENCODING, 0, 0),
  BAD ("utf-7-declared", "<?xml version='1.0' encoding='UTF-7'?><a/>", ENCODING, 1, 0),
  BAD ("utf-32-le", "<\0\0\0a\0\0\0/\0\0\0>\0\0\0", ENCODING, 0, 0),
  BAD ("utf-32-be", "\0\0\xfe\xff\0\0\0<", ENCODING, 0, 0),
  BAD ("ebcdic", "\x4c\x6f\xa7\x94\x93", ENCODING, 0, 0),
  BAD ("unknown", "<?xml version='1.0' encoding='x-unknown'?><a/>", ENCODING, 1, 0),
  BAD ("lying-utf-16", "<?xml version='1.0' encoding='UTF-16'?><a/>", ENCODING, 1, 0),
  BAD ("lying-mark", "\xef\xbb\xbf<?xml version='1.0' encoding='ISO-8859-1'?><a/>", ENCODING, 1, 0),
  BAD ("lying-latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>\x80</a>", ENCODING, 2, 4),
  BAD ("lying-ascii", "<?xml version='1.0' encoding='US-ASCII'?>\n<a>\xfc</a>", ENCODING, 2, 4),
  BAD ("hole-in-1252", "<?xml version='1.0' encoding='windows-1252'?>\n<a>\x81</a>", ENCODING, 2, 4),
  BAD ("half-surrogate", "\xff\xfe<\0a\0>\0\0\xd8" "a\0", ENCODING, 1, 4),
  BAD ("odd-utf-16", "\xff\xfe<\0a\0/\0>\0\n", TRUNCATED, 1, 5),
  BAD ("nul-in-utf-16", "\xff\xfe<\0a\0>\0\0\0", UNWRITTEN, 1, 4),

  BAD ("version-2", "<?xml version='2.0'?><a/>", SYNTAX, 1, 16),
  BAD ("version-missing", "<?xml encoding='UTF-8'?><a/>", SYNTAX, 1, 0),
  BAD ("version-odd", "<?xml version='1.0a'?><a/>", SYNTAX, 1, 0),
  BAD ("standalone-odd", "<?xml version='1.0' standalone='maybe'?><a/>", SYNTAX, 1, 0),
  BAD ("declaration-order", "<?xml version='1.0' standalone='no' encoding='UTF-8'?><a/>", SYNTAX, 1, 0),
  BAD ("declaration-late", "\n<?xml version='1.0'?><a/>", SYNTAX, 2, 1),
  BAD ("declaration-twice", "<a><?XML version='1.0'?></a>", SYNTAX, 1, 4),

  BAD ("two-documents", "<a/>\n<a/>", SYNTAX, 2, 1),
  BAD ("text-after", "<a/>\nx", SYNTAX, 2, 1),
  BAD ("cdata-after", "<a/><![CDATA[x]]>", SYNTAX, 1, 5),
  BAD ("reference-after", "<a/>&#32;", SYNTAX, 1, 5),
  BAD ("cross", "<a>\n<b></a></b>", SYNTAX, 2, 4),
  BAD ("close-twice", "<a></a></a>", SYNTAX, 1, 8),
  BAD ("case", "<a></A>", SYNTAX, 1, 4),
  BAD ("unquoted", "<a b=c/>", SYNTAX, 1, 6),
  BAD ("valueless", "<a b/>", SYNTAX, 1, 5),
  BAD ("glued", "<a b='1'c='2'/>", SYNTAX, 1, 9),
  BAD ("less-in-value", "<a b='<'/>", SYNTAX, 1, 7),
  BAD ("no-name", "<a>< b/></a>", SYNTAX, 1, 5),
  BAD ("dashes", "<a><!-- x -- y --></a>", SYNTAX, 1, 11),
  BAD ("close-cdata", "<a>]]></a>", SYNTAX, 1, 4),
  BAD ("slash", "<a / >", SYNTAX, 1, 5),
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (self->text, self->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = netz_bytes_check_xml (bytes, &error);

  if (self->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (text);
      return;
    }
  g_assert_error (error, NETZ_FORMAT_ERROR, self->code);
  g_assert_null (text);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (strlen (netz_format_error_get_text (error)), >, 10);
  if (self->line > 0)
    g_assert_cmpuint (netz_format_error_get_line (error), ==, self->line);
  if (self->column > 0)
    g_assert_cmpuint (netz_format_error_get_column (error), ==, self->column);
}

static const char sample[] = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<a>K\xc3\xb6ln</a>\n";

static void
assert_converts (const char *declared,
                 const char *charset,
                 const char *mark,
                 gsize mark_length)
{
  g_autofree char *source = g_strdup_printf (sample, declared);
  g_autofree char *expected = g_strdup_printf (sample, "UTF-8");
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *converted = g_convert (source, -1, charset, "UTF-8", NULL, &length, &error);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GString) result = NULL;

  g_assert_no_error (error);
  g_byte_array_append (array, (const guint8 *) mark, (guint) mark_length);
  g_byte_array_append (array, (const guint8 *) converted, (guint) length);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  text = netz_bytes_check_xml (bytes, &error);
  g_assert_no_error (error);
  result = g_string_new_len (g_bytes_get_data (text, NULL), (gssize) g_bytes_get_size (text));
  g_string_replace (result, "\"  ", "\" ", 0);
  while (strstr (result->str, " ?>") != NULL)
    g_string_replace (result, " ?>", "?>", 0);
  g_assert_cmpstr (result->str, ==, expected);
}

static void
test_encodings (void)
{
  assert_converts ("UTF-8", "UTF-8", "", 0);
  assert_converts ("utf-8", "UTF-8", "", 0);
  assert_converts ("UTF8", "UTF-8", "", 0);
  assert_converts ("UTF-8", "UTF-8", "\xef\xbb\xbf", 3);
  assert_converts ("UTF-16", "UTF-16LE", "\xff\xfe", 2);
  assert_converts ("UTF-16", "UTF-16BE", "\xfe\xff", 2);
  assert_converts ("UTF-16LE", "UTF-16LE", "", 0);
  assert_converts ("utf-16", "UTF-16BE", "", 0);
  assert_converts ("ISO-8859-1", "ISO-8859-1", "", 0);
  assert_converts ("latin1", "ISO-8859-1", "", 0);
  assert_converts ("windows-1252", "WINDOWS-1252", "", 0);
}

static void
assert_text (const char *source,
             gsize length,
             const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = netz_bytes_check_xml (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
}

static void
test_converted_text (void)
{
  static const char utf_16[] = "\xfe\xff\0<\0a\0>\xd8\x3d\xde\x00\0<\0/\0a\0>";
  static const char windows[] = "<?xml version='1.0' encoding='cp1252'?><a>\x80\x84\x9f\xff</a>";

  assert_text (utf_16, sizeof utf_16 - 1, "<a>\xf0\x9f\x98\x80</a>");
  assert_text (windows, sizeof windows - 1,
               "<?xml version='1.0' encoding='UTF-8' ?><a>\xe2\x82\xac\xe2\x80\x9e\xc5\xb8\xc3\xbf</a>");
}

/* What is UTF-8 already is not copied. */
static void
test_not_copied (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<a/>", 4);
  g_autoptr (GBytes) text = netz_bytes_check_xml (bytes, NULL);

  g_assert_true (text == bytes);
}

/* Whatever byte the file ends after, it is refused and the place is the end. */
static void
test_every_truncation (void)
{
  g_autofree char *text = g_strdup (small);
  char *entity = strstr (text, "&ouml");
  gsize length = strlen (text);

  memcpy (entity, "&gt;l", 5);
  for (gsize i = 0; i < length - 1; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (netz_bytes_check_xml (bytes, &error));
      g_assert_nonnull (error);
      g_assert_true (error->code == NETZ_FORMAT_ERROR_TRUNCATED || error->code == NETZ_FORMAT_ERROR_EMPTY);
      g_assert_true (netz_format_error_offers_backup (error));
    }
  assert_text (text, length, text);
}

static void
test_error_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  netz_format_error_set (&error, NETZ_FORMAT_ERROR_SYNTAX, 7, 3, "It is %s.", "bad");
  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, "line 7, column 3: It is bad.");
  g_assert_cmpstr (netz_format_error_get_text (copy), ==, "It is bad.");
  g_assert_cmpuint (netz_format_error_get_line (copy), ==, 7);
  g_assert_cmpuint (netz_format_error_get_column (copy), ==, 3);
  g_clear_error (&error);
  error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "other");
  g_assert_cmpuint (netz_format_error_get_line (error), ==, 0);
  g_assert_cmpstr (netz_format_error_get_text (error), ==, "other");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/gate/", cases[i].code < 0 ? "accepts/" : "refuses/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/gate/encodings", test_encodings);
  g_test_add_func ("/gate/converted-text", test_converted_text);
  g_test_add_func ("/gate/not-copied", test_not_copied);
  g_test_add_func ("/gate/every-truncation", test_every_truncation);
  g_test_add_func ("/gate/error-parts", test_error_parts);
  return g_test_run ();
}
