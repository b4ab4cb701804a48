/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-paint.h"

#include <math.h>

#define FRAME_CORNER 14.0
#define FRAME_PADDING 12.0
#define NOTE_PADDING 10.0
#define NOTE_FOLD 14.0

static NetzRect
get_rect (const NetzPaint *self,
          guint32 item)
{
  const NetzBoxItem *box = netz_items_get_box (self->items, item);
  NetzRect rect = box->rect;

  if (self->moved != NULL && g_hash_table_contains (self->moved, netz_record_get_id (box->record)))
    {
      rect.x = netz_coordinate_clamp (rect.x + self->dx);
      rect.y = netz_coordinate_clamp (rect.y + self->dy);
    }
  return rect;
}

static void
trace_rounded (cairo_t *cr,
               const NetzRect *rect,
               double corner)
{
  double radius = MIN (corner, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_frame (const NetzPaint *self,
             guint32 item)
{
  NetzFrame *frame = NETZ_FRAME (netz_items_get_box (self->items, item)->record);
  NetzRect rect = get_rect (self, item);
  NetzRgba colour = self->style->frame;
  double alpha = netz_paint_get_alpha (self, item);

  netz_rgba_parse (&colour, frame->colour);
  trace_rounded (self->cr, &rect, FRAME_CORNER);
  netz_paint_set_colour (self, &colour, 0.09 * alpha);
  cairo_fill_preserve (self->cr);
  netz_paint_set_colour (self, &colour, 0.45 * alpha);
  cairo_set_line_width (self->cr, MAX (1.5 * self->style->line_width, self->pixel));
  cairo_stroke (self->cr);
}

static void
trace_note (cairo_t *cr,
            const NetzRect *rect,
            double fold)
{
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_move_to (cr, rect->x, rect->y);
  cairo_line_to (cr, right, rect->y);
  cairo_line_to (cr, right, bottom - fold);
  cairo_line_to (cr, right - fold, bottom);
  cairo_line_to (cr, rect->x, bottom);
  cairo_close_path (cr);
}

/* In a picture nobody can make the note larger: there the type gets smaller until all of it is in it. */
static const NetzLabel *
fit_note_text (const NetzPaint *self,
               const NetzNote *note,
               const NetzRect *rect)
{
  double size = self->items->font_size * 0.96;
  double least = self->options->every_label ? size * 0.45 : size;
  const NetzLabel *label = NULL;

  for (; size >= least; size *= 0.93)
    {
      double line = netz_label_cache_get_line_height (self->items->labels, size);
      NetzLabelSpec spec = { note->text, size, FALSE, rect->width - 2 * NOTE_PADDING, 0, NETZ_LABEL_LEFT };

      spec.lines = (int) ((rect->height - 2 * NOTE_PADDING + 2) / line);
      if (spec.lines < 1 || spec.wrap < size)
        continue;
      label = netz_label_cache_get (self->items->labels, &spec);
      if (!pango_layout_is_ellipsized (label->layout))
        break;
    }
  return label;
}

static void
paint_note_text (const NetzPaint *self,
                 const NetzNote *note,
                 const NetzRect *rect,
                 const NetzRgba *paper,
                 double alpha)
{
  NetzRgba ink = netz_rgba_reach_contrast (&self->style->text, paper, self->style->contrast);
  const NetzLabel *label;

  if (note->text == NULL ||
      (self->items->font_size * 0.96 * self->scale < NETZ_PAINTER_SMALLEST_TYPE && !self->options->every_label))
    return;

  label = fit_note_text (self, note, rect);
  if (label == NULL)
    return;
  ink.alpha = alpha;
  netz_label_paint (label, self->cr, rect->x + NOTE_PADDING, rect->y + NOTE_PADDING, 1, &ink, NULL, self->options->sink,
                    self->options->sink_data);
}

static void
paint_note (const NetzPaint *self,
            guint32 item)
{
  NetzNote *note = NETZ_NOTE (netz_items_get_box (self->items, item)->record);
  NetzRect rect = get_rect (self, item);
  NetzRect shadow = { rect.x + 1.5, rect.y + 2.5, rect.width, rect.height };
  NetzRgba paper = self->style->note;
  NetzRgba black = { 0, 0, 0, 1 };
  NetzRgba back;
  double fold = MIN (NOTE_FOLD, MIN (rect.width, rect.height) / 3);
  double alpha = netz_paint_get_alpha (self, item);

  netz_rgba_parse (&paper, note->colour);
  back = netz_rgba_mix (&paper, &black, 0.18);

  trace_note (self->cr, &shadow, fold);
  netz_paint_set_colour (self, &black, 0.14 * alpha);
  cairo_fill (self->cr);
  trace_note (self->cr, &rect, fold);
  netz_paint_set_colour (self, &paper, alpha);
  cairo_fill (self->cr);

  cairo_move_to (self->cr, rect.x + rect.width, rect.y + rect.height - fold);
  cairo_line_to (self->cr, rect.x + rect.width - fold, rect.y + rect.height - fold);
  cairo_line_to (self->cr, rect.x + rect.width - fold, rect.y + rect.height);
  cairo_close_path (self->cr);
  netz_paint_set_colour (self, &back, alpha);
  cairo_fill (self->cr);
}

void
netz_paint_frames (const NetzPaint *self,
                   GArray *items)
{
  cairo_new_path (self->cr);
  for (guint i = 0; i < items->len; i++)
    if (NETZ_ITEM_TYPE (g_array_index (items, guint32, i)) == NETZ_ITEM_FRAME)
      paint_frame (self, g_array_index (items, guint32, i));
}

void
netz_paint_notes (const NetzPaint *self,
                  GArray *items)
{
  cairo_new_path (self->cr);
  for (guint i = 0; i < items->len; i++)
    if (NETZ_ITEM_TYPE (g_array_index (items, guint32, i)) == NETZ_ITEM_NOTE)
      paint_note (self, g_array_index (items, guint32, i));
}

static void
paint_title (const NetzPaint *self,
             guint32 item)
{
  NetzFrame *frame = NETZ_FRAME (netz_items_get_box (self->items, item)->record);
  NetzRect rect = get_rect (self, item);
  double size = self->style->font_size_title * self->scene->font_scale;
  double factor = self->options->every_label ? 1 : MAX (1, NETZ_PAINTER_SMALLEST_TYPE * 1.2 * self->pixel / size);
  NetzRgba ink = self->style->frame;
  NetzLabelSpec spec = { frame->title, size, TRUE, 0, 1, NETZ_LABEL_LEFT };

  /* Steps, lest every zoom shapes all titles anew. */
  spec.wrap = floor ((rect.width - 2 * FRAME_PADDING) / factor / 8) * 8;
  if (frame->title == NULL || spec.wrap < size * 2 || size * 1.6 * factor > rect.height)
    return;

  netz_rgba_parse (&ink, frame->colour);
  ink = netz_rgba_reach_contrast (&ink, &self->style->ground, self->style->contrast + 0.8);
  ink.alpha = netz_paint_get_alpha (self, item);
  netz_label_paint (netz_label_cache_get (self->items->labels, &spec), self->cr, rect.x + FRAME_PADDING,
                    rect.y + FRAME_PADDING * 0.6, factor, &ink, &self->style->halo, self->options->sink,
                    self->options->sink_data);
}

/* The texts of frames and notes. */
void
netz_paint_titles (const NetzPaint *self,
                   GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_FRAME)
        {
          paint_title (self, item);
        }
      else if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NOTE)
        {
          NetzNote *note = NETZ_NOTE (netz_items_get_box (self->items, item)->record);
          NetzRect rect = get_rect (self, item);
          NetzRgba paper = self->style->note;

          netz_rgba_parse (&paper, note->colour);
          paint_note_text (self, note, &rect, &paper, netz_paint_get_alpha (self, item));
        }
    }
}
