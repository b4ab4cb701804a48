/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"

#include <math.h>

/* The names of partnerships are a little smaller, and are never enlarged. */
#define EDGE_LABEL_SIZE 0.86
#define EDGE_LABEL_WRAP 176.0

/* A name that would be enlarged more than this belongs to a picture of which nothing can be read. */
#define LARGEST_FACTOR 120.0

static void
paint_label (const NetzPaint *self,
             guint32 item,
             double factor,
             gboolean with_halo,
             gboolean with_ink)
{
  const NetzNodeItem *node = netz_items_get_node (self->items, NETZ_ITEM_SLOT (item));
  NetzPoint centre = netz_paint_get_centre (self, NETZ_ITEM_SLOT (item));
  NetzLabelSpec spec = netz_items_get_label_spec (self->items, node);
  const NetzLabel *label = netz_label_cache_get (self->items->labels, &spec);
  double alpha = netz_paint_get_alpha (self, item);
  NetzRgba ink = *netz_institution_get_label (node->record) != '\0' ? self->style->text : self->style->text_quiet;
  NetzRgba halo = netz_rgba_fade (&self->style->halo, alpha < 1 ? 0 : 1);

  /* Faded names must still be readable when looked for. */
  ink.alpha *= alpha < 1 ? MIN (1, alpha * 2) : 1;
  netz_label_paint (label, self->cr, centre.x, centre.y + node->radius + NETZ_LABEL_GAP, factor,
                    with_ink ? &ink : NULL, with_halo ? &halo : NULL, self->options->sink, self->options->sink_data);
}

void
netz_paint_labels (const NetzPaint *self,
                   GArray *items)
{
  double factor = self->options->every_label ? 1 : netz_paint_get_type_factor (self->scene, self->scale);
  const guint8 *shown = NULL;

  if (self->options->no_labels || factor > LARGEST_FACTOR)
    return;
  if (self->options->every_label && self->moved != NULL &&
      self->items->font_size * self->scale < NETZ_PAINTER_SMALLEST_TYPE)
    return;
  if (factor > 1)
    shown = netz_label_plan_get (self->scene->plan, self->items, factor);

  /* All halos first: no name shall cut another. A sink takes both at once. */
  for (int pass = self->options->sink != NULL ? 2 : 1; pass <= 2; pass++)
    for (guint i = 0; i < items->len; i++)
      {
        guint32 item = g_array_index (items, guint32, i);

        if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE && (shown == NULL || shown[NETZ_ITEM_SLOT (item)]))
          paint_label (self, item, factor, pass == 1 || self->options->sink != NULL, pass == 2);
      }
}

static void
paint_edge_label (const NetzPaint *self,
                  guint32 item)
{
  const NetzEdgeItem *edge = netz_items_get_edge (self->items, NETZ_ITEM_SLOT (item));
  const NetzLine *line = &g_array_index (self->scene->lines, NetzLine, edge->look);
  double size = self->items->font_size * EDGE_LABEL_SIZE;
  double wrap = EDGE_LABEL_WRAP * self->items->font_size / NETZ_LABEL_SIZE;
  NetzLabelSpec spec = { NULL, size, FALSE, wrap, 1, NETZ_LABEL_CENTRE };
  NetzRgba ink = netz_rgba_reach_contrast (&line->colour, &self->style->ground, self->style->contrast);
  NetzCurve curve;
  NetzPoint middle;
  double height;

  if (line->programme == NULL)
    return;

  netz_paint_get_curve (self, NETZ_ITEM_SLOT (item), &curve);
  middle = netz_curve_at (&curve, 0.5);
  spec.text = netz_programme_get_name (line->programme, netz_scene_get_name_language (self->scene));
  height = netz_label_cache_get_line_height (self->items->labels, size);
  ink.alpha = netz_paint_get_alpha (self, item);
  netz_label_paint (netz_label_cache_get (self->items->labels, &spec), self->cr, middle.x, middle.y - height / 2, 1,
                    &ink, &self->style->halo, self->options->sink, self->options->sink_data);
}

void
netz_paint_edge_labels (const NetzPaint *self,
                        GArray *items)
{
  GHashTable *wanted = self->options->edge_labels;

  if (!self->options->all_edge_labels && wanted == NULL)
    return;
  if (self->items->font_size * EDGE_LABEL_SIZE * self->scale < NETZ_PAINTER_SMALLEST_TYPE &&
      !self->options->every_label)
    return;

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (NETZ_ITEM_TYPE (item) != NETZ_ITEM_EDGE)
        continue;
      if (self->options->all_edge_labels ||
          g_hash_table_contains (wanted, netz_record_get_id (netz_items_get_record (self->items, item))))
        paint_edge_label (self, item);
    }
}
