/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-bytes.h"

#include <string.h>

#define MANY 1000000

static void
append_many (GString *text,
             const char *piece,
             guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append (text, piece);
}

static void
append_numbered (GString *text,
                 const char *before,
                 const char *after,
                 guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s%u%s", before, i, after);
}

/* (transfer full): what comes out is never anything but whole or an error */
static GError *
check (GString *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  GError *error = NULL;
  g_autoptr (GBytes) checked = netz_bytes_check_xml (bytes, &error);

  g_assert_true ((checked == NULL) == (error != NULL));
  return error;
}

static void
assert_refused (GString *text,
                NetzFormatError code)
{
  g_autoptr (GError) error = check (text);

  g_assert_error (error, NETZ_FORMAT_ERROR, (int) code);
  g_assert_cmpuint (netz_format_error_get_line (error), >, 0);
}

static void
assert_accepted (GString *text)
{
  g_autoptr (GError) error = check (text);

  g_assert_no_error (error);
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE l [\n<!ENTITY l0 \"ha\">\n");

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (text, "<!ENTITY l%u \"", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "&l%u;", i - 1);
      g_string_append (text, "\">\n");
    }
  g_string_append (text, "]>\n<l a=\"&l9;\">&l9;</l>");
  assert_refused (text, NETZ_FORMAT_ERROR_DOCTYPE);
}

static void
test_wide_doctype (void)
{
  g_autoptr (GString) text = g_string_new ("<!DOCTYPE l [<!ATTLIST l a (x");

  append_numbered (text, "|v", "", 50000);
  g_string_append (text, ") 'x'>]><l/>");
  assert_refused (text, NETZ_FORMAT_ERROR_DOCTYPE);
}

static void
test_depth (void)
{
  static const guint depths[] = { NETZ_BYTES_MAX_DEPTH + 1, 300, 100000, MANY };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_string_truncate (text, 0);
      append_many (text, "<a>", depths[i]);
      append_many (text, "</a>", depths[i]);
      assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);
    }
  g_string_truncate (text, 0);
  append_many (text, "<a>", NETZ_BYTES_MAX_DEPTH);
  append_many (text, "</a>", NETZ_BYTES_MAX_DEPTH);
  assert_accepted (text);
}

static void
test_attributes (void)
{
  g_autoptr (GString) text = g_string_new ("<a");

  append_numbered (text, " b", "='x'", 100000);
  g_string_append (text, "/>");
  assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);

  g_string_assign (text, "<a");
  append_numbered (text, " b", "='x'", NETZ_BYTES_MAX_ATTRIBUTES);
  g_string_append (text, "/>");
  assert_accepted (text);
}

static void
test_namespaces (void)
{
  g_autoptr (GString) text = g_string_new ("<a");

  append_numbered (text, " xmlns:n", "='urn:x'", 50000);
  g_string_append (text, "/>");
  assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);

  /* few on each element, many in force */
  g_string_truncate (text, 0);
  append_numbered (text, "<a xmlns:m='urn:m' xmlns:n", "='urn:x'>", 100);
  assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);

  /* many elements, few in force */
  g_string_assign (text, "<a xmlns='urn:a'>");
  append_numbered (text, "<a xmlns:n", "='urn:x'><b/></a>", 5000);
  g_string_append (text, "</a>");
  assert_accepted (text);
}

static void
append_long (GString *text,
             const char *before,
             gsize length,
             const char *after)
{
  gsize start;

  g_string_assign (text, before);
  start = text->len;
  g_string_set_size (text, start + length);
  memset (text->str + start, 'x', length);
  g_string_append (text, after);
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *before;
    gsize limit;
    const char *after;
  } places[] = {
    { "<a>", NETZ_BYTES_MAX_TEXT, "</a>" },
    { "<a><![CDATA[", NETZ_BYTES_MAX_TEXT - 12, "]]></a>" },
    { "<a b='", NETZ_BYTES_MAX_ATTRIBUTE, "'/>" },
    { "<!--", NETZ_BYTES_MAX_COMMENT, "--><a/>" },
    { "<a/><?p ", NETZ_BYTES_MAX_INSTRUCTION - 1, "?>" },
    { "<", NETZ_BYTES_MAX_NAME, "/>" },
    { "<a ", NETZ_BYTES_MAX_NAME, "=''/>" },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      append_long (text, places[i].before, places[i].limit, places[i].after);
      assert_accepted (text);
      append_long (text, places[i].before, places[i].limit + 1, places[i].after);
      assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);
    }
}

