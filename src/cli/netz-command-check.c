/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-json.h"
#include "model/netz-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean json;
  gboolean notes;
  char **rest;
} Options;

/* The files that a run looks through. */
typedef struct
{
  const Options *options;
  NetzJson *json;
  NetzExit status;
} Check;

static const char *const severities[] = {
  [NETZ_SEVERITY_NOTE] = "note",
  [NETZ_SEVERITY_WARNING] = "warning",
  [NETZ_SEVERITY_ERROR] = "error",
};

static void
report (Check *self,
        const char *path,
        guint64 line,
        const char *rule,
        NetzSeverity severity,
        const char *id,
        const char *message)
{
  if (severity == NETZ_SEVERITY_NOTE && !self->options->notes)
    return;
  if (severity != NETZ_SEVERITY_NOTE && self->status == NETZ_EXIT_DONE)
    self->status = NETZ_EXIT_FOUND;
  if (self->json == NULL)
    {
      netz_complain (path, line, message);
      return;
    }
  netz_json_begin_object (self->json, NULL);
  if (line > 0)
    netz_json_add_integer (self->json, "line", (gint64) line);
  netz_json_add_text (self->json, "rule", rule);
  netz_json_add_text (self->json, "severity", severities[severity]);
  if (id != NULL)
    netz_json_add_text (self->json, "id", id);
  netz_json_add_text (self->json, "message", message);
  netz_json_end_object (self->json);
}

/* What the reader stumbled over. Lines on which it spoke of a value are put into @told. */
static void
report_reading (Check *self, NetzDocument *document, GHashTable *told)
{
  static const char *const rules[] = {
    [NETZ_READ_NOTE_VALUE] = "odd-value",
    [NETZ_READ_NOTE_ID] = "id",
    [NETZ_READ_NOTE_UNKNOWN] = "unknown-content",
    [NETZ_READ_NOTE_VERSION] = "version",
  };
  GPtrArray *notes = document->report != NULL ? document->report->notes : NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const NetzReadNote *note = g_ptr_array_index (notes, i);
      gboolean known = note->kind == NETZ_READ_NOTE_VALUE || note->kind == NETZ_READ_NOTE_ID;

      if (note->kind == NETZ_READ_NOTE_VALUE)
        g_hash_table_add (told, GUINT_TO_POINTER ((guint) note->line));
      report (self, document->path, note->line, rules[note->kind],
              known ? NETZ_SEVERITY_WARNING : NETZ_SEVERITY_NOTE, NULL, note->message);
    }
}

static gboolean
is_about_a_value (const NetzIssue *issue)
{
  return g_str_has_prefix (issue->rule, "odd-") || strcmp (issue->rule, "unknown-status") == 0;
}

static void
report_issues (Check *self, NetzDocument *document, GHashTable *told)
{
  g_autoptr (GPtrArray) issues = netz_check (document->network);

  for (guint i = 0; i < issues->len; i++)
    {
      const NetzIssue *issue = g_ptr_array_index (issues, i);
      guint64 line;

      if (issue->severity == NETZ_SEVERITY_NOTE && !self->options->notes)
        continue;
      line = netz_document_find_line (document, issue->table, issue->id);
      if (is_about_a_value (issue) && g_hash_table_contains (told, GUINT_TO_POINTER ((guint) line)))
        continue;
      report (self, document->path, line, issue->rule, issue->severity, issue->id, issue->message);
    }
}

static void
check_file (Check *self, const char *path)
{
  g_autoptr (NetzDocument) document = netz_document_load (path, NULL, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  if (document == NULL)
    self->status = NETZ_EXIT_FAILED;
  if (self->json != NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      netz_json_begin_object (self->json, NULL);
      netz_json_add_text (self->json, "file", name);
      netz_json_add_boolean (self->json, "readable", document != NULL);
      netz_json_begin_array (self->json, "issues");
    }
  if (document != NULL)
    {
      report_reading (self, document, told);
      report_issues (self, document, told);
    }
  if (self->json != NULL)
    {
      netz_json_end_array (self->json);
      netz_json_end_object (self->json);
    }
}

static NetzExit
check_files (const Options *options)
{
  g_autoptr (NetzJson) json = options->json ? netz_json_new () : NULL;
  Check self = { .options = options, .json = json, .status = NETZ_EXIT_DONE };

  if (json != NULL)
    netz_json_begin_array (json, NULL);
  for (guint i = 0; options->rest[i] != NULL; i++)
    check_file (&self, options->rest[i]);
  if (json != NULL)
    {
      g_autofree char *text = NULL;

      netz_json_end_array (json);
      text = netz_json_end (json);
      netz_print (text);
    }
  return netz_print_flush (self.status);
}

static NetzExit
run (char **arguments)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    { "notes", 'n', 0, G_OPTION_ARG_NONE, &options.notes, N_("Also tell what is only worth a look"), NULL },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &options.json, N_("Write JSON to standard output"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (netz_command_parse (&netz_command_check, entries, arguments, &status))
    status = options.rest == NULL ? netz_command_refuse_usage (&netz_command_check, _("A file is missing."))
                                  : check_files (&options);
  g_strfreev (options.rest);
  return status;
}

const NetzCommand netz_command_check = {
  .name = "check",
  .arguments = "FILE…",
  .summary = N_("Look for what is wrong in networks"),
  .description = N_("A line for each thing found, on standard error: FILE:LINE: TEXT. The exit status is 1 if "
                    "something was found, 2 if a file could not be read; notes alone do not count."),
  .run = run,
};
