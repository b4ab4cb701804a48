/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The networks that come with the program: are the files as the program writes them, and do they show what it can? */
#include "format/netz-catalogue-folder.h"
#include "format/netz-file.h"
#include "model/netz-check.h"
#include "model/netz-search.h"
#include "netz-test-document.h"

#include <string.h>

static const char *const samples[] = { "koeln-2008", "leer" };

static char *
get_path (const char *sample)
{
  g_autofree char *name = g_strconcat (sample, ".netz", NULL);

  return g_build_filename (g_getenv ("NETZ_DATA_DIR"), "samples", name, NULL);
}

static NetzNetwork *
load (const char *sample)
{
  g_autofree char *path = get_path (sample);
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  snapshot = netz_file_load (path, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_notes, ==, 0);
  return netz_network_new_from_snapshot (snapshot);
}

static NetzCatalogue *
load_catalogue (NetzNetwork *network)
{
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (netz_network_get_settings (network)->catalogue, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_canonical (gconstpointer data)
{
  g_autofree char *path = get_path (data);
  g_autofree char *text = NULL;
  g_autofree char *written = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  written = netz_test_canonical (text, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, text);
  netz_test_assert_valid (text);
}

static void
test_check (gconstpointer data)
{
  g_autoptr (NetzNetwork) network = load (data);
  g_autoptr (GPtrArray) issues = netz_check (network);

  for (guint i = 0; i < issues->len; i++)
    {
      const NetzIssue *issue = g_ptr_array_index (issues, i);

      if (issue->severity != NETZ_SEVERITY_NOTE)
        g_error ("%s", issue->message);
    }
}

/* The kinds and programmes of a sample are those of its catalogue, also after that has been changed. */
static void
test_catalogue (gconstpointer data)
{
  g_autoptr (NetzNetwork) network = load (data);
  g_autoptr (NetzCatalogue) catalogue = load_catalogue (network);
  const NetzTable tables[] = { NETZ_TABLE_KIND, NETZ_TABLE_PROGRAMME };
  GPtrArray *lists[] = { netz_catalogue_get_kinds (catalogue), netz_catalogue_get_programmes (catalogue) };

  for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
    {
      g_assert_cmpuint (netz_network_get_size (network, tables[table]), ==, lists[table]->len);
      for (guint i = 0; i < lists[table]->len; i++)
        {
          NetzRecord *record = g_ptr_array_index (lists[table], i);
          NetzRecord *ours = netz_network_get (network, tables[table], netz_record_get_id (record));

          if (ours == NULL || !netz_record_equal (ours, record))
            g_error ("%s is not as in the catalogue", netz_record_get_id (record));
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (NetzNetwork) network = load ("leer");

  for (guint table = NETZ_TABLE_INSTITUTION; table < NETZ_N_TABLES; table++)
    g_assert_cmpuint (netz_network_get_size (network, table), ==, 0);
}

G_GNUC_PRINTF (3, 4)
static guint
count (NetzNetwork *network, NetzTable table, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autoptr (NetzFilter) filter = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  filter = netz_filter_new (text, &error);
  g_assert_no_error (error);
  found = netz_filter_find (filter, network, table);
  return found->len;
}

static void
assert_some (guint number, const char *what)
{
  if (number == 0)
    g_error ("There is no “%s”.", what);
}

/* Two forms of school did not exist in Cologne, and nurseries and others take no part in the paper of 2008. */
static void
test_kinds (void)
{
  static const char *const absent[] = { "primus-school", "sekundarschule", "kindergarten", "other", NULL };
  g_autoptr (NetzNetwork) network = load ("koeln-2008");
  g_autoptr (GPtrArray) kinds = netz_network_list (network, NETZ_TABLE_KIND);
  guint n_schools = 0;

  for (guint i = 0; i < kinds->len; i++)
    {
      NetzKind *kind = g_ptr_array_index (kinds, i);
      const char *id = netz_record_get_id (NETZ_RECORD (kind));
      guint number = count (network, NETZ_TABLE_INSTITUTION, "kind=\"%s\"", id);

      if (g_strv_contains (absent, id))
        continue;
      assert_some (number, id);
      if (g_strcmp0 (kind->group, "school") == 0)
        n_schools += number;
    }
  g_assert_cmpuint (n_schools, >=, 40);
}

static void
test_partnerships (void)
{
  static const char *const statuses[] = { "idea", "preparation", "established", "dormant", "ended" };
  g_autoptr (NetzNetwork) network = load ("koeln-2008");
  g_autoptr (GPtrArray) programmes = netz_network_list (network, NETZ_TABLE_PROGRAMME);
  guint size = netz_network_get_size (network, NETZ_TABLE_PARTNERSHIP);

  g_assert_cmpuint (size, >=, 100);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    assert_some (count (network, NETZ_TABLE_PARTNERSHIP, "status=%s", statuses[i]), statuses[i]);
  for (guint i = 0; i < programmes->len; i++)
    {
      const char *id = netz_record_get_id (g_ptr_array_index (programmes, i));

      assert_some (count (network, NETZ_TABLE_PARTNERSHIP, "programme=%s", id), id);
    }

  /* None of them may be taken for a fact. */
  g_assert_cmpuint (count (network, NETZ_TABLE_PARTNERSHIP, "tag=%s", "Beispiel"), ==, size);
  g_assert_nonnull (strstr (netz_network_get_settings (network)->description, "Beispiele"));
}

static void
test_districts (void)
{
  g_autoptr (NetzNetwork) network = load ("koeln-2008");
  g_autoptr (GPtrArray) frames = netz_network_list (network, NETZ_TABLE_FRAME);

  g_assert_cmpuint (frames->len, ==, 9);
  for (guint i = 0; i < frames->len; i++)
    {
      NetzFrame *frame = g_ptr_array_index (frames, i);

      g_assert_cmpstr (frame->title, ==, frame->district);
      g_assert_cmpuint (count (network, NETZ_TABLE_INSTITUTION, "frame=%s",
                                 netz_record_get_id (NETZ_RECORD (frame))), >=, 4);
    }
}

static void
test_views (void)
{
  g_autoptr (NetzNetwork) network = load ("koeln-2008");
  g_autoptr (GPtrArray) views = netz_network_list (network, NETZ_TABLE_VIEW);

  g_assert_cmpuint (views->len, ==, 5);
  for (guint i = 0; i < views->len; i++)
    {
      NetzView *view = g_ptr_array_index (views, i);
      guint found = count (network, NETZ_TABLE_INSTITUTION, "%s", view->filter != NULL ? view->filter : "");

      assert_some (found, view->title);
      g_assert_nonnull (view->headline);
      g_assert_nonnull (view->speaker_notes);
      if (view->filter != NULL)
        g_assert_cmpuint (found, <, netz_network_get_size (network, NETZ_TABLE_INSTITUTION));
    }
}

/* Whether a person is meant by a condition: by its actor group or by the kind of the institution they are from. */
static gboolean
meets (NetzNetwork *network, const NetzCatalogueItem *condition, const NetzPart *participant)
{
  const char *group = netz_catalogue_item_get (condition, "actor-group");
  NetzInstitution *from = netz_network_get_institution (network, netz_part_get (participant, "institution"));

  g_assert_nonnull (from);
  if (group != NULL)
    return g_strcmp0 (netz_part_get (participant, "group"), group) == 0;
  return netz_catalogue_item_has (condition, "kinds", from->kind);
}

static guint
count_participants (NetzNetwork *network, const NetzCatalogueItem *condition, GPtrArray *participants)
{
  guint number = 0;

  for (guint i = 0; i < participants->len; i++)
    number += meets (network, condition, g_ptr_array_index (participants, i)) ? 1 : 0;
  return number;
}

static guint
count_school_forms (NetzNetwork *network, GPtrArray *participants)
{
  g_autoptr (GHashTable) forms = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < participants->len; i++)
    {
      const char *id = netz_part_get (g_ptr_array_index (participants, i), "institution");
      NetzInstitution *from = netz_network_get_institution (network, id);

      if (g_strcmp0 (netz_network_get_kind (network, from->kind)->group, "school") == 0)
        g_hash_table_add (forms, from->kind);
    }
  return g_hash_table_size (forms);
}

static guint
count_for (NetzNetwork *network, const NetzCatalogueItem *condition, GPtrArray *participants)
{
  const char *type = netz_catalogue_item_get (condition, "type");
  const char *programme = netz_catalogue_item_get (condition, "programme");

  if (g_strcmp0 (type, "partnerships") == 0)
    return count (network, NETZ_TABLE_PARTNERSHIP, "status=established programme=%s",
                  *programme == '@' ? "library-school" : programme);
  if (g_strcmp0 (type, "school-forms") == 0)
    return count_school_forms (network, participants);
  return count_participants (network, condition, participants);
}

static void
test_workshop (void)
{
  g_autoptr (NetzNetwork) network = load ("koeln-2008");
  g_autoptr (NetzCatalogue) catalogue = load_catalogue (network);
  g_autoptr (GPtrArray) workshops = netz_network_list (network, NETZ_TABLE_WORKSHOP);
  GPtrArray *conditions = netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_CONDITIONS);
  NetzWorkshop *workshop;

  g_assert_cmpuint (workshops->len, ==, 1);
  workshop = g_ptr_array_index (workshops, 0);
  g_assert_cmpuint (workshop->sessions->len, ==, 3);
  g_assert_cmpstr (netz_part_get (g_ptr_array_index (workshop->sessions, 0), "date"), ==, "2008-08-25");
  g_assert_nonnull (netz_network_get_institution (network, workshop->organiser));

  g_assert_cmpuint (conditions->len, >, 0);
  for (guint i = 0; i < conditions->len; i++)
    {
      const NetzCatalogueItem *condition = g_ptr_array_index (conditions, i);

      if (count_for (network, condition, workshop->participants) <
          netz_catalogue_item_get_number (condition, "minimum", 1))
        g_error ("%s", netz_catalogue_item_get_name (condition, "en"));
    }
}

/* All persons are invented, and nobody's mail or phone may be reached by accident (RFC 2606). */
static void
test_persons (void)
{
  g_autofree char *path = get_path ("koeln-2008");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "phone="));
  for (const char *at = strchr (text, '@'); at != NULL; at = strchr (at + 1, '@'))
    if (!g_str_has_prefix (at, "@example.org\""))
      /* What is left are groups of kinds, at the ends of programmes. */
      g_assert_true (g_str_has_prefix (at, "@school") || g_str_has_prefix (at, "@provider") ||
                     g_str_has_prefix (at, "@steering"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *canonical = g_strdup_printf ("/samples/%s/canonical", samples[i]);
      g_autofree char *check = g_strdup_printf ("/samples/%s/check", samples[i]);
      g_autofree char *catalogue = g_strdup_printf ("/samples/%s/catalogue", samples[i]);

      g_test_add_data_func (canonical, samples[i], test_canonical);
      g_test_add_data_func (check, samples[i], test_check);
      g_test_add_data_func (catalogue, samples[i], test_catalogue);
    }
  g_test_add_func ("/samples/empty", test_empty);
  g_test_add_func ("/samples/kinds", test_kinds);
  g_test_add_func ("/samples/partnerships", test_partnerships);
  g_test_add_func ("/samples/districts", test_districts);
  g_test_add_func ("/samples/views", test_views);
  g_test_add_func ("/samples/workshop", test_workshop);
  g_test_add_func ("/samples/persons", test_persons);
  return g_test_run ();
}
