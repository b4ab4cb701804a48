/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-section.h"

#include <glib/gi18n-lib.h>

/* Milliseconds: what is done by then needs no bar, and how often the bar moves. */
#define PATIENCE 300
#define TICK 100

typedef struct
{
  NetzStanding standing;
  NetzGraphJob *job; /* the one whose result is waited for */
  GCancellable *cancellable;
  gpointer result;
  guint tick;
  guint waited; /* milliseconds */

  GtkWidget *busy;
  GtkLabel *told;
  GtkProgressBar *bar;
  GtkButton *button;
  gboolean stopped; /* the button begins again */
  AdwBin *content;
} NetzInsightsSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NetzInsightsSection, netz_insights_section, NETZ_TYPE_WINDOW_PAGE)

/* What the thread is given. */
typedef struct
{
  NetzInsightsSectionClass *class;
  NetzSnapshot *snapshot;
  NetzStanding standing;
} Task;

/* Who waits for which result. */
typedef struct
{
  NetzInsightsSection *section;
  NetzGraphJob *job;
} Waiting;

static NetzInsightsSectionPrivate *
get_private (NetzInsightsSection *self)
{
  return netz_insights_section_get_instance_private (self);
}

static void
free_task (gpointer data)
{
  Task *task = data;

  netz_snapshot_unref (task->snapshot);
  g_type_class_unref (task->class);
  g_free (task);
}

static gpointer
compute (NetzGraphJob *job, gpointer data, GError **error)
{
  Task *task = data;
  g_autoptr (NetzSnapshot) counted = NULL;

  if (task->class->wants_all)
    return task->class->compute (job, task->snapshot, task->standing, error);
  counted = netz_standing_cut (task->standing, task->snapshot);
  return task->class->compute (job, counted, task->standing, error);
}

static void
forget_job (NetzInsightsSectionPrivate *private)
{
  g_clear_handle_id (&private->tick, g_source_remove);
  g_clear_pointer (&private->job, netz_graph_job_unref);
  g_clear_object (&private->cancellable);
}

static void
stop (NetzInsightsSectionPrivate *private)
{
  if (private->cancellable != NULL)
    g_cancellable_cancel (private->cancellable);
  forget_job (private);
}

static void
show_busy (NetzInsightsSectionPrivate *private, const char *text, const char *button, gboolean running)
{
  gtk_label_set_label (private->told, text);
  gtk_button_set_label (private->button, button);
  /* The button stays where it is. */
  gtk_widget_set_hexpand (GTK_WIDGET (private->told), !running);
  gtk_widget_set_visible (GTK_WIDGET (private->bar), running);
  private->stopped = !running;
  gtk_widget_set_visible (private->busy, TRUE);
}

static gboolean
on_tick (gpointer data)
{
  NetzInsightsSectionPrivate *private = get_private (data);

  private->waited += TICK;
  if (private->waited >= PATIENCE && !gtk_widget_get_visible (private->busy))
    show_busy (private, _("Counting…"), _("Cancel"), TRUE);
  gtk_progress_bar_set_fraction (private->bar, netz_graph_job_get_progress (private->job));
  return G_SOURCE_CONTINUE;
}

static void
take_result (NetzInsightsSection *self, gpointer result)
{
  NetzInsightsSectionPrivate *private = get_private (self);
  NetzInsightsSectionClass *class = NETZ_INSIGHTS_SECTION_GET_CLASS (self);
  gpointer old = private->result;

  private->result = result;
  class->show (self, result);
  if (old != NULL)
    class->free_result (old);
}

static void
free_waiting (Waiting *self)
{
  g_object_unref (self->section);
  netz_graph_job_unref (self->job);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, free_waiting)

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Waiting) waiting = data;
  NetzInsightsSection *self = waiting->section;
  NetzInsightsSectionPrivate *private = get_private (self);
  g_autoptr (GError) error = NULL;
  gpointer found = netz_graph_job_run_finish (result, &error);

  /* Something else is waited for by now, or nothing. */
  if (waiting->job != private->job)
    {
      if (found != NULL)
        NETZ_INSIGHTS_SECTION_GET_CLASS (self)->free_result (found);
      return;
    }
  forget_job (private);
  if (found == NULL)
    {
      show_busy (private, error->message, _("Count Again"), FALSE);
      return;
    }
  gtk_widget_set_visible (private->busy, FALSE);
  take_result (self, found);
}

