/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads bytes as a network, writes it and reads it again: for a fuzzer, or for
 * files given by name. Built with -DNETZ_LIBFUZZER it is a target of libFuzzer;
 * otherwise a program that prints what each file becomes.
 */
#define G_LOG_DOMAIN "netz-test"

#include "format/netz-reader.h"
#include "format/netz-writer.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static GBytes *
read_and_write (GBytes *bytes,
                GError **error)
{
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_NEWER_MAJOR, &report, error);

  if (snapshot == NULL)
    return NULL;
  for (guint i = 0; i < report->notes->len; i++)
    {
      const NetzReadNote *note = report->notes->pdata[i];

      g_debug ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s", note->line, note->column, note->message);
    }
  return netz_writer_write (snapshot);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) first = read_and_write (bytes, NULL);
  g_autoptr (GBytes) second = NULL;

  if (first == NULL)
    return 0;
  second = read_and_write (first, NULL);
  g_assert_nonnull (second);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}

#ifndef NETZ_LIBFUZZER
int
main (int argc,
      char **argv)
{
  gboolean quiet = g_getenv ("NETZ_QUIET") != NULL;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autofree char *content = NULL;
      gsize size;

      if (!g_file_get_contents (argv[i], &content, &size, &error))
        g_error ("%s", error->message);
      bytes = g_bytes_new_take (g_steal_pointer (&content), size);
      written = read_and_write (bytes, &error);
      if (written == NULL)
        g_printerr ("%s: %s\n", argv[i], error->message);
      else if (!quiet)
        fwrite (g_bytes_get_data (written, NULL), 1, g_bytes_get_size (written), stdout);
      if (!quiet)
        LLVMFuzzerTestOneInput (g_bytes_get_data (bytes, NULL), size);
    }
  return 0;
}
#endif
