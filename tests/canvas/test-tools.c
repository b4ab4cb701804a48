/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gestures as lists of points, without a display: what is pressed is looked up
 * in the scene, what comes of it is compared as text, and nothing comes of a
 * gesture that is cancelled.
 */
#include "canvas/netz-tool-connect.h"
#include "canvas/netz-tool-draw.h"
#include "canvas/netz-tool-pan.h"
#include "canvas/netz-tool-select.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#define SHIFT NETZ_TOOL_SHIFT
#define CONTROL NETZ_TOOL_CONTROL
#define ALT NETZ_TOOL_ALT

/* Three in a row, one below; the first two are partners. */
#define LINE "A:library@0,0 B:school@300,0 C:school@600,10 D:museum@0,300 A-B"

typedef struct
{
  NetzNetwork *network;
  NetzHistory *history;
  NetzScene *scene;
  NetzSelection *selection;
  NetzTool *home;
  NetzTool *tool;
  NetzToolContext context;
  NetzToolOutcome outcome;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer line)
{
  *self = (Fixture) { 0 };
  self->network = netz_test_network_new (line);
  self->history = netz_history_new (self->network);
  self->scene = netz_scene_new (self->network, NETZ_STYLE_LIGHT);
  self->selection = netz_selection_new ();
  self->home = netz_tool_select_new ();
  self->tool = g_object_ref (self->home);
  self->context = (NetzToolContext) { self->scene, self->selection, { -1000, -1000, 3000, 3000 }, 1, FALSE };
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  netz_tool_outcome_clear (&self->outcome);
  g_object_unref (self->tool);
  g_object_unref (self->home);
  g_object_unref (self->selection);
  g_object_unref (self->scene);
  g_object_unref (self->history);
  g_object_unref (self->network);
}

static NetzToolEvent
make_event (Fixture          *self,
            double            x,
            double            y,
            NetzToolModifiers modifiers)
{
  NetzToolEvent event = { { x, y }, { x, y }, { NETZ_HIT_NOTHING }, modifiers, 4 };

  netz_scene_pick (self->scene, x, y, event.tolerance, &event.target);
  return event;
}

/* What the canvas does with an outcome. */
static NetzToolResult
take (Fixture       *self,
      NetzToolResult result)
{
  if (result == NETZ_TOOL_NEXT)
    g_set_object (&self->tool, self->outcome.next);
  else if (result != NETZ_TOOL_CONTINUE && result != NETZ_TOOL_SCROLL)
    g_set_object (&self->tool, self->home);
  if (self->outcome.draft != NULL)
    netz_history_commit (self->history, self->outcome.draft);
  return result;
}

static NetzToolResult
press (Fixture          *self,
       double            x,
       double            y,
       NetzToolModifiers modifiers)
{
  NetzToolEvent event = make_event (self, x, y, modifiers);

  netz_tool_outcome_clear (&self->outcome);
  return take (self, netz_tool_begin (self->tool, &self->context, &event, &self->outcome));
}

static NetzToolResult
drag (Fixture          *self,
      double            x,
      double            y,
      NetzToolModifiers modifiers)
{
  NetzToolEvent event = make_event (self, x, y, modifiers);

  netz_tool_outcome_clear (&self->outcome);
  return take (self, netz_tool_update (self->tool, &self->context, &event, &self->outcome));
}

static NetzToolResult
release (Fixture          *self,
         double            x,
         double            y,
         NetzToolModifiers modifiers)
{
  NetzToolEvent event = make_event (self, x, y, modifiers);

  netz_tool_outcome_clear (&self->outcome);
  return take (self, netz_tool_end (self->tool, &self->context, &event, &self->outcome));
}

static void
cancel (Fixture *self)
{
  netz_tool_cancel (self->tool, &self->context);
  g_set_object (&self->tool, self->home);
}

static void
click (Fixture          *self,
       double            x,
       double            y,
       NetzToolModifiers modifiers)
{
  press (self, x, y, modifiers);
  release (self, x, y, modifiers);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_selected (Fixture    *self,
                 const char *expected)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  g_autofree char *text = NULL;

  qsort (ids, g_strv_length ((char **) ids), sizeof (char *), compare);
  text = g_strjoinv (" ", (char **) ids);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_nothing_happened (Fixture *self)
{
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 0);
}

