/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-quick-entry.h"
#include "interchange/netz-outline.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

#define WAIT 150 /* ms after the last key before the lines are tried */

struct _NetzQuickEntry
{
  AdwWindow parent_instance;

  NetzSession *session;
  guint timeout;

  GtkButton *apply;
  GtkTextView *view;
  GtkLabel *outcome;
};

G_DEFINE_FINAL_TYPE (NetzQuickEntry, netz_quick_entry, ADW_TYPE_WINDOW)

static char *
get_text (NetzQuickEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The lines as a draft, which the caller commits or drops. */
static NetzDraft *
make_draft (NetzQuickEntry *self, GError **error)
{
  g_autoptr (NetzDraft) draft
      = netz_draft_new (netz_session_get_network (self->session), _ ("Add a list of institutions"));
  g_autofree char *text = get_text (self);

  if (!netz_outline_apply (draft, text, NULL, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static void
count_new (NetzDraft *draft, NetzTable table, guint *n)
{
  g_autoptr (GPtrArray) records = netz_draft_list (draft, table);

  *n = records->len - MIN (records->len, netz_network_get_size (netz_draft_get_network (draft), table));
}

static void
show_outcome (NetzQuickEntry *self, const char *text, gboolean is_problem)
{
  gtk_label_set_label (self->outcome, text);
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), "error");
}

static gboolean
try_lines (gpointer data)
{
  NetzQuickEntry *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzDraft) draft = make_draft (self, &error);
  g_autofree char *institutions = NULL, *partnerships = NULL, *text = NULL;
  guint n_institutions, n_partnerships;

  self->timeout = 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), draft != NULL && !netz_draft_is_empty (draft));
  if (draft == NULL)
    {
      show_outcome (self, error->message, TRUE);
      return G_SOURCE_REMOVE;
    }
  count_new (draft, NETZ_TABLE_INSTITUTION, &n_institutions);
  count_new (draft, NETZ_TABLE_PARTNERSHIP, &n_partnerships);
  institutions =
      g_strdup_printf (ngettext ("%u new institution", "%u new institutions", n_institutions), n_institutions);
  partnerships =
      g_strdup_printf (ngettext ("%u new partnership", "%u new partnerships", n_partnerships), n_partnerships);
  /* Translators: what a list adds: "3 new institutions, 2 new partnerships" */
  text = g_strdup_printf (_ ("%s, %s"), institutions, partnerships);
  show_outcome (self, text, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (NetzQuickEntry *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (WAIT, try_lines, self);
}

static void
on_apply (NetzQuickEntry *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzDraft) draft = make_draft (self, &error);

  if (draft == NULL)
    {
      show_outcome (self, error->message, TRUE);
      return;
    }
  netz_place_unplaced (draft);
  netz_session_commit (self->session, draft);
  gtk_window_close (GTK_WINDOW (self));
}

/* Before the text takes it for a new line. */
static gboolean
on_key_pressed (NetzQuickEntry *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  try_lines (self);
  if (gtk_widget_is_sensitive (GTK_WIDGET (self->apply)))
    on_apply (self);
  return GDK_EVENT_STOP;
}

static void
netz_quick_entry_dispose (GObject *object)
{
  NetzQuickEntry *self = NETZ_QUICK_ENTRY (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (netz_quick_entry_parent_class)->dispose (object);
}

static void
netz_quick_entry_class_init (NetzQuickEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_quick_entry_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-quick-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzQuickEntry, apply);
  gtk_widget_class_bind_template_child (widget_class, NetzQuickEntry, view);
  gtk_widget_class_bind_template_child (widget_class, NetzQuickEntry, outcome);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
netz_quick_entry_init (NetzQuickEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_text_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * netz_quick_entry_new:
 * @parent: the window that it stands above
 * @session: where the lines go
 *
 * Returns: (transfer none): a window that waits to be presented
 */
NetzQuickEntry *
netz_quick_entry_new (GtkWindow *parent, NetzSession *session)
{
  NetzQuickEntry *self = g_object_new (NETZ_TYPE_QUICK_ENTRY, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
  return self;
}

/**
 * netz_quick_entry_set_text:
 * @self: a window
 * @text: lines, for instance from the clipboard
 */
void
netz_quick_entry_set_text (NetzQuickEntry *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}
