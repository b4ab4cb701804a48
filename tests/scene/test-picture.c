/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that leave the program: every name in them, sizes, papers, limits. */
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "scene/netz-legend.h"
#include "scene/netz-picture.h"
#include "support/netz-test-network.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char *const names[] = {
  "Gemeinschaftsgrundschule Stenzelbergstraße",
  "Königin-Luise-Schule",
  "Wilhelm-Leyendecker-Förderschule-Zugweg",
  "Rautenstrauch-Joest-Museum",
  "Stadtbibliothek Köln, Zentralbibliothek am Neumarkt",
  "Volkshochschule <b>&amp; Söhne</b>",
  "Őrség Žižkov Łódź",
  "Amt für Weiterbildung (42) der Stadt Köln mit allen ihren Abteilungen und Außenstellen im Rechtsrheinischen",
  "Bürgerzentrum fi ffl",
};

static NetzNetwork *
make_network (void)
{
  NetzNetwork *network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Begin");
  NetzRecord *settings = netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network));
  const char *before = NULL;

  netz_record_set_text (settings, "title", "Kölner Bildungsnetzwerk");
  netz_record_set_text (settings, "municipality", "Stadt Köln");
  netz_record_set_text (settings, "as-of", "2008-08-11");
  netz_add_kind (draft, "Schule", "de", "school");
  netz_add_frame (draft, "Stadtbezirk Mülheim", -150, -120, 1500, 900);
  netz_add_note (draft, "Vorgespräch am 25. August", 0, 840);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = netz_add_institution (draft, names[i], NULL, i % 3 * 500, i / 3 * 250.0);

      if (before != NULL)
        netz_connect (draft, before, id, NULL, "established", NULL);
      before = id;
    }
  netz_history_commit (history, draft);
  return network;
}