static char *
add_frame (Fixture *self)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, "frame");
  char *id = g_strdup (netz_add_frame (draft, "F", -100, 200, 200, 200));
  const char *const members[] = { "D", NULL };

  netz_put_in_frame (draft, members, id);
  netz_history_commit (self->history, draft);
  return id;
}

static void
test_click (Fixture      *self,
            gconstpointer unused)
{
  click (self, 0, 0, 0);
  assert_selected (self, "A");
  click (self, 300, 0, 0);
  assert_selected (self, "B");
  click (self, 0, 0, SHIFT);
  assert_selected (self, "A B");
  click (self, 300, 0, SHIFT);
  assert_selected (self, "A");
  click (self, 450, 500, SHIFT);
  assert_selected (self, "A");
  click (self, 450, 500, 0);
  assert_selected (self, "");
  assert_nothing_happened (self);
}

static void
test_click_one_of_many (Fixture      *self,
                        gconstpointer unused)
{
  click (self, 0, 0, 0);
  click (self, 300, 0, SHIFT);

  press (self, 0, 0, 0);
  assert_selected (self, "A B");
  release (self, 0, 0, 0);
  assert_selected (self, "A");
}

static void
test_click_partnership (Fixture      *self,
                        gconstpointer unused)
{
  NetzCurve curve;
  NetzPoint middle;

  g_assert_true (netz_scene_get_curve (self->scene, "A-B", &curve));
  middle = netz_curve_at (&curve, 0.5);
  click (self, middle.x, middle.y, 0);
  assert_selected (self, "A-B");
}

static void
test_neighbours (Fixture      *self,
                 gconstpointer unused)
{
  click (self, 0, 0, ALT);
  assert_selected (self, "A B");
  click (self, 0, 300, ALT);
  assert_selected (self, "D");
  click (self, 300, 0, ALT | SHIFT);
  assert_selected (self, "A B D");
}

static void
test_band (Fixture      *self,
           gconstpointer unused)
{
  press (self, -100, -100, 0);
  drag (self, 400, 150, 0);
  assert_selected (self, "A B");
  drag (self, 750, 150, 0);
  release (self, 120, 150, 0);
  assert_selected (self, "A");

  press (self, 500, -100, SHIFT);
  drag (self, 700, 100, SHIFT);
  release (self, 750, 150, SHIFT);
  assert_selected (self, "A C");
  assert_nothing_happened (self);
}

static void
test_band_cancelled (Fixture      *self,
                     gconstpointer unused)
{
  click (self, 0, 300, 0);
  press (self, -100, -100, 0);
  drag (self, 400, 150, 0);
  cancel (self);
  assert_selected (self, "D");
}

static void
test_move (Fixture      *self,
           gconstpointer unused)
{
  press (self, 0, 0, 0);
  g_assert_null (netz_tool_get_lifted (self->tool));
  drag (self, 3, 0, 0);
  g_assert_null (netz_tool_get_lifted (self->tool));
  drag (self, 40, 20, 0);
  g_assert_true (g_hash_table_contains (netz_tool_get_lifted (self->tool), "A"));
  assert_nothing_happened (self);
  g_assert_cmpint (release (self, 50, 25, 0), ==, NETZ_TOOL_COMMIT);

  netz_assert_network (self->network,
                       "A:library@50,25 B:school@300,0 C:school@600,10 D:museum@0,300 A-B");
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 1);
  netz_edit_unref (netz_history_undo (self->history));
  netz_assert_network (self->network, LINE);
}

static void
test_move_several (Fixture      *self,
                   gconstpointer unused)
{
  click (self, 0, 0, 0);
  click (self, 600, 10, SHIFT);
  press (self, 600, 10, 0);
  drag (self, 600, 60, 0);
  release (self, 600, 60, 0);
  netz_assert_network (self->network,
                       "A:library@0,50 B:school@300,0 C:school@600,60 D:museum@0,300 A-B");
  assert_selected (self, "A C");
}

/* Whether anything was painted at a place, 40 by 40 units around it. */
static gboolean
paints_at (Fixture *self,
           double   x,
           double   y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels = NULL;
  gboolean painted = FALSE;

  cairo_translate (cr, 20 - x, 20 - y);
  netz_tool_paint_overlay (self->tool, &self->context, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < 40 * 40; i++)
    painted |= pixels[i] != 0;
  cairo_surface_destroy (surface);
  return painted;
}

