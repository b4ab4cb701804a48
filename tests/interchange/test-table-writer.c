/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interchange/netz-table-writer-private.h"

#include <math.h>
#include <string.h>

static GPtrArray *
make_sheets (void)
{
  static const char *const columns[] = { "Schule", "Partner; Zahl", "Seit", NULL };
  GPtrArray *sheets = netz_sheets_new ();
  NetzSheet *sheet = netz_sheet_new ("Abdeckung", columns);

  netz_sheet_add_text (sheet, "GGS \"Süd\"");
  netz_sheet_add_number (sheet, 2.5);
  netz_sheet_add_date (sheet, "2008-08-25");
  netz_sheet_add_text (sheet, "Zwei\nZeilen");
  netz_sheet_add_number (sheet, -3);
  netz_sheet_add_date (sheet, "2008/09");
  netz_sheet_add_text (sheet, "=HYPERLINK(1)");
  netz_sheet_add_number (sheet, NAN);
  netz_sheet_add_text (sheet, "-35");
  g_ptr_array_add (sheets, sheet);
  return sheets;
}

static void
assert_csv (GPtrArray *sheets, const NetzTableStyle *style, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = netz_table_write (sheets, NETZ_TABLE_CSV, style, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv (void)
{
  static const NetzTableStyle german = { ';', ',', TRUE };
  g_autoptr (GPtrArray) sheets = make_sheets ();

  assert_csv (sheets, NULL,
              "Schule,Partner; Zahl,Seit\n"
              "\"GGS \"\"Süd\"\"\",2.5,2008-08-25\n"
              "\"Zwei\nZeilen\",-3,2008/09\n"
              "\"'=HYPERLINK(1)\",,-35\n");
  assert_csv (sheets, &german,
              "\xef\xbb\xbf"
              "Schule;\"Partner; Zahl\";Seit\n"
              "\"GGS \"\"Süd\"\"\";2,5;2008-08-25\n"
              "\"Zwei\nZeilen\";-3;2008/09\n"
              "\"'=HYPERLINK(1)\";;-35\n");
}

/* What spreadsheets would run is told apart from what only looks a little like it. */
static void
test_formulas (void)
{
  static const char *const columns[] = { "A", NULL };
  static const char *const armed[] = { "=1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r1", " =1", "'=1", "\"=1" };
  static const char *const plain[] = { "-1", "+2", "-1.5e3", "a=1", "x - y", "'s Haus" };

  for (guint i = 0; i < G_N_ELEMENTS (armed) + G_N_ELEMENTS (plain); i++)
    {
      gboolean is_armed = i < G_N_ELEMENTS (armed);
      g_autoptr (GPtrArray) sheets = netz_sheets_new ();
      NetzSheet *sheet = netz_sheet_new ("", columns);
      g_autoptr (GBytes) bytes = NULL;
      const char *data;

      netz_sheet_add_text (sheet, is_armed ? armed[i] : plain[i - G_N_ELEMENTS (armed)]);
      g_ptr_array_add (sheets, sheet);
      bytes = netz_table_write (sheets, NETZ_TABLE_CSV, NULL, NULL);
      data = g_bytes_get_data (bytes, NULL);
      g_assert_cmpint (memcmp (data, "A\n\"'", 4) == 0, ==, is_armed);
    }
}

static void
test_titles (void)
{
  static const char *const columns[] = { "A", NULL };
  static const char *const titles[][2] = {
    { "Schulen/Partner: [1]", "Schulen Partner   1" },
    { "schulen/partner: [1]", "schulen partner   1 2" },
    { "", "3" },
    { "Eine sehr lange Überschrift einer Tabelle", "Eine sehr lange Überschrift ein" },
    { "Eine sehr lange Überschrift einer anderen", "Eine sehr lange Überschrift e 5" },
  };
  g_autoptr (GPtrArray) sheets = netz_sheets_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_ptr_array_add (sheets, netz_sheet_new (titles[i][0], columns));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = netz_table_make_title (sheets, i);

      g_assert_cmpstr (title, ==, titles[i][1]);
    }
}

/* The first bytes say what it is, and the same table is the same bytes. */
static void
test_ods_begins_with_its_type (void)
{
  g_autoptr (GPtrArray) sheets = make_sheets ();
  g_autoptr (GBytes) bytes = netz_table_write (sheets, NETZ_TABLE_ODS, NULL, NULL);
  g_autoptr (GBytes) again = netz_table_write (sheets, NETZ_TABLE_ODS, NULL, NULL);
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (memcmp (data + 30, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 54), ==, 0);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_suffixes (void)
{
  NetzTableFormat format = NETZ_TABLE_CSV;

  g_assert_true (netz_table_find_format ("Schulen.XLSX", &format));
  g_assert_cmpint (format, ==, NETZ_TABLE_XLSX);
  g_assert_true (netz_table_find_format ("a.ods", &format));
  g_assert_cmpint (format, ==, NETZ_TABLE_ODS);
  g_assert_false (netz_table_find_format ("a.pdf", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-writer/csv", test_csv);
  g_test_add_func ("/table-writer/formulas", test_formulas);
  g_test_add_func ("/table-writer/titles", test_titles);
  g_test_add_func ("/table-writer/ods-begins-with-its-type", test_ods_begins_with_its_type);
  g_test_add_func ("/table-writer/suffixes", test_suffixes);
  return g_test_run ();
}
