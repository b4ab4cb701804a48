/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-tool-move.h"

#include "canvas/netz-snap.h"
#include "model/netz-operations.h"
#include "scene/netz-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far a line pulls, logical pixels. */
#define PULL 6.0

/* So many items are painted once and moved as a picture. */
#define MANY 250

struct _NetzToolMove
{
  GObject parent_instance;

  GStrv ids;                /* what the draft moves */
  GHashTable *lifted;       /* that and what it takes along; NULL after the gesture */
  NetzSnap *snap;
  NetzPoint start;
  NetzPoint anchor;         /* the grabbed item's place: this snaps */
  NetzPoint delta;

  cairo_surface_t *picture; /* of many items where they were; NULL until it is needed */
  NetzRect picture_area;
  double picture_zoom;
};

static void tool_iface_init (NetzToolInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzToolMove, netz_tool_move, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NETZ_TYPE_TOOL, tool_iface_init))

static gboolean
get_anchor (NetzNetwork *network,
            const char  *id,
            NetzPoint   *anchor)
{
  NetzRecord *record = netz_network_find (network, id);

  if (record == NULL)
    return FALSE;

  switch (netz_record_get_table (record))
    {
    case NETZ_TABLE_INSTITUTION:
      *anchor = (NetzPoint) { NETZ_INSTITUTION (record)->x, NETZ_INSTITUTION (record)->y };
      return netz_institution_is_placed (NETZ_INSTITUTION (record));

    case NETZ_TABLE_FRAME:
      *anchor = (NetzPoint) { NETZ_FRAME (record)->x, NETZ_FRAME (record)->y };
      return TRUE;

    case NETZ_TABLE_NOTE:
      *anchor = (NetzPoint) { NETZ_NOTE (record)->x, NETZ_NOTE (record)->y };
      return TRUE;

    case NETZ_TABLE_SETTINGS:
    case NETZ_TABLE_KIND:
    case NETZ_TABLE_PROGRAMME:
    case NETZ_TABLE_PARTNERSHIP:
    case NETZ_TABLE_VIEW:
    case NETZ_TABLE_WORKSHOP:
    case NETZ_TABLE_PAPER:
    default:
      return FALSE;
    }
}

static void
lift_members (NetzToolMove *self,
              NetzNetwork  *network,
              NetzTable     table)
{
  NetzNetworkIter iter;
  NetzRecord *record;

  netz_network_iter_init (&iter, network, table);
  while (netz_network_iter_next (&iter, &record))
    {
      const char *frame = table == NETZ_TABLE_NOTE ? NETZ_NOTE (record)->frame : NETZ_INSTITUTION (record)->frame;

      if (frame != NULL && g_hash_table_contains (self->lifted, frame))
        g_hash_table_add (self->lifted, g_strdup (netz_record_get_id (record)));
    }
}

static void
lift (NetzToolMove          *self,
      const NetzToolContext *context)
{
  g_autofree const char **selected = netz_selection_get_ids (context->selection);
  NetzNetwork *network = netz_scene_get_network (context->scene);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean frames = FALSE;

  self->lifted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; selected[i] != NULL; i++)
    {
      NetzPoint unused;

      if (!get_anchor (network, selected[i], &unused))
        continue;
      g_strv_builder_add (ids, selected[i]);
      g_hash_table_add (self->lifted, g_strdup (selected[i]));
      frames |= netz_network_get (network, NETZ_TABLE_FRAME, selected[i]) != NULL;
    }
  self->ids = g_strv_builder_end (ids);

  if (frames)
    {
      lift_members (self, network, NETZ_TABLE_INSTITUTION);
      lift_members (self, network, NETZ_TABLE_NOTE);
    }
}

