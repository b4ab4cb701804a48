/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-figures.h"

#include "app/netz-degree-picture.h"
#include "app/netz-sheet-saver.h"
#include "planning/netz-key-figures.h"

#include <glib/gi18n-lib.h>

struct _NetzInsightsFigures
{
  NetzInsightsSection parent_instance;

  AdwPreferencesGroup *network;
  AdwPreferencesGroup *roles;
  AdwPreferencesGroup *cohesion;
  NetzDegreePicture *degrees;
  GtkMenuButton *save;
  GPtrArray *rows; /* AdwActionRow, in the order of the figures */
};

G_DEFINE_FINAL_TYPE (NetzInsightsFigures, netz_insights_figures, NETZ_TYPE_INSIGHTS_SECTION)

/* The figures that begin a group; what is before belongs to the first. */
#define FIRST_ROLE "schools"
#define FIRST_COHESION "islands"

static gpointer
compute (NetzGraphJob *job, NetzSnapshot *snapshot, NetzStanding standing, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);

  return netz_key_figures_new (network);
}

static NetzKeyFigures *
get_figures (NetzInsightsFigures *self)
{
  return netz_insights_section_get_result (NETZ_INSIGHTS_SECTION (self));
}

static void
on_activated (NetzInsightsFigures *self, GtkWidget *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    {
      const NetzKeyFigure *figure = get_figures (self)->figures->pdata[index];

      netz_insights_section_show_ids (NETZ_INSIGHTS_SECTION (self), figure->ids);
    }
}

static GtkWidget *
create_row (NetzInsightsFigures *self, const NetzKeyFigure *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_width_chars (GTK_LABEL (number), 7);
  gtk_widget_add_css_class (number, "title-3");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), netz_key_figure_get_label (figure));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), netz_key_figure_get_explanation (figure));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "netz-number", number);
  g_object_set_data (G_OBJECT (row), "netz-arrow", arrow);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  return row;
}

static void
create_rows (NetzInsightsFigures *self, const NetzKeyFigures *figures)
{
  AdwPreferencesGroup *group = self->network;

  for (guint i = 0; i < figures->figures->len; i++)
    {
      const NetzKeyFigure *figure = figures->figures->pdata[i];
      GtkWidget *row = create_row (self, figure);

      if (g_str_equal (figure->id, FIRST_ROLE))
        group = self->roles;
      else if (g_str_equal (figure->id, FIRST_COHESION))
        group = self->cohesion;
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
fill_row (GtkWidget *row, const NetzKeyFigure *figure)
{
  g_autofree char *text = netz_key_figure_print (figure);
  gboolean can_show = figure->ids->len > 0;

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "netz-number"), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_show);
  gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "netz-arrow"), can_show ? 1 : 0);
  gtk_widget_set_tooltip_text (row, can_show ? _("Show on the canvas") : NULL);
  /* The row is labelled by its title, which follows: "15 Schools without a provider". */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, netz_key_figure_get_explanation (figure), -1);
}

static void
show (NetzInsightsSection *section, gpointer result)
{
  NetzInsightsFigures *self = NETZ_INSIGHTS_FIGURES (section);
  const NetzKeyFigures *figures = result;
  g_autofree guint *counts = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), figures != NULL);
  if (figures == NULL)
    return;
  if (self->rows->len == 0)
    create_rows (self, figures);
  for (guint i = 0; i < figures->figures->len; i++)
    fill_row (self->rows->pdata[i], figures->figures->pdata[i]);
  counts = g_new0 (guint, figures->degrees->len + 1);
  for (guint i = 0; i < figures->degrees->len; i++)
    counts[i] = ((GPtrArray *) figures->degrees->pdata[i])->len;
  netz_degree_picture_set_counts (self->degrees, counts, figures->degrees->len);
}

static NetzSheet *
create_sheet (const NetzKeyFigures *figures)
{
  const char *columns[] = { _("Key figure"), _("Number"), _("Meaning"), NULL };
  NetzSheet *sheet = netz_sheet_new (_("Key Figures"), columns);

  for (guint i = 0; i < figures->figures->len; i++)
    {
      const NetzKeyFigure *figure = figures->figures->pdata[i];

      netz_sheet_add_text (sheet, netz_key_figure_get_label (figure));
      netz_sheet_add_number (sheet, figure->value);
      netz_sheet_add_text (sheet, netz_key_figure_get_explanation (figure));
    }
  return sheet;
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NetzInsightsFigures *self = NETZ_INSIGHTS_FIGURES (widget);
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));

  if (session != NULL && get_figures (self) != NULL)
    netz_sheet_saver_save (widget, session, create_sheet (get_figures (self)),
                           g_variant_get_string (parameter, NULL)[0]);
}

static void
netz_insights_figures_finalize (GObject *object)
{
  g_ptr_array_unref (NETZ_INSIGHTS_FIGURES (object)->rows);
  G_OBJECT_CLASS (netz_insights_figures_parent_class)->finalize (object);
}

static void
netz_insights_figures_class_init (NetzInsightsFiguresClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_insights_figures_finalize;
  NETZ_INSIGHTS_SECTION_CLASS (class)->compute = compute;
  NETZ_INSIGHTS_SECTION_CLASS (class)->free_result = (GDestroyNotify) netz_key_figures_free;
  NETZ_INSIGHTS_SECTION_CLASS (class)->show = show;
  gtk_widget_class_install_action (widget_class, "figures.save", "s", on_save);
}

static void
netz_insights_figures_init (NetzInsightsFigures *self)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (NETZ_TYPE_DEGREE_PICTURE);
  self->rows = g_ptr_array_new ();
  builder = gtk_builder_new_from_resource ("/io/github/netzwerkstatt/Netzwerkstatt/netz-insights-figures.ui");
  self->network = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "network"));
  self->roles = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "roles"));
  self->cohesion = ADW_PREFERENCES_GROUP (gtk_builder_get_object (builder, "cohesion"));
  self->degrees = NETZ_DEGREE_PICTURE (gtk_builder_get_object (builder, "degrees"));
  self->save = GTK_MENU_BUTTON (gtk_builder_get_object (builder, "save"));
  netz_insights_section_set_content (NETZ_INSIGHTS_SECTION (self),
                                     GTK_WIDGET (gtk_builder_get_object (builder, "content")));
}
