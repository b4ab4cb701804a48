/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-timeline-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#define AXIS 18.0      /* the years */
#define CHANGES 26.0   /* what begins and ends */
#define LEAST_BAR 3.0  /* bars of partnerships are not thinner */
#define LARGEST_BAR 9.0
#define LEAST_YEAR 44.0 /* between the numbers of two years */
#define LEAST_MONTH 5.0 /* months narrower than this are counted by the year */

static double
get_span (const NetzTimelinePicture *picture)
{
  return MAX (1.0, (double) picture->last - picture->first);
}

/**
 * netz_timeline_get_x:
 * @picture: a picture
 * @day: a day
 *
 * Returns: where it is, from the left; beyond the edges at the edge
 */
double
netz_timeline_get_x (const NetzTimelinePicture *picture, guint32 day)
{
  double share = ((double) day - picture->first) / get_span (picture);

  return NETZ_TIMELINE_MARGIN + CLAMP (share, 0, 1) * (picture->width - 2 * NETZ_TIMELINE_MARGIN);
}

/**
 * netz_timeline_get_day:
 * @picture: a picture
 * @x: from the left
 *
 * Returns: the day that is there
 */
guint32
netz_timeline_get_day (const NetzTimelinePicture *picture, double x)
{
  double share = (x - NETZ_TIMELINE_MARGIN) / MAX (1.0, picture->width - 2 * NETZ_TIMELINE_MARGIN);

  return picture->first + (guint32) round (CLAMP (share, 0, 1) * get_span (picture));
}

static void
set_colour (cairo_t *cr, const NetzRgba *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

static guint32
get_new_year (int year)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) year);
  return g_date_get_julian (&day);
}

static int
get_year (guint32 julian)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  return g_date_get_year (&day);
}

static int
choose_year_step (const NetzTimelinePicture *picture)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100, 1000 };
  double year = (picture->width - 2 * NETZ_TIMELINE_MARGIN) / get_span (picture) * 365.25;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * year >= LEAST_YEAR)
      return steps[i];
  return 10000;
}

static void
paint_axis (const NetzTimelinePicture *picture, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  int step = choose_year_step (picture);
  double bottom = picture->height - AXIS;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  for (int year = get_year (picture->first); year <= get_year (picture->last); year++)
    {
      double x = floor (netz_timeline_get_x (picture, MAX (get_new_year (year), picture->first))) + 0.5;
      g_autofree char *text = g_strdup_printf ("%d", year);

      set_colour (cr, &picture->ink, year % step == 0 ? 0.22 : 0.09);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, year % step == 0 ? picture->height : bottom);
      cairo_stroke (cr);
      if (year % step != 0)
        continue;
      set_colour (cr, &picture->ink, 0.75);
      pango_layout_set_text (layout, text, -1);
      cairo_move_to (cr, x + 4, bottom + 2);
      pango_cairo_show_layout (cr, layout);
    }
}

/* One bar a partnership; an open end runs to the edge, an open beginning comes from it. */
static void
paint_bars (const NetzTimelinePicture *picture, cairo_t *cr, double height)
{
  guint n = netz_timeline_get_n_spans (picture->timeline);
  double row = MIN (LARGEST_BAR, height / n);

  for (guint i = 0; i < n; i++)
    {
      const NetzTimelineSpan *span = netz_timeline_get_span (picture->timeline, i);
      double from = span->begins == NETZ_TIMELINE_OPEN ? 0 : netz_timeline_get_x (picture, span->begins);
      double until = span->ends == NETZ_TIMELINE_OPEN ? picture->width : netz_timeline_get_x (picture, span->ends);

      set_colour (cr, &picture->colours[span->group], 0.85);
      cairo_rectangle (cr, from, i * row + 0.5, MAX (2, until - from), MAX (1, row - 1));
      cairo_fill (cr);
      /* Where a beginning or an end is known there is a post. */
      set_colour (cr, &picture->ink, 0.8);
      if (span->begins != NETZ_TIMELINE_OPEN)
        cairo_rectangle (cr, from, i * row, 1.5, row);
      if (span->ends != NETZ_TIMELINE_OPEN)
        cairo_rectangle (cr, until - 1.5, i * row, 1.5, row);
      cairo_fill (cr);
    }
}

