/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures what a person waits for, at several sizes, and prints it as JSON:
 *
 *   netz-bench [INSTITUTIONS…]        100, 1,000, 10,000 and 100,000 without arguments
 *
 * Milliseconds of processor time of the main thread, medians of several runs.
 * Frames are those of the canvas itself in a window of 1920 × 1080; "empty" is
 * an empty window of that size, measured in the same run. Machines differ and
 * are noisy: compare the ratios.
 */
#define G_LOG_DOMAIN "netz-bench"

#include "canvas/netz-canvas-private.h"
#include "format/netz-file.h"
#include "model/netz-operations.h"
#include "model/netz-history.h"
#include "model/netz-search.h"
#include "netz-generate.h"
#include "planning/netz-scope.h"
#include "scene/netz-painter.h"

#include <glib/gstdio.h>
#include <time.h>

#define FRAMES 60
#define RUNS 5
#define WIDTH 1920
#define HEIGHT 1080

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_quantile (GArray *times, double quantile)
{
  g_array_sort (times, compare_doubles);
  return times->len > 0 ? g_array_index (times, double, (guint) ((times->len - 1) * quantile)) : 0;
}

/* --- frames --- */

typedef struct
{
  GtkWidget *window;
  NetzCanvas *canvas;                        /* NULL: an empty window */
  void (*step) (NetzCanvas *canvas, int frame);
  GArray *times;
  GMainLoop *loop;
  double began;
  int frame;
} Frames;

static void
on_before_paint (GdkFrameClock *clock, Frames *frames)
{
  frames->began = now ();
  if (frames->canvas != NULL && frames->step != NULL)
    frames->step (frames->canvas, frames->frame);
  gtk_widget_queue_draw (frames->canvas != NULL ? GTK_WIDGET (frames->canvas)
                                                : gtk_window_get_child (GTK_WINDOW (frames->window)));
}

static void
on_after_paint (GdkFrameClock *clock, Frames *frames)
{
  double spent = now () - frames->began;

  if (frames->frame++ >= 5) /* the first ones fill caches */
    g_array_append_val (frames->times, spent);
  if (frames->frame >= FRAMES)
    g_main_loop_quit (frames->loop);
}

static GArray *
run_frames (GtkWidget *window, NetzCanvas *canvas, void (*step) (NetzCanvas *, int))
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Frames frames = { window, canvas, step, g_array_new (FALSE, FALSE, sizeof (double)), loop, 0, 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &frames);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &frames);

  gdk_frame_clock_begin_updating (clock);
  g_main_loop_run (loop);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  return frames.times;
}

static void
pan (NetzCanvas *canvas, int frame)
{
  netz_canvas_pan (canvas, frame % 40 < 20 ? 17 : -17, 5);
}

static void
zoom (NetzCanvas *canvas, int frame)
{
  netz_canvas_zoom_about (canvas, netz_canvas_get_zoom (canvas) * (frame % 20 < 10 ? 1.05 : 1 / 1.05), WIDTH / 2,
                          HEIGHT / 2);
}

static void
drag (NetzCanvas *canvas, int frame)
{
  g_signal_emit_by_name (canvas->input.drag, "drag-update", 10.0 + frame, 5.0 + frame / 2.0);
}

static void
print_frames (const char *name, GArray *times)
{
  g_print (", \"%s\": {\"median\": %.2f, \"p95\": %.2f}", name, get_quantile (times, 0.5), get_quantile (times, 0.95));
  g_array_unref (times);
}

/* A window of one colour, another one each frame, so that nothing of it is skipped. */
static void
paint_empty (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static int frame;

  cairo_set_source_rgb (cr, 1, 1, frame++ % 2);
  cairo_paint (cr);
}

