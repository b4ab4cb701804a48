/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads bytes as a table: for a fuzzer, or for files given by name. Built with
 * -DNETZ_LIBFUZZER it is a target of libFuzzer; otherwise a program that prints
 * what is read.
 */
#define G_LOG_DOMAIN "netz-test"

#include "interchange/netz-table-source.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
check_row (const NetzTableRow *row, gpointer data, GError **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_true (g_utf8_validate (row->cells[i], -1, NULL));
  g_assert_true (row->n_cells == 0 || *row->cells[row->n_cells - 1] != '\0');
  return TRUE;
}

static gboolean
print_row (const NetzTableRow *row, gpointer data, GError **error)
{
  g_print ("%u:", row->line);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *escaped = g_strescape (row->cells[i], NULL);

      g_print (" [%s]", g_getenv ("NETZ_ESCAPED") != NULL ? escaped : row->cells[i]);
    }
  g_print ("\n");
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzTableSource) source = netz_table_source_new (bytes, NULL, &error);

  if (source != NULL)
    netz_table_source_read (source, check_row, NULL, NULL, &error);
  g_assert_true (source != NULL || error != NULL);
  return 0;
}

#ifndef NETZ_LIBFUZZER
int
main (int argc, char **argv)
{
  gboolean quiet = g_getenv ("NETZ_QUIET") != NULL;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NetzTableSource) source = NULL;
      char *content = NULL;
      gsize size = 0;

      if (!g_file_get_contents (argv[i], &content, &size, &error))
        g_error ("%s", error->message);
      bytes = g_bytes_new_take (content, size);
      source = netz_table_source_new (bytes, NULL, &error);
      if (source == NULL || !netz_table_source_read (source, quiet ? check_row : print_row, NULL, NULL, &error))
        g_printerr ("%s: %s\n", argv[i], error->message);
      else if (!quiet)
        g_print ("# %s '%c'\n", netz_table_source_get_encoding (source), netz_table_source_get_separator (source));
      LLVMFuzzerTestOneInput ((const guint8 *) content, size);
    }
  return 0;
}
#endif
