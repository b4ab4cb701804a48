/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-json.h"
#include "model/netz-describe.h"
#include "model/netz-difference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  NetzNetwork *before;
  NetzNetwork *after;
  NetzEdit *edit;
} Diff;

/* What changed about one institution, or about things of one table. */
typedef struct
{
  char *heading;
  gboolean is_institution;
  GPtrArray *lines;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->heading);
  g_ptr_array_unref (group->lines);
  g_free (group);
}

/* The institution under which a change stands, NULL for none: the first end of a partnership that is there. */
static const char *
find_institution (const Diff *self, const NetzChange *change)
{
  const NetzRecord *record = change->after != NULL ? change->after : change->before;
  const NetzPartnership *partnership = (const NetzPartnership *) record;

  if (change->table == NETZ_TABLE_INSTITUTION)
    return change->id;
  if (change->table != NETZ_TABLE_PARTNERSHIP)
    return NULL;
  if (netz_network_get (self->after, NETZ_TABLE_INSTITUTION, partnership->from) != NULL)
    return partnership->from;
  if (netz_network_get (self->after, NETZ_TABLE_INSTITUTION, partnership->to) != NULL)
    return partnership->to;
  return partnership->from != NULL ? partnership->from : partnership->to;
}

static char *
make_heading (const Diff *self, NetzTable table, const char *institution)
{
  NetzRecord *record;

  if (institution == NULL)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, netz_table_get_info (table)->labels));
  record = netz_network_get (self->after, NETZ_TABLE_INSTITUTION, institution);
  if (record == NULL)
    record = netz_network_get (self->before, NETZ_TABLE_INSTITUTION, institution);
  return record != NULL ? netz_describe_record (self->after, record) : g_strdup (institution);
}

static void
add_change (const Diff *self, Group *group, const NetzChange *change)
{
  g_autoptr (GPtrArray) lines = netz_describe_change (self->before, self->after, change);
  gboolean named = change->table == NETZ_TABLE_INSTITUTION || change->table == NETZ_TABLE_SETTINGS ||
                   change->before == NULL || change->after == NULL;
  g_autofree char *name = named ? NULL : netz_describe_record (self->after, change->after);

  for (guint i = 0; i < lines->len; i++)
    if (named)
      g_ptr_array_add (group->lines, g_strdup (g_ptr_array_index (lines, i)));
    else
      /* TRANSLATORS: what has changed, a partnership for example, and how. */
      g_ptr_array_add (group->lines, g_strdup_printf (_("%s: %s"), name, (char *) g_ptr_array_index (lines, i)));
}

static Group *
take_group (const Diff *self, GHashTable *known, GPtrArray *groups, const NetzChange *change)
{
  const char *institution = find_institution (self, change);
  g_autofree char *key =
      institution != NULL ? g_strdup (institution) : g_strdup_printf ("table %d", (int) change->table);
  Group *group = g_hash_table_lookup (known, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->heading = make_heading (self, change->table, institution);
  group->is_institution = institution != NULL;
  group->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (groups, group);
  g_hash_table_insert (known, g_steal_pointer (&key), group);
  return group;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *first = *(const Group *const *) a;
  const Group *second = *(const Group *const *) b;

  if (first->is_institution != second->is_institution)
    return first->is_institution ? -1 : 1;
  return g_utf8_collate (first->heading, second->heading);
}

static void
print_words (const Diff *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < netz_edit_get_size (self->edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (self->edit, i);

      add_change (self, take_group (self, known, groups, change), change);
    }
  g_ptr_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      netz_print_line ("%s", group->heading);
      for (guint k = 0; k < group->lines->len; k++)
        netz_print_line ("  %s", (const char *) g_ptr_array_index (group->lines, k));
    }
}

static void
add_value (NetzJson *json, const char *key, const NetzField *field, const NetzRecord *record)
{
  g_autofree char *value = netz_field_is_set (field, record) ? netz_field_print (field, record) : NULL;

  netz_json_add_text (json, key, value);
}

static void
add_fields (NetzJson *json, const NetzChange *change)
{
  guint n_fields;
  const NetzField *fields = netz_table_get_fields (change->table, &n_fields);

  netz_json_begin_array (json, "fields");
  for (guint i = 0; i < n_fields; i++)
    {
      if (netz_field_equal (&fields[i], change->before, change->after))
        continue;
      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "field", fields[i].name);
      add_value (json, "before", &fields[i], change->before);
      add_value (json, "after", &fields[i], change->after);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
}

static void
print_json (const Diff *self)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_begin_array (json, "changes");
  for (guint i = 0; i < netz_edit_get_size (self->edit); i++)
    {
      const NetzChange *change = netz_edit_get_nth (self->edit, i);
      g_autofree char *name = netz_describe_record (change->after != NULL ? self->after : self->before,
                                                    change->after != NULL ? change->after : change->before);

      netz_json_begin_object (json, NULL);
      netz_json_add_text (json, "table", netz_table_get_info (change->table)->element);
      netz_json_add_text (json, "id", change->id);
      netz_json_add_text (json, "name", name);
      netz_json_add_text (json, "institution", find_institution (self, change));
      netz_json_add_text (json, "change",
                          change->before == NULL  ? "added"
                          : change->after == NULL ? "removed"
                                                  : "changed");
      if (change->before != NULL && change->after != NULL)
        add_fields (json, change);
      netz_json_end_object (json);
    }
  netz_json_end_array (json);
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

static NetzExit
compare (char **files, gboolean as_json)
{
  g_autoptr (NetzDocument) first = netz_document_load (files[0], NULL, NULL);
  g_autoptr (NetzDocument) second = netz_document_load (files[1], NULL, NULL);
  g_autoptr (NetzSnapshot) before = NULL;
  g_autoptr (NetzSnapshot) after = NULL;
  g_autoptr (NetzEdit) edit = NULL;
  Diff self;

  if (first == NULL || second == NULL)
    return NETZ_EXIT_FAILED;
  before = netz_network_snapshot (first->network);
  after = netz_network_snapshot (second->network);
  edit = netz_difference (before, after, "");
  self = (Diff) { .before = first->network, .after = second->network, .edit = edit };
  if (as_json)
    print_json (&self);
  else
    print_words (&self);
  return netz_print_flush (netz_edit_get_size (edit) > 0 ? NETZ_EXIT_FOUND : NETZ_EXIT_DONE);
}

static NetzExit
run (char **arguments)
{
  g_auto (GStrv) files = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON to standard output"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (!netz_command_parse (&netz_command_diff, entries, arguments, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 2)
    return netz_command_refuse_usage (&netz_command_diff, _("Two files are needed: the older one and the newer one."));
  if (strcmp (files[0], "-") == 0 && strcmp (files[1], "-") == 0)
    return netz_command_refuse_usage (&netz_command_diff, _("Only one of the two can come from standard input."));
  return compare (files, as_json);
}

const NetzCommand netz_command_diff = {
  .name = "diff",
  .arguments = "A B",
  .summary = N_("Say in words what changed from one network to another"),
  .description = N_("Changes are grouped by institution. The exit status is 1 if anything differs, 0 if nothing does."),
  .run = run,
};
