/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-about.h"

#include <glib/gi18n-lib.h>

/**
 * netz_about_show:
 * @parent: (nullable): the window that waits
 */
void
netz_about_show (GtkWindow *parent)
{
  static const char *developers[] = { "The Netzwerkstatt authors", NULL };

  adw_show_about_window (parent,
                         "application-name", _("Netzwerkstatt"),
                         "application-icon", "io.github.netzwerkstatt.Netzwerkstatt",
                         "version", NETZ_VERSION,
                         "developer-name", _("The Netzwerkstatt authors"),
                         "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Draws and keeps municipal education networks: who works with whom, in which "
                                       "programme, and how far it has come."),
                         /* Translators: your name, one person a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
