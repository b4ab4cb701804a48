/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-session-log.h"
#include "model/netz-describe.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The log of one session, being written. */
typedef struct
{
  NetzDraft *draft;
  const char *session;
  char *time;
  GPtrArray *parts;  /* the new log of the workshop */
  GHashTable *known; /* record -> its place in `parts` + 1, of this session */
  GPtrArray *agreed; /* the new list of partnerships that were agreed on */
} Writing;

static gboolean
is_logged_table (NetzTable table)
{
  return table == NETZ_TABLE_INSTITUTION || table == NETZ_TABLE_PARTNERSHIP || table == NETZ_TABLE_NOTE
         || table == NETZ_TABLE_FRAME || table == NETZ_TABLE_KIND || table == NETZ_TABLE_PROGRAMME;
}

/* Where something lies is no news for the record: its place, its frame, whether it is pinned. */
static gboolean
is_logged_field (const NetzField *field)
{
  return (field->flags & NETZ_FIELD_PLACE) == 0 && strcmp (field->name, "frame") != 0
         && strcmp (field->name, "pinned") != 0;
}

static gboolean
is_logged (const NetzChange *change)
{
  const NetzField *fields;
  guint n_fields;

  if (!is_logged_table (change->table))
    return FALSE;
  if (change->before == NULL || change->after == NULL)
    return TRUE;
  fields = netz_table_get_fields (change->table, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (is_logged_field (&fields[i]) && !netz_field_equal (&fields[i], change->before, change->after))
      return TRUE;
  return FALSE;
}

static const char *
get_institution_name (NetzDraft *draft, const char *id)
{
  NetzInstitution *institution = (NetzInstitution *) netz_draft_get (draft, NETZ_TABLE_INSTITUTION, id);

  if (institution == NULL && id != NULL)
    institution = netz_network_get_institution (netz_draft_get_network (draft), id);
  return institution != NULL && institution->name != NULL ? institution->name : _("Institution without a name");
}

/* One line: the name of a record as it is, or was. */
static char *
name_record (NetzDraft *draft, const NetzChange *change)
{
  NetzRecord *record = change->after != NULL ? change->after : change->before;
  char *name;

  if (change->table == NETZ_TABLE_PARTNERSHIP)
    {
      const NetzPartnership *partnership = NETZ_PARTNERSHIP (record);

      /* TRANSLATORS: the two institutions of a partnership. */
      name = g_strdup_printf (C_ ("partnership", "%s – %s"), get_institution_name (draft, partnership->from),
                              get_institution_name (draft, partnership->to));
    }
  else
    name = netz_describe_record (netz_draft_get_network (draft), record);
  return g_strdelimit (name, "\n", ' ');
}

/* "Status: Established"; only the label of what is long or of persons. */
static char *
describe_field (NetzDraft *draft, const NetzField *field, const NetzRecord *record)
{
  const char *label = netz_field_get_label (field);
  g_autofree char *value = NULL;

  if ((field->flags & NETZ_FIELD_PERSON) != 0 || field->type == NETZ_FIELD_TEXT || field->type == NETZ_FIELD_PARTS)
    return g_strdup (label);
  value = g_strdelimit (netz_describe_value (netz_draft_get_network (draft), field, record), "\n", ' ');
  /* TRANSLATORS: a field and its value. */
  return g_strdup_printf (C_ ("field", "%s: %s"), label, *value != '\0' ? value : "–");
}

static gboolean
is_line_of (const char *line, const NetzField *field)
{
  const char *label = netz_field_get_label (field);

  return g_str_has_prefix (line, label) && (line[strlen (label)] == '\0' || line[strlen (label)] == ':');
}

/* The lines of the fields changed now take the place of those of the same fields before. */
static char *
describe_change (NetzDraft *draft, const NetzChange *change, const char *before)
{
  g_auto (GStrv) old = g_strsplit (before != NULL ? before : "", "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const NetzField *fields;
  guint n_fields;

  for (guint i = 1; old[0] != NULL && old[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (old[i]));
  fields = netz_table_get_fields (change->table, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (!is_logged_field (&fields[i]) || netz_field_equal (&fields[i], change->before, change->after))
        continue;
      for (guint k = lines->len; k > 0; k--)
        if (is_line_of (lines->pdata[k - 1], &fields[i]))
          g_ptr_array_remove_index (lines, k - 1);
      g_ptr_array_add (lines, describe_field (draft, &fields[i], change->after));
    }
  g_ptr_array_insert (lines, 0, name_record (draft, change));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static NetzPart *
make_entry (Writing *self, const NetzChange *change, const char *action, const char *text)
{
  const char *values[] = { self->session, self->time, action, netz_table_get_info (change->table)->element,
                           change->id, text };

  return netz_part_new (&netz_log_part, values);
}

/* What came of the record in the end, after what the log says of it already; NULL: nothing. */
static NetzPart *
continue_entry (Writing *self, const NetzChange *change, const NetzPart *old)
{
  const char *was = old != NULL ? netz_part_get (old, "action") : NULL;
  g_autofree char *name = name_record (self->draft, change);
  g_autofree char *text = NULL;

  if (change->after == NULL)
    return g_strcmp0 (was, "added") == 0 ? NULL : make_entry (self, change, "removed", name);
  if (change->before == NULL && g_strcmp0 (was, "removed") != 0)
    return make_entry (self, change, "added", name);
  if (g_strcmp0 (was, "added") == 0)
    return make_entry (self, change, "added", name);
  if (change->before == NULL)
    return make_entry (self, change, "changed", name);
  text = describe_change (self->draft, change, old != NULL ? netz_part_get (old, "text") : NULL);
  return make_entry (self, change, "changed", text);
}

static gboolean
counts_as_agreed (const NetzRecord *record)
{
  const char *status = record != NULL ? NETZ_PARTNERSHIP (record)->status : NULL;

  return g_strcmp0 (status, "established") == 0 || g_strcmp0 (status, "preparation") == 0;
}

static void
note_agreed (Writing *self, const NetzChange *change)
{
  const char *before = change->before != NULL ? NETZ_PARTNERSHIP (change->before)->status : NULL;
  const char *after = change->after != NULL ? NETZ_PARTNERSHIP (change->after)->status : NULL;
  guint place;

  if (change->before != NULL && change->after != NULL && g_strcmp0 (before, after) == 0)
    return;
  if (g_ptr_array_find_with_equal_func (self->agreed, change->id, g_str_equal, &place))
    g_ptr_array_remove_index (self->agreed, place);
  if (counts_as_agreed (change->after))
    g_ptr_array_add (self->agreed, g_ref_string_acquire (change->id));
}

static void
write_change (Writing *self, const NetzChange *change)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, change->id));
  NetzPart *old = place > 0 ? self->parts->pdata[place - 1] : NULL;
  NetzPart *new = continue_entry (self, change, old);

  if (change->table == NETZ_TABLE_PARTNERSHIP)
    note_agreed (self, change);
  if (old != NULL)
    {
      /* A gap until the end, so that places stay true. */
      netz_part_unref (old);
      self->parts->pdata[place - 1] = new;
      return;
    }
  if (new == NULL)
    return;
  g_ptr_array_add (self->parts, new);
  g_hash_table_insert (self->known, g_strdup (change->id), GUINT_TO_POINTER (self->parts->len));
}

static void
begin_writing (Writing *self, const NetzWorkshop *workshop)
{
  self->parts = g_ptr_array_new ();
  self->agreed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; workshop->log != NULL && i < workshop->log->len; i++)
    {
      NetzPart *part = workshop->log->pdata[i];

      g_ptr_array_add (self->parts, netz_part_ref (part));
      if (g_strcmp0 (netz_part_get (part, "session"), self->session) == 0 && netz_part_get (part, "record") != NULL)
        g_hash_table_insert (self->known, g_strdup (netz_part_get (part, "record")),
                             GUINT_TO_POINTER (self->parts->len));
    }
  for (guint i = 0; workshop->agreed != NULL && i < workshop->agreed->len; i++)
    g_ptr_array_add (self->agreed, g_ref_string_acquire (workshop->agreed->pdata[i]));
}

