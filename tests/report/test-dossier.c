/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document with each kind of block, in each format. */
#include "report/netz-dossier.h"

#include "support/netz-test-network.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const two[] = { "Erste Einrichtung: Stadtbibliothek",
                                   "Zweite Einrichtung: Volkshochschule & Co. <ÄÖÜß>", NULL };

static NetzDossierTable *
make_table (guint n_rows)
{
  NetzDossierTable *table = netz_dossier_table_new ("Wer mit wem");

  netz_dossier_table_add_column (table, "Stadtbezirk", NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, "Schulen", NETZ_COLUMN_END);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("Bezirk %u", i);

      netz_dossier_table_add_row (table, (const char *const[]) { name, number, NULL });
    }
  netz_dossier_table_set_sums (table, (const char *const[]) { "Summe", "7", NULL });
  return table;
}

static NetzDossier *
make_dossier (guint n_rows)
{
  NetzDossier *dossier = netz_dossier_new ("Bericht", "de");
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@0,0 B:primary_school@400,100 A-B:p:idea");
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  netz_dossier_set_author (dossier, "Amt & Werk");
  netz_dossier_set_footer (dossier, "Fußzeile");
  netz_dossier_add_title (dossier, "Öffentlicher Teil", "Ein Netz für alle");
  netz_dossier_add_boxes (dossier, "Anlass", two, 2);
  netz_dossier_add_heading (dossier, 1, "Abschnitt");
  netz_dossier_add_paragraph (dossier, "Ein Absatz.\nNoch einer mit „Anführung“ – und ő.");
  netz_dossier_add_list (dossier, two);
  netz_dossier_add_heading (dossier, 2, "Unterabschnitt");
  netz_dossier_add_table (dossier, make_table (n_rows));
  netz_dossier_add_picture (dossier, snapshot, &options, "zwei Einrichtungen", "Bild 1");
  netz_dossier_add_note (dossier, "Kleingedrucktes");
  return dossier;
}

static char *
write_text (NetzDossier *dossier, NetzDossierFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_dossier_write (dossier, format, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

static void
test_text (void)
{
  g_autoptr (NetzDossier) dossier = make_dossier (2);
  g_autofree char *text = write_text (dossier, NETZ_DOSSIER_TEXT);

  g_assert_cmpstr (text, ==,
                   "Öffentlicher Teil\n"
                   "\n"
                   "Ein Netz für alle\n"
                   "=================\n"
                   "\n"
                   "Anlass\n"
                   "[ ] Erste Einrichtung: Stadtbibliothek\n"
                   "[x] Zweite Einrichtung: Volkshochschule & Co. <ÄÖÜß>\n"
                   "\n\n"
                   "Abschnitt\n"
                   "=========\n"
                   "\n"
                   "Ein Absatz.\n"
                   "\n"
                   "Noch einer mit „Anführung“ – und ő.\n"
                   "\n"
                   "- Erste Einrichtung: Stadtbibliothek\n"
                   "- Zweite Einrichtung: Volkshochschule & Co. <ÄÖÜß>\n"
                   "\n\n"
                   "Unterabschnitt\n"
                   "--------------\n"
                   "\n"
                   "Wer mit wem\n"
                   "\n"
                   "Stadtbezirk  Schulen\n"
                   "--------------------\n"
                   "Bezirk 0           0\n"
                   "Bezirk 1           1\n"
                   "--------------------\n"
                   "Summe              7\n"
                   "\n"
                   "[Bild: zwei Einrichtungen]\n"
                   "Bild 1\n"
                   "\n"
                   "Kleingedrucktes\n");
}

/* No line is longer than 80 columns, whatever stands in it. */
static void
test_text_width (void)
{
  g_autoptr (NetzDossier) dossier = netz_dossier_new ("Lang", "de");
  NetzDossierTable *table = netz_dossier_table_new (NULL);
  g_autofree char *endless = g_strnfill (300, 'x');
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 4; i++)
    netz_dossier_table_add_column (table, "Eine lange Überschrift einer Spalte", NETZ_COLUMN_CENTRE);
  netz_dossier_table_add_row (table, (const char *const[]) { endless, "Größenverhältnisse in Straßenbahnen", NULL });
  netz_dossier_add_table (dossier, table);
  netz_dossier_add_paragraph (dossier, endless);
  netz_dossier_add_list (dossier, (const char *const[]) { endless, NULL });
  text = write_text (dossier, NETZ_DOSSIER_TEXT);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 80);
}

