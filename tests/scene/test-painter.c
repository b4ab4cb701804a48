/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted: nothing changes outside the damage, strips join, and highlights, statuses and levels show. */
#include "scene-fixture.h"
#include "scene/netz-raster.h"
#include "support/netz-test-network.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define SIDE 2000.0

typedef struct
{
  GArray *rects;
  gboolean all;
} Damage;

static void
on_damaged (NetzScene *scene,
            NetzRect *rect,
            Damage *damage)
{
  if (rect == NULL)
    damage->all = TRUE;
  else
    g_array_append_val (damage->rects, *rect);
}

static void
to_pixels (GArray *rects,
           const NetzRect *view,
           double scale,
           double margin)
{
  for (guint i = 0; i < rects->len; i++)
    {
      NetzRect *rect = &g_array_index (rects, NetzRect, i);
      NetzRect grown = netz_rect_grow (rect, margin);

      *rect = (NetzRect) { (grown.x - view->x) * scale - 1, (grown.y - view->y) * scale - 1, grown.width * scale + 2,
                           grown.height * scale + 2 };
    }
}

static NetzRect
see_middle (double scale)
{
  double width = PICTURE_WIDTH / scale;
  double height = PICTURE_HEIGHT / scale;

  return (NetzRect) { -width / 2, -height / 2, width, height };
}

static void
assert_damage (double scale,
               int n_edits)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (40, 60, SIDE);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzRect view = see_middle (scale);
  Damage damage = { g_array_new (FALSE, FALSE, sizeof (NetzRect)), FALSE };
  cairo_surface_t *before = fixture_paint (scene, &view, scale, NULL);
  guint n_changed = 0;

  g_signal_connect (scene, "damaged", G_CALLBACK (on_damaged), &damage);
  for (int i = 0; i < n_edits; i++)
    {
      g_autoptr (NetzEdit) undone = NULL;
      cairo_surface_t *after;

      g_array_set_size (damage.rects, 0);
      damage.all = FALSE;
      fixture_random_edit (history, SIDE);
      if (i % 5 == 4)
        undone = netz_history_undo (history);
      after = fixture_paint (scene, &view, scale, NULL);
      n_changed += fixture_count_differences (before, after, NULL, 0) > 0;
      to_pixels (damage.rects, &view, scale, netz_painter_get_margin (scene, scale));
      if (!damage.all)
        g_assert_cmpuint (fixture_count_differences (before, after, (NetzRect *) damage.rects->data, damage.rects->len),
                          ==, 0);
      cairo_surface_destroy (before);
      before = after;
    }

  /* The test is worth something only where things did change. */
  g_assert_cmpuint (n_changed, >, (guint) n_edits / 12);
  cairo_surface_destroy (before);
  g_array_unref (damage.rects);
}

static void
test_damage (void)
{
  assert_damage (1, 60);
  assert_damage (0.45, 40);
  assert_damage (0.2, 30);
  assert_damage (0.06, 20);
}

/* Painted in strips, each with only what it needs, the picture is the same. */
static void
assert_strips (double scale)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (80, 160, SIDE);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzRect view = see_middle (scale);
  cairo_surface_t *whole = fixture_paint (scene, &view, scale, NULL);
  cairo_surface_t *strips = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PICTURE_WIDTH, PICTURE_HEIGHT);
  int height = PICTURE_HEIGHT / 7;

  for (int i = 0; i < 7; i++)
    {
      NetzRect area = { view.x, view.y + i * height / scale, view.width, height / scale };
      cairo_t *cr = cairo_create (strips);

      cairo_rectangle (cr, 0, i * height, PICTURE_WIDTH, height);
      cairo_clip (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -view.x, -view.y);
      netz_painter_paint (scene, cr, &area, scale, NULL);
      cairo_destroy (cr);
    }

  cairo_surface_flush (strips);
  /* Since 1.17 cairo rounds a pixel here and there otherwise under another clip; what is left out would be hundreds. */
  g_assert_cmpuint (fixture_count_differences (whole, strips, NULL, 0), <=,
                    cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 0) ? 12 : 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (strips);
}

static void
test_strips (void)
{
  assert_strips (1.3);
  assert_strips (0.5);
  assert_strips (0.2);
  assert_strips (0.05);
}

static guint32
get_pixel (cairo_surface_t *surface,
           double x,
           double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4, 4);
  return pixel & 0xffffff;
}

