/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget on a virtual screen: what is typed on it becomes drafts, and it follows what happens to the network. */
#include "canvas/netz-canvas.h"
#include "canvas/netz-overview.h"
#include "canvas/netz-tool-draw.h"
#include "canvas/netz-viewport.h"
#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "support/netz-test-network.h"

#define LINE "A:library@0,0 B:school@300,0 C:school@600,10 A-B"

typedef struct
{
  NetzNetwork *network;
  NetzHistory *history;
  NetzScene *scene;
  NetzSelection *selection;
  NetzCanvas *canvas;
  gboolean refuse;
  guint n_views;
} Fixture;

/* One for all tests. */
static GtkWidget *window;

static void
on_commit (Fixture   *self,
           NetzDraft *draft)
{
  if (!self->refuse)
    netz_history_commit (self->history, draft);
}

static const char *
guess (NetzNetwork *network,
       const char  *name,
       gpointer     data)
{
  return g_str_has_prefix (name, "Schule") ? "school" : NULL;
}

static void
count_views (Fixture *self)
{
  self->n_views++;
}

static gboolean
wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until the canvas has its size. Window managers lose a window now and then
 * that comes while they are busy with another: then it is shown once more. */
static void
settle (Fixture *self)
{
  guint source = g_timeout_add (20, wake_up, NULL);

  for (guint round = 1; gtk_widget_get_width (GTK_WIDGET (self->canvas)) == 0; round++)
    {
      g_main_context_iteration (NULL, TRUE);
      if (round % 200 == 0)
        {
          gtk_widget_set_visible (window, FALSE);
          gtk_widget_set_visible (window, TRUE);
        }
    }
  g_source_remove (source);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture      *self,
        gconstpointer line)
{
  *self = (Fixture) { 0 };
  self->network = netz_test_network_new (line);
  self->history = netz_history_new (self->network);
  self->scene = netz_scene_new (self->network, NETZ_STYLE_LIGHT);
  self->selection = netz_selection_new ();
  self->canvas = g_object_ref_sink (NETZ_CANVAS (netz_canvas_new ()));
  g_signal_connect_swapped (self->canvas, "commit", G_CALLBACK (on_commit), self);
  g_signal_connect_swapped (self->canvas, "view-changed", G_CALLBACK (count_views), self);
  netz_canvas_set_guess_func (self->canvas, guess, NULL, NULL);
  netz_canvas_set_document (self->canvas, self->scene, self->selection);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->canvas));
  gtk_window_present (GTK_WINDOW (window));
  settle (self);
}

/* The window may hold on to the canvas until the next frame. */
static void
assert_freed (gpointer *object)
{
  guint source = g_timeout_add (20, wake_up, NULL);

  g_object_add_weak_pointer (G_OBJECT (*object), object);
  g_object_unref (*object);
  for (guint round = 0; *object != NULL && round < 200; round++)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_null (*object);
}

/* Everything goes: nothing keeps the canvas, and the canvas keeps nothing. */
static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_freed ((gpointer *) &self->canvas);
  assert_freed ((gpointer *) &self->selection);
  assert_freed ((gpointer *) &self->scene);
  assert_freed ((gpointer *) &self->history);
  assert_freed ((gpointer *) &self->network);
}