static void
end_writing (Writing *self, const char *workshop)
{
  g_autoptr (GPtrArray) log = netz_parts_new ();

  for (guint i = 0; i < self->parts->len; i++)
    if (self->parts->pdata[i] != NULL)
      g_ptr_array_add (log, self->parts->pdata[i]);
  netz_set_list (self->draft, NETZ_TABLE_WORKSHOP, workshop, "log", log);
  netz_set_list (self->draft, NETZ_TABLE_WORKSHOP, workshop, "agreed", self->agreed);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->agreed);
  g_hash_table_unref (self->known);
  g_free (self->time);
}

/**
 * netz_session_log_add:
 * @draft: an edit that is about to be committed
 * @now: when it happens
 *
 * Marks what the draft does with the session that is open, in the draft
 * itself. A partnership that gets the status "in preparation" or "established"
 * counts as agreed on. O(entries of the log + records that the draft touches).
 *
 * Returns: whether there was something to be logged
 */
gboolean
netz_session_log_add (NetzDraft *draft, GDateTime *now)
{
  g_autoptr (GPtrArray) workshops = netz_draft_list (draft, NETZ_TABLE_WORKSHOP);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *workshop_id = NULL;
  g_autofree char *session_id = NULL;
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  Writing writing = { .draft = draft };
  NetzPart *session = NULL;
  NetzWorkshop *workshop = netz_session_log_find_open_in (workshops, &session);

  if (workshop == NULL || netz_part_get (session, "id") == NULL)
    return FALSE;
  changes = netz_draft_list_changes (draft);
  for (guint i = changes->len; i > 0; i--)
    if (!is_logged (changes->pdata[i - 1]))
      g_ptr_array_remove_index (changes, i - 1);
  if (changes->len == 0)
    return FALSE;
  workshop_id = g_strdup (netz_record_get_id (NETZ_RECORD (workshop)));
  session_id = g_strdup (netz_part_get (session, "id"));
  writing.session = session_id;
  writing.time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  begin_writing (&writing, workshop);
  for (guint i = 0; i < changes->len; i++)
    write_change (&writing, changes->pdata[i]);
  end_writing (&writing, workshop_id);
  return TRUE;
}
