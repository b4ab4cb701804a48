/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include <math.h>
#include <stdlib.h>

static const char *const kinds[][2] = { { "school", "#8fbfe8" }, { "provider", "#52003f" }, { "steering", "#4b4f52" } };
static const char *const statuses[] = { "idea", "preparation", "established", "dormant", "ended" };

static double
random_place (double side)
{
  return g_test_rand_double_range (-side / 2, side / 2);
}

static void
add_kinds (NetzDraft *draft)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      NetzRecord *kind = netz_record_new (NETZ_TABLE_KIND, kinds[i][0]);

      netz_record_set_text (kind, "group", kinds[i][0]);
      netz_record_set_text (kind, "colour", kinds[i][1]);
      netz_draft_add (draft, kind);
    }
  for (int i = 0; i < 2; i++)
    {
      NetzRecord *programme = netz_record_new (NETZ_TABLE_PROGRAMME, i == 0 ? "plain" : "links");

      netz_record_set_text (programme, "colour", i == 0 ? "#b8860b" : "#d9480f");
      netz_record_set_text (programme, "line", i == 0 ? "single" : "double");
      netz_draft_add (draft, programme);
    }
}

static void
add_institution (NetzDraft *draft,
                 double side)
{
  g_autofree char *name = g_strdup_printf ("Städtische Schule Nr. %d an der Straße", g_test_rand_int_range (0, 999));

  netz_add_institution (draft, name, kinds[g_test_rand_int_range (0, 3)][0], random_place (side), random_place (side));
}

static void
connect_two (NetzDraft *draft,
             NetzNetwork *network)
{
  const char *a = fixture_random_institution (network);
  const char *b = fixture_random_institution (network);

  if (a != NULL && g_strcmp0 (a, b) != 0)
    netz_connect (draft, a, b, g_test_rand_int_range (0, 6) == 0 ? "links" : "plain",
                  statuses[g_test_rand_int_range (0, 5)], NULL);
}

static const char *
random_record (NetzNetwork *network,
               NetzTable table)
{
  g_autoptr (GPtrArray) list = netz_network_list (network, table);

  if (list->len == 0)
    return NULL;
  return netz_record_get_id (g_ptr_array_index (list, g_test_rand_int_range (0, (gint32) list->len)));
}

/* Owned by the network. */
const char *
fixture_random_institution (NetzNetwork *network)
{
  return random_record (network, NETZ_TABLE_INSTITUTION);
}

NetzNetwork *
fixture_random_network (guint n_institutions,
                        guint n_partnerships,
                        double side)
{
  NetzNetwork *network = netz_network_new ();
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Begin");
  g_autoptr (NetzDraft) joined = NULL;

  add_kinds (draft);
  for (guint i = 0; i < n_institutions; i++)
    add_institution (draft, side);
  netz_add_frame (draft, "Ehrenfeld", -side / 3, -side / 3, side / 4, side / 4);
  netz_add_frame (draft, "Mülheim", side / 6, -side / 4, side / 5, side / 3);
  netz_add_note (draft, "Vorgespräch", 0, side / 5);
  netz_history_commit (history, draft);

  joined = netz_draft_new (network, "Connect");
  for (guint i = 0; i < n_partnerships; i++)
    connect_two (joined, network);
  netz_history_commit (history, joined);
  return network;
}

void
fixture_random_edit (NetzHistory *history,
                     double side)
{
  NetzNetwork *network = netz_history_get_network (history);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Edit");
  const char *institution = fixture_random_institution (network);
  const char *partnership = random_record (network, NETZ_TABLE_PARTNERSHIP);
  const char *frame = random_record (network, NETZ_TABLE_FRAME);
  const char *ids[] = { institution, NULL, NULL };

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      add_institution (draft, side);
      break;
    case 1:
      ids[1] = frame;
      netz_delete (draft, ids);
      break;
    case 2:
      netz_rename (draft, institution, "Volkshochschule");
      break;
    case 3:
      connect_two (draft, network);
      break;
    case 4:
      ids[0] = partnership;
      if (partnership != NULL)
        netz_set_field (draft, ids, "status", statuses[g_test_rand_int_range (0, 5)], NULL);
      break;
    case 5:
      ids[0] = partnership;
      netz_delete (draft, ids);
      break;
    case 6:
      ids[0] = frame;
      netz_move (draft, ids, random_place (80), random_place (80));
      break;
    default:
      netz_move (draft, ids, random_place (300), random_place (300));
      break;
    }
  netz_history_commit (history, draft);
}

/* The scene on white; `view` begins at the top left. */
cairo_surface_t *
fixture_paint (NetzScene *scene,
               const NetzRect *view,
               double scale,
               const NetzPaintOptions *options)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PICTURE_WIDTH, PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -view->x, -view->y);
  netz_painter_paint (scene, cr, view, scale, options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels that differ by more than rounding, but for those in the rectangles (in pixels). */
guint
fixture_count_differences (cairo_surface_t *a,
                           cairo_surface_t *b,
                           const NetzRect *ignore,
                           guint n_ignore)
{
  const guchar *from = cairo_image_surface_get_data (a);
  const guchar *to = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        const guchar *p = from + y * stride + x * 4;
        const guchar *q = to + y * stride + x * 4;
        gboolean ignored = abs (p[0] - q[0]) <= 2 && abs (p[1] - q[1]) <= 2 && abs (p[2] - q[2]) <= 2;

        for (guint i = 0; i < n_ignore && !ignored; i++)
          ignored = netz_rect_contains_point (&ignore[i], x + 0.5, y + 0.5);
        n += !ignored;
      }
  return n;
}
