/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-edit.h"
#include "model/netz-operations.h"
#include "planning/netz-session-log.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static NetzDraft *
begin (NetzSession *session, const char *label)
{
  return netz_draft_new (netz_session_get_network (session), label);
}

/**
 * netz_workshop_edit_get:
 * @workshop: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the workshop
 */
NetzWorkshop *
netz_workshop_edit_get (NetzSession *session, const char *workshop)
{
  return workshop != NULL
             ? (NetzWorkshop *) netz_network_get (netz_session_get_network (session), NETZ_TABLE_WORKSHOP, workshop)
             : NULL;
}

/**
 * netz_workshop_edit_add:
 *
 * Returns: (transfer full): id of a new workshop
 */
char *
netz_workshop_edit_add (NetzSession *session)
{
  g_autoptr (NetzDraft) draft = begin (session, _("New workshop"));
  char *id = g_strdup (netz_add_workshop (draft, _("New workshop")));

  netz_session_commit (session, draft);
  return id;
}

/**
 * netz_workshop_edit_remove:
 * @workshop: an id
 */
void
netz_workshop_edit_remove (NetzSession *session, const char *workshop)
{
  g_autoptr (NetzDraft) draft = begin (session, _("Delete the workshop"));

  netz_draft_remove (draft, NETZ_TABLE_WORKSHOP, workshop);
  netz_session_commit (session, draft);
}

/**
 * netz_workshop_edit_set_text:
 * @workshop: an id
 * @field: a field of text, or the organiser
 * @text: (nullable): its new value
 *
 * Typing on is one step.
 */
void
netz_workshop_edit_set_text (NetzSession *session, const char *workshop, const char *field, const char *text)
{
  g_autoptr (NetzDraft) draft = begin (session, _("Change the workshop"));
  g_autofree char *key = g_strdup_printf ("workshop %s %s", workshop, field);
  NetzRecord *record = netz_draft_edit (draft, NETZ_TABLE_WORKSHOP, workshop);

  if (record == NULL)
    return;
  netz_record_set_text (record, field, text != NULL && *text != '\0' ? text : NULL);
  netz_session_commit_joined (session, draft, key);
}

static GPtrArray *
copy_parts (NetzSession *session, const char *workshop, const char *field)
{
  NetzWorkshop *record = netz_workshop_edit_get (session, workshop);
  GPtrArray *copy = netz_parts_new ();
  GPtrArray *list = record != NULL ? netz_field_get_list (netz_table_find_field (NETZ_TABLE_WORKSHOP, field),
                                                          &record->parent_instance)
                                   : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (copy, netz_part_ref (list->pdata[i]));
  return copy;
}

/**
 * netz_workshop_edit_set_part:
 * @workshop: an id
 * @field: "sessions" or "participants"
 * @index: the place of the part; behind the last one: it is added
 * @part: (transfer none): its new value
 */
void
netz_workshop_edit_set_part (NetzSession *session,
                             const char *workshop,
                             const char *field,
                             guint index,
                             NetzPart *part)
{
  gboolean people = strcmp (field, "participants") == 0;
  g_autoptr (GPtrArray) parts = copy_parts (session, workshop, field);
  gboolean added = index >= parts->len;
  g_autoptr (NetzDraft) draft = NULL;

  if (people)
    draft = begin (session, added ? _("Add a participant") : _("Change a participant"));
  else
    draft = begin (session, added ? _("Add a session") : _("Change a session"));
  if (added)
    g_ptr_array_add (parts, netz_part_ref (part));
  else
    {
      netz_part_unref (parts->pdata[index]);
      parts->pdata[index] = netz_part_ref (part);
    }
  netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, field, parts);
  netz_session_commit (session, draft);
}

/**
 * netz_workshop_edit_remove_part:
 * @workshop: an id
 * @field: "sessions" or "participants"
 * @index: the place of the part
 *
 * A session takes what was logged in it along.
 */
void
netz_workshop_edit_remove_part (NetzSession *session, const char *workshop, const char *field, guint index)
{
  g_autoptr (GPtrArray) parts = copy_parts (session, workshop, field);
  g_autoptr (NetzDraft) draft = NULL;

  if (index >= parts->len)
    return;
  if (strcmp (field, "sessions") == 0)
    {
      draft = begin (session, _("Remove a session"));
      netz_session_log_remove (draft, workshop, index);
    }
  else
    {
      draft = begin (session, _("Remove a participant"));
      g_ptr_array_remove_index (parts, index);
      netz_set_list (draft, NETZ_TABLE_WORKSHOP, workshop, field, parts);
    }
  netz_session_commit (session, draft);
}

/**
 * netz_workshop_edit_open:
 * @workshop: an id
 * @index: the place of one of its sessions
 *
 * From now on edits are marked with it.
 */
void
netz_workshop_edit_open (NetzSession *session, const char *workshop, guint index)
{
  g_autoptr (NetzDraft) draft = begin (session, _("Open the session"));

  netz_session_log_open (draft, workshop, index);
  netz_session_commit (session, draft);
}

/**
 * netz_workshop_edit_close:
 * @workshop: an id
 * @index: the place of one of its sessions
 */
void
netz_workshop_edit_close (NetzSession *session, const char *workshop, guint index)
{
  g_autoptr (NetzDraft) draft = begin (session, _("Close the session"));

  netz_session_log_close (draft, workshop, index);
  netz_session_commit (session, draft);
}

/**
 * netz_workshop_edit_close_open:
 *
 * Closes the session that is open, if one is.
 */
void
netz_workshop_edit_close_open (NetzSession *session)
{
  NetzPart *open = NULL;
  NetzWorkshop *workshop = netz_session_log_find_open (netz_session_get_network (session), &open);
  guint index;

  if (workshop != NULL && g_ptr_array_find (workshop->sessions, open, &index))
    {
      g_autofree char *id = g_strdup (netz_record_get_id (NETZ_RECORD (workshop)));

      netz_workshop_edit_close (session, id, index);
    }
}
