/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-round-panel.h"

#include "app/netz-workshop-page.h"
#include "planning/netz-round.h"
#include "planning/netz-session-log.h"

#include <glib/gi18n-lib.h>

#define MOST_QUESTIONS 8

struct _NetzRoundPanel
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *state;
  GtkCheckButton *done;
  GtkWidget *previous;
  GtkWidget *next;
  GtkBox *marks;

  GtkWidget *buttons[MOST_QUESTIONS];
  gboolean finished[MOST_QUESTIONS];
  guint question;
  guint n_questions;
  const NetzRoundQuestion *questions;

  NetzSession *session; /* NULL: no round is under way */
  NetzCatalogue *catalogue;
  NetzScope *before;
  guint idle;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NetzRoundPanel, netz_round_panel, ADW_TYPE_BIN)

/* The workshop of the session that is open, else the first. */
static NetzWorkshop *
find_workshop (NetzRoundPanel *self)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  NetzWorkshop *workshop = netz_session_log_find_open (network, NULL);

  return workshop != NULL ? workshop : netz_readiness_choose_workshop (network, NULL);
}

static void
mark_questions (NetzRoundPanel *self)
{
  for (guint i = 0; i < self->n_questions; i++)
    {
      g_autofree char *label
          = self->finished[i] ? g_strdup_printf ("%u ✓", i + 1) : g_strdup_printf ("%u", i + 1);
      g_autofree char *name
          = self->finished[i] ? g_strdup_printf (_("%s Talked about."), _(self->questions[i].title))
                              : g_strdup (_(self->questions[i].title));

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (i == self->question)
        gtk_widget_add_css_class (self->buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (self->buttons[i], "suggested-action");
    }
}

static void
show_question (NetzRoundPanel *self, const char *state)
{
  const NetzRoundQuestion *question = &self->questions[self->question];
  /* TRANSLATORS: which question of the guided round this is, of how many, and the question. */
  g_autofree char *title = g_strdup_printf (_("%u of %u: %s"), self->question + 1, self->n_questions,
                                            _(question->title));

  self->filling = TRUE;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, _(question->text));
  gtk_label_set_label (self->state, state);
  gtk_check_button_set_active (self->done, self->finished[self->question]);
  gtk_widget_set_sensitive (self->previous, self->question > 0);
  gtk_widget_set_sensitive (self->next, self->question + 1 < self->n_questions);
  mark_questions (self);
  self->filling = FALSE;
}

static void
refresh (NetzRoundPanel *self)
{
  NetzNetwork *network = netz_session_get_network (self->session);
  NetzWorkshop *workshop = find_workshop (self);
  g_autoptr (NetzReadiness) readiness = netz_readiness_new (network, workshop, self->catalogue, NULL);
  g_autoptr (NetzScope) scope = netz_round_make_scope (self->question, network, readiness);
  g_autofree char *state = netz_round_tell (self->question, network, workshop, readiness);
  g_autoptr (GError) error = NULL;

  if (!netz_session_set_scope (self->session, scope, &error))
    g_warning ("%s", error->message);
  show_question (self, state);
}

static gboolean
refresh_when_idle (gpointer data)
{
  NetzRoundPanel *self = data;

  self->idle = 0;
  if (self->session != NULL)
    refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (NetzRoundPanel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_when_idle, self);
}

static void
on_previous (NetzRoundPanel *self)
{
  netz_round_panel_step (self, -1);
}

static void
on_next (NetzRoundPanel *self)
{
  netz_round_panel_step (self, 1);
}

static void
on_done (NetzRoundPanel *self)
{
  if (self->filling)
    return;
  self->finished[self->question] = gtk_check_button_get_active (self->done);
  mark_questions (self);
}

static void
on_jump (NetzRoundPanel *self, GtkWidget *button)
{
  for (guint i = 0; i < self->n_questions; i++)
    if (self->buttons[i] == button)
      netz_round_panel_step (self, (int) i - (int) self->question);
}

static void
forget (NetzRoundPanel *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->catalogue, netz_catalogue_unref);
  g_clear_pointer (&self->before, netz_scope_free);
}

static void
netz_round_panel_dispose (GObject *object)
{
  forget (NETZ_ROUND_PANEL (object));
  G_OBJECT_CLASS (netz_round_panel_parent_class)->dispose (object);
}

static gboolean
on_key_next (GtkWidget *widget, GVariant *step, gpointer data)
{
  netz_round_panel_step (NETZ_ROUND_PANEL (widget), g_variant_get_int32 (step));
  return TRUE;
}

static gboolean
on_key_end (GtkWidget *widget, GVariant *none, gpointer data)
{
  netz_round_panel_end (NETZ_ROUND_PANEL (widget));
  return TRUE;
}

static void
netz_round_panel_class_init (NetzRoundPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_round_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-round-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, title);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, text);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, state);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, done);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, previous);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, next);
  gtk_widget_class_bind_template_child (widget_class, NetzRoundPanel, marks);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_done);
  gtk_widget_class_bind_template_callback (widget_class, netz_round_panel_end);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_key_next, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_key_next, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_key_end, NULL);
}

static void
netz_round_panel_init (NetzRoundPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->questions = netz_round_get (&self->n_questions);
  g_assert (self->n_questions <= MOST_QUESTIONS);
  for (guint i = 0; i < self->n_questions; i++)
    {
      self->buttons[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "netz-mark");
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (on_jump), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->marks, self->buttons[i]);
    }
}

/**
 * netz_round_panel_new:
 *
 * Returns: (transfer floating): a panel, hidden
 */
GtkWidget *
netz_round_panel_new (void)
{
  return g_object_new (NETZ_TYPE_ROUND_PANEL, NULL);
}

/**
 * netz_round_panel_begin:
 * @session: the document at work
 *
 * Shows the first question. What part of the network was looked at before is kept in mind.
 */
void
netz_round_panel_begin (NetzRoundPanel *self, NetzSession *session)
{
  NetzNetwork *network = netz_session_get_network (session);

  g_return_if_fail (NETZ_IS_ROUND_PANEL (self));

  netz_round_panel_end (self);
  self->session = g_object_ref (session);
  self->catalogue = netz_workshop_page_load_catalogue (network);
  self->before = netz_scope_copy (netz_session_get_scope (session));
  self->question = 0;
  for (guint i = 0; i < self->n_questions; i++)
    self->finished[i] = FALSE;
  g_signal_connect_object (network, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->next);
}

/**
 * netz_round_panel_step:
 * @step: how many questions further, back where it is negative
 *
 * A question that is left by going on counts as talked about.
 */
void
netz_round_panel_step (NetzRoundPanel *self, int step)
{
  int question = (int) self->question + step;

  if (self->session == NULL || question < 0 || question >= (int) self->n_questions)
    return;
  if (step == 1)
    self->finished[self->question] = TRUE;
  self->question = (guint) question;
  refresh (self);
}

/**
 * netz_round_panel_end:
 *
 * Ends the round, if one is under way.
 */
void
netz_round_panel_end (NetzRoundPanel *self)
{
  g_return_if_fail (NETZ_IS_ROUND_PANEL (self));

  if (self->session == NULL)
    return;
  netz_session_set_scope (self->session, self->before, NULL);
  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * netz_round_panel_is_under_way:
 *
 * Returns: whether the questions are being asked
 */
gboolean
netz_round_panel_is_under_way (NetzRoundPanel *self)
{
  g_return_val_if_fail (NETZ_IS_ROUND_PANEL (self), FALSE);

  return self->session != NULL;
}
