/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "interchange/netz-outline.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Somebody else may save between our reading and our writing; then it is done again on what they saved. */
#define MAX_TRIES 20
#define LONGEST_WAIT_MS 50

#define MAX_SCRIPT_SIZE ((gsize) 256 * 1024 * 1024)

typedef struct
{
  char **lines;
  char **rest;
} Options;

/* The statements, and where those of the script begin. */
typedef struct
{
  char *text;
  guint n_lines;      /* given by -e */
  const char *script; /* (nullable): the file with the rest */
} Statements;

static gboolean
read_script (const char *path, char **text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  bytes = strcmp (path, "-") == 0 ? netz_bytes_read_descriptor (STDIN_FILENO, MAX_SCRIPT_SIZE, &error)
                                  : netz_bytes_read_file (path, MAX_SCRIPT_SIZE, NULL, &error);
  if (bytes == NULL)
    {
      netz_complain_of (path, error);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      netz_complain (path, 0, _("This is not a text: there are NUL bytes in it."));
      return FALSE;
    }
  *text = g_strndup (size > 0 ? data : "", size);
  return TRUE;
}

static gboolean
collect (const Options *options, Statements *statements)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *script = NULL;

  statements->script = options->rest[1];
  for (guint i = 0; options->lines != NULL && options->lines[i] != NULL; i++)
    {
      g_autofree char *line = netz_command_get_text (options->lines[i]);

      g_strdelimit (line, "\r\n", ' ');
      g_string_append_printf (text, "%s\n", line);
      statements->n_lines++;
    }
  if (statements->script != NULL && !read_script (statements->script, &script))
    return FALSE;
  if (script != NULL)
    g_string_append (text, g_str_has_prefix (script, "\xef\xbb\xbf") ? script + 3 : script);
  statements->text = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

static void
tell_notes (const Statements *statements, GPtrArray *notes, gboolean failed)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const NetzExchangeNote *note = g_ptr_array_index (notes, i);

      if (failed && !note->is_error)
        continue;
      if (note->line > statements->n_lines && statements->script != NULL)
        netz_complain (statements->script, note->line - statements->n_lines, note->message);
      else
        netz_complain ("-e", note->line, note->message);
    }
}

/* FALSE where a line is wrong; then nothing has changed. */
static gboolean
apply (NetzNetwork *network, const Statements *statements)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "");
  g_autoptr (NetzDraft) placing = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  gboolean good = netz_outline_apply (draft, statements->text, &notes, NULL);

  tell_notes (statements, notes, !good);
  if (!good)
    return FALSE;
  if (!netz_document_apply (network, draft))
    return TRUE;
  placing = netz_draft_new (network, "");
  netz_place_unplaced (placing);
  netz_document_apply (network, placing);
  return TRUE;
}

/* What to end with. @again stays TRUE where the file has become another since it was read. */
static NetzExit
save (NetzDocument *document, gboolean *again)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (document->network);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  if (netz_file_save (document->path, snapshot, &document->stamp, NETZ_STORE_DEFAULT, &note, &error))
    {
      if (note != NULL)
        netz_complain (document->path, 0, note);
      *again = FALSE;
      return NETZ_EXIT_DONE;
    }
  *again = *again && g_error_matches (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_CHANGED_ON_DISK);
  if (!*again)
    netz_complain_of (document->path, error);
  return NETZ_EXIT_FAILED;
}

static NetzExit
edit (const char *path, const Statements *statements)
{
  for (guint i = 1;; i++)
    {
      g_autoptr (NetzDocument) document = netz_document_load (path, "netz", NULL);
      gboolean again = i < MAX_TRIES;
      guint64 revision;
      NetzExit status;

      if (document == NULL)
        return NETZ_EXIT_FAILED;
      revision = netz_network_get_revision (document->network);
      if (!apply (document->network, statements))
        return NETZ_EXIT_FAILED;
      if (netz_network_get_revision (document->network) == revision && strcmp (path, "-") != 0)
        return NETZ_EXIT_DONE;
      status = save (document, &again);
      if (!again)
        return status;
      g_usleep (1000 * (gulong) g_random_int_range (1, LONGEST_WAIT_MS));
    }
}

static NetzExit
run_edit (const Options *options)
{
  guint n_files = options->rest != NULL ? g_strv_length (options->rest) : 0;
  Statements statements = { NULL };
  NetzExit status;

  if (n_files == 0 || n_files > 2)
    return netz_command_refuse_usage (&netz_command_edit, _("A file is needed, and at most one script."));
  if (n_files == 1 && options->lines == NULL)
    return netz_command_refuse_usage (&netz_command_edit, _("Say what to do: by “-e LINE”, or by a script."));
  if (n_files == 2 && strcmp (options->rest[0], "-") == 0 && strcmp (options->rest[1], "-") == 0)
    return netz_command_refuse_usage (&netz_command_edit, _("Only one of the two can come from standard input."));
  if (!collect (options, &statements))
    return NETZ_EXIT_FAILED;
  status = edit (options->rest[0], &statements);
  g_free (statements.text);
  return status;
}

static NetzExit
run (char **arguments)
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "expression", 'e', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.lines, N_("A line to apply; may come several times"),
      N_("LINE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  NetzExit status;

  if (netz_command_parse (&netz_command_edit, entries, arguments, &status))
    status = run_edit (&options);
  g_strfreev (options.lines);
  g_strfreev (options.rest);
  return status;
}

const NetzCommand netz_command_edit = {
  .name = "edit",
  .arguments = "FILE [SCRIPT]",
  .summary = N_("Apply lines of the outline notation to a network"),
  .description = N_("Lines:\n"
                    "  NAME [kind]                  add an institution\n"
                    "  A -- B : PROGRAMME, STATUS, since DATE, until DATE\n"
                    "  set NAME : field=value, …    also: set A -- B : field=value, …\n"
                    "  rename OLD : NEW\n"
                    "  remove NAME                  also: remove A -- B\n"
                    "All lines are applied, or none. Where somebody else saves FILE meanwhile, theirs stays and the "
                    "lines are applied to it."),
  .run = run,
};
