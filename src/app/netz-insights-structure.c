/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-structure.h"

#include "app/netz-long-group.h"
#include "app/netz-structure-rows.h"
#include "app/netz-way-group.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  BETWEEN,
  CUTS,
  BRIDGES,
  ISLANDS,
  COMMUNITIES,
  N_PARTS,
} PartId;

typedef GtkWidget *(*RowFunc) (NetzNetwork *network, const NetzStructureResult *result, guint index);

/* A group of rows, and what makes one. */
typedef struct
{
  NetzInsightsStructure *section;
  NetzLongGroup *group;
  RowFunc create_row;
} Part;

struct _NetzInsightsStructure
{
  NetzInsightsSection parent_instance;

  Part parts[N_PARTS];
  NetzWayGroup *way;
  GtkToggleButton *colour;
  gboolean syncing; /* the button follows the scene, and not the other way round */
};

G_DEFINE_FINAL_TYPE (NetzInsightsStructure, netz_insights_structure, NETZ_TYPE_INSIGHTS_SECTION)

static const struct
{
  const char *title;
  const char *description;
  const char *nothing;
  RowFunc create_row;
} headings[N_PARTS] = {
  [BETWEEN] = { N_("Who Holds the Network Together"),
                N_("Whoever lies on many of the shortest ways between others brings them together (betweenness)."),
                N_("Nobody lies between two others."), netz_structure_row_new_between },
  [CUTS] = { N_("Without Them It Falls Apart"),
             N_("If one of these leaves, some lose all that joins them with the rest. A second partner mends that."),
             N_("Whoever leaves, all others stay joined as they are."), netz_structure_row_new_cut },
  [BRIDGES] = { N_("Hanging by One Thread"),
                N_("Two that alone join two parts of the network: when they part, so does the network."),
                N_("No two partners alone join two parts of the network."), netz_structure_row_new_bridge },
  [ISLANDS] = { N_("Islands"), N_("Parts of the network that nothing joins, the largest first."), NULL,
                netz_structure_row_new_island },
  [COMMUNITIES] = { N_("Communities"),
                    N_("They work together more among themselves than with others. Another division may be nearly as "
                       "good: the groups are a hint, not a fact."),
                    N_("There are no partnerships, and so no communities."), netz_structure_row_new_community },
};

static gpointer
compute (NetzGraphJob *job, NetzSnapshot *snapshot, NetzStanding standing, GError **error)
{
  return netz_structure_result_new (job, snapshot, error);
}

static NetzSession *
get_session (NetzInsightsStructure *self)
{
  return netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
}

static void
on_activated (NetzInsightsStructure *self, GtkWidget *row)
{
  netz_insights_section_show_ids (NETZ_INSIGHTS_SECTION (self), netz_structure_row_get_ids (row));
}

static void
on_show_ids (NetzInsightsStructure *self, const char *const *ids)
{
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), ids);
}

static GtkWidget *
create_row (guint index, gpointer data)
{
  Part *part = data;
  const NetzStructureResult *result = netz_insights_section_get_result (NETZ_INSIGHTS_SECTION (part->section));
  GtkWidget *row = part->create_row (netz_session_get_part (get_session (part->section)), result, index);

  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), part->section, G_CONNECT_SWAPPED);
  return row;
}

/* Looking at the colours means looking at the canvas. */
static void
on_colour_toggled (NetzInsightsStructure *self)
{
  NetzSession *session = get_session (self);
  const NetzStructureResult *result = netz_insights_section_get_result (NETZ_INSIGHTS_SECTION (self));
  const char *const nothing[] = { NULL };

  if (self->syncing || session == NULL || result == NULL)
    return;
  if (gtk_toggle_button_get_active (self->colour))
    {
      g_autoptr (NetzColouring) colouring = netz_structure_get_colouring (netz_session_get_part (session), result);

      netz_scene_set_colouring (netz_session_get_scene (session), colouring);
      netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), nothing);
    }
  else
    netz_scene_set_colouring (netz_session_get_scene (session), NULL);
}