/* How many runs of ink there are along the middle of a partnership's line. */
static guint
count_dashes (const char *network_line,
              guint *n_inked)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (network_line);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  const NetzPaintOptions options = { .no_labels = TRUE };
  NetzRect view = { -50, -300, PICTURE_WIDTH, PICTURE_HEIGHT };
  cairo_surface_t *surface;
  guint n = 0;
  gboolean inked = FALSE;
  NetzCurve curve;

  netz_scene_set_show_ended (scene, TRUE);
  g_assert_true (netz_scene_get_curve (scene, "A-B", &curve));
  surface = fixture_paint (scene, &view, 1, &options);
  *n_inked = 0;
  for (int i = 100; i < 3900; i++)
    {
      NetzPoint here = netz_curve_at (&curve, i / 4000.0);
      gboolean now = get_pixel (surface, here.x - view.x, here.y - view.y) != 0xffffff;

      n += now && !inked;
      *n_inked += now;
      inked = now;
    }
  cairo_surface_destroy (surface);
  return n;
}

static void
test_statuses (void)
{
  guint ink[5];
  guint idea = count_dashes ("A:school@0,0 B:school@700,0 A-B::idea", &ink[0]);
  guint preparation = count_dashes ("A:school@0,0 B:school@700,0 A-B::preparation", &ink[1]);
  guint established = count_dashes ("A:school@0,0 B:school@700,0 A-B::established", &ink[2]);
  guint dormant = count_dashes ("A:school@0,0 B:school@700,0 A-B::dormant", &ink[3]);
  guint ended = count_dashes ("A:school@0,0 B:school@700,0 A-B::ended", &ink[4]);

  g_assert_cmpuint (established, ==, 1);
  g_assert_cmpuint (dormant, ==, 1);
  g_assert_cmpuint (preparation, >, 20);
  g_assert_cmpuint (idea, >, preparation * 2);
  g_assert_cmpuint (ended, >, 20);
  g_assert_cmpuint (ink[1], <, ink[2]);
}

static void
test_highlight (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:school@300,0");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  NetzPaintOptions options = { .no_labels = TRUE };
  NetzRect view = { -100, -100, PICTURE_WIDTH, PICTURE_HEIGHT };
  cairo_surface_t *plain = fixture_paint (scene, &view, 1, &options);
  cairo_surface_t *faded;

  g_hash_table_add (set, (gpointer) "A");
  options.highlight = set;
  faded = fixture_paint (scene, &view, 1, &options);
  g_assert_cmpuint (get_pixel (plain, 112, 100), ==, get_pixel (faded, 112, 100));
  g_assert_cmpuint (get_pixel (plain, 412, 100), !=, get_pixel (faded, 412, 100));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (faded);
}

static void
test_leave_out (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:school@300,0 A-B");
  g_autoptr (NetzNetwork) rest = netz_test_network_new ("B:school@300,0");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzScene) expected = netz_scene_new (rest, NETZ_STYLE_LIGHT);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  NetzPaintOptions options = { .leave_out = set };
  NetzRect view = { -100, -100, PICTURE_WIDTH, PICTURE_HEIGHT };
  NetzRect mark = { 400, 100, 40, 40 };
  cairo_surface_t *a, *b;

  g_hash_table_add (set, (gpointer) "A");
  a = fixture_paint (scene, &view, 1, &options);
  b = fixture_paint (expected, &view, 1, NULL);
  /* Only the mark of B differs: it has a partnership and no contact. */
  g_assert_cmpuint (fixture_count_differences (a, b, &mark, 1), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

typedef struct
{
  guint n;
  GArray *boxes; /* NetzRect, in pixels */
} Texts;

static void
count_text (const NetzTextRun *run,
            gpointer data)
{
  NetzRect box = { run->x, run->y - run->size * 0.7, run->width, run->size * 0.7 };
  Texts *texts = data;

  g_assert_true (isfinite (run->x) && isfinite (run->y) && run->size > 0);
  texts->n += run->line == 0;
  if (run->bold || texts->boxes == NULL)
    return;
  g_assert_cmpfloat (run->size, >=, NETZ_PAINTER_SMALLEST_TYPE);
  g_array_append_val (texts->boxes, box);
}

static guint
count_labels (NetzScene *scene,
              double scale,
              GArray *boxes)
{
  Texts texts = { 0, boxes };
  NetzPaintOptions options = { .sink = count_text, .sink_data = &texts };
  NetzRect view = { -SIDE, -SIDE, PICTURE_WIDTH / scale, PICTURE_HEIGHT / scale };
  NetzRect everything = { -1e5, -1e5, 2e5, 2e5 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -view.x, -view.y);
  netz_painter_paint (scene, cr, &everything, scale, &options);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return texts.n;
}

/* The further out, the fewer names; all of them at reading size, and some always. */
static void
test_levels (void)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (200, 300, SIDE);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  guint near = count_labels (scene, 1, NULL);
  guint middle = count_labels (scene, 0.4, NULL);
  guint far = count_labels (scene, 0.1, NULL);

  /* And the titles of two frames and a note. */
  g_assert_cmpuint (near, ==, 203);
  g_assert_cmpuint (middle, <, near);
  g_assert_cmpuint (far, <, middle);
  g_assert_cmpuint (far, >, 3);
}

