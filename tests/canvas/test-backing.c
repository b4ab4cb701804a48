/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of the kept picture exactly what is stale or missing is painted again. */
#include "canvas/netz-backing.h"

#include <math.h>

/* What the painter was asked for, as the corners of the tiles at zoom 1. */
typedef struct
{
  NetzBacking *backing;
  NetzViewport view;
  GHashTable *painted;      /* "column,row" -> how often */
} Fixture;

static void
count (cairo_t        *cr,
       const NetzRect *area,
       double          zoom,
       gpointer        data)
{
  Fixture *self = data;
  char *key = g_strdup_printf ("%d,%d", (int) round (area->x / area->width), (int) round (area->y / area->height));
  int times = GPOINTER_TO_INT (g_hash_table_lookup (self->painted, key));

  g_hash_table_replace (self->painted, key, GINT_TO_POINTER (times + 1));
  g_assert_cmpfloat (zoom, ==, self->view.zoom);
}

/* A view of exactly two by two tiles from tile (0, 0) on. */
static void
set_up (Fixture      *self,
        gconstpointer unused)
{
  self->painted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->backing = netz_backing_new (count, self);
  netz_viewport_init (&self->view);
  self->view.width = 2 * NETZ_BACKING_TILE;
  self->view.height = 2 * NETZ_BACKING_TILE;
  netz_backing_set_view (self->backing, &self->view, 1);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  netz_backing_free (self->backing);
  g_hash_table_unref (self->painted);
}

/* The tiles painted since the last call, sorted, "0,0 1,0x2". */
static char *
take_painted (Fixture *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->painted), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      int times = GPOINTER_TO_INT (g_hash_table_lookup (self->painted, l->data));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (const char *) l->data);
      if (times > 1)
        g_string_append_printf (text, "x%d", times);
    }
  g_hash_table_remove_all (self->painted);
  return g_string_free (text, FALSE);
}

static void
assert_painted (Fixture    *self,
                const char *expected)
{
  g_autofree char *painted = take_painted (self);

  g_assert_cmpstr (painted, ==, expected);
}

static void
paint_all (Fixture *self)
{
  g_assert_false (netz_backing_work (self->backing, G_MAXINT64, FALSE));
}

static void
test_only_in_sight (Fixture      *self,
                    gconstpointer unused)
{
  paint_all (self);
  assert_painted (self, "0,0 0,1 1,0 1,1");
  paint_all (self);
  assert_painted (self, "");
}

static void
test_ahead (Fixture      *self,
            gconstpointer unused)
{
  g_assert_false (netz_backing_work (self->backing, G_MAXINT64, TRUE));
  g_assert_cmpuint (netz_backing_get_n_painted (self->backing), ==, 16);
  g_assert_cmpuint (netz_backing_get_n_kept (self->backing), ==, 16);
}

static void
test_one_at_a_time (Fixture      *self,
                    gconstpointer unused)
{
  for (guint i = 1; i <= 4; i++)
    {
      g_assert_true (netz_backing_work (self->backing, 0, FALSE) == (i < 4));
      g_assert_cmpuint (netz_backing_get_n_painted (self->backing), ==, i);
    }
  assert_painted (self, "0,0 0,1 1,0 1,1");
}

static void
test_damage (Fixture      *self,
             gconstpointer unused)
{
  NetzRect inside_one = { 600, 10, 5, 5 };
  NetzRect over_border = { 500, 500, 20, 5 };
  NetzRect out_of_sight = { -900, 0, 100, 100 };

  paint_all (self);
  assert_painted (self, "0,0 0,1 1,0 1,1");

  netz_backing_damage (self->backing, &inside_one);
  paint_all (self);
  assert_painted (self, "1,0");

  netz_backing_damage (self->backing, &over_border);
  paint_all (self);
  assert_painted (self, "0,0 1,0");

  netz_backing_damage (self->backing, &out_of_sight);
  paint_all (self);
  assert_painted (self, "");

  netz_backing_damage (self->backing, NULL);
  paint_all (self);
  assert_painted (self, "0,0 0,1 1,0 1,1");
}

static void
test_damage_first (Fixture      *self,
                   gconstpointer unused)
{
  NetzRect corner = { 10, 10, 5, 5 };

  paint_all (self);
  netz_viewport_pan (&self->view, NETZ_BACKING_TILE, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  corner.x += NETZ_BACKING_TILE;
  netz_backing_damage (self->backing, &corner);
  g_free (take_painted (self));

  g_assert_true (netz_backing_work (self->backing, 0, FALSE));
  assert_painted (self, "1,0");
}

static void
test_scroll_keeps (Fixture      *self,
                   gconstpointer unused)
{
  paint_all (self);
  g_free (take_painted (self));

  netz_viewport_pan (&self->view, 100, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  paint_all (self);
  assert_painted (self, "2,0 2,1");

  netz_viewport_pan (&self->view, -100, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  paint_all (self);
  assert_painted (self, "");
}

static void
test_scroll_far_forgets (Fixture      *self,
                         gconstpointer unused)
{
  paint_all (self);
  netz_viewport_pan (&self->view, 100 * NETZ_BACKING_TILE, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  g_assert_cmpuint (netz_backing_get_n_kept (self->backing), ==, 0);
}

static void
test_zoom (Fixture      *self,
           gconstpointer unused)
{
  paint_all (self);
  g_free (take_painted (self));

  netz_viewport_zoom_about (&self->view, 2, 0, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  g_assert_cmpuint (netz_backing_get_n_kept (self->backing), ==, 4);

  /* What is half painted is no better than what was whole before. */
  g_assert_true (netz_backing_work (self->backing, 0, FALSE));
  netz_viewport_zoom_about (&self->view, 3, 0, 0);
  netz_backing_set_view (self->backing, &self->view, 1);
  g_assert_cmpuint (netz_backing_get_n_kept (self->backing), ==, 4);
  g_free (take_painted (self));

  paint_all (self);
  assert_painted (self, "0,0 0,1 1,0 1,1");
  g_assert_cmpuint (netz_backing_get_n_kept (self->backing), ==, 4);
}

static void
test_sharp (Fixture      *self,
            gconstpointer unused)
{
  netz_backing_set_view (self->backing, &self->view, 2);
  paint_all (self);
  g_assert_cmpuint (netz_backing_get_n_painted (self->backing), ==, 16);
}

static void
test_without_size (Fixture      *self,
                   gconstpointer unused)
{
  self->view.width = 0;
  netz_backing_set_view (self->backing, &self->view, 1);
  paint_all (self);
  g_assert_cmpuint (netz_backing_get_n_painted (self->backing), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/backing/only-in-sight", test_only_in_sight);
  ADD ("/backing/ahead", test_ahead);
  ADD ("/backing/one-at-a-time", test_one_at_a_time);
  ADD ("/backing/damage", test_damage);
  ADD ("/backing/damage-first", test_damage_first);
  ADD ("/backing/scroll-keeps", test_scroll_keeps);
  ADD ("/backing/scroll-far-forgets", test_scroll_far_forgets);
  ADD ("/backing/zoom", test_zoom);
  ADD ("/backing/sharp", test_sharp);
  ADD ("/backing/without-size", test_without_size);
#undef ADD

  return g_test_run ();
}
