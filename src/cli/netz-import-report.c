/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-import-report.h"

#include "cli/netz-json.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  NetzImportState state;
  const char *id;
  const char *label;
} State;

static const State states[] = {
  { NETZ_IMPORT_NEW, "new", N_("new") },
  { NETZ_IMPORT_GONE, "gone", N_("gone") },
  { NETZ_IMPORT_CHANGED, "changed", N_("changed") },
  { NETZ_IMPORT_UNSURE, "unsure", N_("unsure") },
  { NETZ_IMPORT_SAME, "unchanged", N_("unchanged") },
};

static const struct
{
  NetzImportChanges change;
  const char *id;
  const char *label;
} changes[] = {
  { NETZ_IMPORT_RENAMED, "renamed", N_("renamed") },
  { NETZ_IMPORT_OTHER_KIND, "other-kind", N_("of another kind") },
  { NETZ_IMPORT_MOVED, "moved", N_("moved") },
  { NETZ_IMPORT_OTHER_FIELDS, "other-fields", N_("otherwise changed") },
};

static void
print_items (const NetzImport *import, const State *state)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      const NetzImportItem *item = import->items->pdata[i];
      g_autofree char *text = NULL;
      g_autofree char *clean = NULL;

      if (item->state != state->state)
        continue;
      text = netz_import_describe_item (import, item);
      clean = netz_print_clean (text);
      netz_print_line ("%s: %s", _(state->label), clean);
    }
}

static void
print_text (const NetzImport *import, gboolean all)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state != NETZ_IMPORT_SAME && (states[i].state != NETZ_IMPORT_NEW || all))
      print_items (import, &states[i]);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    netz_print_line ("%6u %s", netz_import_count (import, states[i].state), _(states[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    netz_print_line ("%6u %s", netz_import_count_changes (import, changes[i].change), _(changes[i].label));
}

static void
add_item (NetzJson *json, const NetzImport *import, const NetzImportItem *item)
{
  g_autofree char *text = netz_import_describe_item (import, item);

  netz_json_begin_object (json, NULL);
  netz_json_add_text (json, "state", states[item->state].id);
  if (item->line > 0)
    netz_json_add_integer (json, "line", item->line);
  if (item->id != NULL)
    netz_json_add_text (json, "id", item->id);
  netz_json_begin_array (json, "changes");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if ((item->changes & changes[i].change) != 0)
      netz_json_add_text (json, NULL, changes[i].id);
  netz_json_end_array (json);
  netz_json_add_text (json, "text", text);
  netz_json_end_object (json);
}

static void
print_json (const NetzImport *import)
{
  g_autoptr (NetzJson) json = netz_json_new ();
  g_autofree char *text = NULL;

  netz_json_begin_object (json, NULL);
  netz_json_add_integer (json, "rows", import->n_rows);
  netz_json_add_integer (json, "filtered", import->n_filtered);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    netz_json_add_integer (json, states[i].id, netz_import_count (import, states[i].state));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    netz_json_add_integer (json, changes[i].id, netz_import_count_changes (import, changes[i].change));
  netz_json_begin_array (json, "items");
  for (guint i = 0; i < import->items->len; i++)
    if (((NetzImportItem *) import->items->pdata[i])->state != NETZ_IMPORT_SAME)
      add_item (json, import, import->items->pdata[i]);
  netz_json_end_array (json);
  netz_json_end_object (json);
  text = netz_json_end (json);
  netz_print (text);
}

/**
 * netz_import_report_print:
 * @import: an import
 * @all: whether to list what is new, too
 * @json: whether to print JSON
 *
 * Prints what is new, gone, changed and unsure, and how many of each there are.
 */
void
netz_import_report_print (const NetzImport *import, gboolean all, gboolean json)
{
  if (json)
    print_json (import);
  else
    print_text (import, all);
}

/**
 * netz_import_report_is_open:
 * @import: an import
 *
 * Returns: whether there are rows for which nothing was decided
 */
gboolean
netz_import_report_is_open (const NetzImport *import)
{
  for (guint i = 0; i < import->items->len; i++)
    {
      const NetzImportItem *item = import->items->pdata[i];

      if (item->state == NETZ_IMPORT_UNSURE && item->decision == NETZ_IMPORT_SKIP)
        return TRUE;
    }
  return FALSE;
}