/* What is enlarged to be read does not cover each other. */
static void
test_room (void)
{
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (NetzNetwork) network = fixture_random_network (150, 300, SIDE);
      g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (NetzRect));

      count_labels (scene, 0.5 / (i + 1), boxes);
      g_assert_cmpuint (boxes->len, >, 3);
      for (guint a = 0; a < boxes->len; a++)
        for (guint b = 0; b < a; b++)
          {
            const NetzRect *rects = (const NetzRect *) boxes->data;

            g_assert_false (netz_rect_intersects (&rects[a], &rects[b]));
          }
    }
}

static void
test_long_name (void)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Add");
  g_autoptr (GString) marks = g_string_new ("a");
  g_autofree char *million = g_strnfill (1000000, 'W');
  g_autoptr (NetzScene) scene = NULL;
  NetzRect view = { -450, -350, PICTURE_WIDTH, PICTURE_HEIGHT };
  NetzRect inner, bounds[3];
  cairo_surface_t *surface, *empty;
  GPtrArray *list;

  for (int i = 0; i < 9000; i++)
    g_string_append (marks, "\xcc\x81");
  netz_add_institution (draft, million, NULL, -200, 0);
  netz_add_institution (draft, marks->str, NULL, 0, 0);
  netz_add_institution (draft, "\xe2\x80\xae gnudlib <b>&amp;</b> %s %n", NULL, 200, 0);
  netz_history_commit (history, draft);

  scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  list = netz_network_list (network, NETZ_TABLE_INSTITUTION);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (netz_scene_get_item_bounds (scene, netz_record_get_id (g_ptr_array_index (list, i)), &inner));
      bounds[i] = (NetzRect) { inner.x - view.x, inner.y - view.y, inner.width, inner.height };
    }
  g_ptr_array_unref (list);

  surface = fixture_paint (scene, &view, 1, NULL);
  empty = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PICTURE_WIDTH, PICTURE_HEIGHT);
  memset (cairo_image_surface_get_data (empty), 0xff,
          (gsize) cairo_image_surface_get_stride (empty) * PICTURE_HEIGHT);
  g_assert_cmpuint (fixture_count_differences (surface, empty, bounds, 3), ==, 0);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (empty);
}

/* Thin lines drawn by hand are where cairo draws them. */
static void
test_raster (void)
{
  cairo_surface_t *by_hand = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_surface_t *by_cairo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  const NetzRgba red = { 1, 0, 0, 1 };

  for (int i = 0; i < 40; i++)
    {
      NetzPoint a = { g_test_rand_double_range (10, 190), g_test_rand_double_range (10, 190) };
      NetzPoint b = { g_test_rand_double_range (-500, 700), g_test_rand_double_range (-500, 700) };
      cairo_t *cr = cairo_create (by_hand);
      NetzRaster raster;
      guint found = 0, n = 0;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      g_assert_true (netz_raster_begin (&raster, cr));
      netz_raster_line (&raster, a, b, &red, 1);
      netz_raster_end (&raster);
      cairo_destroy (cr);

      cr = cairo_create (by_cairo);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_set_source_rgb (cr, 1, 0, 0);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      cairo_stroke (cr);
      cairo_destroy (cr);

      cairo_surface_flush (by_cairo);
      for (int y = 0; y < 200; y++)
        for (int x = 0; x < 200; x++)
          {
            int ink = 255 - (int) (get_pixel (by_cairo, x, y) & 0xff);
            int own = 255 - (int) (get_pixel (by_hand, x, y) & 0xff);

            /* The ends are cut in another way. */
            if (MIN (hypot (x - a.x, y - a.y), hypot (x - b.x, y - b.y)) < 3)
              continue;

            n += ink > 128;
            found += ink > 128 && own > 40;
            if (own > 128)
              g_assert_cmpint (ink, >, 40);
          }
      g_assert_cmpuint (found + 3, >=, n);
    }

  cairo_surface_destroy (by_hand);
  cairo_surface_destroy (by_cairo);
}

static cairo_status_t
take_bytes (void *closure,
            const unsigned char *data,
            unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A green picture, as a file's bytes. */
static GByteArray *
make_picture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 4);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0, 1, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
  cairo_surface_destroy (surface);
  return bytes;
}

