/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-messages.h"

#include <glib/gi18n-lib.h>

#define TOAST_TIME 5000  /* ms that a toast stays */
#define TOAST_COMING 600 /* ms after which it has surely come */

struct _NetzMessages
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *bars;
  AdwToastOverlay *toasts;
  AdwToast *toast;     /* the one on screen: what comes next takes its place */
  gint64 toast_since;  /* when it came, µs */
  guint toast_timer;   /* until it goes */
  gboolean toast_undo; /* it offers to undo the last step */
};

typedef struct
{
  NetzMessageFunc func;
  gpointer data;
  GStrv ids; /* of the responses, by number */
} Answer;

static void netz_messages_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NetzMessages, netz_messages, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, netz_messages_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
answer_free (Answer *answer)
{
  g_strfreev (answer->ids);
  g_free (answer);
}

static void
answer_free_closure (gpointer data, GClosure *closure)
{
  answer_free (data);
}

static void
netz_messages_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  NetzMessages *self = NETZ_MESSAGES (buildable);

  if (self->toasts != NULL && GTK_IS_WIDGET (child))
    adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
netz_messages_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = netz_messages_add_child;
}

static void
on_toast_dismissed (NetzMessages *self, AdwToast *toast)
{
  if (self->toast != toast)
    return;
  self->toast = NULL;
  g_clear_handle_id (&self->toast_timer, g_source_remove);
}

static void
on_bar_response (GtkInfoBar *bar, int response, gpointer data)
{
  Answer *answer = data;
  NetzMessageFunc func = answer->func;
  gpointer func_data = answer->data;
  g_autofree char *id = g_strdup (response >= 0 ? answer->ids[response] : "close");

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (bar))), GTK_WIDGET (bar));
  if (func != NULL)
    func (id, func_data);
}

static void
on_dialog_response (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Answer *answer = data;

  if (answer->func != NULL)
    answer->func (response, answer->data);
}

static void
netz_messages_dispose (GObject *object)
{
  NetzMessages *self = NETZ_MESSAGES (object);

  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (netz_messages_parent_class)->dispose (object);
}

static void
netz_messages_class_init (NetzMessagesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_messages_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
netz_messages_init (NetzMessages *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->toasts), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->bars);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->toasts));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
on_toast_over (gpointer data)
{
  NetzMessages *self = data;

  self->toast_timer = 0;
  adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
keep_toast (NetzMessages *self, guint ms)
{
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast_timer = g_timeout_add (ms, on_toast_over, self);
}

/*
 * There is never more than one toast, and what comes next changes it: libadwaita 1.2 aborts when a toast goes while it
 * still comes, or comes back after one of higher priority. Names come from files: they are shown as they are, never as
 * markup.
 */
static void
show_toast (NetzMessages *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gboolean is_new = self->toast == NULL;

  if (is_new)
    {
      self->toast = adw_toast_new ("");
      self->toast_since = g_get_monotonic_time ();
      adw_toast_set_timeout (self->toast, 0);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed), self, G_CONNECT_SWAPPED);
    }
  self->toast_undo = undo;
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, undo ? _("Undo") : NULL);
  adw_toast_set_action_name (self->toast, undo ? "win.undo" : NULL);
  keep_toast (self, TOAST_TIME);
  if (is_new)
    adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/**
 * netz_messages_toast:
 * @text: a sentence about what has happened
 */
void
netz_messages_toast (NetzMessages *self, const char *text)
{
  g_return_if_fail (NETZ_IS_MESSAGES (self));

  show_toast (self, text, FALSE);
}

/**
 * netz_messages_toast_undo:
 * @text: a sentence about what was just done
 *
 * A toast with a button that takes it back.
 */
void
netz_messages_toast_undo (NetzMessages *self, const char *text)
{
  g_return_if_fail (NETZ_IS_MESSAGES (self));

  show_toast (self, text, TRUE);
}

/**
 * netz_messages_withdraw_undo:
 *
 * Takes away the toast with Undo, if there is one: something else was done meanwhile.
 */
void
netz_messages_withdraw_undo (NetzMessages *self)
{
  gint64 age = 0;

  g_return_if_fail (NETZ_IS_MESSAGES (self));

  if (self->toast == NULL || !self->toast_undo)
    return;
  self->toast_undo = FALSE;
  adw_toast_set_button_label (self->toast, NULL);
  age = (g_get_monotonic_time () - self->toast_since) / 1000;
  keep_toast (self, (guint) MAX (TOAST_COMING - age, 1));
}

