/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that are accepted, and what becomes of each. */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"

#include "format/netz-bytes.h"
#include "model/netz-institution.h"
#include "model/netz-settings.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *body;
  const char *pieces[4]; /* of the canonical text */
  guint n_notes;
} Row;

#define INSTITUTIONS(...) "<institutions>" __VA_ARGS__ "</institutions>"
#define WRITTEN(...) "<institutions>\n" __VA_ARGS__ "  </institutions>\n"

static const Row rows[] = {
  { "nothing", "", { "  <settings/>\n  <kinds>\n  </kinds>\n" }, 0 },

  /* What is not known. */
  { "unknown-attribute", INSTITUTIONS ("<institution id='i-1' stars='5'/>"),
    { WRITTEN ("    <institution id=\"i-1\" stars=\"5\"/>\n") }, 1 },
  { "name-that-begins-with-xmlns", INSTITUTIONS ("<institution id='i-1' xmlnsx='5'/>"),
    { "<institution id=\"i-1\" xmlnsx=\"5\"/>" }, 1 },
  { "unknown-attributes-by-name", INSTITUTIONS ("<institution b='2' id='i-1' a='1' name='N'/>"),
    { "<institution id=\"i-1\" name=\"N\" a=\"1\" b=\"2\"/>" }, 2 },
  { "unknown-element", INSTITUTIONS ("<institution id='i-1'><star n='5'> a <b/> </star></institution>"),
    { "    <institution id=\"i-1\">\n      <star n=\"5\"> a <b/> </star>\n    </institution>\n" }, 1 },
  { "known-element-elsewhere", "<institution id='i-1'/><kinds><note id='x'/></kinds>",
    { "  <institution id=\"i-1\"/>\n  <kinds>", "  <kinds>\n    <note id=\"x\"/>\n  </kinds>\n" }, 2 },
  { "text-element-twice", INSTITUTIONS ("<institution id='i-1'><notes>a</notes><notes>b</notes></institution>"),
    { "      <notes>a\nb</notes>\n" }, 1 },
  { "text-element-twice-but-empty",
    INSTITUTIONS ("<institution id='i-1'><notes z='1'/><notes>b</notes><notes/></institution>"),
    { "      <notes z=\"1\">b</notes>\n" }, 1 },
  { "prefix-from-outside-within",
    "<kinds xmlns:g='urn:g'><x><g:y g:z='1'/><h:y xmlns:h='urn:h'/><h:y xmlns:h='urn:i'/></x></kinds>",
    { "    <x><g:y g:z=\"1\"/><h:y xmlns:h=\"urn:h\"/><h:y xmlns:h=\"urn:i\"/></x>\n" }, 1 },
  { "settings-twice", "<settings title='A'/><settings title='B'/>",
    { "  <settings title=\"A\"/>\n", "  <settings title=\"B\"/>\n</network>" }, 1 },
  { "container-twice",
    INSTITUTIONS ("<institution id='i-2'/>") "<kinds/>" INSTITUTIONS ("<institution id='i-1'/>"),
    { WRITTEN ("    <institution id=\"i-1\"/>\n    <institution id=\"i-2\"/>\n") }, 0 },
  { "stray-text", INSTITUTIONS (" a &amp; b <institution id='i-1'>x</institution>"),
    { "    a &amp; b\n    <institution id=\"i-1\">\n      x\n    </institution>\n" }, 2 },
  { "cdata", INSTITUTIONS ("<institution id='i-1'><notes>a<![CDATA[<b>&]]>c</notes></institution>"),
    { "<notes>a&lt;b&gt;&amp;c</notes>" }, 0 },

  /* Namespaces. */
  { "foreign-attribute", "<kinds xmlns:g='urn:g'><kind id='k' g:a='1'/></kinds>",
    { "<kinds xmlns:g=\"urn:g\">\n    <kind id=\"k\" g:a=\"1\"/>" }, 0 },
  { "foreign-element", "<kinds xmlns:g='urn:g'><kind id='k'><g:a b='1'><g:c/></g:a></kind></kinds>",
    { "<kinds xmlns:g=\"urn:g\">\n    <kind id=\"k\">\n      <g:a b=\"1\"><g:c/></g:a>\n" }, 0 },
  { "foreign-default", "<kinds><kind id='k'><a xmlns='urn:g'><b/><c xmlns=''/></a></kind></kinds>",
    { "      <a xmlns=\"urn:g\"><b/><c xmlns=\"\"/></a>\n" }, 0 },
  { "prefix-of-ours", "<n:kinds xmlns:n='urn:netzwerkstatt:network'><n:kind id='k'><n:new/></n:kind></n:kinds>",
    { "  <kinds>\n    <kind id=\"k\">\n      <new/>\n    </kind>\n  </kinds>\n" }, 1 },
  { "our-attribute-with-prefix", "<kinds xmlns:n='urn:netzwerkstatt:network'><kind id='k' n:icon='x'/></kinds>",
    { "<kind id=\"k\" xmlns:n=\"urn:netzwerkstatt:network\" n:icon=\"x\"/>" }, 0 },
  { "ampersand-in-namespace", "<kinds xmlns:g='a?b&amp;c'><g:x g:y='&amp;amp;'/></kinds>",
    { "<kinds xmlns:g=\"a?b&amp;c\">\n    <g:x g:y=\"&amp;amp;\"/>" }, 0 },
  { "prefix-declared-twice",
    "<kinds xmlns:g='urn:1'><kind id='k' xmlns:g='urn:2' g:a='1'><g:b/></kind><g:c/></kinds>",
    { "<kind id=\"k\" xmlns:g=\"urn:2\" g:a=\"1\">\n      <g:b/>\n    </kind>\n    <g:c/>" }, 0 },
  { "xml-attributes",
    INSTITUTIONS ("<institution id='i-1' xml:lang='de'><notes xml:space='preserve'>a</notes></institution>"),
    { "<institution id=\"i-1\" xml:lang=\"de\">\n      <notes xml:space=\"preserve\">a</notes>" }, 0 },

  /* Comments and instructions. */
  { "comment-before-record", INSTITUTIONS ("<institution id='i-2'/><!-- one --><institution id='i-1'/><!-- end -->"),
    { "    <!-- one -->\n    <institution id=\"i-1\"/>\n"
      "    <institution id=\"i-2\"/>\n    <!-- end -->\n  </inst" }, 0 },
  { "comment-before-container", "<views/><!--c--><?p d?><kinds/><!--e-->",
    { "  <!--c-->\n  <?p d?>\n  <kinds>\n", "  </papers>\n  <!--e-->\n</network>\n" }, 0 },
  { "comment-before-part",
    INSTITUTIONS ("<institution id='i-1'><contact person='B'/><!--a-->"
                  "<contact person='A'><?p?></contact></institution>"),
    { "<contact person=\"B\"/>\n      <!--a-->\n      <contact person=\"A\">\n        <?p?>\n      </contact>" }, 0 },
  { "comment-before-text",
    INSTITUTIONS ("<institution id='i-1'><!--n--><notes>N</notes><!--t--><tag>T</tag></institution>"),
    { "      <!--t-->\n      <tag>T</tag>\n      <!--n-->\n      <notes>N</notes>\n" }, 0 },
  { "comment-in-text",
    INSTITUTIONS ("<institution id='i-1'><notes>a<!--c-->b</notes><tag z='1'>t<!--u--></tag></institution>"),
    { "<tag z=\"1\">t<!--u--></tag>\n      <notes>ab<!--c--></notes>" }, 1 },

  /* Values. */
  { "decimal-comma", INSTITUTIONS ("<institution id='i-1' x='1,5' y='2'/>"),
    { "<institution id=\"i-1\" y=\"2\" x=\"1,5\"/>" }, 1 },
  { "nan", INSTITUTIONS ("<institution id='i-1' x='NaN'/>"), { "<institution id=\"i-1\" x=\"NaN\"/>" }, 1 },
  { "infinity", INSTITUTIONS ("<institution id='i-1' x='-INF'/>"), { "<institution id=\"i-1\" x=\"-INF\"/>" }, 1 },
  { "too-big", INSTITUTIONS ("<institution id='i-1' x='1e999'/>"), { "<institution id=\"i-1\" x=\"1e999\"/>" }, 1 },
  { "too-small", INSTITUTIONS ("<institution id='i-1' x='1e-400'/>"), { "<institution id=\"i-1\" x=\"1e-400\"/>" }, 1 },
  { "hexadecimal", INSTITUTIONS ("<institution id='i-1' x='0x10'/>"), { "<institution id=\"i-1\" x=\"0x10\"/>" }, 1 },
  { "arabic-digits", INSTITUTIONS ("<institution id='i-1' x='١٢'/>"), { "<institution id=\"i-1\" x=\"١٢\"/>" }, 1 },
  { "empty-number", INSTITUTIONS ("<institution id='i-1' x=''/>"), { "<institution id=\"i-1\" x=\"\"/>" }, 1 },
  { "minus-zero", INSTITUTIONS ("<institution id='i-1' x='-0'/>"), { "<institution id=\"i-1\" x=\"0\"/>" }, 0 },
  { "perhaps", INSTITUTIONS ("<institution id='i-1' pinned='perhaps'/>"), { "id=\"i-1\" pinned=\"perhaps\"/>" }, 1 },
  { "true-and-false", INSTITUTIONS ("<institution id='i-1' pinned='1'/><institution id='i-2' pinned='false'/>"),
    { "id=\"i-1\" pinned=\"true\"/>", "id=\"i-2\"/>" }, 0 },
  { "far-away", INSTITUTIONS ("<institution id='i-1' x='1e300'/>"), { "x=\"1e+300\"" }, 1 },
  { "near", INSTITUTIONS ("<institution id='i-1' x='1e-12' y='0.10'/>"), { "x=\"1e-12\" y=\"0.1\"" }, 0 },
  { "odd-dates", "<settings as-of='2024-02-30'/>" INSTITUTIONS ("<institution id='i-1' since='9999999'/>"),
    { "as-of=\"2024-02-30\"", "since=\"9999999\"" }, 0 },
  { "odd-choices", "<kinds><kind id='k' group='x' shape='y' colour='puce'/></kinds>",
    { "<kind id=\"k\" group=\"x\" shape=\"y\" colour=\"puce\"/>" }, 0 },

  /* Ids. */
  { "id-twice",
    INSTITUTIONS ("<institution id='i-1' name='A'/><institution id='i-1' name='B'/>")
    "<partnerships><partnership id='p-1' from='i-1' to='i-1'/></partnerships>",
    { "<institution id=\"i-1\" name=\"A\"/>", "<institution id=\"i-5503bcf83405d\" name=\"B\"/>",
      "from=\"i-1\" to=\"i-1\"" }, 1 },
  { "id-twice-on-the-canvas", INSTITUTIONS ("<institution id='a'/>") "<frames><frame id='a' title='F'/></frames>",
    { "<institution id=\"a\"/>", " title=\"F\"/>" }, 1 },
  { "id-of-two-tables", INSTITUTIONS ("<institution id='a'/>") "<kinds><kind id='a'/></kinds>",
    { "<institution id=\"a\"/>", "<kind id=\"a\"/>" }, 0 },
  { "dangling-ends",
    "<partnerships><partnership id='p-1' from='i-9' to='i-9'/><partnership id='p-2'/></partnerships>",
    { "<partnership id=\"p-1\" from=\"i-9\" to=\"i-9\"/>\n    <partnership id=\"p-2\"/>\n" }, 0 },

  /* Blanks and line ends. */
  { "blanks-in-values", INSTITUTIONS ("<institution id='i-1' name='  a&#10;b&#9;c&#13;d\te  '/>"),
    { "name=\"  a&#10;b&#9;c&#13;d e  \"" }, 0 },
  { "blanks-in-texts", INSTITUTIONS ("<institution id='i-1'><notes>  a\n\tb&#13;\n </notes></institution>"),
    { "<notes>  a\n\tb&#13;\n </notes>" }, 0 },
  { "blank-text", INSTITUTIONS ("<institution id='i-1'><notes> </notes><tag/></institution>"),
    { "<tag/>\n      <notes> </notes>" }, 0 },
  { "carriage-returns", "\r\n<settings>\r\n<description>a\r\nb</description>\r\n</settings>\r\n",
    { "<description>a\nb</description>" }, 0 },
  { "references", INSTITUTIONS ("<institution id='i-1' name='&lt;&gt;&amp;&quot;&apos;&#x1F600;&#228;'/>"),
    { "name=\"&lt;&gt;&amp;&quot;'\U0001F600ä\"" }, 0 },
  { "reference-to-a-reference", INSTITUTIONS ("<institution id='i-1' name='&amp;#38;&amp;lt;'/>"),
    { "name=\"&amp;#38;&amp;lt;\"" }, 0 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *text = netz_test_document (row->body);
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = netz_test_canonical (text, &report, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (row->pieces) && row->pieces[i] != NULL; i++)
    netz_test_assert_contains (canonical, row->pieces[i]);
  g_assert_cmpuint (report->n_notes, ==, row->n_notes);
  g_assert_cmpuint (report->notes->len, ==, row->n_notes);
}

static void
test_around_the_root (void)
{
  const char *text = "<!-- a -->\n<?style x?>\n"
                     "<n:network xmlns:n='urn:netzwerkstatt:network' xmlns:g='urn:g' xmlns:h='urn:h' id='n-1' g:a='1'"
                     " lang='de' later='2' version='1.0'/>\n<!-- b -->\n<?end?>";
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = netz_test_canonical (text, NULL, &error);

  g_assert_no_error (error);
  netz_test_assert_contains (canonical,
                             "?>\n<!-- a -->\n<?style x?>\n<network xmlns=\"urn:netzwerkstatt:network\" version=\"1.1\""
                             " id=\"n-1\" lang=\"de\" xmlns:g=\"urn:g\" xmlns:h=\"urn:h\" g:a=\"1\" later=\"2\">\n");
  g_assert_true (g_str_has_suffix (canonical, "</network>\n<!-- b -->\n<?end?>\n"));
}

static void
test_values_arrive (void)
{
  g_autofree char *text = netz_test_document (
      "<settings title='T'/><institutions><institution id='i-1' name='N' x='-1.5' pinned='true'>"
      "<contact person='P'/><tag>a</tag><tag>b</tag><notes>L</notes></institution></institutions>");
  g_autoptr (GBytes) bytes = netz_test_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error);
  NetzInstitution *institution;

  g_assert_no_error (error);
  institution = NETZ_INSTITUTION (netz_snapshot_find (snapshot, NETZ_TABLE_INSTITUTION, "i-1"));
  g_assert_cmpstr (netz_snapshot_get_settings (snapshot)->title, ==, "T");
  g_assert_cmpstr (netz_record_get_id (NETZ_RECORD (netz_snapshot_get_settings (snapshot))), ==, "n-1");
  g_assert_cmpstr (institution->name, ==, "N");
  g_assert_cmpfloat (institution->x, ==, -1.5);
  g_assert_true (isnan (institution->y));
  g_assert_true (institution->pinned);
  g_assert_cmpstr (institution->tags->pdata[1], ==, "b");
  g_assert_cmpstr (netz_part_get (institution->contacts->pdata[0], "person"), ==, "P");
  g_assert_cmpstr (institution->notes, ==, "L");
  g_assert_null (institution->kind);
}

