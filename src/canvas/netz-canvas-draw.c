/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas to look at: the kept picture, and above it what changes with every move of the pointer. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include "canvas/netz-name-entry.h"
#include "scene/netz-node.h"
#include "scene/netz-painter.h"

/* How long a frame may paint, and how long at a time when idle; microseconds. */
#define FRAME_BUDGET 12000
#define IDLE_BUDGET 8000

/* The zoom is taken to rest after so many milliseconds. */
#define SETTLE_TIME 90

/* More names of selected partnerships at once would hide the picture. */
#define MOST_PLATES 12

/* More selected ones than this are marked in a simpler way. */
#define MOST_RINGS 500

static void
paint_part (cairo_t        *cr,
            const NetzRect *area,
            double          zoom,
            gpointer        data)
{
  NetzCanvas *self = data;
  const NetzRgba *ground = &netz_scene_get_style (self->scene)->ground;
  NetzPaintOptions options = { .leave_out = self->lifted };

  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  netz_painter_paint (self->scene, cr, area, zoom, &options);
}

static gboolean
on_idle (gpointer data)
{
  NetzCanvas *self = data;
  gboolean more = self->scene != NULL && self->settle_id == 0
                  && netz_backing_work (self->backing, g_get_monotonic_time () + IDLE_BUDGET, TRUE);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!more)
    self->idle_id = 0;
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Below redrawing, so that input and frames come first. */
static void
work_when_idle (NetzCanvas *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, self, NULL);
}

static gboolean
on_settled (gpointer data)
{
  NetzCanvas *self = data;

  self->settle_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* While the zoom changes, a picture that takes long is only shown scaled: what
 * would be painted is out of date at the next notch. */
void
netz_canvas_zoomed (NetzCanvas *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_TIME, on_settled, self);
}

static void
work_on_picture (NetzCanvas *self)
{
  if (self->settle_id != 0 && netz_backing_has_before (self->backing)
      && netz_backing_estimate (self->backing) > FRAME_BUDGET)
    return;
  if (netz_backing_work (self->backing, g_get_monotonic_time () + FRAME_BUDGET, FALSE))
    work_when_idle (self);
}

static gboolean
is_lifted (NetzCanvas *self,
           const char *id)
{
  return self->lifted != NULL && g_hash_table_contains (self->lifted, id);
}

static void
outline (NetzCanvas     *self,
         cairo_t        *cr,
         const char     *id,
         const NetzRgba *colour,
         double          alpha,
         double          grow,
         double          width)
{
  if (is_lifted (self, id))
    return;

  cairo_new_path (cr);
  netz_painter_trace_item (self->scene, cr, id, grow / self->view.zoom);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
  cairo_set_line_width (cr, width / self->view.zoom);
  cairo_stroke (cr);
}

/* What a partnership is, on a little plate at its middle. */
static void
paint_plate (NetzCanvas *self,
             cairo_t    *cr,
             const char *id)
{
  const NetzStyle *style = netz_scene_get_style (self->scene);
  g_autofree char *text = netz_canvas_describe_briefly (self, id);
  g_autoptr (PangoLayout) layout = NULL;
  NetzCurve curve;
  NetzPoint middle;
  int width, height;

  if (text == NULL || !netz_scene_get_curve (self->scene, id, &curve))
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, &height);
  middle = netz_curve_at (&curve, 0.5);
  middle = netz_viewport_to_widget (&self->view, middle.x, middle.y);
  middle.x = CLAMP (middle.x, width / 2.0 + 8, MAX (self->view.width - width / 2.0 - 8, width / 2.0 + 8));
  middle.y = CLAMP (middle.y, height, MAX (self->view.height - height, height));
  middle = netz_viewport_to_scene (&self->view, middle.x, middle.y);

  cairo_save (cr);
  cairo_translate (cr, middle.x, middle.y);
  cairo_scale (cr, 1 / self->view.zoom, 1 / self->view.zoom);
  cairo_rectangle (cr, -width / 2.0 - 6, -height / 2.0 - 2, width + 12, height + 4);
  cairo_set_source_rgba (cr, style->ground.red, style->ground.green, style->ground.blue, 0.92);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, style->accent.red, style->accent.green, style->accent.blue, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, style->text.red, style->text.green, style->text.blue, 1);
  cairo_move_to (cr, -width / 2, -height / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/* Rings around thousands would take longer than a frame has. */
static void
paint_many_selected (NetzCanvas     *self,
                     cairo_t        *cr,
                     const char    **ids,
                     const NetzRgba *accent)
{
  NetzRect visible = netz_viewport_get_visible (&self->view);

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.5);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRect rect;

      if (is_lifted (self, ids[i]) || !netz_scene_get_shape_bounds (self->scene, ids[i], &rect)
          || !netz_rect_intersects (&rect, &visible))
        continue;
      rect = netz_rect_grow (&rect, 2 / self->view.zoom);
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
paint_selected (NetzCanvas     *self,
                cairo_t        *cr,
                const NetzRgba *accent)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  NetzRect visible = netz_viewport_get_visible (&self->view);
  guint plates = 0;

  if (netz_selection_get_size (self->selection) > MOST_RINGS)
    {
      paint_many_selected (self, cr, ids, accent);
      return;
    }

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean partnership = netz_network_get_partnership (netz_canvas_get_network (self), ids[i]) != NULL;
      NetzRect bounds;

      if (!netz_scene_get_item_bounds (self->scene, ids[i], &bounds) || !netz_rect_intersects (&bounds, &visible))
        continue;
      if (!partnership)
        outline (self, cr, ids[i], accent, 1, 3, 2.5);
      else
        outline (self, cr, ids[i], accent, 0.45, 0, 9);
      if (partnership && ++plates <= MOST_PLATES && self->gesture == NULL)
        paint_plate (self, cr, ids[i]);
    }
}

