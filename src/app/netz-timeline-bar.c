/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-timeline-bar.h"

#include "app/netz-timeline-chart.h"
#include "app/netz-window-actions.h"
#include "planning/netz-scope-edit.h"

#include <glib/gi18n-lib.h>

#define STEP 1000 /* milliseconds that each step of the growth is shown */

struct _NetzTimelineBar
{
  AdwBin parent_instance;

  GtkToggleButton *play_button;
  GtkDropDown *step_choice;
  GtkLabel *day_label;
  GtkLabel *change_label;
  GtkWidget *all_button;
  GtkWidget *close_button;
  NetzTimelineChart *chart;

  NetzSession *session;
  NetzScope *scope; /* of which the timeline is, without a day; NULL: to be made */
  guint64 revision; /* of the network that it was made from */
  guint refreshing; /* an idle source */
  guint applying;   /* an idle source: the day of the handle becomes that of the scope */
  guint playing;    /* a timeout */
};

G_DEFINE_FINAL_TYPE (NetzTimelineBar, netz_timeline_bar, ADW_TYPE_BIN)

static guint32
read_day (const char *as_of)
{
  NetzDate date;
  GDate first, last;

  if (!netz_date_parse (as_of, &date))
    return NETZ_TIMELINE_OPEN;
  netz_date_get_span (&date, &first, &last);
  return g_date_get_julian (&last);
}

static char *
print_day (guint32 julian)
{
  NetzDate date = { NETZ_DATE_DAY, 0, 0, 0 };
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  date.year = g_date_get_year (&day);
  date.month = g_date_get_month (&day);
  date.day = g_date_get_day (&day);
  return netz_date_print (&date);
}

static NetzPeriodType
get_step (NetzTimelineBar *self)
{
  static const NetzPeriodType types[] = { NETZ_PERIOD_SCHOOL_YEAR, NETZ_PERIOD_YEAR, NETZ_PERIOD_MONTH };

  return types[MIN (gtk_drop_down_get_selected (self->step_choice), G_N_ELEMENTS (types) - 1)];
}

/* What began and what ended in the step up to the day. */
static void
show_changes (NetzTimelineBar *self, const NetzTimeline *timeline, guint32 day)
{
  guint begins = 0, ends = 0;
  guint32 first, last;
  g_autofree char *text = NULL;
  g_autofree char *since = NULL;
  g_autofree char *shown = NULL;

  netz_period_around (get_step (self), day, &first, &last);
  for (guint i = 0; i < netz_timeline_get_n_spans (timeline); i++)
    {
      const NetzTimelineSpan *span = netz_timeline_get_span (timeline, i);

      begins += span->begins >= first && span->begins <= day;
      ends += span->ends >= first && span->ends <= day;
    }
  since = print_day (first);
  shown = netz_date_display (since);
  /* Translators: since a day so many partnerships began, and so many ended */
  text = g_strdup_printf (_("since %s: %'u began, %'u ended"), shown, begins, ends);
  gtk_label_set_label (self->change_label, text);
}

static void
show_day (NetzTimelineBar *self)
{
  const NetzTimeline *timeline = netz_timeline_chart_get_timeline (self->chart);
  guint32 day = netz_timeline_chart_get_day (self->chart);
  g_autofree char *date = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  guint n;

  gtk_widget_set_sensitive (self->all_button, day != NETZ_TIMELINE_OPEN);
  if (timeline == NULL || day == NETZ_TIMELINE_OPEN)
    {
      gtk_label_set_label (self->day_label, _("All that is recorded"));
      gtk_label_set_label (self->change_label, "");
      return;
    }
  date = print_day (day);
  shown = netz_date_display (date);
  n = netz_timeline_count_on (timeline, day);
  /* Translators: a day, and how many partnerships there are on it */
  text = g_strdup_printf (ngettext ("%s: %'u partnership", "%s: %'u partnerships", n), shown, n);
  gtk_label_set_label (self->day_label, text);
  show_changes (self, timeline, day);
}

/* The timeline is of what passes the filters, on whatever day. */
static void
make_timeline (NetzTimelineBar *self, NetzScope *scope)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (NetzNetwork) part = NULL;

  if (!netz_scope_is_everything (scope))
    snapshot = netz_scope_cut (scope, network, NULL);
  if (snapshot != NULL)
    part = netz_network_new_from_snapshot (snapshot);
  netz_timeline_chart_set_timeline (self->chart, netz_timeline_new (part != NULL ? part : network), network,
                                    netz_session_get_language (self->session));
}

static void
refresh (NetzTimelineBar *self)
{
  g_autoptr (NetzScope) scope = NULL;
  guint64 revision;

  if (self->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  scope = netz_scope_copy (netz_session_get_scope (self->session));
  revision = netz_network_get_revision (netz_session_get_network (self->session));
  netz_scope_set_as_of (scope, NULL);
  if (self->scope == NULL || self->revision != revision || !netz_scope_equal (scope, self->scope))
    {
      make_timeline (self, scope);
      g_clear_pointer (&self->scope, netz_scope_free);
      self->scope = g_steal_pointer (&scope);
      self->revision = revision;
    }
  if (self->applying == 0)
    netz_timeline_chart_set_day (self->chart, read_day (netz_session_get_scope (self->session)->as_of));
  show_day (self);
}

static gboolean
on_refresh (gpointer data)
{
  NetzTimelineBar *self = data;

  self->refreshing = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NetzTimelineBar *self)
{
  if (self->refreshing == 0)
    self->refreshing = g_idle_add (on_refresh, self);
}

static void
set_day (NetzTimelineBar *self, guint32 day)
{
  g_autoptr (NetzScope) scope = netz_scope_copy (netz_session_get_scope (self->session));
  g_autofree char *text = day != NETZ_TIMELINE_OPEN ? print_day (day) : NULL;

  netz_scope_set_as_of (scope, text);
  netz_session_set_scope (self->session, scope, NULL);
}

static gboolean
on_apply (gpointer data)
{
  NetzTimelineBar *self = data;

  self->applying = 0;
  if (self->session != NULL)
    set_day (self, netz_timeline_chart_get_day (self->chart));
  return G_SOURCE_REMOVE;
}

static void
stop (NetzTimelineBar *self)
{
  g_clear_handle_id (&self->playing, g_source_remove);
  gtk_toggle_button_set_active (self->play_button, FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), "media-playback-start-symbolic");
}