/* The first text field below a widget. */
static GtkWidget *
find_text (GtkWidget *widget)
{
  if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    return widget;
  for (widget = gtk_widget_get_first_child (widget); widget != NULL; widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *found = find_text (widget);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (Fixture    *self,
      const char *text)
{
  GtkWidget *field = find_text (GTK_WIDGET (self->canvas));

  g_assert_nonnull (field);
  g_assert_true (netz_canvas_is_editing (self->canvas));
  if (GTK_IS_EDITABLE (field))
    gtk_editable_set_text (GTK_EDITABLE (field), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
}

static NetzInstitution *
find_named (Fixture    *self,
            const char *name)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, self->network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (g_strcmp0 (institution->name, name) == 0)
      return institution;
  return NULL;
}

static void
test_fits_at_first (Fixture      *self,
                    gconstpointer unused)
{
  NetzRect visible = netz_canvas_get_visible (self->canvas);

  g_assert_true (netz_rect_contains_point (&visible, 0, 0));
  g_assert_true (netz_rect_contains_point (&visible, 600, 10));
  g_assert_cmpfloat (netz_canvas_get_zoom (self->canvas), >, 0.5);
}

static void
test_zoom (Fixture      *self,
           gconstpointer unused)
{
  double zoom = 0;
  guint before = self->n_views;

  netz_canvas_zoom_to (self->canvas, 1);
  netz_canvas_zoom_in (self->canvas);
  g_object_get (self->canvas, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1.25);
  g_assert_cmpuint (self->n_views, >, before);
  for (int i = 0; i < 50; i++)
    netz_canvas_zoom_out (self->canvas);
  g_assert_cmpfloat (netz_canvas_get_zoom (self->canvas), ==, NETZ_VIEWPORT_MIN_ZOOM);
  settle (self);
}

static void
test_scroll_to_ids (Fixture      *self,
                    gconstpointer unused)
{
  const char *const ids[] = { "C", NULL };
  NetzRect visible;

  netz_canvas_zoom_to (self->canvas, 8);
  netz_canvas_centre_on (self->canvas, -5000, -5000);
  netz_canvas_scroll_to_ids (self->canvas, ids);
  visible = netz_canvas_get_visible (self->canvas);
  g_assert_true (netz_rect_contains_point (&visible, 600, 10));
}

static void
test_add (Fixture      *self,
          gconstpointer unused)
{
  NetzInstitution *institution = NULL;

  netz_canvas_add_institution (self->canvas, NULL);
  type (self, "  Schule am Park ");
  netz_canvas_close_entry (self->canvas, TRUE);

  g_assert_false (netz_canvas_is_editing (self->canvas));
  institution = find_named (self, "Schule am Park");
  g_assert_nonnull (institution);
  g_assert_cmpstr (institution->kind, ==, "school");
  g_assert_true (netz_institution_is_placed (institution));
  g_assert_cmpstr (netz_selection_get_single (self->selection), ==, netz_record_get_id (NETZ_RECORD (institution)));
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 1);
}

static void
test_add_nothing (Fixture      *self,
                  gconstpointer unused)
{
  netz_canvas_add_institution (self->canvas, NULL);
  type (self, "Schule");
  netz_canvas_close_entry (self->canvas, FALSE);
  netz_canvas_add_institution (self->canvas, NULL);
  type (self, "   ");
  netz_canvas_close_entry (self->canvas, TRUE);
  netz_assert_network (self->network, LINE);
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 0);
}

static void
test_add_of_kind (Fixture      *self,
                  gconstpointer unused)
{
  netz_canvas_add_of_kind (self->canvas, "library");
  type (self, "Schule am Park");
  netz_canvas_close_entry (self->canvas, TRUE);
  g_assert_cmpstr (find_named (self, "Schule am Park")->kind, ==, "library");
}

static void
test_add_partner (Fixture      *self,
                  gconstpointer unused)
{
  g_assert_true (netz_canvas_connect_from (self->canvas, "A"));
  type (self, "Schule Neu");
  netz_canvas_close_entry (self->canvas, TRUE);
  g_assert_cmpuint (netz_network_get_incident (self->network, "A")->len, ==, 2);
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 1);
  netz_edit_unref (netz_history_undo (self->history));
  netz_assert_network (self->network, LINE);
}

static void
test_take_existing (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, "Rename");

  netz_rename (draft, "C", "Gesamtschule Höhenhaus");
  netz_history_commit (self->history, draft);

  netz_canvas_connect_from (self->canvas, "A");
  type (self, "gesamtschule hoehenhaus");
  netz_canvas_close_entry (self->canvas, TRUE);
  g_assert_cmpuint (netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION), ==, 3);
  g_assert_cmpuint (netz_network_get_incident (self->network, "C")->len, ==, 1);
  g_assert_cmpstr (netz_selection_get_single (self->selection), ==, "C");
}

static void
test_rename (Fixture      *self,
             gconstpointer unused)
{
  g_assert_true (netz_canvas_rename (self->canvas, "B"));
  type (self, "Neu");
  netz_canvas_close_entry (self->canvas, TRUE);
  netz_assert_network (self->network, "A:library@0,0 C:school@600,10 Neu:school@300,0 A-Neu");

  netz_canvas_rename (self->canvas, "B");
  type (self, "Neu");
  netz_canvas_close_entry (self->canvas, TRUE);
  netz_canvas_rename (self->canvas, "B");
  type (self, "");
  netz_canvas_close_entry (self->canvas, TRUE);
  g_assert_cmpuint (netz_history_get_n_undo (self->history), ==, 1);
  g_assert_false (netz_canvas_rename (self->canvas, "A-B"));
  g_assert_false (netz_canvas_rename (self->canvas, "gone"));
}

static void
test_write_note (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, "Note");
  g_autofree char *id = g_strdup (netz_add_note (draft, "", 50, 50));

  netz_history_commit (self->history, draft);
  g_assert_true (netz_canvas_rename (self->canvas, id));
  type (self, "Eins\nZwei");
  netz_canvas_close_entry (self->canvas, TRUE);
  g_assert_cmpstr (NETZ_NOTE (netz_network_find (self->network, id))->text, ==, "Eins\nZwei");
}