/* What is under the pointer, and what it is connected to. */
static void
paint_hovered (NetzCanvas     *self,
               cairo_t        *cr,
               const NetzRgba *accent)
{
  NetzNetwork *network = netz_canvas_get_network (self);
  NetzPartnership *partnership = NULL;
  gboolean rim = self->hovered_part == NETZ_HIT_RIM;

  if (self->hovered == NULL || is_lifted (self, self->hovered))
    return;

  partnership = netz_network_get_partnership (network, self->hovered);
  if (partnership != NULL)
    {
      outline (self, cr, self->hovered, accent, 0.3, 0, 9);
      outline (self, cr, partnership->from, accent, 0.55, 2, 2);
      outline (self, cr, partnership->to, accent, 0.55, 2, 2);
      paint_plate (self, cr, self->hovered);
      return;
    }

  if (netz_network_get_institution (network, self->hovered) != NULL)
    {
      GPtrArray *incident = netz_network_get_incident (network, self->hovered);

      for (guint i = 0; incident != NULL && i < incident->len; i++)
        outline (self, cr, netz_record_get_id (g_ptr_array_index (incident, i)), accent, 0.22, 0, 5);
    }
  outline (self, cr, self->hovered, accent, rim ? 0.9 : 0.55, rim ? 5 : 2, rim ? 4 : 2);
}

