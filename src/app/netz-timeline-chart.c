/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-timeline-chart.h"

#include "app/netz-timeline-paint.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 118
#define GRIP 6.0

struct _NetzTimelineChart
{
  GtkWidget parent_instance;

  NetzTimeline *timeline;
  NetzNetwork *network;
  char *language;
  guint32 first; /* the range that is shown */
  guint32 last;
  guint32 day; /* NETZ_TIMELINE_OPEN: none */

  GskRenderNode *picture; /* all but the handle, as it was painted last; NULL: to be painted */
};

G_DEFINE_FINAL_TYPE (NetzTimelineChart, netz_timeline_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DAY_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_picture (NetzTimelineChart *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static NetzTimelinePicture
begin_picture (NetzTimelineChart *self)
{
  return (NetzTimelinePicture){ .timeline = self->timeline,
                                .first = self->first,
                                .last = self->last,
                                .width = gtk_widget_get_width (GTK_WIDGET (self)),
                                .height = gtk_widget_get_height (GTK_WIDGET (self)) };
}

static NetzRgba *
choose_colours (NetzTimelineChart *self, const NetzRgba *ground)
{
  guint n = netz_timeline_get_n_groups (self->timeline);
  NetzRgba *colours = g_new0 (NetzRgba, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *id = netz_timeline_get_programme (self->timeline, i);
      NetzProgramme *programme = id != NULL ? netz_network_get_programme (self->network, id) : NULL;

      colours[i] = (NetzRgba){ 0.5, 0.5, 0.5, 1 };
      if (programme != NULL)
        netz_rgba_parse (&colours[i], programme->colour);
      colours[i] = netz_rgba_reach_contrast (&colours[i], ground, 2.0);
    }
  return colours;
}

static GskRenderNode *
paint (NetzTimelineChart *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  NetzTimelinePicture picture = begin_picture (self);
  g_autofree NetzRgba *colours = NULL;
  GdkRGBA ink;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) picture.width, (float) picture.height));

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  picture.ink = (NetzRgba){ ink.red, ink.green, ink.blue, 1 };
  picture.ground = ink.red + ink.green + ink.blue > 1.5 ? (NetzRgba){ 0.14, 0.14, 0.14, 1 } : (NetzRgba){ 1, 1, 1, 1 };
  picture.colours = colours = choose_colours (self, &picture.ground);
  netz_timeline_paint (&picture, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
paint_handle (NetzTimelineChart *self, GtkSnapshot *snapshot)
{
  NetzTimelinePicture picture = begin_picture (self);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  float x = (float) netz_timeline_get_x (&picture, self->day != NETZ_TIMELINE_OPEN ? self->day : self->last);
  GskRoundedRect grip;
  GdkRGBA accent, ink;

  gtk_style_context_get_color (style, &ink);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = ink;
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (x - 1, 0, 2, (float) picture.height));
  gsk_rounded_rect_init_from_rect (&grip, &GRAPHENE_RECT_INIT (x - GRIP, 0, 2 * GRIP, 2 * GRIP), GRIP);
  gtk_snapshot_push_rounded_clip (snapshot, &grip);
  gtk_snapshot_append_color (snapshot, &accent, &grip.bounds);
  gtk_snapshot_pop (snapshot);
  /* Without a day the grip is hollow. */
  if (self->day == NETZ_TIMELINE_OPEN)
    {
      gsk_rounded_rect_shrink (&grip, 2.5, 2.5, 2.5, 2.5);
      gtk_snapshot_push_rounded_clip (snapshot, &grip);
      gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &grip.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
netz_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NetzTimelineChart *self = NETZ_TIMELINE_CHART (widget);

  if (self->timeline == NULL || gtk_widget_get_width (widget) <= 2 * NETZ_TIMELINE_MARGIN)
    return;
  if (self->picture == NULL)
    self->picture = paint (self);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  paint_handle (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, gtk_widget_get_width (widget),
                               gtk_widget_get_height (widget));
}

static void
netz_timeline_chart_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
netz_timeline_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_picture (NETZ_TIMELINE_CHART (widget));
}

static void
netz_timeline_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (netz_timeline_chart_parent_class)->css_changed (widget, change);
  forget_picture (NETZ_TIMELINE_CHART (widget));
}

static char *
print_day (guint32 julian)
{
  NetzDate date = { NETZ_DATE_DAY, 0, 0, 0 };
  GDate day;
  g_autofree char *text = NULL;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  date.year = g_date_get_year (&day);
  date.month = g_date_get_month (&day);
  date.day = g_date_get_day (&day);
  text = netz_date_print (&date);
  return netz_date_display (text);
}

static char *
describe_day (NetzTimelineChart *self, guint32 day)
{
  g_autofree char *date = print_day (day);
  guint n = netz_timeline_count_on (self->timeline, day);

  /* Translators: a day, and how many partnerships there are on it */
  return g_strdup_printf (ngettext ("%s: %'u partnership", "%s: %'u partnerships", n), date, n);
}

static void
tell_value (NetzTimelineChart *self)
{
  g_autofree char *text = NULL;

  if (self->timeline == NULL)
    return;
  text = self->day != NETZ_TIMELINE_OPEN ? describe_day (self, self->day) : g_strdup (_("All that is recorded"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) (self->day != NETZ_TIMELINE_OPEN ? self->day : self->last),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
choose (NetzTimelineChart *self, guint32 day)
{
  day = CLAMP (day, self->first, self->last);
  if (day == self->day)
    return;
  netz_timeline_chart_set_day (self, day);
  g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, day);
}

static void
choose_at (NetzTimelineChart *self, double x)
{
  NetzTimelinePicture picture = begin_picture (self);

  if (self->timeline != NULL)
    choose (self, netz_timeline_get_day (&picture, x));
}

static void
on_drag_begin (NetzTimelineChart *self, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_at (self, x);
}

static void
on_drag_update (NetzTimelineChart *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    choose_at (self, x + dx);
}

static guint32
move_by_months (guint32 julian, int months)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  if (months > 0)
    g_date_add_months (&day, (guint) months);
  else
    g_date_subtract_months (&day, (guint) -months);
  return g_date_get_julian (&day);
}

