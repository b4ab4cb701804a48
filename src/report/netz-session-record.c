/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-session-record.h"

#include "model/netz-network.h"
#include "planning/netz-session-log.h"
#include "report/netz-wording.h"

#include <string.h>

typedef struct
{
  NetzDossier *dossier;
  NetzSnapshot *snapshot;
  NetzNetwork *network;
  const NetzWorkshop *workshop;
  const NetzCatalogue *catalogue;
  NetzWording wording;
} Record;

/* What an id is called in documents. */
typedef struct
{
  const char *id;
  const char *english;
  const char *german;
} Word;

static const Word session_kinds[] = {
  { "preliminary", "Preliminary talk", "Vorgespräch" },
  { "whole-day", "Whole-day session", "Ganztägiger Werkstatttermin" },
  { "other", "Other session", "Anderer Termin" },
  { NULL, NULL, NULL },
};

static const Word attendances[] = {
  { "invited", "invited", "eingeladen" },
  { "confirmed", "has promised to come", "zugesagt" },
  { "present", "present", "anwesend" },
  { "excused", "excused", "entschuldigt" },
  { NULL, NULL, NULL },
};

static const Word statuses[] = {
  { "idea", "idea", "Idee" },
  { "preparation", "in preparation", "in Anbahnung" },
  { "established", "established", "etabliert" },
  { "dormant", "dormant", "ruht" },
  { "ended", "ended", "beendet" },
  { NULL, NULL, NULL },
};

static const char *
find_word (Record *self, const Word *words, const char *id)
{
  for (guint i = 0; id != NULL && words[i].id != NULL; i++)
    if (strcmp (words[i].id, id) == 0)
      return self->wording == NETZ_WORDING_GERMAN ? words[i].german : words[i].english;
  return id != NULL ? id : "";
}

static const char *
get_name (Record *self, const char *institution)
{
  NetzInstitution *record = institution != NULL ? netz_network_get_institution (self->network, institution) : NULL;

  return record != NULL && record->name != NULL ? record->name : "";
}

static char *
name_session (Record *self, const NetzPart *session)
{
  const char *title = netz_part_get (session, "title");

  return g_strdup (title != NULL ? title : find_word (self, session_kinds, netz_part_get (session, "kind")));
}

static void
add_head (Record *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);
  const char *organiser = get_name (self, self->workshop->organiser);
  const char *network = settings->title != NULL ? settings->title : "";

  netz_dossier_add_title (self->dossier, netz_say (self->wording, "Record", "Protokoll"),
                          netz_dossier_get_title (self->dossier));
  if (*organiser != '\0')
    {
      g_autofree char *line
          = g_strdup_printf (netz_say (self->wording, "Organised by %s.", "Veranstaltet von: %s."), organiser);

      netz_dossier_add_paragraph (self->dossier, line);
    }
  if (*network != '\0')
    {
      g_autofree char *line = g_strdup_printf (netz_say (self->wording, "Network: %s.", "Netzwerk: %s."), network);

      netz_dossier_add_paragraph (self->dossier, line);
    }
}

static void
add_sessions (Record *self)
{
  NetzDossierTable *table;

  if (self->workshop->sessions == NULL)
    return;
  table = netz_dossier_table_new (NULL);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Session", "Termin"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Date", "Datum"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Place", "Ort"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Changes", "Änderungen"), NETZ_COLUMN_END);
  for (guint i = 0; i < self->workshop->sessions->len; i++)
    {
      const NetzPart *session = self->workshop->sessions->pdata[i];
      const char *date = netz_part_get (session, "date");
      const char *place = netz_part_get (session, "place");
      g_autofree char *name = name_session (self, session);
      g_autofree char *day = date != NULL ? netz_say_date (self->wording, date) : g_strdup ("");
      g_autofree char *n
          = netz_say_number (self->wording, netz_session_log_count (self->workshop, netz_part_get (session, "id")));

      netz_dossier_table_add_row (table, (const char *const[]) { name, day, place != NULL ? place : "", n, NULL });
    }
  netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, "Sessions", "Termine"));
  netz_dossier_add_table (self->dossier, table);
}

static const char *
name_group (Record *self, const char *id)
{
  NetzCatalogueItem *group
      = id != NULL ? netz_catalogue_find_item (self->catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, id) : NULL;

  if (group != NULL)
    return netz_catalogue_item_get_name (group, netz_wording_get_language (self->wording));
  return id != NULL ? id : "";
}

static gboolean
has_attendance (Record *self)
{
  for (guint i = 0; i < self->workshop->participants->len; i++)
    if (netz_part_get (self->workshop->participants->pdata[i], "attendance") != NULL)
      return TRUE;
  return FALSE;
}

