/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/netz-catalogue-folder.h"
#include "format/netz-file.h"
#include "model/netz-history.h"
#include "planning/netz-session-log.h"
#include "report/netz-session-record.h"

#include <string.h>

#define WORKSHOP "w-yhfr9vcheg4dy"
#define IDEA "p-zdskj95kyc9m8"

static NetzNetwork *
load_cologne (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", "koeln-2008.netz", NULL);
  g_autoptr (NetzSnapshot) snapshot = netz_file_load (path, NULL, NULL, NULL);

  return netz_network_new_from_snapshot (snapshot);
}

static void
commit (NetzHistory *history, NetzDraft *draft)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2008, 8, 25, 9, 0, 0);

  netz_session_log_add (draft, now);
  g_assert_true (netz_history_commit (history, draft));
}

/* In the first session a library is added and a partnership agreed on. */
static void
hold_session (NetzNetwork *network)
{
  g_autoptr (NetzHistory) history = netz_history_new (network);
  NetzRecord *record;
  g_autoptr (NetzDraft) open = netz_draft_new (network, "Open");
  g_autoptr (NetzDraft) add = NULL, agree = NULL;

  netz_session_log_open (open, WORKSHOP, 0);
  commit (history, open);
  add = netz_draft_new (network, "Add");
  record = netz_draft_add (add, netz_record_new (NETZ_TABLE_INSTITUTION, "i-new"));
  netz_record_set_text (record, "name", "Bücherbus Süd");
  commit (history, add);
  agree = netz_draft_new (network, "Agree");
  record = NETZ_RECORD (netz_draft_edit_partnership (agree, IDEA));
  netz_record_set_text (record, "status", "established");
  netz_record_set_text (record, "next-step", "Treffen vereinbaren");
  commit (history, agree);
}

static char *
write_text (NetzNetwork *network, const char *language)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load ("bildungspartner-nrw", NULL);
  g_autoptr (NetzDossier) record = netz_session_record_new (snapshot, WORKSHOP, catalogue, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_dossier_write (record, NETZ_DOSSIER_TEXT, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_german (void)
{
  static const char *const parts[] = { "Protokoll", "Werkstatt im kommunalen Bildungsnetzwerk", "Vorgespräch",
                                       "25. August 2008", "Teilnehmende", "Mina Muster ", "Vereinbart",
                                       ": etabliert", "Hinzugekommen", "Bücherbus Süd", "Nächste Schritte",
                                       "Treffen vereinbaren", "Das Netzwerk jetzt" };
  g_autoptr (NetzNetwork) network = load_cologne ();
  g_autofree char *text = NULL;
  const char *place;

  hold_session (network);
  text = write_text (network, "de");
  place = text;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *found = strstr (place, parts[i]);

      if (found == NULL)
        g_error ("“%s” is not where it should be in\n%s", parts[i], text);
      place = found;
    }
  g_assert_null (strstr (text, "Geändert"));
}

static void
test_without_a_session (void)
{
  g_autoptr (NetzNetwork) network = load_cologne ();
  g_autofree char *text = write_text (network, "en");

  g_assert_nonnull (strstr (text, "Nothing was changed in the network."));
  g_assert_null (strstr (text, "Agreed on"));
}

static void
test_no_such_workshop (void)
{
  g_autoptr (NetzNetwork) network = load_cologne ();
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (network);
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_new ("none");

  g_assert_null (netz_session_record_new (snapshot, "w-0", catalogue, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-record/german", test_german);
  g_test_add_func ("/session-record/without-a-session", test_without_a_session);
  g_test_add_func ("/session-record/no-such-workshop", test_no_such_workshop);
  return g_test_run ();
}