static void
test_html (void)
{
  static const char *const expected[] = {
    "<html lang=\"de\">", "<title>Bericht</title>", "<meta name=\"author\" content=\"Amt &amp; Werk\">",
    "<h1>Ein Netz für alle</h1>", "<h2>Abschnitt</h2>", "<h3>Unterabschnitt</h3>",
    "aria-label=\"angekreuzt:\">☒</span>Zweite Einrichtung: Volkshochschule &amp; Co. &lt;ÄÖÜß&gt;</li>",
    "<caption>Wer mit wem</caption>", "<th scope=\"col\">Stadtbezirk</th><th scope=\"col\" class=\"end\">Schulen</th>",
    "<tr><th scope=\"row\">Bezirk 1</th><td class=\"end\">1</td></tr>", "<tfoot><tr><th scope=\"row\">Summe</th>",
    "<div role=\"img\" aria-label=\"zwei Einrichtungen\"><svg", "<figcaption>Bild 1</figcaption>",
  };
  g_autoptr (NetzDossier) dossier = make_dossier (2);
  g_autofree char *html = write_text (dossier, NETZ_DOSSIER_HTML);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (html, expected[i]) == NULL)
      g_error ("missing: %s", expected[i]);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "src="));
}

/* What one of poppler's programs says about the document. */
static char *
ask (NetzDossier *dossier, const char *program)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_dossier_write (dossier, NETZ_DOSSIER_PDF, NULL, &error);
  g_autofree char *path = NULL;
  const char *argv[] = { program, NULL, "-", NULL };
  char *answer = NULL;
  int file, status;

  g_assert_no_error (error);
  file = g_file_open_tmp ("netz-dossier-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  argv[1] = path;
  if (g_str_equal (program, "pdfinfo"))
    argv[2] = NULL;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return answer;
}

static guint
count_pages_of (guint n_rows)
{
  g_autoptr (NetzDossier) dossier = make_dossier (n_rows);
  g_autofree char *answer = ask (dossier, "pdfinfo");
  const char *pages = strstr (answer, "Pages:");

  g_assert_nonnull (pages);
  return (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

/* The picture lies, so it has a page of its own; a page holds some 40 rows of a table. */
static void
test_pdf_pages (void)
{
  g_assert_cmpuint (count_pages_of (2), ==, 3);
  g_assert_cmpuint (count_pages_of (60), ==, 4);
}

/* Words that are divided at the end of a line are whole again for those who take the text out. */
static void
test_pdf_text (void)
{
  static const char *const expected[] = { "Bildungspartnerschaften", "Theophanu-Gymnasium", "Kaiserin-Augusta-Schule",
                                          "Seite 1 von 1" };
  g_autoptr (NetzDossier) dossier = netz_dossier_new ("Wörter", "de");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *answer = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%.*s Bildungspartnerschaften am Theophanu-Gymnasium, Kaiserin-Augusta-Schule. ",
                            (int) (i % 7), "ii iii");
  netz_dossier_add_paragraph (dossier, text->str);
  answer = ask (dossier, "pdftotext");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n = 0;

      for (const char *p = strstr (answer, expected[i]); p != NULL; p = strstr (p + 1, expected[i]))
        n++;
      g_assert_cmpuint (n, ==, i < 3 ? 40 : 1);
    }
}

static void
test_odt (void)
{
  g_autoptr (NetzDossier) dossier = make_dossier (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_dossier_write (dossier, NETZ_DOSSIER_ODT, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_cmpmem (data + 30, 47, "mimetypeapplication/vnd.oasis.opendocument.text", 47);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (NetzDossier) dossier = make_dossier (2);

  g_cancellable_cancel (cancellable);
  for (guint format = 0; format < NETZ_DOSSIER_TEXT; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (netz_dossier_write (dossier, (NetzDossierFormat) format, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_formats (void)
{
  NetzDossierFormat format;

  g_assert_true (netz_dossier_find_format ("/a.b/Vorlage.PDF", &format));
  g_assert_cmpint (format, ==, NETZ_DOSSIER_PDF);
  g_assert_true (netz_dossier_find_format ("x.odt", &format));
  g_assert_cmpint (format, ==, NETZ_DOSSIER_ODT);
  g_assert_false (netz_dossier_find_format ("x.docx", &format));
  g_assert_false (netz_dossier_find_format ("pdf", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/formats", test_formats);
  g_test_add_func ("/dossier/text", test_text);
  g_test_add_func ("/dossier/text-width", test_text_width);
  g_test_add_func ("/dossier/html", test_html);
  g_test_add_func ("/dossier/pdf-pages", test_pdf_pages);
  g_test_add_func ("/dossier/pdf-text", test_pdf_text);
  g_test_add_func ("/dossier/odt", test_odt);
  g_test_add_func ("/dossier/cancel", test_cancel);
  return g_test_run ();
}
