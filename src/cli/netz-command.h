/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A subcommand of netz: a line in the table of netz-main.c, a function in a
 * file of its own. It gets the arguments from its own name on, and gives the
 * exit status. What it has to say goes to standard error as "FILE:LINE: text";
 * what it was asked for goes to standard output, all at once at its end, and a
 * full disk or a closed pipe there is a failure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NetzExit:
 * @NETZ_EXIT_DONE: done
 * @NETZ_EXIT_FOUND: done, and something was found: problems, differences
 * @NETZ_EXIT_FAILED: could not; nothing was written
 */
typedef enum
{
  NETZ_EXIT_DONE = 0,
  NETZ_EXIT_FOUND = 1,
  NETZ_EXIT_FAILED = 2,
} NetzExit;

/**
 * NetzCommand:
 * @name: what is typed
 * @arguments: what follows the options, as it stands in the help
 * @summary: what it does, in English, to be translated
 * @description: (nullable): more about it, in English, to be translated
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  NetzExit (*run) (char **arguments);
} NetzCommand;

extern const NetzCommand netz_command_new;
extern const NetzCommand netz_command_check;
extern const NetzCommand netz_command_info;
extern const NetzCommand netz_command_convert;
extern const NetzCommand netz_command_edit;
extern const NetzCommand netz_command_import;
extern const NetzCommand netz_command_layout;
extern const NetzCommand netz_command_diff;
extern const NetzCommand netz_command_report;
extern const NetzCommand netz_command_agreements;
extern const NetzCommand netz_command_compare;
extern const NetzCommand netz_command_synergy;
extern const NetzCommand netz_command_readiness;
extern const NetzCommand netz_command_coverage;

gboolean netz_command_parse (const NetzCommand *self, const GOptionEntry *entries, char **arguments, NetzExit *status);
NetzExit netz_command_refuse_usage (const NetzCommand *self, const char *message);
char *netz_command_get_text (const char *argument);

void netz_complain (const char *path, guint64 line, const char *text);
void netz_complain_of (const char *path, const GError *error);
void netz_print (const char *text);
void netz_print_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
NetzExit netz_print_bytes (GBytes *bytes);
NetzExit netz_print_flush (NetzExit status);
char *netz_print_clean (const char *text);

G_END_DECLS
