/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are: the index, picking and routes agree with looking at everything. */
#include "scene-fixture.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "scene/netz-legend.h"
#include "scene/netz-scene-private.h"
#include "support/netz-test-network.h"

#include <math.h>

#define SIDE 3000.0

static const NetzTable drawn_tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_PARTNERSHIP, NETZ_TABLE_FRAME,
                                          NETZ_TABLE_NOTE };

static GHashTable *
query_all (NetzScene *scene,
           const NetzRect *rect)
{
  NetzNetwork *network = netz_scene_get_network (scene);
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint t = 0; t < G_N_ELEMENTS (drawn_tables); t++)
    {
      NetzNetworkIter iter;
      NetzRecord *record;

      netz_network_iter_init (&iter, network, drawn_tables[t]);
      while (netz_network_iter_next (&iter, &record))
        {
          const char *id = netz_record_get_id (record);
          NetzRect bounds;
          NetzCurve curve;

          if (netz_scene_get_curve (scene, id, &curve) ? netz_curve_intersects (&curve, rect)
                                                       : netz_scene_get_item_bounds (scene, id, &bounds) &&
                                                             netz_rect_intersects (&bounds, rect))
            g_hash_table_add (found, (gpointer) id);
        }
    }
  return found;
}

static void
assert_query (NetzScene *scene,
              const NetzRect *rect)
{
  g_autoptr (GHashTable) expected = query_all (scene, rect);
  g_autoptr (GPtrArray) found = netz_scene_query (scene, rect);

  g_assert_cmpuint (found->len, ==, g_hash_table_size (expected));
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_hash_table_contains (expected, g_ptr_array_index (found, i)));
}

static NetzRect
random_rect (double largest)
{
  double width = g_test_rand_double_range (0, largest);

  return (NetzRect) { g_test_rand_double_range (-SIDE, SIDE), g_test_rand_double_range (-SIDE, SIDE), width,
                      g_test_rand_double_range (0, largest) };
}

static void
test_query (void)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (250, 500, SIDE);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);

  for (int i = 0; i < 120; i++)
    {
      g_autoptr (NetzEdit) undone = NULL;
      NetzRect small = random_rect (150);
      NetzRect large = random_rect (SIDE * 1.5);

      assert_query (scene, &small);
      assert_query (scene, &large);
      fixture_random_edit (history, SIDE);
      if (i % 7 == 0)
        undone = netz_history_undo (history);
    }
}

/* A scene that followed the edits is the one that is built of the result. */
static void
test_follow (void)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (60, 150, 1000);
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzRect everything = { -1e6, -1e6, 2e6, 2e6 };

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (NetzScene) fresh = NULL;
      g_autoptr (GPtrArray) ids = NULL;
      g_autoptr (GPtrArray) expected = NULL;

      fixture_random_edit (history, 1000);
      if (i % 20 != 0)
        continue;

      fresh = netz_scene_new (network, NETZ_STYLE_LIGHT);
      ids = netz_scene_query (scene, &everything);
      expected = netz_scene_query (fresh, &everything);
      g_assert_cmpuint (ids->len, ==, expected->len);
      for (guint j = 0; j < ids->len; j++)
        {
          const char *id = g_ptr_array_index (ids, j);
          NetzRect a, b;

          g_assert_true (netz_scene_get_item_bounds (scene, id, &a));
          g_assert_true (netz_scene_get_item_bounds (fresh, id, &b));
          g_assert_true (netz_rect_equal (&a, &b));
        }
    }
}

