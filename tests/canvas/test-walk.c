/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From institution to institution by keyboard, and to a free place. */
#include "canvas/netz-walk.h"
#include "support/netz-test-network.h"

#include <math.h>

static NetzScene *
make_scene (const char *line)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (line);

  return netz_scene_new (network, NETZ_STYLE_LIGHT);
}

static void
test_reading_order (void)
{
  g_autoptr (NetzScene) scene = make_scene ("C:x@400,10 A:x@0,20 E:x@200,500 B:x@200,0 D:x@-300,505 Nowhere:x");
  static const char *const order[] = { "A", "B", "C", "D", "E" };
  const char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      id = netz_walk_next (scene, id, 1);
      g_assert_cmpstr (id, ==, order[i]);
    }
  g_assert_null (netz_walk_next (scene, id, 1));

  for (guint i = G_N_ELEMENTS (order) - 1; i > 0; i--)
    {
      id = netz_walk_next (scene, id, -1);
      g_assert_cmpstr (id, ==, order[i - 1]);
    }
  g_assert_null (netz_walk_next (scene, id, -1));
  g_assert_cmpstr (netz_walk_next (scene, NULL, -1), ==, "E");
  g_assert_cmpstr (netz_walk_next (scene, "gone", 1), ==, "A");
}

static void
test_empty (void)
{
  g_autoptr (NetzScene) scene = make_scene ("");

  g_assert_null (netz_walk_next (scene, NULL, 1));
  g_assert_null (netz_walk_along (scene, "A", 1, 0));
}

static void
test_along (void)
{
  g_autoptr (NetzScene) scene = make_scene ("M:x@0,0 R:x@400,30 RR:x@900,0 L:x@-200,0 U:x@20,-300 Near:x@100,0 "
                                            "M-R RR-M L-M M-U");

  g_assert_cmpstr (netz_walk_along (scene, "M", 1, 0), ==, "R");
  g_assert_cmpstr (netz_walk_along (scene, "M", -1, 0), ==, "L");
  g_assert_cmpstr (netz_walk_along (scene, "M", 0, -1), ==, "U");
  g_assert_null (netz_walk_along (scene, "M", 0, 1));
  g_assert_cmpstr (netz_walk_along (scene, "R", -1, 0), ==, "M");
  g_assert_null (netz_walk_along (scene, "Near", 1, 0));
}

static void
test_room (void)
{
  g_autoptr (NetzScene) scene = make_scene ("A:x@0,0 B:x@170,0");
  NetzPoint place = netz_walk_find_room (scene, (NetzPoint) { 1000, 1000 });

  g_assert_cmpfloat (place.x, ==, 1000);
  g_assert_cmpfloat (place.y, ==, 1000);

  /* Beside A, the right of which is taken. */
  place = netz_walk_find_room (scene, (NetzPoint) { 0, 0 });
  g_assert_cmpfloat (hypot (place.x, place.y), >, 80);
  g_assert_cmpfloat (hypot (place.x - 170, place.y), >, 80);
  g_assert_cmpfloat (hypot (place.x, place.y), <, 400);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/walk/reading-order", test_reading_order);
  g_test_add_func ("/walk/empty", test_empty);
  g_test_add_func ("/walk/along", test_along);
  g_test_add_func ("/walk/room", test_room);

  return g_test_run ();
}