static void
forget (NetzToolMove *self)
{
  g_clear_pointer (&self->lifted, g_hash_table_unref);
  g_clear_pointer (&self->snap, netz_snap_free);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

static void
netz_tool_move_update (NetzTool              *tool,
                       const NetzToolContext *context,
                       const NetzToolEvent   *event,
                       NetzToolOutcome       *outcome)
{
  NetzToolMove *self = NETZ_TOOL_MOVE (tool);
  NetzPoint at;

  if (self->snap == NULL)
    return;

  at.x = self->anchor.x + event->point.x - self->start.x;
  at.y = self->anchor.y + event->point.y - self->start.y;

  /* Control held: place it freely. */
  if (context->snap && !(event->modifiers & NETZ_TOOL_CONTROL))
    at = netz_snap_apply (self->snap, at, PULL / context->zoom);
  else
    netz_snap_reset (self->snap);

  self->delta = (NetzPoint) { at.x - self->anchor.x, at.y - self->anchor.y };
}

static void
netz_tool_move_end (NetzTool              *tool,
                    const NetzToolContext *context,
                    const NetzToolEvent   *event,
                    NetzToolOutcome       *outcome)
{
  NetzToolMove *self = NETZ_TOOL_MOVE (tool);
  NetzDraft *draft = NULL;

  netz_tool_move_update (tool, context, event, outcome);
  forget (self);
  if (self->ids[0] == NULL || (self->delta.x == 0 && self->delta.y == 0))
    return;

  draft = netz_draft_new (netz_scene_get_network (context->scene), _("Move"));
  netz_move (draft, (const char *const *) self->ids, self->delta.x, self->delta.y);
  netz_settle_in_frames (draft, (const char *const *) self->ids);
  outcome->result = NETZ_TOOL_COMMIT;
  outcome->draft = draft;
}

static void
netz_tool_move_cancel (NetzTool              *tool,
                       const NetzToolContext *context)
{
  forget (NETZ_TOOL_MOVE (tool));
}

/* Half a view more on each side, for what is dragged into sight. */
static void
make_picture (NetzToolMove          *self,
              const NetzToolContext *context)
{
  NetzRect area = netz_rect_grow (&context->visible, MAX (context->visible.width, context->visible.height) / 2);
  cairo_t *cr = NULL;

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture_area = area;
  self->picture_zoom = context->zoom;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (area.width * context->zoom),
                                              (int) ceil (area.height * context->zoom));
  cr = cairo_create (self->picture);
  cairo_scale (cr, context->zoom, context->zoom);
  cairo_translate (cr, -area.x, -area.y);
  netz_painter_paint_items (context->scene, cr, self->lifted, 0, 0, context->zoom, TRUE);
  cairo_destroy (cr);
}

/* Partnerships with what stays follow only when it is dropped: the price of a
 * drag of thousands that does not stutter. */
static void
paint_many (NetzToolMove          *self,
            const NetzToolContext *context,
            cairo_t               *cr)
{
  if (self->picture == NULL || self->picture_zoom != context->zoom)
    make_picture (self, context);

  cairo_save (cr);
  cairo_translate (cr, self->picture_area.x + self->delta.x, self->picture_area.y + self->delta.y);
  cairo_scale (cr, 1 / context->zoom, 1 / context->zoom);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
netz_tool_move_paint_overlay (NetzTool              *tool,
                              const NetzToolContext *context,
                              cairo_t               *cr)
{
  NetzToolMove *self = NETZ_TOOL_MOVE (tool);

  if (self->lifted == NULL)
    return;

  if (g_hash_table_size (self->lifted) > MANY)
    paint_many (self, context, cr);
  else
    netz_painter_paint_items (context->scene, cr, self->lifted, self->delta.x, self->delta.y, context->zoom, TRUE);
  netz_snap_paint (self->snap, cr, &netz_scene_get_style (context->scene)->accent, context->zoom);
}

static GHashTable *
netz_tool_move_get_lifted (NetzTool *tool)
{
  return NETZ_TOOL_MOVE (tool)->lifted;
}

static const char *
netz_tool_move_get_cursor (NetzTool            *tool,
                           const NetzToolEvent *event)
{
  return "grabbing";
}

static const char *
netz_tool_move_get_hint (NetzTool *tool)
{
  return _("Hold Control to place freely. Escape puts it back.");
}

static void
tool_iface_init (NetzToolInterface *iface)
{
  iface->begin = netz_tool_move_update;
  iface->update = netz_tool_move_update;
  iface->end = netz_tool_move_end;
  iface->cancel = netz_tool_move_cancel;
  iface->paint_overlay = netz_tool_move_paint_overlay;
  iface->get_lifted = netz_tool_move_get_lifted;
  iface->get_cursor = netz_tool_move_get_cursor;
  iface->get_hint = netz_tool_move_get_hint;
}

static void
netz_tool_move_finalize (GObject *object)
{
  NetzToolMove *self = NETZ_TOOL_MOVE (object);

  forget (self);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (netz_tool_move_parent_class)->finalize (object);
}

static void
netz_tool_move_class_init (NetzToolMoveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = netz_tool_move_finalize;
}

static void
netz_tool_move_init (NetzToolMove *self)
{
}

/**
 * netz_tool_move_new:
 * @context: what it works on: the selection is what will be moved
 * @grabbed: the item under the pointer, whose place snaps
 * @start: where the pointer was pressed
 *
 * O(institutions) where a frame is among the selected, else O(selected).
 *
 * Returns: (transfer full): the tool, in the middle of its gesture
 */
NetzTool *
netz_tool_move_new (const NetzToolContext *context,
                    const char            *grabbed,
                    NetzPoint              start)
{
  NetzToolMove *self = g_object_new (NETZ_TYPE_TOOL_MOVE, NULL);

  self->start = start;
  self->anchor = start;
  get_anchor (netz_scene_get_network (context->scene), grabbed, &self->anchor);
  lift (self, context);
  self->snap = netz_snap_new (context->scene, &context->visible, self->lifted);
  return NETZ_TOOL (self);
}
