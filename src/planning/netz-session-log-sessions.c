/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-session-log.h"
#include "model/netz-date.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

static void
set_session (NetzDraft *draft, const char *workshop, guint index, const char *field, const char *value)
{
  NetzWorkshop *record = (NetzWorkshop *) netz_draft_get (draft, NETZ_TABLE_WORKSHOP, workshop);
  g_autoptr (GPtrArray) sessions = netz_parts_new ();

  for (guint i = 0; i < record->sessions->len; i++)
    g_ptr_array_add (sessions, i == index ? netz_part_with (record->sessions->pdata[i], field, value)
                                          : netz_part_ref (record->sessions->pdata[i]));
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, "sessions", sessions);
}

static NetzPart *
get_session (NetzDraft *draft, const char *workshop, guint index)
{
  NetzWorkshop *record = (NetzWorkshop *) netz_draft_get (draft, NETZ_TABLE_WORKSHOP, workshop);

  return record != NULL && record->sessions != NULL && index < record->sessions->len
             ? record->sessions->pdata[index]
             : NULL;
}

static gboolean
is_taken (const NetzWorkshop *workshop, const char *id)
{
  for (guint i = 0; i < workshop->sessions->len; i++)
    if (g_strcmp0 (netz_part_get (workshop->sessions->pdata[i], "id"), id) == 0)
      return TRUE;
  return netz_session_log_count (workshop, id) > 0;
}

static char *
make_session_id (const NetzWorkshop *workshop)
{
  for (guint number = 1;; number++)
    {
      char *id = g_strdup_printf ("s%u", number);

      if (!is_taken (workshop, id))
        return id;
      g_free (id);
    }
}

/**
 * netz_session_log_open:
 * @workshop: id of a workshop
 * @session: the place of one of its sessions
 *
 * From now on edits are marked with this session; another that is open is closed.
 */
void
netz_session_log_open (NetzDraft *draft, const char *workshop, guint session)
{
  g_autoptr (GPtrArray) workshops = netz_draft_list (draft, NETZ_TABLE_WORKSHOP);

  g_return_if_fail (get_session (draft, workshop, session) != NULL);

  for (guint i = 0; i < workshops->len; i++)
    {
      g_autofree char *id = g_strdup (netz_record_get_id (workshops->pdata[i]));
      NetzPart *part;

      for (guint k = 0; (part = get_session (draft, id, k)) != NULL; k++)
        if (g_strcmp0 (netz_part_get (part, "state"), "open") == 0)
          set_session (draft, id, k, "state", "closed");
    }
  if (netz_part_get (get_session (draft, workshop, session), "id") == NULL)
    {
      g_autofree char *id
          = make_session_id (NETZ_WORKSHOP (netz_draft_get (draft, NETZ_TABLE_WORKSHOP, workshop)));

      set_session (draft, workshop, session, "id", id);
    }
  set_session (draft, workshop, session, "state", "open");
}

/**
 * netz_session_log_close:
 * @workshop: id of a workshop
 * @session: the place of one of its sessions
 *
 * From now on edits are not marked any more.
 */
void
netz_session_log_close (NetzDraft *draft, const char *workshop, guint session)
{
  g_return_if_fail (get_session (draft, workshop, session) != NULL);

  set_session (draft, workshop, session, "state", "closed");
}

/**
 * netz_session_log_remove:
 * @workshop: id of a workshop
 * @session: the place of one of its sessions
 *
 * Takes the session out of the workshop, and what was logged in it. What was done in it stays done.
 */