static void
netz_insights_section_refresh (NetzWindowPage *page)
{
  NetzInsightsSection *self = NETZ_INSIGHTS_SECTION (page);
  NetzInsightsSectionPrivate *private = get_private (self);
  Task *task = g_new0 (Task, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  stop (private);
  task->class = g_type_class_ref (G_OBJECT_TYPE (self));
  task->snapshot = netz_network_snapshot (netz_session_get_part (netz_window_page_get_session (page)));
  task->standing = private->standing;
  private->cancellable = g_cancellable_new ();
  private->job = netz_graph_job_new (private->cancellable);
  private->waited = 0;
  private->tick = g_timeout_add (TICK, on_tick, self);
  waiting->section = g_object_ref (self);
  waiting->job = netz_graph_job_ref (private->job);
  netz_graph_job_run_async (private->job, compute, task, free_task, task->class->free_result, on_done, waiting);
}

static void
netz_insights_section_session_changed (NetzWindowPage *page)
{
  NetzInsightsSection *self = NETZ_INSIGHTS_SECTION (page);
  NetzInsightsSectionPrivate *private = get_private (self);

  stop (private);
  gtk_widget_set_visible (private->busy, FALSE);
  take_result (self, NULL);
}

static void
on_button (NetzInsightsSection *self)
{
  NetzInsightsSectionPrivate *private = get_private (self);

  if (private->stopped)
    {
      gtk_widget_set_visible (private->busy, FALSE);
      netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (self));
      return;
    }
  stop (private);
  show_busy (private, _("It was stopped; what stands here may be out of date."), _("Count Again"), FALSE);
}

static void
netz_insights_section_dispose (GObject *object)
{
  NetzInsightsSection *self = NETZ_INSIGHTS_SECTION (object);
  NetzInsightsSectionPrivate *private = get_private (self);

  stop (private);
  G_OBJECT_CLASS (netz_insights_section_parent_class)->dispose (object);
}

static void
netz_insights_section_finalize (GObject *object)
{
  NetzInsightsSection *self = NETZ_INSIGHTS_SECTION (object);
  NetzInsightsSectionPrivate *private = get_private (self);

  if (private->result != NULL)
    NETZ_INSIGHTS_SECTION_GET_CLASS (self)->free_result (private->result);
  G_OBJECT_CLASS (netz_insights_section_parent_class)->finalize (object);
}

static void
netz_insights_section_class_init (NetzInsightsSectionClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_insights_section_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_insights_section_finalize;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_insights_section_refresh;
  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_insights_section_session_changed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-insights-section.ui");
  gtk_widget_class_bind_template_child_private (widget_class, NetzInsightsSection, busy);
  gtk_widget_class_bind_template_child_private (widget_class, NetzInsightsSection, told);
  gtk_widget_class_bind_template_child_private (widget_class, NetzInsightsSection, bar);
  gtk_widget_class_bind_template_child_private (widget_class, NetzInsightsSection, button);
  gtk_widget_class_bind_template_child_private (widget_class, NetzInsightsSection, content);
  gtk_widget_class_bind_template_callback (widget_class, on_button);
}

static void
netz_insights_section_init (NetzInsightsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * netz_insights_section_get_standing:
 *
 * Returns: which partnerships are counted
 */
NetzStanding
netz_insights_section_get_standing (NetzInsightsSection *self)
{
  return get_private (self)->standing;
}

/**
 * netz_insights_section_set_standing:
 * @standing: which partnerships are to be counted
 */
void
netz_insights_section_set_standing (NetzInsightsSection *self, NetzStanding standing)
{
  NetzInsightsSectionPrivate *private = get_private (self);

  g_return_if_fail (NETZ_IS_INSIGHTS_SECTION (self));

  if (private->standing == standing)
    return;
  private->standing = standing;
  netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (self));
}

/**
 * netz_insights_section_get_result:
 *
 * Returns: (nullable) (transfer none): what is shown
 */
gpointer
netz_insights_section_get_result (NetzInsightsSection *self)
{
  return get_private (self)->result;
}

/**
 * netz_insights_section_set_content:
 * @content: (transfer none): what shows the result
 */
void
netz_insights_section_set_content (NetzInsightsSection *self, GtkWidget *content)
{
  adw_bin_set_child (get_private (self)->content, content);
}

/**
 * netz_insights_section_add_column:
 *
 * Makes a column that scrolls, no wider than is good to read, the content.
 *
 * Returns: (transfer none): what stands in it, one below the other
 */
GtkBox *
netz_insights_section_add_column (NetzInsightsSection *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  netz_insights_section_set_content (self, scroller);
  return GTK_BOX (box);
}

/**
 * netz_insights_section_show_ids:
 * @ids: (element-type utf8): records
 *
 * Asks for the canvas, with these selected.
 */
void
netz_insights_section_show_ids (NetzInsightsSection *self, GPtrArray *ids)
{
  g_autofree const char **list = g_new0 (const char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    list[i] = ids->pdata[i];
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), list);
}