/* What is at a point, found by looking at everything: the nearest line where there is no shape or name. */
static void
assert_pick (NetzScene *scene,
             double x,
             double y,
             double tolerance)
{
  NetzNetwork *network = netz_scene_get_network (scene);
  NetzNetworkIter iter;
  NetzRecord *record;
  gboolean on_shape = FALSE, on_name = FALSE;
  double nearest = INFINITY;
  NetzHit hit;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &record))
    {
      NetzInstitution *institution = NETZ_INSTITUTION (record);
      NetzRect label;

      /* Halfway between the shapes that a kind may have. */
      on_shape |= hypot (institution->x - x, institution->y - y) < NETZ_NODE_RADIUS * 0.85;
      on_name |= netz_scene_get_label_rect (scene, netz_record_get_id (record), &label) &&
                 netz_rect_contains_point (&label, x, y);
    }
  netz_network_iter_init (&iter, network, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &record))
    {
      NetzCurve curve;

      if (netz_scene_get_curve (scene, netz_record_get_id (record), &curve))
        nearest = MIN (nearest, netz_curve_get_distance (&curve, (NetzPoint) { x, y }));
    }

  netz_scene_pick (scene, x, y, tolerance, &hit);
  if (hit.part == NETZ_HIT_NOTE || hit.part == NETZ_HIT_NOTE_CORNER)
    return;
  if (on_shape)
    g_assert_true (hit.part == NETZ_HIT_NODE || hit.part == NETZ_HIT_RIM);
  else if (on_name)
    g_assert_true (netz_hit_is_institution (&hit));
  else if (nearest < tolerance)
    g_assert_true (hit.part == NETZ_HIT_EDGE || netz_hit_is_institution (&hit));
  if (hit.part == NETZ_HIT_EDGE)
    {
      NetzCurve curve;

      g_assert_true (netz_scene_get_curve (scene, hit.id, &curve));
      g_assert_cmpfloat (netz_curve_get_distance (&curve, (NetzPoint) { x, y }), <=, nearest);
    }
  if (nearest > tolerance + 2)
    g_assert_cmpint (hit.part, !=, NETZ_HIT_EDGE);
}

static void
test_pick (void)
{
  g_autoptr (NetzNetwork) network = fixture_random_network (120, 240, 2000);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);

  for (int i = 0; i < 3000; i++)
    assert_pick (scene, g_test_rand_double_range (-1100, 1100), g_test_rand_double_range (-1100, 1100),
                 g_test_rand_double_range (0, 10));
}