static guint32
paint_background (const char *data,
                  const char *href,
                  const char *folder)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Background");
  NetzRecord *settings = netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network));
  NetzRect view = { 0, 0, PICTURE_WIDTH, PICTURE_HEIGHT };
  cairo_surface_t *surface;
  guint32 pixel;

  netz_scene_set_background_folder (scene, folder);
  netz_record_set_text (settings, "background", data);
  netz_record_set_text (settings, "background-href", href);
  netz_record_set_number (settings, "background-x", 100);
  netz_record_set_number (settings, "background-y", 100);
  netz_record_set_number (settings, "background-width", 400);
  netz_record_set_number (settings, "background-opacity", 1);
  netz_history_commit (history, draft);
  surface = fixture_paint (scene, &view, 1, NULL);
  pixel = get_pixel (surface, 300, 200);
  g_assert_cmpuint (get_pixel (surface, 300, 320), ==, 0xffffff);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_background (void)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-background-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.png", NULL);
  g_autoptr (GByteArray) bytes = make_picture ();
  g_autofree char *data = g_base64_encode (bytes->data, bytes->len);

  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);

  g_assert_cmphex (paint_background (data, NULL, NULL), ==, 0x00ff00);
  g_assert_cmphex (paint_background (NULL, "plan.png", folder), ==, 0x00ff00);

  /* Nothing from elsewhere, and nothing that is no picture. */
  g_assert_cmphex (paint_background (NULL, "../plan.png", inner), ==, 0xffffff);
  g_assert_cmphex (paint_background (NULL, path, folder), ==, 0xffffff);
  g_assert_cmphex (paint_background (NULL, "http://localhost/plan.png", folder), ==, 0xffffff);
  g_assert_cmphex (paint_background (NULL, "plan.png", NULL), ==, 0xffffff);
  g_assert_cmphex (paint_background ("bm8gcGljdHVyZQ==", NULL, NULL), ==, 0xffffff);

  g_unlink (path);
  g_rmdir (inner);
  g_rmdir (folder);
}

typedef struct
{
  NetzScene *scene;
  int stop;
  int n_painted;
} Worker;

static gpointer
paint_on (gpointer data)
{
  Worker *worker = data;
  NetzRect view = { -1000, -700, PICTURE_WIDTH, PICTURE_HEIGHT };

  while (!g_atomic_int_get (&worker->stop))
    {
      cairo_surface_destroy (fixture_paint (worker->scene, &view, 0.45 + worker->n_painted % 3 * 0.3, NULL));
      worker->n_painted++;
    }
  return NULL;
}

/* One thread paints while another edits. */
static void
test_worker (void)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (80, 160, SIDE);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  Worker worker = { scene };
  GThread *thread = g_thread_new ("painter", paint_on, &worker);

  for (int i = 0; i < 60; i++)
    {
      NetzHit hit;

      fixture_random_edit (history, SIDE);
      netz_scene_pick (scene, g_test_rand_double_range (-900, 900), 0, 5, &hit);
      netz_scene_set_style (scene, i % NETZ_N_STYLES);
      g_usleep (2000);
    }
  g_atomic_int_set (&worker.stop, TRUE);
  g_thread_join (thread);
  g_assert_cmpint (worker.n_painted, >, 0);
}

/* What is dragged is painted where it goes, with the lines that hang on it. */
static void
test_dragged (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:school@300,0 A-B");
  g_autoptr (NetzNetwork) moved = netz_test_network_new ("A:school@40,200 B:school@300,0 A-B");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzScene) expected = netz_scene_new (moved, NETZ_STYLE_LIGHT);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  NetzPaintOptions options = { .leave_out = set };
  NetzRect view = { -100, -100, PICTURE_WIDTH, PICTURE_HEIGHT };
  cairo_surface_t *a, *b;
  cairo_t *cr;

  g_hash_table_add (set, (gpointer) "A");
  a = fixture_paint (scene, &view, 1, &options);
  cr = cairo_create (a);
  cairo_translate (cr, -view.x, -view.y);
  netz_painter_paint_items (scene, cr, set, 40, 200, 1, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (a);
  b = fixture_paint (expected, &view, 1, NULL);

  /* The line lies above B instead of below it: at the rim, where it ends, a few pixels differ. */
  g_assert_cmpuint (fixture_count_differences (a, b, NULL, 0), <, 60);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/painter/damage", test_damage);
  g_test_add_func ("/painter/strips", test_strips);
  g_test_add_func ("/painter/statuses", test_statuses);
  g_test_add_func ("/painter/highlight", test_highlight);
  g_test_add_func ("/painter/leave-out", test_leave_out);
  g_test_add_func ("/painter/dragged", test_dragged);
  g_test_add_func ("/painter/background", test_background);
  g_test_add_func ("/painter/worker", test_worker);
  g_test_add_func ("/painter/levels", test_levels);
  g_test_add_func ("/painter/room", test_room);
  g_test_add_func ("/painter/long-name", test_long_name);
  g_test_add_func ("/painter/raster", test_raster);

  return g_test_run ();
}
