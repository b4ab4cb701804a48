/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-backing.h"

#include <math.h>

/* Tiles around what is in sight that are painted ahead, and that are kept. */
#define AHEAD 1
#define KEEP 3

/* How many tiles the mean of their cost looks back. */
#define MEAN_OF 8

typedef struct
{
  int column;
  int row;
} Place;

typedef struct
{
  Place place;
  cairo_surface_t *surface;
  GskRenderNode *node;
  gboolean stale;
} Tile;

/* Tiles of one zoom. Place (0, 0) has the scene's origin in its corner. */
typedef struct
{
  GHashTable *tiles;        /* Place of a tile -> Tile */
  double zoom;              /* logical pixels a scene unit */
  gboolean was_whole;       /* everything in sight has been painted at some time */
} Level;

/* Inclusive. */
typedef struct
{
  int first_column;
  int last_column;
  int first_row;
  int last_row;
} Range;

struct _NetzBacking
{
  NetzBackingPaint paint;
  gpointer user_data;

  NetzViewport view;
  int scale_factor;
  Level now;
  Level before;             /* shown scaled beneath, until `now` is whole; tiles NULL where there is none */
  guint n_painted;
  double cost;              /* of a tile, microseconds: a running mean */
};

static guint
hash_place (gconstpointer data)
{
  const Place *place = data;

  return (guint) place->column * 7919u ^ (guint) place->row;
}

static gboolean
equal_places (gconstpointer a,
              gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  return one->column == other->column && one->row == other->row;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  g_free (tile);
}

static void
clear_level (Level *level)
{
  g_clear_pointer (&level->tiles, g_hash_table_unref);
}

static void
begin_level (NetzBacking *self,
             double       zoom)
{
  self->now.tiles = g_hash_table_new_full (hash_place, equal_places, NULL, free_tile);
  self->now.zoom = zoom;
  self->now.was_whole = FALSE;
}

/* Side of a tile in scene units. */
static double
get_side (NetzBacking *self,
          const Level *level)
{
  return NETZ_BACKING_TILE / (level->zoom * self->scale_factor);
}

static NetzRect
get_area (NetzBacking *self,
          const Level *level,
          Place        place)
{
  double side = get_side (self, level);

  return (NetzRect) { place.column * side, place.row * side, side, side };
}

/* The tiles in sight and so many more on each side. */
static Range
get_range (NetzBacking *self,
           int          more)
{
  NetzPoint origin = netz_viewport_get_origin (&self->view, self->scale_factor);
  double side = (double) NETZ_BACKING_TILE / self->scale_factor;

  return (Range) {
    (int) floor (origin.x / side) - more,
    (int) ceil ((origin.x + self->view.width) / side) - 1 + more,
    (int) floor (origin.y / side) - more,
    (int) ceil ((origin.y + self->view.height) / side) - 1 + more,
  };
}

static gboolean
contains (const Range *range,
          Place        place)
{
  return place.column >= range->first_column && place.column <= range->last_column
         && place.row >= range->first_row && place.row <= range->last_row;
}

/* A new surface each time: GTK still shows the one before, and painting into
 * that would copy it. */
static void
paint_tile (NetzBacking *self,
            Tile        *tile)
{
  NetzRect area = get_area (self, &self->now, tile->place);
  double scale = self->now.zoom * self->scale_factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, NETZ_BACKING_TILE, NETZ_BACKING_TILE);
  cairo_t *cr = cairo_create (surface);
  gint64 begin = g_get_monotonic_time ();

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area.x, -area.y);
  self->paint (cr, &area, self->now.zoom, self->user_data);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, self->scale_factor, self->scale_factor);

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->surface, cairo_surface_destroy);
  tile->surface = surface;
  tile->stale = FALSE;
  self->n_painted++;
  self->cost += ((double) (g_get_monotonic_time () - begin) - self->cost) / MEAN_OF;
}

/* The same node as long as the tile is not painted again. */
static GskRenderNode *
get_node (NetzBacking *self,
          Tile        *tile)
{
  float size = (float) NETZ_BACKING_TILE / (float) self->scale_factor;
  cairo_t *cr = NULL;

  if (tile->node != NULL)
    return tile->node;

  tile->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, size, size));
  cr = gsk_cairo_node_get_draw_context (tile->node);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  return tile->node;
}

