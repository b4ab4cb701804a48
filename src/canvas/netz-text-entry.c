/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-text-entry.h"

#include <glib/gi18n-lib.h>

#define LINES_WIDTH 240
#define LINES_HEIGHT 110

struct _NetzTextEntry
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkWidget *entry;         /* where it is one line */
  GtkTextView *view;        /* where it is several */
};

G_DEFINE_FINAL_TYPE (NetzTextEntry, netz_text_entry, GTK_TYPE_WIDGET)

enum
{
  ACCEPTED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
on_key (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        NetzTextEntry         *self)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (enter && (self->entry != NULL || (state & GDK_CONTROL_MASK)))
    {
      g_signal_emit (self, signals[ACCEPTED], 0);
      return TRUE;
    }
  if (keyval == GDK_KEY_Tab && self->entry != NULL)
    {
      g_signal_emit (self, signals[ACCEPTED], 0);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape)
    {
      g_signal_emit (self, signals[CANCELLED], 0);
      return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_lines (NetzTextEntry *self,
            const char    *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (_("Ctrl+Enter: done. Escape: leave as it was."));

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->view, 6);
  gtk_text_view_set_right_margin (self->view, 6);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (window, LINES_WIDTH, LINES_HEIGHT);
  gtk_widget_set_vexpand (window, TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_margin_start (hint, 6);
  gtk_widget_set_margin_end (hint, 6);
  gtk_widget_set_margin_bottom (hint, 4);
  gtk_box_append (GTK_BOX (box), window);
  gtk_box_append (GTK_BOX (box), hint);
  return box;
}

static GtkWidget *
make_line (NetzTextEntry *self,
           const char    *text)
{
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), CLAMP ((int) g_utf8_strlen (text, -1) + 2, 18, 40));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  return self->entry;
}

static gboolean
netz_text_entry_grab_focus (GtkWidget *widget)
{
  NetzTextEntry *self = NETZ_TEXT_ENTRY (widget);

  return gtk_widget_grab_focus (self->entry != NULL ? self->entry : GTK_WIDGET (self->view));
}

static void
netz_text_entry_dispose (GObject *object)
{
  NetzTextEntry *self = NETZ_TEXT_ENTRY (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (netz_text_entry_parent_class)->dispose (object);
}

static void
netz_text_entry_class_init (NetzTextEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = netz_text_entry_dispose;
  widget_class->grab_focus = netz_text_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "netz-text-entry");

  signals[ACCEPTED] = g_signal_new ("accepted", NETZ_TYPE_TEXT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", NETZ_TYPE_TEXT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
netz_text_entry_init (NetzTextEntry *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * netz_text_entry_new:
 * @text: (nullable): as it is now
 * @label: what is entered, for those who do not see it, translated
 * @lines: whether it may have several lines
 *
 * Returns: an entry with all of the text selected
 */
GtkWidget *
netz_text_entry_new (const char *text,
                     const char *label,
                     gboolean    lines)
{
  NetzTextEntry *self = g_object_new (NETZ_TYPE_TEXT_ENTRY, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *focus = NULL;

  if (text == NULL)
    text = "";
  self->child = lines ? make_lines (self, text) : make_line (self, text);
  focus = lines ? GTK_WIDGET (self->view) : self->entry;
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (focus, keys);
  return GTK_WIDGET (self);
}

/**
 * netz_text_entry_get_text:
 * @self: the entry
 *
 * Returns: (transfer full): the text as it is typed
 */
char *
netz_text_entry_get_text (NetzTextEntry *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = NULL;

  g_return_val_if_fail (NETZ_IS_TEXT_ENTRY (self), NULL);

  if (self->entry != NULL)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