static GBytes *
render (NetzNetwork *network,
        const NetzPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = netz_picture_render (network, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* What a program says of a picture; NULL, and the test skipped, where there is no such program. */
static char *
ask (const char *program,
     const char *arguments,
     GBytes *picture)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *folder = g_dir_make_tmp ("netz-picture-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture", NULL);
  g_autofree char *command = g_strdup_printf ("%s %s", program, arguments);
  g_auto (GStrv) parts = g_strsplit (command, " ", -1);
  char *output = NULL;
  int status;

  if (found == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s is not installed", program);

      g_test_skip (message);
      g_rmdir (folder);
      return NULL;
    }

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (picture, NULL), (gssize) g_bytes_get_size (picture),
                                      NULL));
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "FILE"))
      {
        g_free (parts[i]);
        parts[i] = g_strdup (path);
      }
  g_assert_true (g_spawn_sync (NULL, parts, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return output;
}

/* Blanks and the ends of lines are where the lines of a label happen to end. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (squeezed, *c);
  return g_string_free (squeezed, FALSE);
}

static void
assert_contains (const char *text,
                 const char *name)
{
  g_autofree char *in = squeeze (text);
  g_autofree char *what = squeeze (name);

  if (strstr (in, what) == NULL)
    g_error ("“%s” is not in: %s", name, text);
}

static void
test_pdf_text (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PDF;
  for (int style = 0; style < NETZ_N_STYLES; style++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      options.style = style;
      bytes = render (network, &options);
      text = ask ("pdftotext", "FILE -", bytes);
      if (text == NULL)
        return;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        assert_contains (text, names[i]);
      assert_contains (text, "Kölner Bildungsnetzwerk");
      assert_contains (text, "Stadt Köln");
      assert_contains (text, "Stadtbezirk Mülheim");
      assert_contains (text, "Vorgespräch am 25. August");
    }
}

static void
test_pdf_fonts (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PDF;
  bytes = render (network, &options);
  fonts = ask ("pdffonts", "FILE", bytes);
  if (fonts == NULL)
    return;
  lines = g_strsplit (g_strstrip (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_true (g_regex_match_simple ("yes yes yes", lines[i], 0, 0));
}

static void
test_papers (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PDF;
  for (int i = 0; i < NETZ_N_PAPERS * 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *info = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *pages = NULL;
      double width, height;

      options.paper = i / 2;
      options.landscape = i % 2;
      options.tiles = i == 3 ? 3 : i == 4 ? 2 : 1;
      bytes = render (network, &options);
      info = ask ("pdfinfo", "FILE", bytes);
      if (info == NULL)
        return;
      netz_paper_get_size (options.paper, options.landscape, &width, &height);
      g_assert_true (options.landscape ? width > height : height > width);
      expected = g_strdup_printf ("Page size: *%d\\.?[0-9]* x %d\\.?[0-9]* pts \\(%s\\)", (int) width, (int) height,
                                  netz_paper_get_name (options.paper));
      pages = g_strdup_printf ("Pages: *%u\n", options.tiles * options.tiles);
      g_assert_true (g_regex_match_simple (expected, info, 0, 0));
      g_assert_true (g_regex_match_simple (pages, info, 0, 0));
      g_assert_nonnull (strstr (info, "Kölner Bildungsnetzwerk"));
    }
}

typedef struct
{
  GString *text;
  gboolean inside;
  GPtrArray *texts;
} SvgReader;

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **attributes,
          const char **values,
          gpointer data,
          GError **error)
{
  SvgReader *reader = data;

  if (g_str_equal (element, "text"))
    {
      reader->inside = TRUE;
      g_string_truncate (reader->text, 0);
    }
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_assert_null (strstr (values[i], "nan"));
      g_assert_null (strstr (values[i], "inf"));
    }
}

static void
on_end (GMarkupParseContext *context,
        const char *element,
        gpointer data,
        GError **error)
{
  SvgReader *reader = data;

  if (g_str_equal (element, "text"))
    {
      reader->inside = FALSE;
      g_ptr_array_add (reader->texts, g_strdup (reader->text->str));
    }
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  SvgReader *reader = data;

  if (reader->inside)
    g_string_append_len (reader->text, text, (gssize) length);
}

static GPtrArray *
read_svg (GBytes *bytes)
{
  const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  SvgReader reader = { g_string_new (NULL), FALSE, g_ptr_array_new_with_free_func (g_free) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_string_free (reader.text, TRUE);
  return reader.texts;
}

static void
test_svg (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *ok = NULL;
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_SVG;
  bytes = render (network, &options);
  texts = read_svg (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_ptr_array_find_with_equal_func (texts, names[i], g_str_equal, NULL))
      g_error ("“%s” is not in the picture", names[i]);
  g_assert_true (g_ptr_array_find_with_equal_func (texts, "Kölner Bildungsnetzwerk", g_str_equal, NULL));
  ok = ask ("xmllint", "--noout --nonet FILE", bytes);
}

static void
get_png_size (GBytes *bytes,
              guint32 *width,
              guint32 *height)
{
  const guchar *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 32);
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  memcpy (width, data + 16, 4);
  memcpy (height, data + 20, 4);
  *width = GUINT32_FROM_BE (*width);
  *height = GUINT32_FROM_BE (*height);
}

static void
test_png (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzPictureOptions options;
  guint32 width, height, by_dpi;

  netz_picture_options_init (&options);
  for (int size = 100; size <= 1600; size *= 4)
    {
      g_autoptr (GBytes) bytes = NULL;

      options.width = size;
      bytes = render (network, &options);
      get_png_size (bytes, &width, &height);
      g_assert_cmpuint (width, ==, (guint32) size);
      g_assert_cmpuint (height, >, width / 3);
    }

  options.width = 0;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      options.dpi = i == 0 ? 96 : 192;
      bytes = render (network, &options);
      get_png_size (bytes, &width, &height);
      if (i == 0)
        by_dpi = width;
      else
        g_assert_cmpint (abs ((int) width - (int) by_dpi * 2), <=, 2);
    }
}

static void
test_small (void)
{
  const char *const lines[] = { "", "A:school@5,5", "A:school B:school",
                                "A:school@1,1 B:school@1,1 C:school@1,1 A-B A-C",
                                "A:school@1e300,1e300 B:school@-1e300,0 A-B", "A:school@nan,1 A-A" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (int format = NETZ_PICTURE_PNG; format <= NETZ_PICTURE_PDF; format++)
      {
        g_autoptr (NetzNetwork) network = netz_test_network_new (lines[i]);
        g_autoptr (GBytes) bytes = NULL;
        NetzPictureOptions options;

        netz_picture_options_init (&options);
        options.format = format;
        options.width = format == NETZ_PICTURE_PNG ? 400 : 0;
        bytes = render (network, &options);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 200);
      }
}

static void
assert_refused (NetzNetwork *network,
                const NetzPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_picture_render (network, options, &error);

  g_assert_null (bytes);
  g_assert_error (error, NETZ_PICTURE_ERROR, NETZ_PICTURE_ERROR_SIZE);
  g_assert_true (g_regex_match_simple ("[0-9]", error->message, 0, 0));
}

static void
test_limits (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.width = 1000000;
  assert_refused (network, &options);
  options.width = 0;
  options.dpi = 1e9;
  assert_refused (network, &options);
  options.dpi = 1200;
  assert_refused (network, &options);
  options.format = NETZ_PICTURE_PDF;
  options.dpi = 0;
  options.tiles = 1000;
  assert_refused (network, &options);
}

static void
test_million (void)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Add");
  g_autofree char *million = g_strnfill (1000000, 'W');
  g_autoptr (GBytes) bytes = NULL;
  NetzPictureOptions options;

  netz_add_institution (draft, million, NULL, 0, 0);
  netz_add_institution (draft, "\xe2\x80\xae\xef\xbf\xbe", NULL, 400, 0);
  netz_history_commit (history, draft);
  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_SVG;
  options.title = million;
  bytes = render (network, &options);
  g_ptr_array_unref (read_svg (bytes));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2500000);
}

/* Only the institutions named, and the partnerships among them. */
static void
test_ids (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "Anna:school@0,0 Berta:school@300,0 Clara:school@600,0 Anna-Berta");
  const char *const ids[] = { "Anna", "Berta", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_SVG;
  options.ids = ids;
  bytes = render (network, &options);
  texts = read_svg (bytes);
  g_assert_true (g_ptr_array_find_with_equal_func (texts, "Anna", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (texts, "Clara", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (texts, "school (2)", g_str_equal, NULL));
}

static void
test_legend (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "A:school@0,0 B:school@300,0 C:library@600,0 D:museum A-B A-C:reading:idea B-C:reading A-D:lost");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_PRINT);
  NetzRect left = { -100, -100, 450, 200 };
  g_autoptr (NetzLegend) legend = netz_legend_new (scene, NULL);
  g_autoptr (NetzLegend) part = netz_legend_new (scene, &left);
  double tall, wide;

  /* Two kinds, one programme and none, two statuses; what is not placed is not explained. */
  g_assert_cmpuint (netz_legend_get_size (legend), ==, 6);
  g_assert_cmpstr (netz_legend_get_nth (legend, 0)->id, ==, "library");
  g_assert_cmpuint (netz_legend_get_nth (legend, 1)->count, ==, 2);
  g_assert_cmpstr (netz_legend_get_nth (legend, 2)->id, ==, "reading");
  g_assert_cmpuint (netz_legend_get_nth (legend, 2)->count, ==, 2);
  g_assert_cmpstr (netz_legend_get_nth (legend, 4)->id, ==, "idea");
  g_assert_cmpuint (netz_legend_get_nth (legend, 5)->count, ==, 2);

  g_assert_cmpstr (netz_legend_get_nth (part, 0)->id, ==, "school");

  netz_legend_measure (legend, 100, 10, &tall);
  netz_legend_measure (legend, 1000, 10, &wide);
  g_assert_cmpfloat (tall, >, wide);
  g_assert_cmpfloat (wide, >, 30);
}

static gpointer
render_in_thread (gpointer data)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (data);
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.width = 600;
  return render (network, &options);
}

/* Several threads at once make the same picture. */
static void
test_threads (void)
{
  g_autoptr (NetzNetwork) network = make_network ();
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  GThread *threads[3];
  GBytes *pictures[3];

  for (int i = 0; i < 3; i++)
    threads[i] = g_thread_new ("picture", render_in_thread, snapshot);
  for (int i = 0; i < 3; i++)
    pictures[i] = g_thread_join (threads[i]);
  g_assert_true (g_bytes_equal (pictures[0], pictures[1]));
  g_assert_true (g_bytes_equal (pictures[0], pictures[2]));
  for (int i = 0; i < 3; i++)
    g_bytes_unref (pictures[i]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/pdf-text", test_pdf_text);
  g_test_add_func ("/picture/pdf-fonts", test_pdf_fonts);
  g_test_add_func ("/picture/papers", test_papers);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/small", test_small);
  g_test_add_func ("/picture/limits", test_limits);
  g_test_add_func ("/picture/million", test_million);
  g_test_add_func ("/picture/ids", test_ids);
  g_test_add_func ("/picture/legend", test_legend);
  g_test_add_func ("/picture/threads", test_threads);

  return g_test_run ();
}
