/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups by colour: seen on the canvas in colour and number, told, and gone without a trace. */
#include "scene-fixture.h"
#include "support/netz-test-network.h"

#include <math.h>
#include <string.h>

#define TOWN "A:library@0,0 B:museum@150,0 C:archive@300,0"

static NetzColouring *
create_colouring (void)
{
  NetzColouring *colouring = netz_colouring_new ("Groups");
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  g_ptr_array_add (first, g_ref_string_new ("A"));
  g_ptr_array_add (second, g_ref_string_new ("B"));
  netz_colouring_add_group (colouring, "One", first);
  netz_colouring_add_group (colouring, "Two", second);
  return colouring;
}

static void
test_groups (void)
{
  g_autoptr (NetzColouring) colouring = create_colouring ();

  g_assert_cmpstr (netz_colouring_get_title (colouring), ==, "Groups");
  g_assert_cmpuint (netz_colouring_get_n_groups (colouring), ==, 2);
  g_assert_cmpstr (netz_colouring_get_name (colouring, 2), ==, "Two");
  g_assert_cmpuint (netz_colouring_get_size (colouring, 2), ==, 1);
  g_assert_cmpstr (netz_colouring_get_ids (colouring, 2)->pdata[0], ==, "B");
  g_assert_cmpuint (netz_colouring_find (colouring, "A"), ==, 1);
  g_assert_cmpuint (netz_colouring_find (colouring, "B"), ==, 2);
  g_assert_cmpuint (netz_colouring_find (colouring, "C"), ==, 0);
  /* Neighbours in number never look alike, also when the colours begin again. */
  for (guint group = 1; group < 30; group++)
    {
      const NetzRgba *one = netz_colouring_get_colour (group);
      const NetzRgba *other = netz_colouring_get_colour (group + 1);

      double difference = fabs (one->red - other->red) + fabs (one->green - other->green)
                          + fabs (one->blue - other->blue);

      g_assert_cmpfloat (difference, >, 0.4);
    }
}

static gboolean
has_colour (cairo_surface_t *surface, int x, int y, const NetzRgba *colour)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return fabs ((pixel >> 16 & 0xff) / 255.0 - colour->red) < 0.02
         && fabs ((pixel >> 8 & 0xff) / 255.0 - colour->green) < 0.02
         && fabs ((pixel & 0xff) / 255.0 - colour->blue) < 0.02;
}

static void
on_changed (guint *n)
{
  (*n)++;
}

/* Above each shape, between it and the end of its ground: 28 of 22 and 32 units. */
static void
assert_seen (double scale)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzColouring) colouring = create_colouring ();
  NetzRect view = { -50, -50, PICTURE_WIDTH / scale, PICTURE_HEIGHT / scale };
  cairo_surface_t *before = fixture_paint (scene, &view, scale, NULL);
  cairo_surface_t *during, *after;
  int y = (int) ((50 - 28.5) * scale);
  guint n_changes = 0;

  g_signal_connect_swapped (scene, "colouring-changed", G_CALLBACK (on_changed), &n_changes);
  netz_scene_set_colouring (scene, colouring);
  netz_scene_set_colouring (scene, colouring);
  g_assert_cmpuint (n_changes, ==, 1);
  during = fixture_paint (scene, &view, scale, NULL);
  g_assert_true (has_colour (during, (int) (50 * scale), y, netz_colouring_get_colour (1)));
  g_assert_true (has_colour (during, (int) (200 * scale), y, netz_colouring_get_colour (2)));
  g_assert_false (has_colour (before, (int) (50 * scale), y, netz_colouring_get_colour (1)));
  g_assert_false (has_colour (during, (int) (350 * scale), y, netz_colouring_get_colour (1)));
  g_assert_false (has_colour (during, (int) (350 * scale), y, netz_colouring_get_colour (2)));
  netz_scene_set_colouring (scene, NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  after = fixture_paint (scene, &view, scale, NULL);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (before), cairo_image_surface_get_data (after),
                           (gsize) cairo_image_surface_get_stride (before)
                               * (gsize) cairo_image_surface_get_height (before)),
                   ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (during);
  cairo_surface_destroy (after);
}

static void
test_seen (void)
{
  assert_seen (1);
  assert_seen (0.4);
}

/* All that is painted of a shape with its ground and number lies in its bounds. */
static void
test_bounds (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzColouring) colouring = create_colouring ();
  NetzRect bounds;

  netz_scene_set_colouring (scene, colouring);
  g_assert_true (netz_scene_get_item_bounds (scene, "A", &bounds));
  /* The ground reaches 31.9 units, the number 0.92 × 22 + 10 + half its rim. */
  g_assert_cmpfloat (bounds.x, <=, -32);
  g_assert_cmpfloat (bounds.y, <=, -32);
  g_assert_cmpfloat (bounds.y + bounds.height, >=, 32);
}

/* Groups outlive an edit: what is gone comes back with its colour after undo. */
static void
test_edit (void)
{
  g_autoptr (NetzNetwork) network = netz_test_network_new (TOWN);
  g_autoptr (NetzScene) scene = netz_scene_new (network, NETZ_STYLE_LIGHT);
  g_autoptr (NetzColouring) colouring = create_colouring ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Remove");
  g_autoptr (NetzEdit) edit = NULL;

  netz_scene_set_colouring (scene, colouring);
  netz_draft_remove (draft, NETZ_TABLE_INSTITUTION, "A");
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  g_assert_true (netz_scene_get_colouring (scene) == colouring);
  g_assert_cmpuint (netz_colouring_find (colouring, "A"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/colouring/groups", test_groups);
  g_test_add_func ("/colouring/seen", test_seen);
  g_test_add_func ("/colouring/bounds", test_bounds);
  g_test_add_func ("/colouring/edit", test_edit);
  return g_test_run ();
}
