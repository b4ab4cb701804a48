/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const NetzCommand *const commands[] = {
  &netz_command_new,     &netz_command_check, &netz_command_info,
  &netz_command_convert, &netz_command_edit,  &netz_command_diff,
  &netz_command_import,
  &netz_command_readiness, &netz_command_agreements, &netz_command_compare,
  &netz_command_synergy,
  &netz_command_report,
  &netz_command_coverage,
  &netz_command_layout,
};

/*
 * A program that is started without standard output gets its number for the
 * next file that it opens, and would then print into that file. What cannot be
 * written is put there instead, so that printing fails as it should.
 */
static void
fill_standard_descriptors (void)
{
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
    if (fcntl (descriptor, F_GETFD) < 0)
      {
        int nothing = open ("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);

        if (nothing >= 0 && nothing != descriptor)
          close (nothing);
      }
}

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("NETZ_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : NETZ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
make_help (void)
{
  GString *help = g_string_new (_("Usage:\n  netz COMMAND [OPTION…] FILE…\n\n"
                                  "Municipal education networks on the command line.\n\nCommands:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-10s %s\n", commands[i]->name,
                            g_dgettext (GETTEXT_PACKAGE, commands[i]->summary));
  g_string_append (help, _("\n“netz COMMAND --help” says more, and so do the manual pages netz(1) and "
                           "netz-COMMAND(1).\nA FILE that is “-” is standard input or output.\n"));
  return g_string_free (help, FALSE);
}

static NetzExit
print_help (void)
{
  g_autofree char *help = make_help ();

  netz_print (help);
  return netz_print_flush (NETZ_EXIT_DONE);
}

static const NetzCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static NetzExit
refuse (const char *name)
{
  g_autofree char *clean = netz_command_get_text (name);
  g_autofree char *text = name == NULL ? g_strdup (_("A command is missing."))
                                       : g_strdup_printf (_("There is no command “%s”."), clean);

  netz_complain (NULL, 0, text);
  netz_complain (NULL, 0, _("“netz --help” lists the commands."));
  return NETZ_EXIT_FAILED;
}

static NetzExit
run_help (char **arguments)
{
  char *help_arguments[] = { arguments[1], (char *) "--help", NULL };
  const NetzCommand *command;

  if (arguments[1] == NULL)
    return print_help ();
  command = find_command (arguments[1]);
  return command != NULL ? command->run (help_arguments) : refuse (arguments[1]);
}

int
main (int argc, char **argv)
{
  const NetzCommand *command;

  fill_standard_descriptors ();
  signal (SIGPIPE, SIG_IGN);
  set_up_locale ();

  if (argc < 2)
    return refuse (NULL);
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();
  if (strcmp (argv[1], "help") == 0)
    return run_help (argv + 1);
  if (strcmp (argv[1], "--version") == 0)
    {
      netz_print_line ("netz %s", NETZ_VERSION);
      return netz_print_flush (NETZ_EXIT_DONE);
    }
  command = find_command (argv[1]);
  return command != NULL ? command->run (argv + 1) : refuse (argv[1]);
}