static void
test_move_is_painted (Fixture      *self,
                      gconstpointer unused)
{
  press (self, 0, 0, 0);
  drag (self, -200, -200, 0);
  g_assert_true (paints_at (self, -200, -200));
  g_assert_false (paints_at (self, 0, 0));
  cancel (self);
  g_assert_false (paints_at (self, -200, -200));
}

/* Enough of them that they are moved as a picture. */
static void
test_move_many (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *first = NULL;
  Fixture fixture;

  for (int i = 0; i < 400; i++)
    g_string_append_printf (line, "N%d:school@%d,%d ", i, i % 20 * 60, i / 20 * 60);
  set_up (&fixture, line->str);
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("N%d", i);

      netz_selection_add (fixture.selection, id);
    }

  press (&fixture, 0, 0, 0);
  drag (&fixture, -300, -300, 0);
  g_assert_true (paints_at (&fixture, -300, -300));
  g_assert_false (paints_at (&fixture, 1140, 1140));
  drag (&fixture, -100, -300, 0);
  g_assert_false (paints_at (&fixture, -300, -300));
  release (&fixture, 10, 20, 0);
  g_assert_cmpuint (netz_history_get_n_undo (fixture.history), ==, 1);
  g_assert_cmpfloat (netz_network_get_institution (fixture.network, "N399")->x, ==, 1150);
  tear_down (&fixture, NULL);
}

static void
test_move_cancelled (Fixture      *self,
                     gconstpointer unused)
{
  press (self, 0, 0, 0);
  drag (self, 70, 70, 0);
  cancel (self);
  g_assert_null (netz_tool_get_lifted (self->tool));
  assert_nothing_happened (self);
  netz_assert_network (self->network, LINE);
}

static void
test_move_and_back (Fixture      *self,
                    gconstpointer unused)
{
  press (self, 0, 0, 0);
  drag (self, 70, 70, 0);
  g_assert_cmpint (release (self, 0, 0, 0), ==, NETZ_TOOL_DONE);
  assert_nothing_happened (self);
}

static void
test_snap (Fixture      *self,
           gconstpointer unused)
{
  self->context.snap = TRUE;

  press (self, 0, 0, 0);
  drag (self, 296, 100, 0);
  release (self, 296, 100, 0);
  netz_assert_network (self->network,
                       "A:library@300,100 B:school@300,0 C:school@600,10 D:museum@0,300 A-B");

  press (self, 300, 100, 0);
  drag (self, 304, 150, CONTROL);
  release (self, 304, 150, CONTROL);
  netz_assert_network (self->network,
                       "A:library@304,150 B:school@300,0 C:school@600,10 D:museum@0,300 A-B");

  press (self, 304, 150, 0);
  drag (self, 320, 295, 0);
  release (self, 320, 295, 0);
  netz_assert_network (self->network,
                       "A:library@320,300 B:school@300,0 C:school@600,10 D:museum@0,300 A-B");
}

static void
test_frame_takes_members (Fixture      *self,
                          gconstpointer unused)
{
  g_autofree char *frame = add_frame (self);

  press (self, -60, 200, 0);
  assert_selected (self, frame);
  drag (self, -60, 260, 0);
  g_assert_true (g_hash_table_contains (netz_tool_get_lifted (self->tool), "D"));
  release (self, -60, 300, 0);
  netz_assert_network (self->network,
                       "A:library@0,0 B:school@300,0 C:school@600,10 D:museum@0,400 A-B");
}

static void
test_join_and_leave_frame (Fixture      *self,
                           gconstpointer unused)
{
  g_autofree char *frame = add_frame (self);

  press (self, 0, 300, 0);
  drag (self, 300, 300, 0);
  release (self, 300, 300, 0);
  g_assert_null (netz_network_get_institution (self->network, "D")->frame);

  press (self, 0, 0, 0);
  drag (self, 0, 300, 0);
  release (self, 0, 300, 0);
  g_assert_cmpstr (netz_network_get_institution (self->network, "A")->frame, ==, frame);

  netz_edit_unref (netz_history_undo (self->history));
  g_assert_null (netz_network_get_institution (self->network, "A")->frame);
}