static void
test_places_of_notes (void)
{
  g_autofree char *text = netz_test_document ("\n  <institutions>\n    <institution id='i-1'\n       x='a'/>\n"
                                              "ä<institution/>\n<x/></institutions>");
  g_autoptr (NetzReadReport) report = NULL;
  g_autofree char *canonical = netz_test_canonical (text, &report, NULL);
  static const guint64 places[][2] = { { 4, 5 }, { 6, 2 }, { 6, 2 }, { 7, 1 } };

  g_assert_cmpuint (report->notes->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < report->notes->len; i++)
    {
      const NetzReadNote *note = report->notes->pdata[i];

      g_assert_cmpuint (note->line, ==, places[i][0]);
      g_assert_cmpuint (note->column, ==, places[i][1]);
    }
}

static void
test_many_notes (void)
{
  g_autoptr (GString) body = g_string_new ("<institutions>");
  g_autofree char *text = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autofree char *canonical = NULL;

  for (guint i = 0; i < NETZ_READER_MAX_NOTES + 500; i++)
    g_string_append (body, "<institution id='same'/>");
  g_string_append (body, "</institutions>");
  text = netz_test_document (body->str);
  canonical = netz_test_canonical (text, &report, NULL);
  g_assert_cmpuint (report->n_notes, ==, NETZ_READER_MAX_NOTES + 499);
  g_assert_cmpuint (report->notes->len, ==, NETZ_READER_MAX_NOTES);
}