static guint
find_most (const NetzTimelinePicture *picture)
{
  guint most = 1;

  for (double x = NETZ_TIMELINE_MARGIN; x <= picture->width - NETZ_TIMELINE_MARGIN; x++)
    most = MAX (most, netz_timeline_count_on (picture->timeline, netz_timeline_get_day (picture, x)));
  return most;
}

/* How many there are on each day, one programme above the other. */
static void
paint_areas (const NetzTimelinePicture *picture, cairo_t *cr, double height)
{
  guint columns = (guint) MAX (1, picture->width);
  g_autofree double *below = g_new0 (double, columns);
  double unit = (height - 4) / find_most (picture);

  for (guint group = 0; group < netz_timeline_get_n_groups (picture->timeline); group++)
    {
      set_colour (cr, &picture->colours[group], 0.8);
      for (guint x = 0; x < columns; x++)
        {
          guint n = netz_timeline_count_group_on (picture->timeline, group, netz_timeline_get_day (picture, x));

          cairo_rectangle (cr, x, height - (below[x] + n) * unit, 1, n * unit);
          below[x] += n;
        }
      cairo_fill (cr);
      /* Neighbours of like colours stay two. */
      set_colour (cr, &picture->ground, 0.9);
      cairo_set_line_width (cr, 1);
      for (guint x = 0; x < columns; x++)
        cairo_line_to (cr, x, height - below[x] * unit);
      cairo_stroke (cr);
    }
}

/* What begins grows up from the line, what ends hangs down from it. */
static void
paint_changes (const NetzTimelinePicture *picture, cairo_t *cr, double top)
{
  double month = (picture->width - 2 * NETZ_TIMELINE_MARGIN) / get_span (picture) * 30;
  g_autoptr (GArray) periods
      = netz_timeline_list_periods (picture->timeline, month >= LEAST_MONTH ? NETZ_PERIOD_MONTH : NETZ_PERIOD_YEAR);
  double line = top + CHANGES * 0.66;
  guint most = 1;

  for (guint i = 0; i < periods->len; i++)
    most = MAX (most, MAX (g_array_index (periods, NetzPeriod, i).begins,
                           2 * g_array_index (periods, NetzPeriod, i).ends));
  for (guint i = 0; i < periods->len; i++)
    {
      const NetzPeriod *period = &g_array_index (periods, NetzPeriod, i);
      double x = netz_timeline_get_x (picture, MAX (period->first, picture->first));
      double width = MAX (1, netz_timeline_get_x (picture, period->last) - x - 1);
      double up = period->begins * (CHANGES * 0.6) / most, down = period->ends * (CHANGES * 0.6) / most;

      set_colour (cr, &picture->ink, 0.65);
      cairo_rectangle (cr, x, line - up, width, up);
      cairo_fill (cr);
      set_colour (cr, &picture->ink, 0.35);
      cairo_rectangle (cr, x, line, width, down);
      cairo_fill (cr);
    }
  set_colour (cr, &picture->ink, 0.3);
  cairo_rectangle (cr, 0, floor (line), picture->width, 1);
  cairo_fill (cr);
}

/**
 * netz_timeline_paint:
 * @picture: what, and how
 * @cr: where to
 *
 * O(width × programmes × log n).
 */
void
netz_timeline_paint (const NetzTimelinePicture *picture, cairo_t *cr)
{
  double height = picture->height - AXIS;
  guint n = netz_timeline_get_n_spans (picture->timeline);

  paint_axis (picture, cr);
  if (n == 0)
    return;
  if (n * LEAST_BAR <= height)
    {
      paint_bars (picture, cr, height);
      return;
    }
  paint_areas (picture, cr, height - CHANGES);
  paint_changes (picture, cr, height - CHANGES);
}
