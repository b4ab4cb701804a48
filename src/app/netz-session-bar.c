/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session-bar.h"
#include "planning/netz-session-log.h"

#include <glib/gi18n-lib.h>

struct _NetzSessionBar
{
  AdwBin parent_instance;

  GtkButton *button;
  NetzSession *session;
};

G_DEFINE_FINAL_TYPE (NetzSessionBar, netz_session_bar, ADW_TYPE_BIN)

static void
refresh (NetzSessionBar *self)
{
  NetzPart *open = NULL;
  NetzWorkshop *workshop
      = self->session != NULL ? netz_session_log_find_open (netz_session_get_network (self->session), &open) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  guint n;

  gtk_widget_set_visible (GTK_WIDGET (self), workshop != NULL);
  if (workshop == NULL)
    return;
  n = netz_session_log_count (workshop, netz_part_get (open, "id"));
  name = netz_session_log_name_session (open);
  /* TRANSLATORS: the name of a session of a workshop, and how much was changed in it. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Session open: %s, %u change", "Session open: %s, %u changes",
                                       n),
                          name, n);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->button)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_changed (NetzSessionBar *self, NetzEdit *edit)
{
  if (netz_edit_touches_table (edit, NETZ_TABLE_WORKSHOP))
    refresh (self);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
netz_session_bar_dispose (GObject *object)
{
  NetzSessionBar *self = NETZ_SESSION_BAR (object);

  netz_session_bar_set_session (self, NULL);
  G_OBJECT_CLASS (netz_session_bar_parent_class)->dispose (object);
}

static void
netz_session_bar_class_init (NetzSessionBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = netz_session_bar_dispose;
}

static void
netz_session_bar_init (NetzSessionBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_image_new_from_icon_name ("media-record-symbolic");

  self->button = GTK_BUTTON (make_button ("", "win.page-workshop"));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->button)), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (self->button)), 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("To the workshop page"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), TRUE);
  gtk_widget_add_css_class (box, "netz-session-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("A session of the workshop is open"), -1);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), make_button (_("Guided Round"), "win.guided-round"));
  gtk_box_append (GTK_BOX (box), make_button (_("Close the Session"), "win.close-workshop-session"));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * netz_session_bar_new:
 *
 * Returns: (transfer floating): a bar, hidden
 */
GtkWidget *
netz_session_bar_new (void)
{
  return g_object_new (NETZ_TYPE_SESSION_BAR, NULL);
}

/**
 * netz_session_bar_set_session:
 * @session: (nullable): the document at work
 */
void
netz_session_bar_set_session (NetzSessionBar *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_SESSION_BAR (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_changed), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}
