/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-page.h"

#include "app/netz-insights-compare.h"
#include "app/netz-insights-figures.h"
#include "app/netz-insights-structure.h"
#include "app/netz-insights-synergies.h"
#include "app/netz-insights-steps.h"

#include <glib/gi18n-lib.h>

struct _NetzInsightsPage
{
  NetzWindowPage parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  GtkStack *stack;
  GtkWidget *counted;
  GtkDropDown *standing;
};

G_DEFINE_FINAL_TYPE (NetzInsightsPage, netz_insights_page, NETZ_TYPE_WINDOW_PAGE)

/* A line for each section, in the order of the list. */
static const struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} sections[] = {
  { "figures", N_("Key Figures"), netz_insights_figures_get_type },
  { "synergies", N_("Synergies"), netz_insights_synergies_get_type },
  { "structure", N_("Structure"), netz_insights_structure_get_type },
  { "steps", N_("Next Steps"), netz_insights_steps_get_type },
  { "compare", N_("Compare"), netz_insights_compare_get_type },
};

static void
on_show_on_canvas (NetzInsightsPage *self, const char *const *ids)
{
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), ids);
}

static void
add_section (NetzInsightsPage *self, guint line)
{
  GtkWidget *section = g_object_new (sections[line].get_type (), NULL);

  gtk_stack_add_titled (self->stack, section, sections[line].name, _(sections[line].title));
  g_signal_connect_object (section, "show-on-canvas", G_CALLBACK (on_show_on_canvas), self, G_CONNECT_SWAPPED);
}

/* The sidebar names the label in a row, but not the row, which has the keyboard. */
static void
name_rows (GtkWidget *widget, guint *line)
{
  if (GTK_IS_LIST_BOX_ROW (widget) && *line < G_N_ELEMENTS (sections))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _(sections[(*line)++].title), -1);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      name_rows (child, line);
}

static GtkWidget *
get_section (NetzInsightsPage *self, guint line)
{
  return gtk_stack_get_child_by_name (self->stack, sections[line].name);
}

/* Sections that count no partnerships by their status do without the choice. */
static void
on_section_changed (NetzInsightsPage *self)
{
  GtkWidget *section = gtk_stack_get_visible_child (self->stack);

  gtk_widget_set_visible (self->counted, NETZ_IS_INSIGHTS_SECTION (section)
                                             && !NETZ_INSIGHTS_SECTION_GET_CLASS (section)->of_all_statuses);
}

static void
on_standing_changed (NetzInsightsPage *self)
{
  guint standing = gtk_drop_down_get_selected (self->standing);

  for (guint i = 0; i < G_N_ELEMENTS (sections) && standing < NETZ_N_STANDINGS; i++)
    if (NETZ_IS_INSIGHTS_SECTION (get_section (self, i)))
      netz_insights_section_set_standing (NETZ_INSIGHTS_SECTION (get_section (self, i)), standing);
}

/* In a list the Tab key goes from row to row, and in this one that would turn the pages: it leads to the section. */
static gboolean
on_key_pressed (NetzInsightsPage *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab)
    return FALSE;
  return (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0
         && gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
netz_insights_page_session_changed (NetzWindowPage *page)
{
  NetzInsightsPage *self = NETZ_INSIGHTS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    netz_window_page_set_session (NETZ_WINDOW_PAGE (get_section (self, i)), netz_window_page_get_session (page));
}

/* Sections refresh themselves. */
static void
netz_insights_page_refresh (NetzWindowPage *page)
{
}

static void
netz_insights_page_class_init (NetzInsightsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_insights_page_session_changed;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_insights_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsPage, content);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsPage, counted);
  gtk_widget_class_bind_template_child (widget_class, NetzInsightsPage, standing);
  gtk_widget_class_bind_template_callback (widget_class, on_section_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_standing_changed);
}

static void
netz_insights_page_init (NetzInsightsPage *self)
{
  const char *labels[NETZ_N_STANDINGS + 1] = { NULL };
  g_autoptr (GtkStringList) model = NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->sidebar, keys);
  for (guint i = 0; i < NETZ_N_STANDINGS; i++)
    labels[i] = netz_standing_get_label (i);
  model = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->standing, G_LIST_MODEL (model));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, i);
  name_rows (self->sidebar, &(guint){ 0 });
}
