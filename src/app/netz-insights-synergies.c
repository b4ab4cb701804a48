/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-insights-synergies.h"

#include "app/netz-messages.h"
#include "app/netz-synergy-row.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* So many pairs are shown at first, and more on request. */
#define MOST_PAIRS 25

#define LINK_PROGRAMME "partner-link"

/* The pairs of a state, of which some are shown. */
typedef struct
{
  AdwPreferencesGroup *group;
  GtkWidget *more;
  GPtrArray *rows; /* GtkWidget */
} Part;

struct _NetzInsightsSynergies
{
  NetzInsightsSection parent_instance;

  Part parts[NETZ_N_SYNERGY_STATES];
  GtkBox *box;
  int focused; /* the open pair that the keyboard shall go to when the list is new; -1: none */
};

G_DEFINE_FINAL_TYPE (NetzInsightsSynergies, netz_insights_synergies, NETZ_TYPE_INSIGHTS_SECTION)

/* In the order of the page. */
static const struct
{
  NetzSynergyState state;
  const char *title;
  const char *description;
} headings[] = {
  { NETZ_SYNERGY_OPEN, N_("Could Work Together"),
    N_("Providers that serve the same schools and are not linked. First come those with the most schools in common; "
       "where that is equal, those for whom these are the larger share of all schools that either serves.") },
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
  if (g_ptr_array_find (self->parts[NETZ_SYNERGY_OPEN].rows, row, &index))
    self->focused = (int) index;
  if (netz_session_commit (session, draft))
    tell (self, pair);
}

static void
add_rows (NetzInsightsSynergies *self, NetzSynergyState state, guint n)
{
  NetzNetwork *network = netz_session_get_part (netz_window_page_get_session (NETZ_WINDOW_PAGE (self)));
  const NetzSynergies *result = netz_insights_section_get_result (NETZ_INSIGHTS_SECTION (self));
  GPtrArray *pairs = result->by_state[state];
  Part *part = &self->parts[state];

  for (guint end = MIN (pairs->len, part->rows->len + n); part->rows->len < end;)
    {
      guint i = part->rows->len;
      GtkWidget *row = netz_synergy_row_new (network, pairs->pdata[i], i + 1);

      g_signal_connect_object (row, "show-ids", G_CALLBACK (on_show_ids), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "plan", G_CALLBACK (on_plan), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (part->group, row);
      g_ptr_array_add (part->rows, row);
    }
  gtk_widget_set_visible (part->more, part->rows->len < pairs->len);
}

static void
on_more (NetzInsightsSynergies *self, GtkWidget *button)
{
  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    if (self->parts[state].more == button)
      {
        guint first_new = self->parts[state].rows->len;

        add_rows (self, state, MOST_PAIRS);
        gtk_widget_child_focus (self->parts[state].rows->pdata[first_new], GTK_DIR_TAB_FORWARD);
      }
}

static void
clear_part (Part *part)
{
  for (guint i = 0; i < part->rows->len; i++)
    adw_preferences_group_remove (part->group, part->rows->pdata[i]);
  g_ptr_array_set_size (part->rows, 0);
}

static void
fill_part (NetzInsightsSynergies *self, guint line, guint n)
{
  Part *part = &self->parts[headings[line].state];
  /* Translators: a heading and how many pairs follow */
  g_autofree char *title = g_strdup_printf (_("%s (%'u)"), _(headings[line].title), n);
  gboolean is_open = headings[line].state == NETZ_SYNERGY_OPEN;

  adw_preferences_group_set_title (part->group, title);
  adw_preferences_group_set_description (
      part->group, is_open && n == 0 ? _("No two providers that serve the same school are without a link.")
                                     : _(headings[line].description));
  gtk_widget_set_visible (GTK_WIDGET (part->group), is_open || n > 0);
  add_rows (self, headings[line].state, MOST_PAIRS);
}

static void
restore_focus (NetzInsightsSynergies *self)
{
  GPtrArray *rows = self->parts[NETZ_SYNERGY_OPEN].rows;

  if (self->focused >= 0 && rows->len > 0)
    gtk_widget_child_focus (rows->pdata[MIN ((guint) self->focused, rows->len - 1)], GTK_DIR_TAB_FORWARD);
  self->focused = -1;
}

static void
show (NetzInsightsSection *section, gpointer result)
{
  NetzInsightsSynergies *self = NETZ_INSIGHTS_SYNERGIES (section);
  const NetzSynergies *synergies = result;

  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    {
      clear_part (&self->parts[state]);
      gtk_widget_set_visible (GTK_WIDGET (self->parts[state].group), FALSE);
    }
  if (synergies == NULL)
    return;
  for (guint line = 0; line < G_N_ELEMENTS (headings); line++)
    fill_part (self, line, synergies->by_state[headings[line].state]->len);
  restore_focus (self);
}

static void
add_part (NetzInsightsSynergies *self, NetzSynergyState state)
{
  Part *part = &self->parts[state];

  part->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  part->rows = g_ptr_array_new ();
  part->more = gtk_button_new_with_label (_("Show More"));
  gtk_widget_set_halign (part->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (part->more, FALSE);
  g_signal_connect_object (part->more, "clicked", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (part->group));
  gtk_box_append (self->box, part->more);
}

static void
netz_insights_synergies_finalize (GObject *object)
{
  for (guint state = 0; state < NETZ_N_SYNERGY_STATES; state++)
    g_ptr_array_unref (NETZ_INSIGHTS_SYNERGIES (object)->parts[state].rows);
  G_OBJECT_CLASS (netz_insights_synergies_parent_class)->finalize (object);
}

static void
netz_insights_synergies_class_init (NetzInsightsSynergiesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_insights_synergies_finalize;
  NETZ_INSIGHTS_SECTION_CLASS (class)->compute = compute;
  NETZ_INSIGHTS_SECTION_CLASS (class)->free_result = (GDestroyNotify) netz_synergies_free;
  NETZ_INSIGHTS_SECTION_CLASS (class)->show = show;
  NETZ_INSIGHTS_SECTION_CLASS (class)->wants_all = TRUE;
}

static void
netz_insights_synergies_init (NetzInsightsSynergies *self)
{
  self->focused = -1;
  self->box = netz_insights_section_add_column (NETZ_INSIGHTS_SECTION (self));
  for (guint line = 0; line < G_N_ELEMENTS (headings); line++)
    add_part (self, headings[line].state);
}