static gboolean
on_key (NetzTimelineChart *self, guint key, guint code, GdkModifierType state)
{
  guint32 from = self->day != NETZ_TIMELINE_OPEN ? self->day : self->last;
  int months = 0;

  if (self->timeline == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      months = -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      months = 1;
      break;
    case GDK_KEY_Page_Down:
      months = -12;
      break;
    case GDK_KEY_Page_Up:
      months = 12;
      break;
    case GDK_KEY_Home:
      choose (self, self->first);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      choose (self, self->last);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  choose (self, move_by_months (from, months));
  return GDK_EVENT_STOP;
}

static gboolean
on_query_tooltip (NetzTimelineChart *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  NetzTimelinePicture picture = begin_picture (self);
  guint32 day = by_key ? self->day : netz_timeline_get_day (&picture, x);
  GString *text = NULL;
  g_autofree char *total = NULL;

  if (self->timeline == NULL || day == NETZ_TIMELINE_OPEN)
    return FALSE;
  total = describe_day (self, day);
  text = g_string_new (total);
  /* The uppermost first, as in the picture. */
  for (guint i = netz_timeline_get_n_groups (self->timeline); i-- > 0;)
    {
      guint n = netz_timeline_count_group_on (self->timeline, i, day);
      const char *id = netz_timeline_get_programme (self->timeline, i);

      if (n > 0)
        g_string_append_printf (text, "\n%'u  %s", n, netz_describe_programme (self->network, id, self->language));
    }
  gtk_tooltip_set_text (tooltip, text->str);
  g_string_free (text, TRUE);
  return TRUE;
}

static void
netz_timeline_chart_dispose (GObject *object)
{
  NetzTimelineChart *self = NETZ_TIMELINE_CHART (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->timeline, netz_timeline_free);
  g_clear_object (&self->network);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (netz_timeline_chart_parent_class)->dispose (object);
}

static void
netz_timeline_chart_class_init (NetzTimelineChartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_timeline_chart_dispose;
  widget_class->snapshot = netz_timeline_chart_snapshot;
  widget_class->measure = netz_timeline_chart_measure;
  widget_class->size_allocate = netz_timeline_chart_size_allocate;
  widget_class->css_changed = netz_timeline_chart_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_set_css_name (widget_class, "netz-timeline");
  signals[SIGNAL_DAY_CHOSEN] = g_signal_new ("day-chosen", NETZ_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
netz_timeline_chart_init (NetzTimelineChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Day that is looked at"),
                                  -1);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

/* Whole years, up to the last that anything is planned for. */
static void
choose_range (NetzTimelineChart *self)
{
  guint32 other;
  guint n = netz_timeline_get_n_events (self->timeline);

  self->first = self->last = NETZ_TIMELINE_OPEN;
  if (n == 0)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_dmy (&today, 1, G_DATE_JANUARY, (GDateYear) g_date_time_get_year (now));
      self->first = self->last = g_date_get_julian (&today);
    }
  else
    {
      self->first = netz_timeline_get_event (self->timeline, 0)->day;
      self->last = netz_timeline_get_event (self->timeline, n - 1)->day;
    }
  netz_period_around (NETZ_PERIOD_YEAR, self->first, &self->first, &other);
  netz_period_around (NETZ_PERIOD_YEAR, self->last, &other, &self->last);
}

/**
 * netz_timeline_chart_set_timeline:
 * @timeline: (transfer full): what is to be seen
 * @network: where its programmes are
 * @language: (nullable): of their names
 */
void
netz_timeline_chart_set_timeline (NetzTimelineChart *self,
                                  NetzTimeline *timeline,
                                  NetzNetwork *network,
                                  const char *language)
{
  g_return_if_fail (NETZ_IS_TIMELINE_CHART (self));

  g_clear_pointer (&self->timeline, netz_timeline_free);
  self->timeline = timeline;
  g_set_object (&self->network, network);
  g_free (self->language);
  self->language = g_strdup (language);
  choose_range (self);
  tell_value (self);
  forget_picture (self);
}

/**
 * netz_timeline_chart_get_timeline:
 *
 * Returns: (transfer none) (nullable): what is to be seen
 */
const NetzTimeline *
netz_timeline_chart_get_timeline (NetzTimelineChart *self)
{
  return self->timeline;
}

/**
 * netz_timeline_chart_get_range:
 * @first: (out): the day at the left edge
 * @last: (out): the day at the right edge
 */
void
netz_timeline_chart_get_range (NetzTimelineChart *self, guint32 *first, guint32 *last)
{
  *first = self->first;
  *last = self->last;
}

/**
 * netz_timeline_chart_get_day:
 *
 * Returns: the day that the handle is at, %NETZ_TIMELINE_OPEN for none
 */
guint32
netz_timeline_chart_get_day (NetzTimelineChart *self)
{
  return self->day;
}

/**
 * netz_timeline_chart_set_day:
 * @day: where the handle is to be, %NETZ_TIMELINE_OPEN for no day
 */
void
netz_timeline_chart_set_day (NetzTimelineChart *self, guint32 day)
{
  g_return_if_fail (NETZ_IS_TIMELINE_CHART (self));

  if (self->day == day)
    return;
  self->day = day;
  tell_value (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