static void
test_resize_frame (Fixture      *self,
                   gconstpointer unused)
{
  g_autofree char *frame = add_frame (self);
  NetzFrame *record = NULL;

  press (self, 100, 400, 0);
  drag (self, 120, 430, 0);
  g_assert_cmpint (release (self, 150, 450, 0), ==, NETZ_TOOL_COMMIT);
  record = NETZ_FRAME (netz_network_get (self->network, NETZ_TABLE_FRAME, frame));
  g_assert_cmpfloat (record->x, ==, -100);
  g_assert_cmpfloat (record->width, ==, 250);
  g_assert_cmpfloat (record->height, ==, 250);

  /* Over the opposite corner it stops, and nobody is left inside. */
  press (self, 150, 450, 0);
  drag (self, -500, -500, 0);
  release (self, -500, -500, 0);
  record = NETZ_FRAME (netz_network_get (self->network, NETZ_TABLE_FRAME, frame));
  g_assert_cmpfloat (record->x, ==, -100);
  g_assert_cmpfloat (record->width, >, 0);
  g_assert_null (netz_network_get_institution (self->network, "D")->frame);
}

static void
test_resize_cancelled (Fixture      *self,
                       gconstpointer unused)
{
  g_autofree char *frame = add_frame (self);

  press (self, 100, 400, 0);
  drag (self, 120, 430, 0);
  cancel (self);
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 1);
}

/* On the rim of A, between its shape and the ring around it. */
#define RIM NETZ_NODE_RADIUS

static void
test_connect (Fixture      *self,
              gconstpointer unused)
{
  g_assert_cmpint (press (self, RIM, 0, 0), ==, NETZ_TOOL_NEXT);
  drag (self, 200, 200, 0);
  drag (self, 5, 300, 0);
  assert_nothing_happened (self);
  g_assert_cmpint (release (self, 5, 300, 0), ==, NETZ_TOOL_COMMIT);
  netz_assert_network (self->network,
                       "A:library@0,0 B:school@300,0 C:school@600,10 D:museum@0,300 A-B A-D::established");
  g_assert_cmpstr (self->outcome.id, !=, NULL);
}

static void
test_connect_by_programme (Fixture      *self,
                           gconstpointer unused)
{
  press (self, RIM, 0, 0);
  drag (self, 600, 10, 0);
  release (self, 600, 10, 0);
  netz_assert_network (self->network, "A:library@0,0 B:school@300,0 C:school@600,10 A-B:p:idea A-C:p:established");
}

static void
test_connect_to_new (Fixture      *self,
                     gconstpointer unused)
{
  press (self, RIM, 0, 0);
  drag (self, 150, 200, 0);
  g_assert_cmpint (release (self, 150, 200, 0), ==, NETZ_TOOL_ASK_NAME);
  g_assert_cmpstr (self->outcome.id, ==, "A");
  g_assert_cmpfloat (self->outcome.point.x, ==, 150);
  g_assert_cmpfloat (self->outcome.point.y, ==, 200);
  assert_nothing_happened (self);
}

static void
test_connect_cancelled (Fixture      *self,
                        gconstpointer unused)
{
  press (self, RIM, 0, 0);
  drag (self, 0, 300, 0);
  cancel (self);
  g_assert_cmpint (release (self, 0, 300, 0), ==, NETZ_TOOL_DONE);
  assert_nothing_happened (self);
}

static void
test_connect_to_itself (Fixture      *self,
                        gconstpointer unused)
{
  press (self, RIM, 0, 0);
  drag (self, 100, 100, 0);
  drag (self, 0, 0, 0);
  g_assert_cmpint (release (self, 0, 0, 0), ==, NETZ_TOOL_DONE);
  g_assert_null (self->outcome.message);
  assert_nothing_happened (self);
}

static void
test_click_on_rim (Fixture      *self,
                   gconstpointer unused)
{
  click (self, RIM, 0, 0);
  assert_selected (self, "A");
  assert_nothing_happened (self);
}

static void
test_connect_tool (Fixture      *self,
                   gconstpointer unused)
{
  g_clear_object (&self->tool);
  self->tool = netz_tool_connect_new ();

  press (self, 300, 0, 0);
  drag (self, 600, 10, 0);
  release (self, 600, 10, 0);
  netz_assert_network (self->network,
                       "A:library@0,0 B:school@300,0 C:school@600,10 D:museum@0,300 A-B B-C::established");
}

