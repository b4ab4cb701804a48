/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-steps.h"

#include "app/netz-agreements-list.h"
#include "app/netz-plan-table.h"
#include "app/netz-sheet-saver.h"
#include "app/netz-steps-list.h"
#include "format/netz-catalogue-folder.h"
#include "model/netz-date.h"

#include <time.h>

struct _NetzInsightsSteps
{
  NetzInsightsSection parent_instance;

  GtkStack *stack;
  NetzStepsList *steps;
  NetzPlanTable *plan;
  NetzAgreementsList *agreements;
  GtkMenuButton *save;
  gboolean keep_order; /* what is in sight stays where it is */
};

G_DEFINE_FINAL_TYPE (NetzInsightsSteps, netz_insights_steps, NETZ_TYPE_INSIGHTS_SECTION)

/* What is found out in the thread. Nothing in it depends on the day but for marks, which are set when it is shown. */
typedef struct
{
  GArray *steps;
  GPtrArray *by_programme;
  GPtrArray *by_district;
  NetzAgreements *agreements;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_array_unref (found->steps);
  g_ptr_array_unref (found->by_programme);
  g_ptr_array_unref (found->by_district);
  netz_agreements_free (found->agreements);
  g_free (found);
}

static void
get_today (GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_time_t (day, time (NULL));
}

static gpointer
compute (NetzGraphJob *job, NetzSnapshot *snapshot, NetzStanding standing, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load_for (network, error);
  Found *found;
  GDate day;

  if (catalogue == NULL)
    return NULL;
  get_today (&day);
  found = g_new0 (Found, 1);
  found->agreements = netz_agreements_new (network, catalogue, &day, 0);
  found->steps = netz_next_steps_new (network, &day);
  found->by_programme = netz_plan_new (network, NETZ_PLAN_BY_PROGRAMME);
  found->by_district = netz_plan_new (network, NETZ_PLAN_BY_DISTRICT);
  return found;
}

/* The day that is looked at, else today. */
static void
get_day (NetzInsightsSteps *self, GDate *day)
{
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
  NetzDate date;
  GDate first;

  if (session != NULL && netz_date_parse (netz_session_get_scope (session)->as_of, &date))
    netz_date_get_span (&date, &first, day);
  else
    get_today (day);
}

static void
show (NetzInsightsSection *section, gpointer result)
{
  NetzInsightsSteps *self = NETZ_INSIGHTS_STEPS (section);
  const Found *found = result;
  GDate day;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), found != NULL);
  if (found == NULL)
    {
      NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));

      netz_steps_list_set_session (self->steps, session);
      netz_agreements_list_set_session (self->agreements, session);
      self->keep_order = FALSE;
      return;
    }
  get_day (self, &day);
  netz_steps_list_show (self->steps, found->steps, &day, self->keep_order);
  netz_agreements_list_show (self->agreements, found->agreements, &day, self->keep_order);
  netz_plan_table_show (self->plan, found->by_programme, found->by_district);
  self->keep_order = TRUE;
}

static NetzSheet *
create_sheet (NetzInsightsSteps *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->stack);

  if (visible == GTK_WIDGET (self->plan))
    return netz_plan_table_create_sheet (self->plan);
  if (visible == GTK_WIDGET (self->agreements))
    return netz_agreements_list_create_sheet (self->agreements);
  return netz_steps_list_create_sheet (self->steps);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NetzInsightsSteps *self = NETZ_INSIGHTS_STEPS (widget);
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));

  if (session != NULL && netz_insights_section_get_result (NETZ_INSIGHTS_SECTION (self)) != NULL)
    netz_sheet_saver_save (widget, session, create_sheet (self), g_variant_get_string (parameter, NULL)[0]);
}

/* Who comes back finds the list in its order again. */
static void
netz_insights_steps_unmap (GtkWidget *widget)
{
  NETZ_INSIGHTS_STEPS (widget)->keep_order = FALSE;
  netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (widget));
  GTK_WIDGET_CLASS (netz_insights_steps_parent_class)->unmap (widget);
}

static void
netz_insights_steps_class_init (NetzInsightsStepsClass *class)
{
  NetzInsightsSectionClass *section_class = NETZ_INSIGHTS_SECTION_CLASS (class);

  GTK_WIDGET_CLASS (class)->unmap = netz_insights_steps_unmap;
  section_class->compute = compute;
  section_class->free_result = free_found;
  section_class->show = show;
  section_class->wants_all = TRUE;
  section_class->of_all_statuses = TRUE;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "steps.save", "s", on_save);
}

static void
netz_insights_steps_init (NetzInsightsSteps *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (NETZ_TYPE_STEPS_LIST);
  g_type_ensure (NETZ_TYPE_PLAN_TABLE);
  g_type_ensure (NETZ_TYPE_AGREEMENTS_LIST);
  builder = gtk_builder_new_from_resource ("/io/github/netzwerkstatt/Netzwerkstatt/netz-insights-steps.ui");
  self->stack = GTK_STACK (gtk_builder_get_object (builder, "stack"));
  self->steps = NETZ_STEPS_LIST (gtk_builder_get_object (builder, "steps"));
  self->plan = NETZ_PLAN_TABLE (gtk_builder_get_object (builder, "plan"));
  self->agreements = NETZ_AGREEMENTS_LIST (gtk_builder_get_object (builder, "agreements"));
  self->save = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "save"));
  netz_insights_section_set_content (NETZ_INSIGHTS_SECTION (self),
                                     GTK_WIDGET (gtk_builder_get_object (builder, "content")));
}
