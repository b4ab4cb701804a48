/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-application-recovery.h"

#include "app/netz-messages.h"
#include "app/netz-window.h"
#include "format/netz-recovery.h"

#include <glib/gi18n-lib.h>

static char *
describe (const NetzJournalFound *found, const NetzRecovered *recovered)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (found->changed);
  /* Translators: a date and a time, for strftime() */
  g_autofree char *when = g_date_time_format (time, _ ("%x, %H:%M"));
  g_autofree char *name = recovered->path != NULL ? g_filename_display_basename (recovered->path) : NULL;

  if (name != NULL)
    /* Translators: %1$s is a file's name, %2$s a date and time */
    return g_strdup_printf (_ ("This is work on %1$s that was not saved when the program ended; it is as it was on "
                               "%2$s. The file itself is untouched. Save it, or close the window without saving to "
                               "drop it."),
                            name, when);
  return g_strdup_printf (_ ("This is work that was never saved; it is as it was on %s when the program ended. Save "
                             "it, or close the window without saving to drop it."),
                          when);
}

static void
open_recovered (NetzApplication *self, const NetzJournalFound *found, NetzJournal *journal, NetzRecovered *recovered)
{
  NetzWindow *window = netz_window_new (GTK_APPLICATION (self));
  g_autoptr (NetzSession) session = netz_session_new_recovered (recovered);
  g_autofree char *text = describe (found, recovered);

  netz_window_set_recovered (window, session, journal);
  netz_messages_show_bar (netz_window_get_messages (window), "recovery", GTK_MESSAGE_INFO, text, NULL, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * netz_application_recover:
 * @self: the program, when it starts
 *
 * Opens what journals hold whose program is gone. One that cannot be read
 * stays on disk, with a warning in the log.
 */
void
netz_application_recover (NetzApplication *self)
{
  g_autofree char *folder = netz_journal_get_default_folder ();
  g_autoptr (GPtrArray) found = netz_journal_list (folder);

  for (guint i = 0; i < found->len; i++)
    {
      NetzJournalFound *one = found->pdata[i];
      g_autoptr (GError) error = NULL;
      NetzJournal *journal = netz_journal_claim (folder, one->id, &error);
      g_autoptr (NetzRecovered) recovered = journal != NULL ? netz_recovery_replay (journal, &error) : NULL;

      if (recovered != NULL)
        {
          open_recovered (self, one, journal, recovered);
          continue;
        }
      g_warning ("Unsaved work in %s/%s could not be read: %s", folder, one->id, error->message);
      g_clear_pointer (&journal, netz_journal_free);
    }
}