static void
test_refused (Fixture      *self,
              gconstpointer unused)
{
  self->refuse = TRUE;
  netz_canvas_add_institution (self->canvas, NULL);
  type (self, "Schule");
  netz_canvas_close_entry (self->canvas, TRUE);
  netz_assert_network (self->network, LINE);
  g_assert_cmpuint (netz_selection_get_size (self->selection), ==, 0);
}

static void
test_deleted (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (self->network, "Delete");
  const char *const ids[] = { "B", NULL };

  netz_selection_set (self->selection, ids);
  g_assert_cmpstr (netz_canvas_get_focus_item (self->canvas), ==, "B");
  netz_canvas_rename (self->canvas, "B");
  netz_delete (draft, ids);
  netz_history_commit (self->history, draft);
  g_assert_cmpuint (netz_selection_get_size (self->selection), ==, 0);
  g_assert_null (netz_canvas_get_focus_item (self->canvas));
  g_assert_false (netz_canvas_is_editing (self->canvas));
  settle (self);
}

static void
test_tool_and_hint (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (NetzTool) tool = netz_tool_draw_new (NETZ_TABLE_FRAME);
  NetzTool *home = netz_canvas_get_tool (self->canvas);
  g_autofree char *before = g_strdup (netz_canvas_get_hint (self->canvas));

  netz_canvas_set_tool (self->canvas, tool);
  g_assert_true (netz_canvas_get_tool (self->canvas) == tool);
  g_assert_cmpstr (netz_canvas_get_hint (self->canvas), !=, before);
  netz_canvas_set_tool (self->canvas, NULL);
  g_assert_true (netz_canvas_get_tool (self->canvas) == home);
}

static void
test_select_all (Fixture      *self,
                 gconstpointer unused)
{
  netz_canvas_select_all (self->canvas);
  g_assert_cmpuint (netz_selection_get_size (self->selection), ==, 3);
  g_assert_false (netz_selection_contains (self->selection, "A-B"));
}

static void
test_other_document (Fixture      *self,
                     gconstpointer unused)
{
  netz_canvas_rename (self->canvas, "A");
  netz_canvas_set_document (self->canvas, NULL, NULL);
  g_assert_null (netz_canvas_get_scene (self->canvas));
  g_assert_false (netz_canvas_is_editing (self->canvas));
  netz_canvas_zoom_in (self->canvas);
  netz_canvas_fit (self->canvas);
  netz_canvas_select_all (self->canvas);
  settle (self);
  netz_canvas_set_document (self->canvas, self->scene, self->selection);
  settle (self);
}

static void
test_overview (Fixture      *self,
               gconstpointer unused)
{
  GtkWidget *overview = netz_overview_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->canvas));
  gtk_box_append (GTK_BOX (box), overview);
  netz_overview_set_canvas (NETZ_OVERVIEW (overview), self->canvas);
  settle (self);
  netz_canvas_zoom_to (self->canvas, 3);
  netz_canvas_centre_on (self->canvas, 400, 0);
  settle (self);
  gtk_box_remove (GTK_BOX (box), GTK_WIDGET (self->canvas));
}

static void
test_far_away (Fixture      *self,
               gconstpointer unused)
{
  NetzRect visible;

  netz_canvas_fit (self->canvas);
  settle (self);
  visible = netz_canvas_get_visible (self->canvas);
  g_assert_cmpfloat (visible.width, >, 0);
  netz_canvas_zoom_to (self->canvas, 1);
  netz_canvas_centre_on (self->canvas, 1e300, -1e300);
  settle (self);
  visible = netz_canvas_get_visible (self->canvas);
  g_assert_cmpfloat (visible.x, <=, NETZ_VIEWPORT_LIMIT);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);

#define ADD(path, func) g_test_add ("/canvas/" path, Fixture, LINE, set_up, func, tear_down)
  ADD ("fits-at-first", test_fits_at_first);
  ADD ("zoom", test_zoom);
  ADD ("scroll-to-ids", test_scroll_to_ids);
  ADD ("add", test_add);
  ADD ("add-nothing", test_add_nothing);
  ADD ("add-of-kind", test_add_of_kind);
  ADD ("add-partner", test_add_partner);
  ADD ("take-existing", test_take_existing);
  ADD ("rename", test_rename);
  ADD ("write-note", test_write_note);
  ADD ("refused", test_refused);
  ADD ("deleted", test_deleted);
  ADD ("tool-and-hint", test_tool_and_hint);
  ADD ("select-all", test_select_all);
  ADD ("other-document", test_other_document);
  ADD ("overview", test_overview);
#undef ADD
  g_test_add ("/canvas/far-away", Fixture, "A:library@1e300,-1e300 B:school@0,0 C:school@1e9,0 A-B B-C",
              set_up, test_far_away, tear_down);
  g_test_add ("/canvas/nothing", Fixture, "", set_up, test_far_away, tear_down);

  result = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (window));
  return result;
}
