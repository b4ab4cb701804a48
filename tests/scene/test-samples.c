/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example that everybody sees first: can all of its names be read, in each of the styles? */
#include "format/netz-file.h"
#include "scene/netz-scene.h"

#define LARGEST_WIDTH 1760.0
#define LARGEST_HEIGHT 1100.0

typedef struct
{
  const char *name;
  NetzRect rects[2]; /* its shape and its label */
  const char *frame;
} Box;

static NetzScene *
load (NetzStyleId style)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (NetzNetwork) network = NULL;
  g_autoptr (GError) error = NULL;

  snapshot = netz_file_load (path, NULL, NULL, &error);
  g_assert_no_error (error);
  network = netz_network_new_from_snapshot (snapshot);
  return netz_scene_new (network, style);
}

static GArray *
get_boxes (NetzScene *scene)
{
  g_autoptr (GPtrArray) institutions = netz_network_list (netz_scene_get_network (scene), NETZ_TABLE_INSTITUTION);
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (Box));

  for (guint i = 0; i < institutions->len; i++)
    {
      NetzInstitution *institution = g_ptr_array_index (institutions, i);
      const char *id = netz_record_get_id (NETZ_RECORD (institution));
      Box box = { .name = institution->name, .frame = institution->frame };

      g_assert_true (netz_scene_get_shape_bounds (scene, id, &box.rects[0]));
      g_assert_true (netz_scene_get_label_rect (scene, id, &box.rects[1]));
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static gboolean
overlap (const Box *a, const Box *b)
{
  for (guint i = 0; i < 4; i++)
    if (netz_rect_intersects (&a->rects[i / 2], &b->rects[i % 2]))
      return TRUE;
  return FALSE;
}

static void
test_apart (gconstpointer data)
{
  g_autoptr (NetzScene) scene = load (GPOINTER_TO_INT (data));
  g_autoptr (GArray) boxes = get_boxes (scene);

  g_assert_cmpuint (boxes->len, >, 60);
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const Box *a = &g_array_index (boxes, Box, i);
        const Box *b = &g_array_index (boxes, Box, k);

        if (overlap (a, b))
          g_error ("“%s” lies on “%s”.", a->name, b->name);
      }
}

static void
test_frames (void)
{
  g_autoptr (NetzScene) scene = load (NETZ_STYLE_LIGHT);
  g_autoptr (GArray) boxes = get_boxes (scene);
  g_autoptr (GPtrArray) frames = netz_network_list (netz_scene_get_network (scene), NETZ_TABLE_FRAME);

  for (guint i = 0; i < frames->len; i++)
    {
      NetzFrame *frame = g_ptr_array_index (frames, i);
      NetzRect rect = { frame->x, frame->y, frame->width, frame->height };

      for (guint k = 0; k < boxes->len; k++)
        {
          const Box *box = &g_array_index (boxes, Box, k);
          gboolean member = g_strcmp0 (box->frame, netz_record_get_id (NETZ_RECORD (frame))) == 0;

          for (guint part = 0; part < G_N_ELEMENTS (box->rects); part++)
            if (member ? !netz_rect_contains (&rect, &box->rects[part])
                       : netz_rect_intersects (&rect, &box->rects[part]))
              g_error ("“%s” lies on the border of “%s”.", box->name, frame->title);
        }
      for (guint k = 0; k < i; k++)
        {
          NetzFrame *other = g_ptr_array_index (frames, k);
          NetzRect there = { other->x, other->y, other->width, other->height };

          g_assert_false (netz_rect_intersects (&rect, &there));
        }
    }
}

static void
test_notes (void)
{
  g_autoptr (NetzScene) scene = load (NETZ_STYLE_LIGHT);
  g_autoptr (GArray) boxes = get_boxes (scene);
  g_autoptr (GPtrArray) notes = netz_network_list (netz_scene_get_network (scene), NETZ_TABLE_NOTE);

  g_assert_cmpuint (notes->len, >=, 2);
  for (guint i = 0; i < notes->len; i++)
    {
      NetzNote *note = g_ptr_array_index (notes, i);
      NetzRect rect = { note->x, note->y, note->width, note->height };

      for (guint k = 0; k < boxes->len; k++)
        for (guint part = 0; part < 2; part++)
          g_assert_false (netz_rect_intersects (&rect, &g_array_index (boxes, Box, k).rects[part]));
    }
}

/* So much that a name is not smaller than nine pixels in a window of 1280 × 800 without the panels. */
static void
test_extent (void)
{
  g_autoptr (NetzScene) scene = load (NETZ_STYLE_LIGHT);
  NetzRect bounds;

  g_assert_true (netz_scene_get_bounds (scene, &bounds));
  g_assert_cmpfloat (bounds.width, <=, LARGEST_WIDTH);
  g_assert_cmpfloat (bounds.height, <=, LARGEST_HEIGHT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/samples/apart/light", GINT_TO_POINTER (NETZ_STYLE_LIGHT), test_apart);
  g_test_add_data_func ("/samples/apart/dark", GINT_TO_POINTER (NETZ_STYLE_DARK), test_apart);
  g_test_add_data_func ("/samples/apart/print", GINT_TO_POINTER (NETZ_STYLE_PRINT), test_apart);
  g_test_add_data_func ("/samples/apart/projector", GINT_TO_POINTER (NETZ_STYLE_PROJECTOR), test_apart);
  g_test_add_func ("/samples/frames", test_frames);
  g_test_add_func ("/samples/notes", test_notes);
  g_test_add_func ("/samples/extent", test_extent);
  return g_test_run ();
}