static void
paint_focus (NetzCanvas     *self,
             cairo_t        *cr,
             const NetzRgba *accent)
{
  double dash = 3 / self->view.zoom;

  if (self->focus_item == NULL || self->entry != NULL || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;

  cairo_save (cr);
  cairo_set_dash (cr, &dash, 1, 0);
  outline (self, cr, self->focus_item, accent, 1, 8, 1.5);
  cairo_restore (cr);
}

static void
paint_ghost (NetzCanvas *self,
             cairo_t    *cr,
             const char *kind_id,
             NetzPoint   place)
{
  NetzKind *kind = kind_id != NULL ? netz_network_get_kind (netz_canvas_get_network (self), kind_id) : NULL;

  if (kind != NULL)
    {
      netz_node_paint_icon (cr, kind, netz_scene_get_style (self->scene), place.x - NETZ_NODE_RADIUS,
                            place.y - NETZ_NODE_RADIUS, 2 * NETZ_NODE_RADIUS);
      return;
    }
  cairo_new_path (cr);
  cairo_arc (cr, place.x, place.y, NETZ_NODE_RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* Where the institution will be whose name is being typed, or the one that is
 * taken in its place. */
static void
paint_named (NetzCanvas     *self,
             cairo_t        *cr,
             const NetzRgba *accent)
{
  NetzNetwork *network = netz_canvas_get_network (self);
  NetzPoint place = self->entry_place;
  NetzNameEntry *entry = NULL;
  NetzInstitution *partner = NULL;
  NetzInstitution *existing = NULL;

  if (self->entry == NULL || !NETZ_IS_NAME_ENTRY (self->entry))
    return;

  entry = NETZ_NAME_ENTRY (self->entry);
  if (netz_name_entry_get_partner (entry) != NULL)
    partner = netz_network_get_institution (network, netz_name_entry_get_partner (entry));
  if (netz_name_entry_get_existing (entry) != NULL)
    existing = netz_network_get_institution (network, netz_name_entry_get_existing (entry));
  if (existing != NULL && netz_institution_is_placed (existing))
    place = (NetzPoint) { existing->x, existing->y };

  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.8);
  cairo_set_line_width (cr, 2 / self->view.zoom);
  if (partner != NULL && netz_institution_is_placed (partner))
    {
      cairo_move_to (cr, partner->x, partner->y);
      cairo_line_to (cr, place.x, place.y);
      cairo_stroke (cr);
    }

  if (existing != NULL)
    outline (self, cr, netz_record_get_id (NETZ_RECORD (existing)), accent, 1, 4, 3);
  else
    paint_ghost (self, cr, netz_name_entry_get_kind (entry), place);
}

static void
paint_overlay (NetzCanvas *self,
               cairo_t    *cr)
{
  NetzToolContext context = netz_canvas_get_tool_context (self);
  const NetzRgba *accent = &netz_scene_get_style (self->scene)->accent;
  NetzPoint origin = netz_viewport_get_origin (&self->view, gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  cairo_translate (cr, -origin.x, -origin.y);
  cairo_scale (cr, self->view.zoom, self->view.zoom);

  if (self->gesture == NULL)
    paint_hovered (self, cr, accent);
  paint_selected (self, cr, accent);
  paint_focus (self, cr, accent);
  paint_named (self, cr, accent);

  cairo_save (cr);
  netz_tool_paint_overlay (self->gesture != NULL ? self->gesture : self->tool, &context, cr);
  cairo_restore (cr);
}

void
netz_canvas_draw_init (NetzCanvas *self)
{
  self->backing = netz_backing_new (paint_part, self);
}

void
netz_canvas_draw_dispose (NetzCanvas *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->backing, netz_backing_free);
  g_clear_pointer (&self->lifted, g_hash_table_unref);
}

void
netz_canvas_draw (NetzCanvas  *self,
                  GtkSnapshot *snapshot)
{
  const NetzRgba *ground = &netz_scene_get_style (self->scene)->ground;
  GdkRGBA colour = { (float) ground->red, (float) ground->green, (float) ground->blue, 1 };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height);
  cairo_t *cr = NULL;

  netz_backing_set_view (self->backing, &self->view, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  work_on_picture (self);

  gtk_snapshot_append_color (snapshot, &colour, &all);
  netz_backing_snapshot (self->backing, snapshot);

  cr = gtk_snapshot_append_cairo (snapshot, &all);
  paint_overlay (self, cr);
  cairo_destroy (cr);
}

/* Names that are enlarged to be read reach beyond the bounds of their items. */
void
netz_canvas_damage (NetzCanvas     *self,
                    const NetzRect *rect)
{
  NetzRect grown;

  if (rect != NULL)
    grown = netz_rect_grow (rect, netz_painter_get_margin (self->scene, self->view.zoom));
  netz_backing_damage (self->backing, rect != NULL ? &grown : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
damage_items (NetzCanvas *self,
              GHashTable *ids)
{
  NetzNetwork *network = netz_canvas_get_network (self);
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      GPtrArray *incident = netz_network_get_incident (network, id);
      NetzRect rect;

      if (netz_scene_get_item_bounds (self->scene, id, &rect))
        netz_canvas_damage (self, &rect);
      for (guint i = 0; incident != NULL && i < incident->len; i++)
        if (netz_scene_get_item_bounds (self->scene, netz_record_get_id (g_ptr_array_index (incident, i)), &rect))
          netz_canvas_damage (self, &rect);
    }
}

/* Takes items out of the kept picture, and puts back what was out before. */
void
netz_canvas_lift (NetzCanvas *self,
                  GHashTable *ids)
{
  GHashTable *before = self->lifted;

  if (before == ids)
    return;

  self->lifted = ids != NULL ? g_hash_table_ref (ids) : NULL;
  if (ids != NULL)
    damage_items (self, ids);
  if (before != NULL)
    {
      damage_items (self, before);
      g_hash_table_unref (before);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
