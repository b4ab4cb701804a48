/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("NETZ_LOCALE_DIR");
  g_autoptr (NetzApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : NETZ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Netzwerkstatt"));
  g_set_prgname ("io.github.netzwerkstatt.Netzwerkstatt");

  application = netz_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
