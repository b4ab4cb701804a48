/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-test"

#include "netz-test-document.h"
#include "netz-test-random.h"

#include "format/netz-verify.h"
#include "format/netz-writer.h"
#include "model/netz-institution.h"

#include <locale.h>
#include <string.h>

#define ROUNDS 60

static NetzSnapshot *
make_network (NetzRecord *record)
{
  NetzSnapshot *snapshot = netz_snapshot_new ();

  netz_snapshot_take (snapshot, netz_record_new (NETZ_TABLE_SETTINGS, "n-1"));
  if (record != NULL)
    netz_snapshot_take (snapshot, record);
  netz_snapshot_sort (snapshot);
  return snapshot;
}

static void
test_empty_network (void)
{
  g_autoptr (NetzSnapshot) snapshot = make_network (NULL);
  g_autofree char *text = netz_test_write (snapshot);

  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<network xmlns=\"urn:netzwerkstatt:network\" version=\"1.1\" id=\"n-1\">\n"
                   "  <settings/>\n"
                   "  <kinds>\n  </kinds>\n"
                   "  <programmes>\n  </programmes>\n"
                   "  <institutions>\n  </institutions>\n"
                   "  <partnerships>\n  </partnerships>\n"
                   "  <frames>\n  </frames>\n"
                   "  <notes>\n  </notes>\n"
                   "  <views>\n  </views>\n"
                   "  <workshops>\n  </workshops>\n"
                   "  <papers>\n  </papers>\n"
                   "</network>\n");
  netz_test_assert_valid (text);
}

static void
check_round_trip (NetzSnapshot *snapshot)
{
  g_autofree char *text = netz_test_write (snapshot);
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = netz_test_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzReadReport) report = NULL;
  g_autoptr (NetzSnapshot) back = netz_reader_read (bytes, NETZ_READ_DEFAULT, &report, &error);

  g_assert_no_error (error);
  if (!netz_snapshot_equal (snapshot, back))
    g_error ("does not come back:\n%s", text);
  again = netz_test_write (back);
  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_str_has_suffix (text, ">\n"));
  g_assert_null (strchr (text, '\r'));
}

static void
test_random_networks (void)
{
  for (guint seed = 1; seed <= ROUNDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NetzSnapshot) snapshot = netz_test_random_network (random, 4);
      g_autofree char *text = NULL;

      check_round_trip (snapshot);
      if (seed > 5)
        continue;
      text = netz_test_write (snapshot);
      netz_test_assert_valid (text);
    }
}

/* The same records in any order of files are the same bytes. */
static void
test_order_means_nothing (void)
{
  g_autofree char *one = netz_test_document (
      "<settings title='T' office='O'/>"
      "<institutions><institution id='a' name='A' x='1'/><institution id='b'><tag>t</tag><notes>n</notes></institution>"
      "</institutions><partnerships><partnership from='a' id='p' to='b' z='1' y='2'/></partnerships>");
  g_autofree char *other =
      netz_test_document ("\r\n<partnerships>\r\n<partnership y=\"2\" z=\"1\" to=\"b\" from=\"&#97;\" "
                          "id=\"p\"></partnership></partnerships>"
                          "<institutions><institution id='b'><notes><![CDATA[n]]></notes><tag>t</tag></institution>"
                          "<institution x='1.000' name='A' id='a'/></institutions><settings office='O' title='T'/>");
  g_autofree char *first = netz_test_canonical (one, NULL, NULL);
  g_autofree char *second = netz_test_canonical (other, NULL, NULL);

  g_assert_cmpstr (first, ==, second);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static void
test_one_line_for_one_change (void)
{
  NetzRecord *record = netz_record_new (NETZ_TABLE_INSTITUTION, "i-1");
  g_autoptr (NetzSnapshot) empty = make_network (NULL);
  g_autoptr (NetzSnapshot) one = make_network (record);
  g_autofree char *before = netz_test_write (empty);
  g_autofree char *after = netz_test_write (one);

  g_assert_cmpuint (count_lines (after), ==, count_lines (before) + 1);
}

/* While a field has no value, the text that could not be read stays. */
static void
test_unreadable_value_gives_way (void)
{
  NetzExtras *extras = netz_extras_new ();
  NetzRecord *record = netz_record_new (NETZ_TABLE_INSTITUTION, "i-1");
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;

  netz_extras_add (extras, "", "x", "1,5");
  netz_extras_add (extras, "", "y", "2,5");
  netz_extras_add (extras, "", "id", "i-2");
  netz_extras_add (extras, "", "z", "a");
  netz_extras_add (extras, "", "z", "b");
  netz_record_set_extras (record, extras);
  netz_extras_unref (extras);
  netz_record_set_number (record, "x", 3);
  snapshot = make_network (record);
  text = netz_test_write (snapshot);
  netz_test_assert_contains (text, "<institution id=\"i-1\" x=\"3\" y=\"2,5\" z=\"a\"/>\n");
}

/* What was kept in one network has what it needs in another. */
static void
test_kept_things_can_move (void)
{
  g_autofree char *source = netz_test_document (
      "<kinds xmlns:g='urn:g'><!-- c --><kind id='k' g:a='1'><g:b/></kind></kinds>");
  g_autoptr (GBytes) bytes = netz_test_bytes (source);
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, NULL);
  NetzRecord *kind = netz_snapshot_find (snapshot, NETZ_TABLE_KIND, "k");
  g_autoptr (NetzSnapshot) target = make_network (g_object_ref (kind));
  g_autofree char *text = netz_test_write (target);

  netz_test_assert_contains (text, "  <kinds>\n    <!-- c -->\n    <kind id=\"k\" xmlns:g=\"urn:g\" g:a=\"1\">\n"
                                   "      <g:b/>\n    </kind>\n");
  check_round_trip (target);
}

