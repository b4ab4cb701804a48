/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-synergies.h"

#include "app/netz-long-group.h"
#include "app/netz-messages.h"
#include "app/netz-synergy-row.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

#define LINK_PROGRAMME "partner-link"

/* The pairs of a state. */
typedef struct
{
  NetzInsightsSynergies *section;
  GPtrArray *pairs; /* NetzSynergy, those of the result */
  NetzLongGroup *group;
} Part;

struct _NetzInsightsSynergies
{
  NetzInsightsSection parent_instance;

  Part parts[NETZ_N_SYNERGY_STATES];
  int focused; /* the open pair that the keyboard shall go to when the list is new; -1: none */
};

G_DEFINE_FINAL_TYPE (NetzInsightsSynergies, netz_insights_synergies, NETZ_TYPE_INSIGHTS_SECTION)

/* In the order of the page. */
static const struct
{
  NetzSynergyState state;
  const char *title;
  const char *description;
  const char *nothing; /* what is said where there are none */
} headings[] = {
  { NETZ_SYNERGY_OPEN, N_("Could Work Together"),
    N_("Providers that serve the same schools and are not linked. First come those with the most schools in common; "
       "where that is equal, those for whom these are the larger share of all schools that either serves."),
    N_("No two providers that serve the same school are without a link.") },
  { NETZ_SYNERGY_PLANNED, N_("Planned"),
    N_("They serve the same schools; their link is not among the partnerships that are counted, but there is one.") },
  { NETZ_SYNERGY_LINKED, N_("Work Together Already"), N_("They serve the same schools and are linked.") },
  { NETZ_SYNERGY_IDLE, N_("Linked, but without a School in Common"),
    N_("Here a school could be won for both, or the link has another purpose.") },
};

static gpointer
compute (NetzGraphJob *job, NetzSnapshot *snapshot, NetzStanding standing, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);

  return netz_synergies_find (network, standing);
}

static void
on_show_ids (NetzInsightsSynergies *self, const char *const *ids)
{
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), ids);
}

static void
tell (NetzInsightsSynergies *self, const NetzSynergy *pair)
{
  NetzNetwork *network = netz_session_get_network (netz_window_page_get_session (NETZ_WINDOW_PAGE (self)));
  GtkWidget *messages = gtk_widget_get_ancestor (GTK_WIDGET (self), NETZ_TYPE_MESSAGES);
  g_autofree char *a = netz_describe_record (network, netz_network_find (network, pair->a));
  g_autofree char *b = netz_describe_record (network, netz_network_find (network, pair->b));
  /* Translators: the names of two institutions */
  g_autofree char *text = g_strdup_printf (_("A link of %s and %s is planned, as an idea."), a, b);

  if (messages != NULL)
    netz_messages_toast_undo (NETZ_MESSAGES (messages), text);
}

static void
on_plan (NetzInsightsSynergies *self, NetzSynergyRow *row)
{
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
  NetzNetwork *network = netz_session_get_network (session);
  const NetzSynergy *pair = netz_synergy_row_get_pair (row);
  const char *programme = netz_network_get_programme (network, LINK_PROGRAMME) != NULL ? LINK_PROGRAMME : NULL;
  g_autoptr (NetzDraft) draft = netz_draft_new (network, _("Plan a link"));
  guint index = 0;

  if (netz_connect (draft, pair->a, pair->b, programme, "idea", NULL) == NULL)
    return;
  if (g_ptr_array_find (self->parts[NETZ_SYNERGY_OPEN].pairs, pair, &index))
    self->focused = (int) index;
  if (netz_session_commit (session, draft))
    tell (self, pair);
}

static GtkWidget *
create_row (guint index, gpointer data)
{
  Part *part = data;
  NetzSession *session = netz_window_page_get_session (NETZ_WINDOW_PAGE (part->section));
  GtkWidget *row = netz_synergy_row_new (netz_session_get_part (session), part->pairs->pdata[index], index + 1);

  g_signal_connect_object (row, "show-ids", G_CALLBACK (on_show_ids), part->section, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "plan", G_CALLBACK (on_plan), part->section, G_CONNECT_SWAPPED);
  return row;
}

static void
restore_focus (NetzInsightsSynergies *self)
{
  GtkWidget *row = NULL;

  if (self->focused >= 0)
    row = netz_long_group_get_row (self->parts[NETZ_SYNERGY_OPEN].group, (guint) self->focused);
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  self->focused = -1;
}

static void
show (NetzInsightsSection *section, gpointer result)
{
  NetzInsightsSynergies *self = NETZ_INSIGHTS_SYNERGIES (section);
  const NetzSynergies *synergies = result;

  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    {
      Part *part = &self->parts[state];

      part->pairs = synergies != NULL ? synergies->by_state[state] : NULL;
      netz_long_group_fill (part->group, synergies != NULL ? part->pairs->len : 0,
                            synergies != NULL ? create_row : NULL, part);
    }
  if (synergies != NULL)
    restore_focus (self);
}

static void
netz_insights_synergies_class_init (NetzInsightsSynergiesClass *class)
{
  NETZ_INSIGHTS_SECTION_CLASS (class)->compute = compute;
  NETZ_INSIGHTS_SECTION_CLASS (class)->free_result = (GDestroyNotify) netz_synergies_free;
  NETZ_INSIGHTS_SECTION_CLASS (class)->show = show;
  NETZ_INSIGHTS_SECTION_CLASS (class)->wants_all = TRUE;
}

static void
netz_insights_synergies_init (NetzInsightsSynergies *self)
{
  GtkBox *box = netz_insights_section_add_column (NETZ_INSIGHTS_SECTION (self));

  self->focused = -1;
  for (guint line = 0; line < G_N_ELEMENTS (headings); line++)
    {
      Part *part = &self->parts[headings[line].state];
      GtkWidget *group = netz_long_group_new (_(headings[line].title), _(headings[line].description),
                                              headings[line].nothing != NULL ? _(headings[line].nothing) : NULL);

      part->section = self;
      part->group = NETZ_LONG_GROUP (group);
      gtk_box_append (box, group);
    }
}