/* libxml2 joins neighbouring pieces of text: the limit holds for all of them together. */
static void
test_joined_text (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autofree char *piece = g_strnfill (1024 * 1024, 'x');

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (text, "<![CDATA[%s]]>&amp;", piece);
  g_string_append (text, "</a>");
  assert_refused (text, NETZ_FORMAT_ERROR_LIMIT);
}

static void
test_many_elements (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");

  append_many (text, "<unknown/>", 300000);
  g_string_append (text, "</a>");
  assert_accepted (text);
}

static void
test_many_references (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");

  append_many (text, "&#x263a;", MANY);
  g_string_append (text, "&#xFFFF;</a>");
  assert_refused (text, NETZ_FORMAT_ERROR_CHARACTER);
}

static const char small[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                            "<!-- K\xc3\xb6ln --><network xmlns='urn:n' version=\"1.0\"><?p i?>\n"
                            " <institution id='i-1' name='B&amp;&#252;'/>\n<![CDATA[x]]></network>\n";

static void
test_random_bytes (void)
{
  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_bit () ? "<" : "");
      int length = g_test_rand_int_range (1, 64);
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < length; i++)
        g_string_append_c (text, (char) g_test_rand_int_range (0, 256));
      error = check (text);
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

/* Random sequences of what matters to the scanner get further in than random bytes. */
static void
test_random_markup (void)
{
  static const char *pieces[] = {
    "<",   ">",   "/",         "a",        "</a>", "<a>", "<a ", "='",  "'",  "\"",      " b",      "=",
    "&",   "&#",  "x1",        ";",        "<!--", "-->", "--",  "<![CDATA[", "]]>", "<?", "?>",  "<!",
    "xml", "\n", "<<<<<<< ", "=======", "\xc3\xb6", "\xc3", "<b/>", " xmlns:c='d'", "<?xml version='1.0'?>",
  };

  for (guint round = 0; round < 50000; round++)
    {
      g_autoptr (GString) text = g_string_new ("<a>");
      int length = g_test_rand_int_range (1, 24);
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < length; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      error = check (text);
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_every_bit (void)
{
  guint refused = 0;

  for (gsize i = 0; i < (sizeof small - 1) * 8; i++)
    {
      g_autoptr (GString) text = g_string_new_len (small, sizeof small - 1);
      g_autoptr (GError) error = NULL;

      text->str[i / 8] = (char) (text->str[i / 8] ^ (1 << (i % 8)));
      error = check (text);
      refused += error != NULL;
    }
  g_assert_cmpuint (refused, >, 500);
}

static void
test_every_range (void)
{
  gsize size = sizeof small - 1;

  for (gsize start = 0; start < size; start++)
    for (gsize length = 1; start + length <= size; length++)
      {
        g_autoptr (GString) text = g_string_new_len (small, (gssize) size);
        g_autoptr (GError) error = NULL;

        g_string_erase (text, (gssize) start, (gssize) length);
        error = check (text);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/billion-laughs", test_billion_laughs);
  g_test_add_func ("/hostile/wide-doctype", test_wide_doctype);
  g_test_add_func ("/hostile/depth", test_depth);
  g_test_add_func ("/hostile/attributes", test_attributes);
  g_test_add_func ("/hostile/namespaces", test_namespaces);
  g_test_add_func ("/hostile/lengths", test_lengths);
  g_test_add_func ("/hostile/joined-text", test_joined_text);
  g_test_add_func ("/hostile/many-elements", test_many_elements);
  g_test_add_func ("/hostile/many-references", test_many_references);
  g_test_add_func ("/hostile/random-bytes", test_random_bytes);
  g_test_add_func ("/hostile/random-markup", test_random_markup);
  g_test_add_func ("/hostile/every-bit", test_every_bit);
  g_test_add_func ("/hostile/every-range", test_every_range);
  return g_test_run ();
}