static void
test_parts (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:library@400,0 A-B");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Frame");
  g_autoptr (NetzScene) scene = NULL;
  const char *frame = netz_add_frame (draft, "Köln", -300, -200, 1000, 500);
  g_autofree char *frame_id = g_strdup (frame);
  NetzHit hit;

  netz_history_commit (history, draft);
  scene = netz_scene_new (network, NETZ_STYLE_LIGHT);

  g_assert_true (netz_scene_pick (scene, 2, 3, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_NODE);
  g_assert_cmpstr (hit.id, ==, "A");
  g_assert_true (netz_scene_pick (scene, 0, -20, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_RIM);
  g_assert_true (netz_scene_pick (scene, 0, 35, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_LABEL);
  g_assert_true (netz_scene_pick (scene, 200, 20, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_EDGE);
  g_assert_cmpstr (hit.id, ==, "A-B");
  g_assert_true (netz_scene_pick (scene, -300, 100, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_FRAME);
  g_assert_cmpstr (hit.id, ==, frame_id);
  g_assert_true (netz_scene_pick (scene, 699, 301, 4, &hit));
  g_assert_cmpint (hit.part, ==, NETZ_HIT_FRAME_CORNER);
  g_assert_cmpint (hit.corner, ==, NETZ_CORNER_BOTTOM_RIGHT);
  g_assert_false (netz_scene_pick (scene, 200, 150, 4, &hit));
  g_assert_false (netz_scene_pick (scene, NAN, INFINITY, 4, &hit));
}

static void
test_fan (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "A:school@0,0 B:library@300,60 A-B A-B:x:idea A-B:y B-A:z A-B:w:dormant");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (GPtrArray) list = netz_network_list (network, NETZ_TABLE_PARTNERSHIP);

  g_assert_cmpuint (list->len, ==, 5);
  for (guint i = 0; i < list->len; i++)
    {
      const char *id = netz_record_get_id (g_ptr_array_index (list, i));
      NetzCurve curve;
      NetzPoint middle;
      NetzHit hit;

      g_assert_true (netz_scene_get_curve (scene, id, &curve));
      middle = netz_curve_at (&curve, 0.5);
      g_assert_true (netz_scene_pick (scene, middle.x, middle.y, 4, &hit));
      g_assert_cmpstr (hit.id, ==, id);

      for (guint j = 0; j < i; j++)
        {
          NetzCurve other;

          netz_scene_get_curve (scene, netz_record_get_id (g_ptr_array_index (list, j)), &other);
          g_assert_cmpfloat (netz_curve_get_distance (&other, middle), >, 8);
        }
    }
}

static void
test_rims (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:library@500,300 A-B");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzCurve curve;

  g_assert_true (netz_scene_get_curve (scene, "A-B", &curve));
  g_assert_cmpfloat (hypot (curve.p[0].x, curve.p[0].y), >, NETZ_NODE_RADIUS);
  g_assert_cmpfloat (hypot (curve.p[0].x, curve.p[0].y), <, NETZ_NODE_RADIUS + 4);
  g_assert_cmpfloat (hypot (curve.p[3].x - 500, curve.p[3].y - 300), <, NETZ_NODE_RADIUS * 1.4);
}

static void
test_hidden (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "A:school@0,0 B:library@300,0 C:library@600,0 D:school A-B A-C::ended B-C:links A-D");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  const char *const libraries[] = { "library", NULL };
  const char *const links[] = { "links", NULL };
  NetzRect bounds;

  g_assert_false (netz_scene_get_item_bounds (scene, "A-C", &bounds));
  g_assert_false (netz_scene_get_item_bounds (scene, "D", &bounds));
  g_assert_false (netz_scene_get_item_bounds (scene, "A-D", &bounds));
  netz_scene_set_show_ended (scene, TRUE);
  g_assert_true (netz_scene_get_item_bounds (scene, "A-C", &bounds));

  netz_scene_set_hidden_programmes (scene, links);
  g_assert_false (netz_scene_get_item_bounds (scene, "B-C", &bounds));
  g_assert_true (netz_scene_get_item_bounds (scene, "C", &bounds));
  netz_scene_set_hidden_kinds (scene, libraries);
  g_assert_true (netz_scene_is_kind_hidden (scene, "library"));
  g_assert_false (netz_scene_get_item_bounds (scene, "B", &bounds));
  g_assert_false (netz_scene_get_item_bounds (scene, "A-B", &bounds));
  netz_scene_set_hidden_kinds (scene, NULL);
  g_assert_true (netz_scene_get_item_bounds (scene, "A-B", &bounds));
}

static gboolean
is_faded (NetzScene *scene,
          const char *institution)
{
  return netz_items_get_node (scene->items, netz_scene_find_node (scene, institution))->faded;
}

/* Only what is in the part is drawn, with the statuses that it says, and counted; or the rest is faded. */
static void
test_part (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (
      "A:school@0,0 B:library@300,0 C:library@600,0 A-B A-C::ended B-C:links");
  g_autoptr (NetzNetwork) part = netz_test_network_new ("A:school C:library A-C::established");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzLegend) legend = NULL;
  NetzRect bounds;

  netz_scene_set_part (scene, part, FALSE);
  g_assert_true (netz_scene_get_item_bounds (scene, "A", &bounds));
  g_assert_true (netz_scene_get_item_bounds (scene, "A-C", &bounds));
  g_assert_false (netz_scene_get_item_bounds (scene, "B", &bounds));
  g_assert_false (netz_scene_get_item_bounds (scene, "A-B", &bounds));
  legend = netz_legend_new (scene, NULL);
  g_assert_cmpuint (netz_legend_get_nth (legend, netz_legend_get_size (legend) - 1)->count, ==, 1);
  g_assert_cmpstr (netz_legend_get_nth (legend, netz_legend_get_size (legend) - 1)->id, ==, "established");

  netz_scene_set_part (scene, part, TRUE);
  g_assert_true (netz_scene_get_item_bounds (scene, "B", &bounds));
  g_assert_true (netz_scene_get_item_bounds (scene, "A-B", &bounds));
  g_assert_true (is_faded (scene, "B"));
  g_assert_false (is_faded (scene, "A"));
  g_clear_pointer (&legend, netz_legend_free);
  legend = netz_legend_new (scene, NULL);
  g_assert_cmpstr (netz_legend_get_nth (legend, netz_legend_get_size (legend) - 1)->id, ==, "established");
  g_assert_cmpuint (netz_legend_get_nth (legend, netz_legend_get_size (legend) - 1)->count, ==, 1);
  netz_scene_set_part (scene, NULL, FALSE);
  g_assert_false (netz_scene_get_item_bounds (scene, "A-C", &bounds));
  g_assert_false (is_faded (scene, "B"));
}

static void
test_rubber_band (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:school@0,0 B:library@300,0 C:library@600,0 A-B B-C");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzRect rect = { -10, -10, 400, 20 };
  g_autoptr (GPtrArray) ids = netz_scene_query_inside (scene, &rect);

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "A-B");
}