/* The handle goes with the pointer at once; what there is on that day is looked up when there is time for it. */
static void
on_day_chosen (NetzTimelineBar *self)
{
  stop (self);
  show_day (self);
  if (self->applying == 0)
    self->applying = g_timeout_add (20, on_apply, self);
}

static void
on_all_days (NetzTimelineBar *self)
{
  stop (self);
  set_day (self, NETZ_TIMELINE_OPEN);
}

/* The last day of the step that @day is in, or of the next where it is that day. */
static guint32
find_next (NetzTimelineBar *self, guint32 day)
{
  guint32 first, last;

  netz_period_around (get_step (self), day, &first, &last);
  if (last == day)
    netz_period_around (get_step (self), day + 1, &first, &last);
  return last;
}

/* The last step ends where the timeline does. */
static gboolean
step (NetzTimelineBar *self)
{
  guint32 first, last, day;

  netz_timeline_chart_get_range (self->chart, &first, &last);
  day = MIN (find_next (self, netz_timeline_chart_get_day (self->chart)), last);
  netz_timeline_chart_set_day (self->chart, day);
  set_day (self, day);
  show_day (self);
  return day < last;
}

static gboolean
on_step (gpointer data)
{
  NetzTimelineBar *self = data;

  if (step (self))
    return G_SOURCE_CONTINUE;
  self->playing = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

/* From the day that is looked at, or from the beginning where that is the end. */
static void
play (NetzTimelineBar *self)
{
  guint32 first, last, day = netz_timeline_chart_get_day (self->chart);

  netz_timeline_chart_get_range (self->chart, &first, &last);
  if (day == NETZ_TIMELINE_OPEN || day >= last)
    netz_timeline_chart_set_day (self->chart, first - 1);
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), "media-playback-pause-symbolic");
  if (!step (self))
    stop (self);
  else
    self->playing = g_timeout_add (STEP, on_step, self);
}

static void
on_play_toggled (NetzTimelineBar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->play_button);

  if (active == (self->playing != 0) || self->session == NULL)
    return;
  if (active)
    play (self);
  else
    stop (self);
}

/* Space anywhere in the timeline plays and stops, Escape stops. */
static gboolean
on_key (NetzTimelineBar *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && self->playing != 0)
    {
      stop (self);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_space || !gtk_widget_has_focus (GTK_WIDGET (self->chart)))
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (self->play_button, self->playing == 0);
  return GDK_EVENT_STOP;
}

static void
netz_timeline_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (netz_timeline_bar_parent_class)->map (widget);
  queue_refresh (NETZ_TIMELINE_BAR (widget));
}

static void
netz_timeline_bar_unmap (GtkWidget *widget)
{
  stop (NETZ_TIMELINE_BAR (widget));
  GTK_WIDGET_CLASS (netz_timeline_bar_parent_class)->unmap (widget);
}

static void
netz_timeline_bar_dispose (GObject *object)
{
  NetzTimelineBar *self = NETZ_TIMELINE_BAR (object);

  g_clear_handle_id (&self->playing, g_source_remove);
  netz_timeline_bar_set_session (self, NULL);
  g_clear_handle_id (&self->refreshing, g_source_remove);
  g_clear_handle_id (&self->applying, g_source_remove);
  G_OBJECT_CLASS (netz_timeline_bar_parent_class)->dispose (object);
}

static void
netz_timeline_bar_class_init (NetzTimelineBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_timeline_bar_dispose;
  widget_class->map = netz_timeline_bar_map;
  widget_class->unmap = netz_timeline_bar_unmap;
  g_type_ensure (NETZ_TYPE_TIMELINE_CHART);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-timeline-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, step_choice);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, day_label);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, change_label);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, all_button);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, close_button);
  gtk_widget_class_bind_template_child (widget_class, NetzTimelineBar, chart);
  gtk_widget_class_bind_template_callback (widget_class, on_play_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_all_days);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
}

static void
netz_timeline_bar_init (NetzTimelineBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->step_choice, "notify::selected", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  netz_action_name_button (self->close_button, "win.show-timeline");
  /* What has the keyboard is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->step_choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps in which the growth is played"), -1);
}

/**
 * netz_timeline_bar_set_session:
 * @session: (nullable): whose partnerships are shown
 */
void
netz_timeline_bar_set_session (NetzTimelineBar *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_TIMELINE_BAR (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  g_clear_pointer (&self->scope, netz_scope_free);
  g_clear_handle_id (&self->applying, g_source_remove);
  g_clear_handle_id (&self->playing, g_source_remove);
  if (session == NULL)
    return;
  stop (self);
  g_signal_connect_object (session, "scope-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::language", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  queue_refresh (self);
}