static void
settle (void)
{
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static void
measure_drag (GtkWidget *window, NetzCanvas *canvas, NetzNetwork *network)
{
  NetzInstitution *institution = netz_network_get_institution (network, "i-00000005");
  NetzPoint point;

  netz_canvas_centre_on (canvas, institution->x, institution->y);
  netz_canvas_zoom_to (canvas, 1);
  settle ();
  point = netz_viewport_to_widget (&canvas->view, institution->x, institution->y);
  g_signal_emit_by_name (canvas->input.drag, "drag-begin", point.x, point.y);
  print_frames ("drag_one", run_frames (window, canvas, drag));
  netz_canvas_cancel_gesture (canvas);
}

static void
measure_canvas (NetzNetwork *network)
{
  double began = now ();
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzSelection) selection = netz_selection_new ();
  GtkWidget *canvas = netz_canvas_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *empty, *window;
  double scene_ready = now ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint_empty, NULL, NULL);
  empty = open_window (area);
  print_frames ("empty", run_frames (empty, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (empty));
  netz_canvas_set_document (NETZ_CANVAS (canvas), scene, selection);
  netz_canvas_fit (NETZ_CANVAS (canvas));
  window = open_window (canvas);
  g_print (", \"scene\": %.1f", scene_ready - began);
  print_frames ("pan_overview", run_frames (window, NETZ_CANVAS (canvas), pan));
  print_frames ("zoom_overview", run_frames (window, NETZ_CANVAS (canvas), zoom));
  netz_canvas_zoom_to (NETZ_CANVAS (canvas), 1);
  settle ();
  print_frames ("pan_reading", run_frames (window, NETZ_CANVAS (canvas), pan));
  measure_drag (window, NETZ_CANVAS (canvas), network);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- the rest --- */

static void
measure_first_picture (NetzNetwork *network)
{
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  NetzRect bounds = { 0 };
  double scale, began = now ();

  netz_scene_get_bounds (scene, &bounds);
  scale = MIN (WIDTH / bounds.width, HEIGHT / bounds.height);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  netz_painter_paint (scene, cr, &bounds, scale, NULL);
  g_print (", \"paint_overview\": %.1f", now () - began);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure_picking (NetzNetwork *network)
{
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  NetzRect bounds = { 0 };
  const int n = 20000;
  double began;

  netz_scene_get_bounds (scene, &bounds);
  began = now ();
  for (int i = 0; i < n; i++)
    {
      NetzHit hit;

      netz_scene_pick (scene, bounds.x + g_rand_double (rand) * bounds.width,
                       bounds.y + g_rand_double (rand) * bounds.height, 4, &hit);
    }
  g_print (", \"pick\": %.5f", (now () - began) / n);
}

static void
measure_search (NetzNetwork *network)
{
  g_autoptr (NetzFilter) filter = netz_filter_new ("lindenhof", NULL);
  g_autoptr (GPtrArray) found = NULL;
  double began = now ();

  found = netz_filter_find (filter, network, NETZ_TABLE_INSTITUTION);
  g_print (", \"search\": %.2f, \"found\": %u", now () - began, found->len);
}

/* The part in scope, cut out, as a network of its own, and in the scene: what a step of a played timeline costs beside
 * painting. */
static void
measure_scope (NetzNetwork *network)
{
  static const NetzScope scopes[] = {
    { .as_of = (char *) "2006-07-31" },
    { .as_of = (char *) "2006-07-31", .filter = (char *) "status=established|preparation kind!=museum since>=2001" },
    { .filter = (char *) "kind=library|gymnasium" },
    { .focus = (char *) "i-00000005", .steps = 3 },
  };

  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      double made_at, began = now ();
      g_autoptr (NetzSnapshot) part = netz_scope_cut (&scopes[i], network, NULL);
      double cut = now ();
      g_autoptr (NetzNetwork) made = netz_network_new_from_snapshot (part);

      made_at = now ();
      netz_scene_set_part (scene, made, FALSE);
      g_print (", \"cut_%u\": [%.1f, %.1f, %.1f]", i, cut - began, made_at - cut, now () - made_at);
    }
}

static void
measure_move_all (NetzNetwork *network)
{
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (GPtrArray) all = netz_network_list (network, NETZ_TABLE_INSTITUTION);
  g_autofree const char **ids = g_new0 (const char *, all->len + 1);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Move");
  double began, moved;

  for (guint i = 0; i < all->len; i++)
    ids[i] = netz_record_get_id (all->pdata[i]);
  began = now ();
  netz_move (draft, ids, 10, 10);
  netz_history_commit (history, draft);
  moved = now ();
  netz_edit_unref (netz_history_undo (history));
  g_print (", \"move_all\": %.1f, \"undo_move_all\": %.1f", moved - began, now () - moved);
}

static void
measure_file (NetzSnapshot *snapshot)
{
  g_autofree char *folder = g_dir_make_tmp ("netz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.netz", NULL);
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (double));
  GStatBuf info;
  double began = now (), saved;

  if (!netz_file_save (path, snapshot, NULL, 0, NULL, NULL))
    g_error ("Saving failed");
  saved = now () - began;
  for (int i = 0; i < RUNS; i++)
    {
      g_autoptr (NetzSnapshot) read = NULL;
      g_autoptr (NetzNetwork) network = NULL;
      double spent;

      began = now ();
      read = netz_file_load (path, NULL, NULL, NULL);
      network = netz_network_new_from_snapshot (read);
      spent = now () - began;
      g_array_append_val (opening, spent);
    }
  g_stat (path, &info);
  g_print (", \"bytes\": %" G_GINT64_FORMAT ", \"save\": %.1f, \"open\": %.1f", (gint64) info.st_size, saved,
           get_quantile (opening, 0.5));
  g_unlink (path);
  g_rmdir (folder);
}

static void
measure (guint n, gboolean frames)
{
  g_autoptr (NetzSnapshot) snapshot = netz_generate (n, 1);
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);

  g_print ("  {\"institutions\": %u, \"partnerships\": %u", n, 2 * n);
  measure_file (snapshot);
  measure_search (network);
  measure_scope (network);
  measure_picking (network);
  measure_first_picture (network);
  measure_move_all (network);
  if (frames)
    measure_canvas (network);
  g_print ("}");
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000, 100000 };
  gboolean frames = gtk_init_check ();

  g_print ("[\n");
  if (argc > 1)
    for (int i = 1; i < argc; i++)
      {
        measure ((guint) g_ascii_strtoull (argv[i], NULL, 10), frames);
        g_print (i + 1 < argc ? ",\n" : "\n");
      }
  else
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        measure (sizes[i], frames);
        g_print (i + 1 < G_N_ELEMENTS (sizes) ? ",\n" : "\n");
      }
  g_print ("]\n");
  return 0;
}