/* "id" and label alternate. */
static GStrv
take_ids (const char *const *responses)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; responses != NULL && responses[i] != NULL; i += 2)
    g_strv_builder_add (builder, responses[i]);
  return g_strv_builder_end (builder);
}

/* The bar's own has no name. */
static GtkWidget *
create_close_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _("Close this message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close this message"), -1);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/**
 * netz_messages_show_bar:
 * @id: what it is about; takes the place of a bar with the same id
 * @type: how grave it is
 * @text: whole sentences
 * @responses: (nullable): id and label of each button in turn, then %NULL
 * @func: (nullable) (scope async): told of the button; the bar is gone by then
 * @data: for @func
 *
 * Shows a bar above the content until a button is pressed or it is closed.
 */
void
netz_messages_show_bar (NetzMessages *self,
                        const char *id,
                        GtkMessageType type,
                        const char *text,
                        const char *const *responses,
                        NetzMessageFunc func,
                        gpointer data)
{
  GtkWidget *bar = NULL;
  GtkWidget *label = NULL;
  Answer *answer = NULL;

  g_return_if_fail (NETZ_IS_MESSAGES (self));

  netz_messages_hide_bar (self, id);
  bar = gtk_info_bar_new ();
  gtk_widget_set_name (bar, id);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type);

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);

  answer = g_new0 (Answer, 1);
  answer->func = func;
  answer->data = data;
  answer->ids = take_ids (responses);
  for (guint i = 0; responses != NULL && responses[i] != NULL; i += 2)
    gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), gtk_button_new_with_label (responses[i + 1]), i / 2);
  gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), create_close_button (), GTK_RESPONSE_CLOSE);
  g_signal_connect_data (bar, "response", G_CALLBACK (on_bar_response), answer, answer_free_closure, 0);
  gtk_box_append (GTK_BOX (self->bars), bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
find_bar (NetzMessages *self, const char *id)
{
  GtkWidget *bar = gtk_widget_get_first_child (self->bars);

  while (bar != NULL && !g_str_equal (gtk_widget_get_name (bar), id))
    bar = gtk_widget_get_next_sibling (bar);
  return bar;
}

/**
 * netz_messages_hide_bar:
 * @id: the bar's
 *
 * Takes a bar away without an answer, if it is there.
 */
void
netz_messages_hide_bar (NetzMessages *self, const char *id)
{
  GtkWidget *bar = NULL;

  g_return_if_fail (NETZ_IS_MESSAGES (self));

  bar = find_bar (self, id);
  if (bar != NULL)
    gtk_box_remove (GTK_BOX (self->bars), bar);
}

/**
 * netz_messages_has_bar:
 * @id: the bar's
 *
 * Returns: whether it is shown
 */
gboolean
netz_messages_has_bar (NetzMessages *self, const char *id)
{
  g_return_val_if_fail (NETZ_IS_MESSAGES (self), FALSE);

  return find_bar (self, id) != NULL;
}

static void
set_appearance (AdwMessageDialog *dialog, const char *id)
{
  if (g_str_has_prefix (id, "discard") || g_str_has_prefix (id, "overwrite"))
    adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_DESTRUCTIVE);
  else if (g_str_has_prefix (id, "save"))
    adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_SUGGESTED);
}

/* A button whose label can have the mark of a key is read out twice: by its own name and by its label's. */
static void
read_once (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    read_once (child);
}

/**
 * netz_messages_ask:
 * @parent: the window that waits
 * @heading: a question or what has happened, in a few words
 * @text: whole sentences
 * @responses: id and label of each button in turn, then %NULL. The first is what Escape means, the last what Enter
 *   means; ids that begin with "discard" or "overwrite" are shown as dangerous, with "save" as suggested
 * @func: (nullable) (scope async): told of the answer
 * @data: for @func
 *
 * Asks for a decision.
 */
void
netz_messages_ask (GtkWindow *parent,
                   const char *heading,
                   const char *text,
                   const char *const *responses,
                   NetzMessageFunc func,
                   gpointer data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, text));
  Answer *answer = g_new0 (Answer, 1);
  guint last = 0;

  for (guint i = 0; responses[i] != NULL; i += 2)
    {
      adw_message_dialog_add_response (dialog, responses[i], responses[i + 1]);
      set_appearance (dialog, responses[i]);
      last = i;
    }
  adw_message_dialog_set_close_response (dialog, responses[0]);
  adw_message_dialog_set_default_response (dialog, responses[last]);

  answer->func = func;
  answer->data = data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_dialog_response), answer, answer_free_closure, 0);
  read_once (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