static void
update_colour (NetzInsightsStructure *self)
{
  NetzSession *session = get_session (self);
  gboolean on = session != NULL && netz_scene_get_colouring (netz_session_get_scene (session)) != NULL;

  self->syncing = TRUE;
  gtk_toggle_button_set_active (self->colour, on);
  self->syncing = FALSE;
}

static guint
count_rows (const NetzStructureResult *result, PartId part)
{
  switch (part)
    {
    case BETWEEN:
      return result->between->len;
    case CUTS:
      return netz_graph_structure_get_n_cuts (result->structure);
    case BRIDGES:
      return netz_graph_structure_get_n_bridges (result->structure);
    case ISLANDS:
      return netz_graph_structure_get_n_components (result->structure);
    default:
      return result->communities->communities->len;
    }
}

static void
show (NetzInsightsSection *section, gpointer data)
{
  NetzInsightsStructure *self = NETZ_INSIGHTS_STRUCTURE (section);
  const NetzStructureResult *result = data;

  for (guint i = 0; i < N_PARTS; i++)
    netz_long_group_fill (self->parts[i].group, result != NULL ? count_rows (result, i) : 0,
                          result != NULL ? create_row : NULL, &self->parts[i]);
  gtk_widget_set_sensitive (GTK_WIDGET (self->colour), result != NULL && count_rows (result, COMMUNITIES) > 0);
  netz_way_group_refresh (self->way, get_session (self), netz_insights_section_get_standing (section));
  update_colour (self);
}

static void
netz_insights_structure_map (GtkWidget *widget)
{
  NetzInsightsStructure *self = NETZ_INSIGHTS_STRUCTURE (widget);

  GTK_WIDGET_CLASS (netz_insights_structure_parent_class)->map (widget);
  netz_way_group_refresh (self->way, get_session (self),
                          netz_insights_section_get_standing (NETZ_INSIGHTS_SECTION (self)));
  update_colour (self);
}

static void
netz_insights_structure_class_init (NetzInsightsStructureClass *class)
{
  GTK_WIDGET_CLASS (class)->map = netz_insights_structure_map;
  NETZ_INSIGHTS_SECTION_CLASS (class)->compute = compute;
  NETZ_INSIGHTS_SECTION_CLASS (class)->free_result = (GDestroyNotify) netz_structure_result_free;
  NETZ_INSIGHTS_SECTION_CLASS (class)->show = show;
}

static void
add_part (NetzInsightsStructure *self, GtkBox *box, PartId id)
{
  Part *part = &self->parts[id];
  GtkWidget *group = netz_long_group_new (_(headings[id].title), _(headings[id].description),
                                          headings[id].nothing != NULL ? _(headings[id].nothing) : NULL);

  part->section = self;
  part->group = NETZ_LONG_GROUP (group);
  part->create_row = headings[id].create_row;
  gtk_box_append (box, group);
}

static void
netz_insights_structure_init (NetzInsightsStructure *self)
{
  GtkBox *box = netz_insights_section_add_column (NETZ_INSIGHTS_SECTION (self));

  for (guint i = 0; i < N_PARTS; i++)
    add_part (self, box, i);
  self->colour = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Show by Colour")));
  gtk_widget_set_valign (GTK_WIDGET (self->colour), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->colour),
                               _("The canvas shows the groups by colour and number; the file stays as it is."));
  g_signal_connect_object (self->colour, "toggled", G_CALLBACK (on_colour_toggled), self, G_CONNECT_SWAPPED);
  netz_long_group_set_suffix (self->parts[COMMUNITIES].group, GTK_WIDGET (self->colour));
  self->way = NETZ_WAY_GROUP (netz_way_group_new ());
  g_signal_connect_object (self->way, "show-ids", G_CALLBACK (on_show_ids), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->way));
}