static void
test_odd_places (void)
{
  g_autoptr (NetzNetwork) network =
      netz_test_network_new ("A:school@1e300,-1e300 B:library@0,0 C:school@0,0 D:school@1e9,0 E:school@inf,0 "
                             "F:school@nan,0 A-B B-C B-D B-E A-A");
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  NetzRect bounds, far;
  cairo_surface_t *surface;

  g_assert_true (netz_scene_get_bounds (scene, &bounds));
  g_assert_true (isfinite (bounds.x) && isfinite (bounds.y) && isfinite (bounds.width) && isfinite (bounds.height));
  g_assert_false (netz_scene_get_item_bounds (scene, "F", &bounds));

  g_assert_true (netz_scene_get_bounds (scene, &bounds));
  surface = fixture_paint (scene, &bounds, PICTURE_WIDTH / bounds.width, NULL);
  cairo_surface_destroy (surface);
  far = (NetzRect) { NETZ_COORDINATE_LIMIT - 20, -NETZ_COORDINATE_LIMIT - 20, 100, 100 };
  surface = fixture_paint (scene, &far, 8, NULL);
  cairo_surface_destroy (surface);
}

static void
test_empty (void)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_DARK);
  NetzRect bounds;
  NetzHit hit;

  g_assert_false (netz_scene_get_bounds (scene, &bounds));
  g_assert_true (netz_rect_is_empty (&bounds));
  g_assert_false (netz_scene_pick (scene, 0, 0, 10, &hit));
  g_assert_null (hit.id);
}

static void
test_size_by_degree (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new ("A:library@0,0 B:museum@300,0 C:museum@0,300 A-B A-C");
  g_autoptr (NetzHistory) history = netz_history_new (network);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Delete");
  NetzRect a, b, less;

  netz_scene_set_size_by_degree (scene, TRUE);
  g_assert_true (netz_scene_get_shape_bounds (scene, "A", &a));
  g_assert_true (netz_scene_get_shape_bounds (scene, "B", &b));
  g_assert_cmpfloat (a.width, >, b.width);
  g_assert_cmpfloat (a.x + a.width / 2, ==, 0);

  netz_delete (draft, (const char *const[]){ "A-B", NULL });
  netz_history_commit (history, draft);
  g_assert_true (netz_scene_get_shape_bounds (scene, "A", &less));
  g_assert_cmpfloat (less.width, ==, b.width);

  netz_scene_set_size_by_degree (scene, FALSE);
  g_assert_true (netz_scene_get_shape_bounds (scene, "A", &a));
  g_assert_cmpfloat (a.width, ==, 2 * NETZ_NODE_RADIUS);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/query", test_query);
  g_test_add_func ("/scene/follow", test_follow);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/parts", test_parts);
  g_test_add_func ("/scene/fan", test_fan);
  g_test_add_func ("/scene/rims", test_rims);
  g_test_add_func ("/scene/hidden", test_hidden);
  g_test_add_func ("/scene/part", test_part);
  g_test_add_func ("/scene/rubber-band", test_rubber_band);
  g_test_add_func ("/scene/odd-places", test_odd_places);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/size-by-degree", test_size_by_degree);

  return g_test_run ();
}
