/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged files are refused or become something that can be written and read: never a crash, never half a file. */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"
#include "netz-test-random.h"

#include "format/netz-verify.h"
#include "format/netz-writer.h"

#include <string.h>

#define FLIPS 3000

static GBytes *
make_sample (guint seed,
             guint n_records)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (NetzSnapshot) snapshot = netz_test_random_network (random, n_records);

  return netz_writer_write (snapshot);
}

/* Whether it was accepted. */
static gboolean
check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_NEWER_MAJOR, &report, &error);
  g_autoptr (GBytes) first = NULL;

  g_assert_true ((snapshot == NULL) == (error != NULL));
  g_assert_true ((snapshot == NULL) == (report == NULL));
  if (snapshot == NULL)
    {
      g_assert_true (error->domain == NETZ_FORMAT_ERROR);
      return FALSE;
    }
  first = netz_writer_write (snapshot);
  /* Whatever can be opened can be saved. */
  if (!netz_verify (first, snapshot, &error))
    g_error ("%s\n%.*s\n%.*s", error->message, (int) g_bytes_get_size (bytes),
             (const char *) g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (first),
             (const char *) g_bytes_get_data (first, NULL));
  return TRUE;
}

static void
test_every_truncation (void)
{
  g_autoptr (GBytes) sample = make_sample (3, 1);
  gsize size = g_bytes_get_size (sample);

  for (gsize length = 0; length < size - 1; length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sample, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (NetzSnapshot) snapshot = netz_reader_read (cut, NETZ_READ_DEFAULT, NULL, &error);

      g_assert_null (snapshot);
      g_assert_true (netz_format_error_offers_backup (error));
    }
  g_assert_true (check (sample));
}

/* Behind the root, only the line end can be missing. */
static void
test_missing_line_end (void)
{
  g_autoptr (GBytes) sample = make_sample (3, 1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sample, 0, g_bytes_get_size (sample) - 1);

  g_assert_true (check (cut));
}

static void
damage (GRand *random,
        GByteArray *bytes)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint wanted = (guint) g_rand_int_range (random, 1, 40);
  guint length = MIN (wanted, bytes->len - at);
  guint8 copy[40];

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      bytes->data[at] ^= (guint8) (1u << g_rand_int_range (random, 0, 8));
      break;
    case 1:
      bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, length);
      break;
    default:
      memcpy (copy, bytes->data + at, length);
      g_byte_array_append (bytes, copy, length);
      memmove (bytes->data + at + length, bytes->data + at, bytes->len - at - length);
      memcpy (bytes->data + at, copy, length);
    }
}

static void
test_random_damage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2008);
  g_autoptr (GBytes) sample = make_sample (5, 1);
  guint n_accepted = 0;

  for (guint i = 0; i < FLIPS; i++)
    {
      GByteArray *bytes = g_byte_array_new ();
      g_autoptr (GBytes) damaged = NULL;
      gint32 n = g_rand_int_range (random, 1, 4);

      g_byte_array_append (bytes, g_bytes_get_data (sample, NULL), (guint) g_bytes_get_size (sample));
      for (gint32 j = 0; j < n; j++)
        damage (random, bytes);
      damaged = g_byte_array_free_to_bytes (bytes);
      n_accepted += check (damaged) ? 1 : 0;
    }
  g_test_message ("%u of %d accepted", n_accepted, FLIPS);
  g_assert_cmpuint (n_accepted, >, 0);
  g_assert_cmpuint (n_accepted, <, FLIPS);
}

static const char *const pieces[] = {
  "<kinds>", "<kind id='a'>", "<name lang='de'>", "<settings>", "<g:x>", "<x xmlns='u'>", "text", "&amp;",
  "<!--c-->", "<?p?>", "<![CDATA[d]]>", " xml:lang='de'", "<institutions>", "<institution id='a' x='1' g:y='2'>",
  "<notes>", "<tag>", "<contact/>", "<kind/>", "<notes/>", "<institutions/>", "</", "</", "</", "</", "</", "</",
};

static void
end_last (GString *text,
          GPtrArray *open)
{
  if (open->len == 0)
    return;
  g_string_append_printf (text, "</%s>", (char *) open->pdata[open->len - 1]);
  g_ptr_array_set_size (open, (int) open->len - 1);
}

/* (transfer full): pieces of markup in any order, balanced */
static GBytes *
make_markup (GRand *random)
{
  g_autoptr (GString) text = g_string_new ("<network xmlns='urn:netzwerkstatt:network' version='1.0' xmlns:g='g'>");
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  gint32 n = g_rand_int_range (random, 0, 30);

  for (gint32 i = 0; i < n; i++)
    {
      const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];

      if (strcmp (piece, "</") == 0)
        {
          end_last (text, open);
          continue;
        }
      g_string_append (text, piece);
      if (*piece == '<' && g_ascii_isalpha (piece[1]) && !g_str_has_suffix (piece, "/>"))
        g_ptr_array_add (open, g_strndup (piece + 1, strcspn (piece + 1, " >")));
    }
  while (open->len > 0)
    end_last (text, open);
  g_string_append (text, "</network>");
  return netz_test_bytes (text->str);
}

static void
test_random_markup (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);

  for (guint i = 0; i < FLIPS; i++)
    {
      g_autoptr (GBytes) bytes = make_markup (random);

      g_assert_true (check (bytes));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/every-truncation", test_every_truncation);
  g_test_add_func ("/damage/missing-line-end", test_missing_line_end);
  g_test_add_func ("/damage/random-damage", test_random_damage);
  g_test_add_func ("/damage/random-markup", test_random_markup);
  return g_test_run ();
}