static void
test_draw_frame (Fixture      *self,
                 gconstpointer unused)
{
  NetzFrame *frame = NULL;

  g_clear_object (&self->tool);
  self->tool = netz_tool_draw_new (NETZ_TABLE_FRAME);

  press (self, 100, 100, 0);
  drag (self, 0, 0, 0);
  g_assert_cmpint (release (self, -150, -150, 0), ==, NETZ_TOOL_EDIT);
  frame = NETZ_FRAME (netz_network_get (self->network, NETZ_TABLE_FRAME, self->outcome.id));
  g_assert_cmpfloat (frame->x, ==, -150);
  g_assert_cmpfloat (frame->width, ==, 250);
  g_assert_cmpstr (netz_network_get_institution (self->network, "A")->frame, ==, self->outcome.id);
  g_assert_null (netz_network_get_institution (self->network, "B")->frame);
}

static void
test_draw_note (Fixture      *self,
                gconstpointer unused)
{
  NetzNote *note = NULL;

  g_clear_object (&self->tool);
  self->tool = netz_tool_draw_new (NETZ_TABLE_NOTE);

  press (self, 400, 400, 0);
  g_assert_cmpint (release (self, 400, 400, 0), ==, NETZ_TOOL_EDIT);
  note = NETZ_NOTE (netz_network_get (self->network, NETZ_TABLE_NOTE, self->outcome.id));
  g_assert_cmpfloat (note->x, ==, 400);
  g_assert_cmpfloat (note->width, >, 40);
}

static void
test_draw_cancelled (Fixture      *self,
                     gconstpointer unused)
{
  g_clear_object (&self->tool);
  self->tool = netz_tool_draw_new (NETZ_TABLE_FRAME);

  press (self, 100, 100, 0);
  drag (self, 300, 300, 0);
  cancel (self);
  assert_nothing_happened (self);
}

static void
test_pan (Fixture      *self,
          gconstpointer unused)
{
  g_clear_object (&self->tool);
  self->tool = netz_tool_pan_new ();

  press (self, 0, 0, 0);
  g_assert_cmpint (drag (self, 30, -10, 0), ==, NETZ_TOOL_SCROLL);
  g_assert_cmpfloat (self->outcome.point.x, ==, -30);
  g_assert_cmpfloat (self->outcome.point.y, ==, 10);
  drag (self, 31, -10, 0);
  g_assert_cmpfloat (self->outcome.point.x, ==, -1);
  g_assert_cmpint (release (self, 31, -10, 0), ==, NETZ_TOOL_DONE);
  assert_selected (self, "");
  assert_nothing_happened (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/tools/" path, Fixture, LINE, set_up, func, tear_down)
  ADD ("select/click", test_click);
  ADD ("select/click-one-of-many", test_click_one_of_many);
  ADD ("select/click-partnership", test_click_partnership);
  ADD ("select/neighbours", test_neighbours);
  ADD ("select/band", test_band);
  ADD ("select/band-cancelled", test_band_cancelled);
  ADD ("move/one", test_move);
  ADD ("move/several", test_move_several);
  ADD ("move/is-painted", test_move_is_painted);
  ADD ("move/cancelled", test_move_cancelled);
  ADD ("move/and-back", test_move_and_back);
  ADD ("move/snap", test_snap);
  ADD ("move/frame-takes-members", test_frame_takes_members);
  ADD ("move/join-and-leave-frame", test_join_and_leave_frame);
  ADD ("resize/frame", test_resize_frame);
  ADD ("resize/cancelled", test_resize_cancelled);
  ADD ("connect/two", test_connect);
  ADD ("connect/to-new", test_connect_to_new);
  ADD ("connect/cancelled", test_connect_cancelled);
  ADD ("connect/to-itself", test_connect_to_itself);
  ADD ("connect/click-on-rim", test_click_on_rim);
  ADD ("connect/tool", test_connect_tool);
  ADD ("draw/frame", test_draw_frame);
  ADD ("draw/note", test_draw_note);
  ADD ("draw/cancelled", test_draw_cancelled);
  ADD ("pan", test_pan);
#undef ADD
  g_test_add_func ("/tools/move/many", test_move_many);
  g_test_add ("/tools/connect/by-programme", Fixture, "A:library@0,0 B:school@300,0 C:school@600,10 A-B:p:idea",
              set_up, test_connect_by_programme, tear_down);

  return g_test_run ();
}