static void
test_missing_ids_are_stable (void)
{
  g_autofree char *one = netz_test_document ("<kinds><kind/><kind/></kinds>");
  g_autofree char *other = netz_test_document ("<kinds><kind/><kind icon='x'/></kinds>");
  g_autofree char *first = netz_test_canonical (one, NULL, NULL);
  g_autofree char *second = netz_test_canonical (one, NULL, NULL);
  g_autofree char *third = netz_test_canonical (other, NULL, NULL);
  g_autofree char *id = NULL;

  g_assert_cmpstr (first, ==, second);
  id = g_strndup (strstr (first, "<kind id=\"") + strlen ("<kind id=\""), 15);
  g_assert_null (strstr (third, id));
}

static void
on_progress (double fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress_and_cancelling (void)
{
  g_autoptr (GString) body = g_string_new ("<institutions>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (NetzSnapshot) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double fraction = 0;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (body, "<institution id='i-%u' name='n'/>\n", i);
  g_string_append (body, "</institutions>");
  text = netz_test_document (body->str);
  bytes = netz_test_bytes (text);

  snapshot = netz_reader_read_full (bytes, NETZ_READ_DEFAULT, cancellable, on_progress, &fraction, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (netz_snapshot_get_size (snapshot, NETZ_TABLE_INSTITUTION), ==, 10000);
  g_assert_cmpfloat (fraction, >, 0.5);

  g_cancellable_cancel (cancellable);
  cancelled = netz_reader_read_full (bytes, NETZ_READ_DEFAULT, cancellable, NULL, NULL, NULL, &error);
  g_assert_null (cancelled);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_versions (void)
{
  const char *minor = "<network xmlns='urn:netzwerkstatt:network' version='1.7' id='n-1'>"
                      "<new/><kinds z='1'/></network>";
  const char *major = "<network xmlns='urn:netzwerkstatt:network' version='2.0' id='n-1'>\n<new/></network>";
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzReadReport) newer = NULL;
  g_autoptr (NetzSnapshot) refused = NULL;
  g_autoptr (GBytes) bytes = netz_test_bytes (major);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = netz_test_canonical (minor, &report, &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_true (report->newer_minor && !report->newer_major);
  g_assert_cmpuint (report->n_notes, ==, 1);
  netz_test_assert_contains (first, " version=\"1.7\" ");
  netz_test_assert_contains (first, "  <new/>\n  <kinds z=\"1\">\n");

  refused = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_VERSION);
  netz_test_assert_contains (error->message, "2.0");
  g_clear_error (&error);

  second = netz_test_canonical (major, &newer, &error);
  g_assert_no_error (error);
  g_assert_true (newer->newer_major);
  netz_test_assert_contains (second, " version=\"2.0\" ");
  netz_test_assert_contains (second, "<new/>");
}

typedef struct
{
  const char *name;
  const char *encoding; /* as iconv calls it */
  const char *declared; /* with attribute and quotation marks */
  const char *mark;     /* what stands before the text, in that encoding */
  gsize mark_length;
} Encoding;

static const Encoding encodings[] = {
  { "utf-8", "UTF-8", " encoding='UTF-8'", "", 0 },
  { "utf-8-undeclared", "UTF-8", "", "", 0 },
  { "utf-8-with-mark", "UTF-8", " encoding='utf-8'", "\xef\xbb\xbf", 3 },
  { "utf-16le-with-mark", "UTF-16LE", " encoding='UTF-16'", "\xff\xfe", 2 },
  { "utf-16be-with-mark", "UTF-16BE", " encoding='UTF-16'", "\xfe\xff", 2 },
  { "utf-16le", "UTF-16LE", " encoding='UTF-16LE'", "", 0 },
  { "utf-16be", "UTF-16BE", " encoding='UTF-16BE'", "", 0 },
  { "latin-1", "ISO-8859-1", " encoding='ISO-8859-1'", "", 0 },
  { "windows-1252", "WINDOWS-1252", " encoding='windows-1252' standalone='yes'", "", 0 },
};

static void
test_encoding (gconstpointer data)
{
  const Encoding *encoding = data;
  g_autofree char *text = g_strconcat ("<?xml version='1.0'", encoding->declared, "?>\n" NETZ_TEST_ROOT
                                       "<settings title='Köln'/></network>", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *encoded = g_convert (text, -1, encoding->encoding, "UTF-8", NULL, &length, &error);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  g_byte_array_append (array, (const guint8 *) encoding->mark, (guint) encoding->mark_length);
  g_byte_array_append (array, (const guint8 *) encoded, (guint) length);
  bytes = g_bytes_new (array->data, array->len);
  snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (netz_snapshot_get_settings (snapshot)->title, ==, "Köln");
}

static void
append_repeated (GString *text,
                 char c,
                 gsize count)
{
  gsize length = text->len;

  g_string_set_size (text, length + count);
  memset (text->str + length, c, count);
}

/* What passes the gate passes the parser behind it, and comes back. */
static void
test_at_the_limits (void)
{
  g_autoptr (GString) body = g_string_new ("<!--");
  g_autofree char *text = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  append_repeated (body, 'c', NETZ_BYTES_MAX_COMMENT - 10);
  g_string_append (body, "--><?p ");
  append_repeated (body, 'p', NETZ_BYTES_MAX_INSTRUCTION - 10);
  g_string_append (body, "?><kinds a='");
  append_repeated (body, 'a', NETZ_BYTES_MAX_ATTRIBUTE);
  g_string_append (body, "'/><institutions><institution id='i'><notes>");
  append_repeated (body, 't', NETZ_BYTES_MAX_TEXT);
  g_string_append (body, "</notes><tag>&amp;<![CDATA[");
  append_repeated (body, 'd', NETZ_BYTES_MAX_TEXT - 100);
  g_string_append (body, "]]></tag><");
  append_repeated (body, 'n', NETZ_BYTES_MAX_NAME);
  for (guint i = 0; i < NETZ_BYTES_MAX_NAMESPACES - 1; i++)
    g_string_append_printf (body, " xmlns:n%u='urn:%u'", i, i);
  for (guint i = NETZ_BYTES_MAX_NAMESPACES - 1; i < NETZ_BYTES_MAX_ATTRIBUTES; i++)
    g_string_append_printf (body, " a%u='%u'", i, i);
  g_string_append (body, "/></institution></institutions>");
  text = netz_test_document (body->str);
  canonical = netz_test_canonical (text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (canonical), >, body->len);
}

static void
test_deep_content (void)
{
  g_autoptr (GString) body = g_string_new ("<kinds>");
  g_autofree char *text = NULL;
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 253; i++)
    g_string_append (body, "<d>");
  g_string_append (body, "<e/>");
  for (guint i = 0; i < 253; i++)
    g_string_append (body, "</d>");
  g_string_append (body, "</kinds>");
  text = netz_test_document (body->str);
  canonical = netz_test_canonical (text, NULL, &error);
  g_assert_no_error (error);
  netz_test_assert_contains (canonical, "<d><d><e/></d></d>");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/accepts/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path = g_strconcat ("/reader/encodings/", encodings[i].name, NULL);

      g_test_add_data_func (path, &encodings[i], test_encoding);
    }
  g_test_add_func ("/reader/around-the-root", test_around_the_root);
  g_test_add_func ("/reader/values-arrive", test_values_arrive);
  g_test_add_func ("/reader/places-of-notes", test_places_of_notes);
  g_test_add_func ("/reader/many-notes", test_many_notes);
  g_test_add_func ("/reader/missing-ids-are-stable", test_missing_ids_are_stable);
  g_test_add_func ("/reader/progress-and-cancelling", test_progress_and_cancelling);
  g_test_add_func ("/reader/versions", test_versions);
  g_test_add_func ("/reader/at-the-limits", test_at_the_limits);
  g_test_add_func ("/reader/deep-content", test_deep_content);
  return g_test_run ();
}
