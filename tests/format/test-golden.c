/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files of every version that was ever written stay in tests/data for good.
 * Those of the newest come back byte by byte, older ones become what the table says.
 */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"

#include "model/netz-record.h"

static char *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_bytes (gconstpointer data)
{
  g_autofree char *text = load (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = netz_test_canonical (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, text);
}

typedef struct
{
  const char *name;
  const char *becomes;
} Older;

static const Older older[] = {
  { "v1/every-field.netz", "v1.1/from-v1-every-field.netz" },
  { "v1/every-field.in.netz", "v1.1/from-v1-every-field.netz" },
  { "v1/kept.netz", "v1.1/from-v1-kept.netz" },
  { "v1/kept.in.netz", "v1.1/from-v1-kept.netz" },
};

static void
test_made_canonical (gconstpointer data)
{
  const Older *file = data;
  g_autofree char *text = load (file->name);
  g_autofree char *expected = load (file->becomes);
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = netz_test_canonical (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, expected);
}

/* The file shows each field of each table, so that a field that is lost or renamed is noticed. */
static void
test_every_field (void)
{
  g_autofree char *text = load ("v1.1/every-field.netz");
  g_autoptr (GBytes) bytes = netz_test_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, &report, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_notes, ==, 0);
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      guint n_fields;
      const NetzField *fields = netz_table_get_fields (table, &n_fields);

      g_assert_cmpuint (netz_snapshot_get_size (snapshot, table), >, 0);
      for (guint i = 0; i < n_fields; i++)
        if (!netz_field_is_set (&fields[i], netz_snapshot_get_nth (snapshot, table, 0)))
          g_error ("no value for %s of %s", fields[i].name, netz_table_get_info (table)->element);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/golden/v1.1/every-field", "v1.1/every-field.netz", test_same_bytes);
  g_test_add_data_func ("/golden/v1.1/from-v1-every-field", "v1.1/from-v1-every-field.netz", test_same_bytes);
  g_test_add_data_func ("/golden/v1.1/from-v1-kept", "v1.1/from-v1-kept.netz", test_same_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (older); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", older[i].name, NULL);

      g_test_add_data_func (path, &older[i], test_made_canonical);
    }
  g_test_add_func ("/golden/v1.1/has-every-field", test_every_field);
  return g_test_run ();
}