void
netz_session_log_remove (NetzDraft *draft, const char *workshop, guint session)
{
  NetzWorkshop *record = (NetzWorkshop *) netz_draft_get (draft, NETZ_TABLE_WORKSHOP, workshop);
  NetzPart *gone = get_session (draft, workshop, session);
  g_autoptr (GPtrArray) sessions = netz_parts_new ();
  g_autoptr (GPtrArray) log = netz_parts_new ();

  g_return_if_fail (gone != NULL);

  for (guint i = 0; i < record->sessions->len; i++)
    if (i != session)
      g_ptr_array_add (sessions, netz_part_ref (record->sessions->pdata[i]));
  for (guint i = 0; record->log != NULL && i < record->log->len; i++)
    if (netz_part_get (gone, "id") == NULL
        || g_strcmp0 (netz_part_get (record->log->pdata[i], "session"), netz_part_get (gone, "id")) != 0)
      g_ptr_array_add (log, netz_part_ref (record->log->pdata[i]));
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, "sessions", sessions);
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, "log", log);
}

/**
 * netz_session_log_find_open_in:
 * @workshops: (element-type NetzWorkshop): workshops, of a network or a draft
 * @session: (out) (optional) (transfer none): the session that is open
 *
 * Returns: (transfer none) (nullable): the one with a session that is open
 */
NetzWorkshop *
netz_session_log_find_open_in (GPtrArray *workshops, NetzPart **session)
{
  for (guint i = 0; i < workshops->len; i++)
    {
      NetzWorkshop *workshop = workshops->pdata[i];

      for (guint k = 0; workshop->sessions != NULL && k < workshop->sessions->len; k++)
        if (g_strcmp0 (netz_part_get (workshop->sessions->pdata[k], "state"), "open") == 0)
          {
            if (session != NULL)
              *session = workshop->sessions->pdata[k];
            return workshop;
          }
    }
  return NULL;
}

/**
 * netz_session_log_find_open:
 * @session: (out) (optional) (transfer none): the session that is open
 *
 * Returns: (transfer none) (nullable): the workshop with a session that is open
 */
NetzWorkshop *
netz_session_log_find_open (NetzNetwork *network, NetzPart **session)
{
  g_autoptr (GPtrArray) workshops = netz_network_list (network, NETZ_TABLE_WORKSHOP);

  return netz_session_log_find_open_in (workshops, session);
}

/**
 * netz_session_log_count:
 * @session: (nullable): id of a session
 *
 * Returns: how many records were added, changed or removed in it
 */
guint
netz_session_log_count (const NetzWorkshop *workshop, const char *session)
{
  guint n = 0;

  for (guint i = 0; session != NULL && workshop->log != NULL && i < workshop->log->len; i++)
    n += g_strcmp0 (netz_part_get (workshop->log->pdata[i], "session"), session) == 0;
  return n;
}

/**
 * netz_session_log_is_agreed:
 * @session: (nullable): id of a session
 * @partnership: an id
 *
 * Returns: whether the partnership was agreed on in that session
 */
gboolean
netz_session_log_is_agreed (const NetzWorkshop *workshop, const char *session, const char *partnership)
{
  if (session == NULL || workshop->agreed == NULL
      || !g_ptr_array_find_with_equal_func (workshop->agreed, partnership, g_str_equal, NULL))
    return FALSE;
  for (guint i = 0; workshop->log != NULL && i < workshop->log->len; i++)
    if (g_strcmp0 (netz_part_get (workshop->log->pdata[i], "session"), session) == 0
        && g_strcmp0 (netz_part_get (workshop->log->pdata[i], "record"), partnership) == 0)
      return TRUE;
  return FALSE;
}

/**
 * netz_session_log_name_session:
 * @session: a session
 *
 * Returns: (transfer full): its title, else its kind and day
 */
char *
netz_session_log_name_session (const NetzPart *session)
{
  const char *title = netz_part_get (session, "title");
  const char *kind = netz_part_get (session, "kind");
  const char *label = netz_field_get_choice_label (&netz_session_part.fields[0], kind != NULL ? kind : "other");
  g_autofree char *day = NULL;

  if (title != NULL)
    return g_strdup (title);
  if (netz_part_get (session, "date") == NULL)
    return g_strdup (label);
  day = netz_date_display (netz_part_get (session, "date"));
  /* TRANSLATORS: a kind of session and its day: "Preliminary talk, 25/08/2008". */
  return g_strdup_printf (C_ ("session", "%s, %s"), label, day);
}