/* What to paint next in the range: what was damaged first, as it shows
 * something wrong, then what is missing, from the middle outwards. */
static gboolean
find_work (NetzBacking *self,
           const Range *range,
           Place       *next)
{
  double middle_column = (range->first_column + range->last_column) / 2.0;
  double middle_row = (range->first_row + range->last_row) / 2.0;
  double best = INFINITY;

  for (int row = range->first_row; row <= range->last_row; row++)
    for (int column = range->first_column; column <= range->last_column; column++)
      {
        Place place = { column, row };
        const Tile *tile = g_hash_table_lookup (self->now.tiles, &place);
        double far = hypot (column - middle_column, row - middle_row);

        if (tile != NULL && !tile->stale)
          continue;
        if (tile != NULL)
          far -= 1e6;
        if (far < best)
          {
            best = far;
            *next = place;
          }
      }
  return best < INFINITY;
}

static void
paint_place (NetzBacking *self,
             Place        place)
{
  Tile *tile = g_hash_table_lookup (self->now.tiles, &place);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->place = place;
      g_hash_table_insert (self->now.tiles, &tile->place, tile);
    }
  paint_tile (self, tile);
}

static gboolean
is_far (gpointer key,
        gpointer value,
        gpointer data)
{
  return !contains (data, *(const Place *) key);
}

/* Shows the tiles of another zoom scaled, edges on whole pixels so that no
 * seams are seen between them. */
static void
snapshot_before (NetzBacking *self,
                 GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width,
                                                                (float) self->view.height));
  GHashTableIter iter;
  Tile *tile;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  g_hash_table_iter_init (&iter, self->before.tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      NetzRect area = get_area (self, &self->before, tile->place);
      NetzRect rect = netz_viewport_rect_to_widget (&self->view, &area);
      double left = floor (rect.x);
      double top = floor (rect.y);
      double wide = ceil (rect.x + rect.width) - left;
      double high = ceil (rect.y + rect.height) - top;
      double size = (double) NETZ_BACKING_TILE / self->scale_factor;

      if (left > self->view.width || top > self->view.height || left + wide < 0 || top + high < 0)
        continue;

      cairo_save (cr);
      cairo_translate (cr, left, top);
      cairo_scale (cr, wide / size, high / size);
      cairo_rectangle (cr, 0, 0, size, size);
      cairo_set_source_surface (cr, tile->surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

/**
 * netz_backing_new:
 * @paint: paints a part of the scene
 * @user_data: for @paint, must live as long as the backing
 *
 * Returns: (transfer full): a kept picture with nothing in it
 */
NetzBacking *
netz_backing_new (NetzBackingPaint paint,
                  gpointer         user_data)
{
  NetzBacking *self = g_new0 (NetzBacking, 1);

  self->paint = paint;
  self->user_data = user_data;
  self->scale_factor = 1;
  netz_viewport_init (&self->view);
  begin_level (self, 1);
  return self;
}

void
netz_backing_free (NetzBacking *self)
{
  clear_level (&self->now);
  clear_level (&self->before);
  g_free (self);
}

/**
 * netz_backing_set_view:
 * @self: the kept picture
 * @view: what is in sight now
 * @scale_factor: device pixels a logical pixel
 *
 * A scrolled view keeps every tile near by; another zoom begins anew and keeps
 * the last whole picture to show meanwhile.
 */
void
netz_backing_set_view (NetzBacking        *self,
                       const NetzViewport *view,
                       int                 scale_factor)
{
  Range near;

  if (scale_factor != self->scale_factor)
    {
      clear_level (&self->before);
      clear_level (&self->now);
      self->scale_factor = scale_factor;
      begin_level (self, view->zoom);
    }
  else if (view->zoom != self->now.zoom)
    {
      if (self->now.was_whole || self->before.tiles == NULL)
        {
          clear_level (&self->before);
          self->before = self->now;
          self->now.tiles = NULL;
        }
      clear_level (&self->now);
      begin_level (self, view->zoom);
    }

  self->view = *view;
  near = get_range (self, KEEP);
  g_hash_table_foreach_remove (self->now.tiles, is_far, &near);
}

/**
 * netz_backing_damage:
 * @self: the kept picture
 * @rect: (nullable): what looks different now; %NULL for all
 *
 * The tiles that show some of it are stale: shown until they are repainted.
 * O(tiles kept).
 */
void
netz_backing_damage (NetzBacking    *self,
                     const NetzRect *rect)
{
  GHashTableIter iter;
  Tile *tile;

  g_hash_table_iter_init (&iter, self->now.tiles);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &tile))
    {
      NetzRect area = get_area (self, &self->now, tile->place);

      if (rect == NULL || netz_rect_intersects (&area, rect))
        tile->stale = TRUE;
    }
}

