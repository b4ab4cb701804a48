/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling and zooming are arithmetic: what lies under the pointer stays there, and nothing divides by zero. */
#include "canvas/netz-viewport.h"

#include <glib.h>
#include <math.h>

static NetzViewport
make_view (void)
{
  NetzViewport view;

  netz_viewport_init (&view);
  netz_viewport_set_size (&view, 800, 600);
  return view;
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
assert_sane (const NetzViewport *view)
{
  g_assert_true (isfinite (view->x) && isfinite (view->y) && isfinite (view->zoom));
  g_assert_cmpfloat (view->zoom, >=, NETZ_VIEWPORT_MIN_ZOOM);
  g_assert_cmpfloat (view->zoom, <=, NETZ_VIEWPORT_MAX_ZOOM);
}

static void
test_first_size (void)
{
  NetzViewport view = make_view ();

  assert_near (netz_viewport_get_centre (&view).x, 0);
  assert_near (netz_viewport_get_centre (&view).y, 0);

  netz_viewport_set_size (&view, 400, 300);
  assert_near (view.x, -400);
  assert_near (view.y, -300);
}

static void
test_there_and_back (void)
{
  NetzViewport view = make_view ();
  NetzPoint point;

  netz_viewport_zoom_about (&view, 2.5, 130, 70);
  netz_viewport_pan (&view, 17, -23);
  point = netz_viewport_to_scene (&view, 321, 456);
  point = netz_viewport_to_widget (&view, point.x, point.y);
  assert_near (point.x, 321);
  assert_near (point.y, 456);
}

static void
test_zoom_keeps_point (void)
{
  NetzViewport view = make_view ();
  NetzPoint before = netz_viewport_to_scene (&view, 600, 100);
  NetzPoint after;

  g_assert_true (netz_viewport_zoom_about (&view, 4, 600, 100));
  after = netz_viewport_to_scene (&view, 600, 100);
  assert_near (view.zoom, 4);
  assert_near (after.x, before.x);
  assert_near (after.y, before.y);
  g_assert_false (netz_viewport_zoom_about (&view, 4, 600, 100));
}

static void
test_zoom_is_clamped (void)
{
  NetzViewport view = make_view ();

  netz_viewport_zoom_about (&view, 1e9, 0, 0);
  assert_near (view.zoom, NETZ_VIEWPORT_MAX_ZOOM);
  netz_viewport_zoom_about (&view, 0, 0, 0);
  assert_near (view.zoom, NETZ_VIEWPORT_MIN_ZOOM);
  netz_viewport_zoom_about (&view, NAN, 0, 0);
  assert_sane (&view);
}

static void
test_pan (void)
{
  NetzViewport view = make_view ();
  NetzPoint before;

  netz_viewport_zoom_about (&view, 2, 0, 0);
  before = netz_viewport_get_centre (&view);
  netz_viewport_pan (&view, 100, 50);
  assert_near (netz_viewport_get_centre (&view).x, before.x + 50);
  assert_near (netz_viewport_get_centre (&view).y, before.y + 25);
}

static void
test_fit (void)
{
  NetzViewport view = make_view ();
  NetzRect bounds = { 1000, 2000, 3000, 400 };
  NetzRect visible;

  netz_viewport_fit (&view, &bounds, 50, 1.5);
  visible = netz_viewport_get_visible (&view);
  assert_near (view.zoom, 700.0 / 3000);
  assert_near (netz_viewport_get_centre (&view).x, 2500);
  assert_near (netz_viewport_get_centre (&view).y, 2200);
  g_assert_true (netz_rect_contains (&visible, &bounds));
}

static void
test_fit_odd (void)
{
  static const NetzRect odd[] = {
    { 0, 0, -1, -1 },
    { 5, 5, 0, 0 },
    { 1e300, 1e300, 0, 0 },
    { -1e300, 0, 2e300, 1e-12 },
    { 0, 0, 1e9, 1e9 },
    { NAN, NAN, NAN, NAN },
    { INFINITY, -INFINITY, INFINITY, 1 },
    { 1e9, 1e9, 1e-12, 1e-12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      NetzViewport view = make_view ();

      netz_viewport_fit (&view, &odd[i], 50, 1.5);
      assert_sane (&view);
      netz_viewport_set_size (&view, 0, 0);
      netz_viewport_fit (&view, &odd[i], 50, 1.5);
      assert_sane (&view);
      netz_viewport_reveal (&view, &odd[i], 10);
      assert_sane (&view);
    }
}

static void
test_stays_in_space (void)
{
  NetzViewport view = make_view ();

  for (int i = 0; i < 100; i++)
    netz_viewport_pan (&view, 1e12, -1e12);
  assert_near (netz_viewport_get_centre (&view).x, NETZ_VIEWPORT_LIMIT);
  assert_near (netz_viewport_get_centre (&view).y, -NETZ_VIEWPORT_LIMIT);
  netz_viewport_centre_on (&view, NAN, INFINITY);
  assert_sane (&view);
}

static void
test_reveal (void)
{
  NetzViewport view = make_view ();
  NetzRect inside = { -10, -10, 20, 20 };
  NetzRect right_of_it = { 500, 0, 40, 40 };
  NetzRect large = { 0, 0, 5000, 5000 };

  g_assert_false (netz_viewport_reveal (&view, &inside, 20));

  g_assert_true (netz_viewport_reveal (&view, &right_of_it, 20));
  assert_near (view.x + 800, 560);
  assert_near (view.y, -300);

  g_assert_true (netz_viewport_reveal (&view, &large, 20));
  assert_near (netz_viewport_get_centre (&view).x, 2500);
}

static void
test_steps (void)
{
  double zoom = NETZ_VIEWPORT_MIN_ZOOM;
  int n = 0;

  assert_near (netz_viewport_next_zoom (1, 1), 1.25);
  assert_near (netz_viewport_next_zoom (1, -1), 0.8);
  assert_near (netz_viewport_next_zoom (0.93, 1), 1);

  for (; zoom < NETZ_VIEWPORT_MAX_ZOOM; n++)
    {
      double next = netz_viewport_next_zoom (zoom, 1);

      g_assert_cmpfloat (next, >, zoom);
      assert_near (netz_viewport_next_zoom (next, -1), zoom);
      zoom = next;
    }
  g_assert_cmpint (n, <, 40);
  assert_near (netz_viewport_next_zoom (zoom, 1), zoom);
}

static void
test_origin_is_whole_pixels (void)
{
  NetzViewport view = make_view ();
  NetzPoint origin;

  netz_viewport_zoom_about (&view, 1.37, 3, 5);
  netz_viewport_pan (&view, 0.3, 0.7);
  origin = netz_viewport_get_origin (&view, 2);
  assert_near (origin.x * 2, round (origin.x * 2));
  g_assert_cmpfloat (fabs (origin.x - view.x * view.zoom), <=, 0.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/viewport/first-size", test_first_size);
  g_test_add_func ("/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/viewport/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/viewport/zoom-is-clamped", test_zoom_is_clamped);
  g_test_add_func ("/viewport/pan", test_pan);
  g_test_add_func ("/viewport/fit", test_fit);
  g_test_add_func ("/viewport/fit-odd", test_fit_odd);
  g_test_add_func ("/viewport/stays-in-space", test_stays_in_space);
  g_test_add_func ("/viewport/reveal", test_reveal);
  g_test_add_func ("/viewport/steps", test_steps);
  g_test_add_func ("/viewport/origin-is-whole-pixels", test_origin_is_whole_pixels);

  return g_test_run ();
}