/* Who came is left out where nobody has noted it. */
static void
add_person (Record *self, NetzDossierTable *table, const NetzPart *person, gboolean with_attendance)
{
  const char *name = netz_part_get (person, "person");
  const char *role = netz_part_get (person, "role");

  netz_dossier_table_add_row (
      table, (const char *const[]) { name != NULL ? name : "", role != NULL ? role : "",
                                     get_name (self, netz_part_get (person, "institution")),
                                     name_group (self, netz_part_get (person, "group")),
                                     with_attendance
                                         ? find_word (self, attendances, netz_part_get (person, "attendance"))
                                         : NULL,
                                     NULL });
}

static void
add_people (Record *self)
{
  NetzDossierTable *table;

  if (self->workshop->participants == NULL)
    return;
  table = netz_dossier_table_new (NULL);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Person", "Person"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Role", "Funktion"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Institution", "Einrichtung"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Actor group", "Akteursgruppe"), NETZ_COLUMN_START);
  if (has_attendance (self))
    netz_dossier_table_add_column (table, netz_say (self->wording, "Attendance", "Teilnahme"), NETZ_COLUMN_START);
  for (guint i = 0; i < self->workshop->participants->len; i++)
    add_person (self, table, self->workshop->participants->pdata[i], has_attendance (self));
  netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, "Participants", "Teilnehmende"));
  netz_dossier_add_table (self->dossier, table);
}

static void
add_text (Record *self, const char *heading, const char *text)
{
  if (text == NULL)
    return;
  netz_dossier_add_heading (self->dossier, 1, heading);
  netz_dossier_add_paragraph (self->dossier, text);
}

static gboolean
is_agreed (Record *self, const NetzPart *entry)
{
  const char *record = netz_part_get (entry, "record");

  return record != NULL && g_strcmp0 (netz_part_get (entry, "action"), "removed") != 0
         && netz_session_log_is_agreed (self->workshop, netz_part_get (entry, "session"), record);
}

/* "A – B, established", "A (District: Kalk)" */
static char *
describe_entry (Record *self, const NetzPart *entry, gboolean agreed)
{
  const char *text = netz_part_get (entry, "text");
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", 2);
  const char *id = netz_part_get (entry, "record");
  NetzPartnership *partnership = id != NULL ? netz_network_get_partnership (self->network, id) : NULL;

  if (lines[0] == NULL)
    return g_strdup ("");
  if (agreed && partnership != NULL)
    return g_strdup_printf ("%s: %s", lines[0], find_word (self, statuses, partnership->status));
  if (lines[1] == NULL)
    return g_strdup (lines[0]);
  g_strdelimit (lines[1], "\n", ';');
  return g_strdup_printf ("%s (%s)", lines[0], lines[1]);
}

/* What was done in a session: what was agreed on, or all else of one action. */
static void
add_done (Record *self, const NetzPart *session, const char *heading, const char *action)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->workshop->log->len; i++)
    {
      const NetzPart *entry = self->workshop->log->pdata[i];
      gboolean agreed = is_agreed (self, entry);

      if (g_strcmp0 (netz_part_get (entry, "session"), netz_part_get (session, "id")) == 0
          && (action == NULL ? agreed : !agreed && g_strcmp0 (netz_part_get (entry, "action"), action) == 0))
        g_ptr_array_add (items, describe_entry (self, entry, agreed));
    }
  if (items->len == 0)
    return;
  g_ptr_array_add (items, NULL);
  netz_dossier_add_heading (self->dossier, 3, heading);
  netz_dossier_add_list (self->dossier, (const char *const *) items->pdata);
}

static void
add_results (Record *self)
{
  netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, "Results", "Ergebnisse"));
  if (self->workshop->log == NULL)
    netz_dossier_add_paragraph (self->dossier, netz_say (self->wording, "Nothing was changed in the network.",
                                                         "Am Netzwerk wurde nichts geändert."));
  for (guint i = 0; self->workshop->log != NULL && self->workshop->sessions != NULL
                    && i < self->workshop->sessions->len; i++)
    {
      const NetzPart *session = self->workshop->sessions->pdata[i];
      g_autofree char *name = name_session (self, session);

      if (netz_session_log_count (self->workshop, netz_part_get (session, "id")) == 0)
        continue;
      netz_dossier_add_heading (self->dossier, 2, name);
      add_done (self, session, netz_say (self->wording, "Agreed on", "Vereinbart"), NULL);
      add_done (self, session, netz_say (self->wording, "Added", "Hinzugekommen"), "added");
      add_done (self, session, netz_say (self->wording, "Changed", "Geändert"), "changed");
      add_done (self, session, netz_say (self->wording, "Removed", "Entfernt"), "removed");
    }
}