/* A prefix without declaration must not make a file that cannot be opened. */
static void
test_undeclared_prefix (void)
{
  NetzExtras *extras = netz_extras_new ();
  NetzRecord *record = netz_record_new (NETZ_TABLE_KIND, "k");
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  netz_extras_add (extras, "", "g:a", "1");
  netz_record_set_extras (record, extras);
  netz_extras_unref (extras);
  snapshot = make_network (record);
  bytes = netz_writer_write (snapshot);
  g_assert_true (netz_verify (bytes, snapshot, &error));
  g_assert_no_error (error);
}

static void
test_forbidden_characters (void)
{
  NetzRecord *record = netz_record_new (NETZ_TABLE_INSTITUTION, "i-\x01\xef\xbf\xbf.");
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (tags, g_ref_string_new ("a\x1f\xef\xbf\xbe\xef\xbf\xbd\x0c"));
  netz_field_set_list (netz_table_find_field (NETZ_TABLE_INSTITUTION, "tags"), record, tags);
  g_ptr_array_unref (tags);
  snapshot = make_network (record);
  text = netz_test_write (snapshot);
  netz_test_assert_contains (text, "<institution id=\"i-.\">\n      <tag>a\xef\xbf\xbd</tag>\n");
  netz_test_assert_valid (text);
}

static void
test_verify_notices (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (NetzSnapshot) snapshot = netz_test_random_network (random, 3);
  g_autoptr (NetzSnapshot) other = netz_test_random_network (random, 3);
  g_autoptr (GBytes) bytes = netz_writer_write (snapshot);
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 20);
  g_autoptr (GError) error = NULL;

  g_assert_true (netz_verify (bytes, snapshot, &error));
  g_assert_no_error (error);
  g_assert_false (netz_verify (bytes, other, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_VERIFY);
  g_clear_error (&error);
  g_assert_false (netz_verify (torn, snapshot, &error));
  g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_TRUNCATED);
}

static void
test_locale (void)
{
  NetzRecord *record = netz_record_new (NETZ_TABLE_INSTITUTION, "i-1");
  g_autoptr (NetzSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;

  netz_record_set_number (record, "x", 1234567.25);
  netz_record_set_number (record, "y", -0.5);
  snapshot = make_network (record);
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("the locale de_DE.UTF-8 is not there");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  text = netz_test_write (snapshot);
  check_round_trip (snapshot);
  setlocale (LC_ALL, "C.UTF-8");
  netz_test_assert_contains (text, "x=\"1234567.25\" y=\"-0.5\"");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/empty-network", test_empty_network);
  g_test_add_func ("/writer/random-networks", test_random_networks);
  g_test_add_func ("/writer/order-means-nothing", test_order_means_nothing);
  g_test_add_func ("/writer/one-line-for-one-change", test_one_line_for_one_change);
  g_test_add_func ("/writer/unreadable-value-gives-way", test_unreadable_value_gives_way);
  g_test_add_func ("/writer/kept-things-can-move", test_kept_things_can_move);
  g_test_add_func ("/writer/undeclared-prefix", test_undeclared_prefix);
  g_test_add_func ("/writer/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/writer/verify-notices", test_verify_notices);
  g_test_add_func ("/writer/locale", test_locale);
  return g_test_run ();
}
