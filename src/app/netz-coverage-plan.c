/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-plan.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GtkWidget *popover;
  char *school;
  char *programme;
  NetzCoveragePlanFunc func;
  gpointer data;
} Offer;

static void
free_offer (gpointer data)
{
  Offer *self = data;

  g_free (self->school);
  g_free (self->programme);
  g_free (self);
}

/**
 * netz_coverage_plan_describe_load:
 * @row: a provider
 *
 * Returns: (transfer full): whether there is room, in words
 */
char *
netz_coverage_plan_describe_load (const NetzLoadRow *row)
{
  guint n = row->state == NETZ_LOAD_OVER ? netz_load_row_get_excess (row) : netz_load_row_get_room (row);

  switch (row->state)
    {
    case NETZ_LOAD_OVER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u too many", "%u too many", n), n);
    case NETZ_LOAD_FULL:
      return g_strdup (_("no more room"));
    case NETZ_LOAD_ROOM:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "room for %u", "room for %u", n), n);
    }
}

static char *
describe (const NetzCandidate *candidate)
{
  g_autofree char *room = netz_coverage_plan_describe_load (candidate->load);

  if (isfinite (candidate->distance))
    /* Translators: kilometres as the crow flies, and whether there is room */
    return g_strdup_printf (_("%.1f km · %s"), candidate->distance, room);
  if (candidate->same_district)
    /* Translators: whether there is room */
    return g_strdup_printf (_("same district · %s"), room);
  return g_steal_pointer (&room);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Offer *offer)
{
  const char *provider = g_object_get_data (G_OBJECT (row), "provider");
  g_autofree char *id = g_strdup (provider);
  g_autofree char *school = g_strdup (offer->school);
  g_autofree char *programme = g_strdup (offer->programme);
  NetzCoveragePlanFunc func = offer->func;
  gpointer data = offer->data;

  gtk_popover_popdown (GTK_POPOVER (offer->popover));
  func (id, school, programme, data);
}

static GtkWidget *
make_row (const NetzCandidate *candidate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (
      candidate->load->provider->name != NULL ? candidate->load->provider->name : _("(no name)"), -1);
  g_autofree char *text = describe (candidate);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "provider",
                          g_strdup (netz_record_get_id (NETZ_RECORD (candidate->load->provider))), g_free);
  return row;
}

static GtkWidget *
make_list (Offer *offer, const GArray *candidates)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window = gtk_scrolled_window_new ();

  for (guint i = 0; i < candidates->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (&g_array_index (candidates, NetzCandidate, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whom to ask"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), offer);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), list);
  return window;
}

static GtkWidget *
make_content (Offer *offer, const char *heading, const GArray *candidates)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (heading);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 38);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (candidates->len > 0)
    gtk_box_append (GTK_BOX (box), make_list (offer, candidates));
  else
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("There is no provider for this in the network.")));
  gtk_widget_set_size_request (box, 320, -1);
  return box;
}

/* The popover goes when it has been closed, but not within its own signal. */
static gboolean
unparent (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkWidget *popover)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (popover));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

/**
 * netz_coverage_plan_offer:
 * @parent: where it opens; must give popovers their place
 * @area: at which place
 * @network: the network
 * @load: what the providers do already
 * @coverage: a coverage
 * @row: the school
 * @column: for what
 * @func: what happens when somebody is chosen
 * @data: for @func; must live as long as @parent
 */
void
netz_coverage_plan_offer (GtkWidget *parent,
                          const GdkRectangle *area,
                          NetzNetwork *network,
                          const NetzLoad *load,
                          const NetzCoverage *coverage,
                          guint row,
                          guint column,
                          NetzCoveragePlanFunc func,
                          gpointer data)
{
  const NetzInstitution *school = coverage->rows[row].school;
  const char *id = netz_record_get_id (&school->parent_instance);
  const char *key = coverage->columns[column].id;
  g_autoptr (GArray) candidates = netz_candidates_new (network, load, id, coverage->options.columns, key);
  /* Translators: the name of a school, and of a programme or a kind of partner */
  g_autofree char *heading
      = g_strdup_printf (_("Plan a partnership of %s: %s"), school->name != NULL ? school->name : "",
                         coverage->columns[column].label);
  Offer *offer = g_new0 (Offer, 1);

  offer->popover = gtk_popover_new ();
  offer->school = g_strdup (id);
  offer->programme = coverage->options.columns == NETZ_COVERAGE_PROGRAMMES ? g_strdup (key) : NULL;
  offer->func = func;
  offer->data = data;
  g_object_set_data_full (G_OBJECT (offer->popover), "offer", offer, free_offer);
  gtk_popover_set_child (GTK_POPOVER (offer->popover), make_content (offer, heading, candidates));
  gtk_popover_set_pointing_to (GTK_POPOVER (offer->popover), area);
  gtk_widget_set_parent (offer->popover, parent);
  g_signal_connect (offer->popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (offer->popover));
}