static const char *
find_responsible (const NetzPartnership *partnership)
{
  for (guint i = 0; partnership->contacts != NULL && i < partnership->contacts->len; i++)
    if (g_strcmp0 (netz_part_get (partnership->contacts->pdata[i], "side"), "lead") == 0)
      return netz_part_get (partnership->contacts->pdata[i], "person");
  return NULL;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const NetzPartnership *first = *(NetzPartnership *const *) a;
  const NetzPartnership *second = *(NetzPartnership *const *) b;

  if ((first->next_date == NULL) != (second->next_date == NULL))
    return first->next_date == NULL ? 1 : -1;
  return g_strcmp0 (first->next_date, second->next_date);
}

static GPtrArray *
list_next_steps (Record *self)
{
  GPtrArray *steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = netz_network_list (self->network, NETZ_TABLE_PARTNERSHIP);

  for (guint i = 0; i < all->len; i++)
    {
      const NetzPartnership *partnership = all->pdata[i];

      if ((partnership->next_step != NULL || partnership->next_date != NULL)
          && g_strcmp0 (partnership->status, "ended") != 0)
        g_ptr_array_add (steps, all->pdata[i]);
    }
  g_ptr_array_sort (steps, compare_dates);
  return steps;
}

static void
add_next_steps (Record *self)
{
  g_autoptr (GPtrArray) steps = list_next_steps (self);
  NetzDossierTable *table;

  if (steps->len == 0)
    return;
  table = netz_dossier_table_new (NULL);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Partnership", "Partnerschaft"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Next step", "Nächster Schritt"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "By", "Bis"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (self->wording, "Responsible", "Verantwortlich"), NETZ_COLUMN_START);
  for (guint i = 0; i < steps->len; i++)
    {
      const NetzPartnership *partnership = steps->pdata[i];
      const char *who = find_responsible (partnership);
      g_autofree char *name = g_strdup_printf ("%s – %s", get_name (self, partnership->from),
                                               get_name (self, partnership->to));
      g_autofree char *day = partnership->next_date != NULL ? netz_say_date (self->wording, partnership->next_date)
                                                            : g_strdup ("");

      netz_dossier_table_add_row (
          table, (const char *const[]) { name, partnership->next_step != NULL ? partnership->next_step : "", day,
                                         who != NULL ? who : "", NULL });
    }
  netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, "Next steps", "Nächste Schritte"));
  netz_dossier_add_table (self->dossier, table);
}

static void
add_picture (Record *self)
{
  guint n_institutions = netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION);
  guint n_partnerships = netz_network_get_size (self->network, NETZ_TABLE_PARTNERSHIP);
  g_autofree char *alternative = g_strdup_printf (
      netz_say (self->wording, "The network: institutions: %u, partnerships: %u",
                "Das Netzwerk: Einrichtungen: %u, Partnerschaften: %u"),
      n_institutions, n_partnerships);
  NetzPictureOptions options;

  if (n_institutions == 0)
    return;
  netz_picture_options_init (&options);
  options.language = netz_wording_get_language (self->wording);
  options.title = "";
  netz_dossier_add_picture (self->dossier, self->snapshot, &options, alternative,
                            netz_say (self->wording, "The network now", "Das Netzwerk jetzt"));
}

/**
 * netz_session_record_new:
 * @snapshot: a network
 * @workshop: id of one of its workshops
 * @catalogue: for the names of actor groups
 * @language: (nullable): of the document
 *
 * O(n log n) in the records.
 *
 * Returns: (transfer full) (nullable): the record; %NULL where there is no such workshop
 */
NetzDossier *
netz_session_record_new (NetzSnapshot *snapshot,
                         const char *workshop,
                         const NetzCatalogue *catalogue,
                         const char *language)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (snapshot);
  Record self = { NULL, snapshot, network, NULL, catalogue, netz_wording_get (language) };

  self.workshop = (NetzWorkshop *) netz_network_get (network, NETZ_TABLE_WORKSHOP, workshop);
  if (self.workshop == NULL)
    return NULL;
  self.dossier = netz_dossier_new (self.workshop->title != NULL ? self.workshop->title
                                                                : netz_say (self.wording, "Workshop", "Werkstatt"),
                                   netz_wording_get_language (self.wording));
  add_head (&self);
  add_sessions (&self);
  add_people (&self);
  add_text (&self, netz_say (self.wording, "Agenda", "Tagesordnung"), self.workshop->agenda);
  add_results (&self);
  add_next_steps (&self);
  add_text (&self, netz_say (self.wording, "Notes", "Notizen"), self.workshop->notes);
  add_picture (&self);
  return self.dossier;
}
