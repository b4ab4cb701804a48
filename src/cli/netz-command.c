/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 79 /* columns of a terminal that the help fits into */

/* Breaks lines at blanks; what is indented stays. */
static char *
wrap (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *wrapped = g_string_new (NULL);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      const char *last_line = strrchr (words[i], '\n');

      if (i > 0 && column + 1 + length > WIDTH && *words[i] != '\0' && last_line == NULL)
        {
          g_string_append_c (wrapped, '\n');
          column = 0;
        }
      else if (i > 0)
        {
          g_string_append_c (wrapped, ' ');
          column++;
        }
      g_string_append (wrapped, words[i]);
      column = last_line != NULL ? g_utf8_strlen (last_line + 1, -1) : column + length;
    }
  return g_string_free (wrapped, FALSE);
}

static GOptionContext *
make_context (const NetzCommand *self, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (self->arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, self->summary));
  if (self->description != NULL)
    {
      g_autofree char *text = wrap (g_dgettext (GETTEXT_PACKAGE, self->description));

      g_option_context_set_description (context, text);
    }
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  return context;
}

static gboolean
wants_help (char **arguments)
{
  for (guint i = 1; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    if (g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h"))
      return TRUE;
  return FALSE;
}

/**
 * netz_command_parse:
 * @self: a command
 * @entries: its options, ended by one without a name
 * @arguments: (array zero-terminated=1): from the command's name on
 * @status: (out): what to end with, where this returns %FALSE
 *
 * Reads the options. Prints the help where it is asked for.
 *
 * Returns: whether to go on
 */
gboolean
netz_command_parse (const NetzCommand *self, const GOptionEntry *entries, char **arguments, NetzExit *status)
{
  g_autoptr (GOptionContext) context = make_context (self, entries);
  g_auto (GStrv) copy = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("netz ", self->name, NULL);

  g_set_prgname (name);
  if (wants_help (arguments))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      netz_print (help);
      *status = netz_print_flush (NETZ_EXIT_DONE);
      return FALSE;
    }
  if (g_option_context_parse_strv (context, &copy, &error))
    return TRUE;
  *status = netz_command_refuse_usage (self, error->message);
  return FALSE;
}

/**
 * netz_command_refuse_usage:
 * @self: a command
 * @message: what is wrong with the arguments
 *
 * Returns: what to end with
 */
NetzExit
netz_command_refuse_usage (const NetzCommand *self, const char *message)
{
  g_autofree char *name = g_strconcat ("netz ", self->name, NULL);
  g_autofree char *hint = g_strdup_printf (_("“%s --help” says how it is used."), name);

  netz_complain (name, 0, message);
  netz_complain (name, 0, hint);
  return NETZ_EXIT_FAILED;
}

/**
 * netz_command_get_text:
 * @argument: (nullable): an argument as the system gave it
 *
 * Arguments are texts in the encoding of the locale, or in UTF-8 where that says nothing.
 *
 * Returns: (transfer full) (nullable): it in UTF-8
 */
char *
netz_command_get_text (const char *argument)
{
  char *text;

  if (argument == NULL || g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);
  text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (argument, -1);
}