/**
 * netz_backing_work:
 * @self: the kept picture
 * @deadline: monotonic time at which to stop
 * @ahead: whether to go on with what is just out of sight
 *
 * Paints what is stale or missing, at least one tile if there is any, until
 * the deadline has passed.
 *
 * Returns: whether work is left
 */
gboolean
netz_backing_work (NetzBacking *self,
                   gint64       deadline,
                   gboolean     ahead)
{
  Range sight = get_range (self, 0);
  Range around = get_range (self, AHEAD);
  Place place;

  if (self->view.width <= 0 || self->view.height <= 0)
    return FALSE;

  while (find_work (self, &sight, &place))
    {
      paint_place (self, place);
      if (g_get_monotonic_time () >= deadline)
        return find_work (self, &sight, &place) || (ahead && find_work (self, &around, &place));
    }

  self->now.was_whole = TRUE;
  clear_level (&self->before);

  while (ahead && find_work (self, &around, &place))
    {
      paint_place (self, place);
      if (g_get_monotonic_time () >= deadline)
        return find_work (self, &around, &place);
    }
  return FALSE;
}

/**
 * netz_backing_estimate:
 * @self: the kept picture
 *
 * Returns: how long all that is in sight will take to paint, judged by what
 *   the last tiles took; microseconds
 */
gint64
netz_backing_estimate (NetzBacking *self)
{
  Range sight = get_range (self, 0);
  int n = (sight.last_column - sight.first_column + 1) * (sight.last_row - sight.first_row + 1);

  return (gint64) (self->cost * n);
}

/**
 * netz_backing_has_before:
 * @self: the kept picture
 *
 * Returns: whether there is a picture at another zoom to show meanwhile
 */
gboolean
netz_backing_has_before (NetzBacking *self)
{
  return self->before.tiles != NULL;
}

/**
 * netz_backing_snapshot:
 * @self: the kept picture
 * @snapshot: of the widget
 *
 * Appends what there is of the picture; paints nothing.
 */
void
netz_backing_snapshot (NetzBacking *self,
                       GtkSnapshot *snapshot)
{
  NetzPoint origin = netz_viewport_get_origin (&self->view, self->scale_factor);
  double side = (double) NETZ_BACKING_TILE / self->scale_factor;
  Range sight = get_range (self, 0);

  if (self->before.tiles != NULL)
    snapshot_before (self, snapshot);

  for (int row = sight.first_row; row <= sight.last_row; row++)
    for (int column = sight.first_column; column <= sight.last_column; column++)
      {
        Place place = { column, row };
        Tile *tile = g_hash_table_lookup (self->now.tiles, &place);

        if (tile == NULL)
          continue;
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (column * side - origin.x),
                                                                (float) (row * side - origin.y)));
        gtk_snapshot_append_node (snapshot, get_node (self, tile));
        gtk_snapshot_restore (snapshot);
      }
}

/**
 * netz_backing_get_n_painted:
 * @self: the kept picture
 *
 * Returns: how many tiles have been painted so far, again and again included
 */
guint
netz_backing_get_n_painted (NetzBacking *self)
{
  return self->n_painted;
}

/**
 * netz_backing_get_n_kept:
 * @self: the kept picture
 *
 * Returns: how many tiles it holds now, those of the zoom before included
 */
guint
netz_backing_get_n_kept (NetzBacking *self)
{
  return g_hash_table_size (self->now.tiles)
         + (self->before.tiles != NULL ? g_hash_table_size (self->before.tiles) : 0);
}
