/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-snap.h"

#include <math.h>

/* A line at `value`, made by something that lies at `along` on it. */
typedef struct
{
  double value;
  double along;
} Line;

/* The lines of one direction, and the one that the point sits on now. */
typedef struct
{
  GArray *lines;
  gboolean active;
  Line guide;
  double end;
} Axis;

struct _NetzSnap
{
  Axis x;
  Axis y;
};

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *one = a;
  const Line *other = b;

  return one->value < other->value ? -1 : one->value > other->value;
}

static void
add_line (Axis  *axis,
          double value,
          double along)
{
  Line line = { value, along };

  if (isfinite (value) && isfinite (along))
    g_array_append_val (axis->lines, line);
}

static void
add_rect (NetzSnap *self,
          double    x,
          double    y,
          double    width,
          double    height)
{
  add_line (&self->x, x, y);
  add_line (&self->x, x + width, y);
  add_line (&self->y, y, x);
  add_line (&self->y, y + height, x);
}

static void
add_item (NetzSnap         *self,
          const NetzRecord *record)
{
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      const NetzInstitution *institution = NETZ_INSTITUTION (record);

      add_line (&self->x, institution->x, institution->y);
      add_line (&self->y, institution->y, institution->x);
    }
  else if (netz_record_get_table (record) == NETZ_TABLE_FRAME)
    {
      const NetzFrame *frame = NETZ_FRAME (record);

      add_rect (self, frame->x, frame->y, frame->width, frame->height);
    }
  else if (netz_record_get_table (record) == NETZ_TABLE_NOTE)
    {
      const NetzNote *note = NETZ_NOTE (record);

      add_rect (self, note->x, note->y, note->width, note->height);
    }
}

/* Index of the first line that is not before the value. O(log n). */
static guint
find_line (GArray *lines,
           double  value)
{
  guint low = 0;
  guint high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, Line, middle).value < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of lines that lie equally near the one that is nearest along the line, so
 * that the guide is short. */
static gboolean
find_nearest (GArray *lines,
              double  value,
              double  along,
              double  tolerance,
              Line   *nearest)
{
  double best = tolerance;
  gboolean found = FALSE;

  for (guint i = find_line (lines, value - tolerance); i < lines->len; i++)
    {
      Line line = g_array_index (lines, Line, i);
      double distance = fabs (line.value - value);

      if (line.value > value + tolerance)
        break;
      if (distance < best || (!found && distance <= best)
          || (distance == best && fabs (line.along - along) < fabs (nearest->along - along)))
        {
          best = distance;
          *nearest = line;
          found = TRUE;
        }
    }
  return found;
}

static void
paint_guide (cairo_t *cr,
             double   x1,
             double   y1,
             double   x2,
             double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/**
 * netz_snap_new:
 * @scene: what is drawn
 * @visible: the part in sight: nothing else is snapped to
 * @leave_out: set of ids that are being moved
 *
 * O(n log n) in the number of items in sight.
 *
 * Returns: (transfer full): the lines
 */
NetzSnap *
netz_snap_new (NetzScene      *scene,
               const NetzRect *visible,
               GHashTable     *leave_out)
{
  NetzSnap *self = g_new0 (NetzSnap, 1);
  g_autoptr (GPtrArray) ids = netz_scene_query (scene, visible);
  NetzNetwork *network = netz_scene_get_network (scene);

  self->x.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->y.lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      NetzRecord *record = netz_network_find (network, id);

      if (record != NULL && !g_hash_table_contains (leave_out, id))
        add_item (self, record);
    }

  g_array_sort (self->x.lines, compare_lines);
  g_array_sort (self->y.lines, compare_lines);
  return self;
}

void
netz_snap_free (NetzSnap *self)
{
  g_array_unref (self->x.lines);
  g_array_unref (self->y.lines);
  g_free (self);
}

/**
 * netz_snap_apply:
 * @self: the lines
 * @point: where the thing moved would be
 * @tolerance: how far a line pulls
 *
 * Keeps what it snapped to, for netz_snap_paint(). O(log n) and the lines near by.
 *
 * Returns: where it is instead
 */
NetzPoint
netz_snap_apply (NetzSnap *self,
                 NetzPoint point,
                 double    tolerance)
{
  self->x.active = find_nearest (self->x.lines, point.x, point.y, tolerance, &self->x.guide);
  self->y.active = find_nearest (self->y.lines, point.y, point.x, tolerance, &self->y.guide);

  if (self->x.active)
    point.x = self->x.guide.value;
  if (self->y.active)
    point.y = self->y.guide.value;

  self->x.end = point.y;
  self->y.end = point.x;
  return point;
}

/**
 * netz_snap_reset:
 * @self: the lines
 *
 * Snapped to nothing.
 */
void
netz_snap_reset (NetzSnap *self)
{
  self->x.active = FALSE;
  self->y.active = FALSE;
}

/**
 * netz_snap_paint:
 * @self: the lines
 * @cr: maps scene units to the widget
 * @colour: of the guides
 * @zoom: logical pixels a scene unit
 *
 * Paints the guides that hold now.
 */
void
netz_snap_paint (NetzSnap       *self,
                 cairo_t        *cr,
                 const NetzRgba *colour,
                 double          zoom)
{
  double dash = 4 / zoom;

  cairo_save (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_set_line_width (cr, 1 / zoom);
  cairo_set_dash (cr, &dash, 1, 0);
  if (self->x.active)
    paint_guide (cr, self->x.guide.value, self->x.guide.along, self->x.guide.value, self->x.end);
  if (self->y.active)
    paint_guide (cr, self->y.guide.along, self->y.guide.value, self->y.end, self->y.guide.value);
  cairo_restore (cr);
}
