/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "interchange/netz-table-source.h"
#include "interchange/netz-table-writer.h"
#include "interchange/netz-zip-writer.h"

#include <string.h>

static gboolean
print_row (const NetzTableRow *row, gpointer data, GError **error)
{
  GString *text = data;

  g_string_append_printf (text, "%u:", row->line);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", row->cells[i]);
  g_string_append_c (text, '\n');
  return TRUE;
}

/* The rows, or "! " and what is wrong. */
static char *
read_all (GBytes *bytes, const NetzTableOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzTableSource) source = netz_table_source_new (bytes, options, &error);
  GString *text = g_string_new (NULL);

  if (source == NULL || !netz_table_source_read (source, print_row, text, NULL, &error))
    g_string_printf (text, "! %s", error->message);
  return g_string_free (text, FALSE);
}

static void
assert_read (const char *data, gssize size, const NetzTableOptions *options, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);
  g_autofree char *text = read_all (bytes, options);

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char *name;
  const char *data;
  const char *rows;
} Case;

static const Case texts[] = {
  { "plain", "A;B\n1;2\n", "1:A|B\n2:1|2\n" },
  { "comma", "A,B\n\"1;5\",2\n", "1:A|B\n2:1;5|2\n" },
  { "tab", "A\tB\n1,5\t2,5\n", "1:A|B\n2:1,5|2,5\n" },
  { "bar", "A|B\n1|2", "1:A|B\n2:1|2\n" },
  { "semicolon-before-decimal-comma", "1,5;2,5\n3,5;4,5\n", "1:1,5|2,5\n2:3,5|4,5\n" },
  { "one-column", "Name\nA\n", "1:Name\n2:A\n" },
  { "separator-line", "sep=;\r\nA;B,C\r\n1;2,3\r\n", "2:A|B,C\n3:1|2,3\n" },
  { "quoted-separator-line", "\"sep=,\"\nA,B\n", "2:A|B\n" },
  { "carriage-returns", "A;B\r1;2\r", "1:A|B\n2:1|2\n" },
  { "quotes",
    "A;B\n\"zwei\r\nZeilen\";\"er sagt \"\"ja\"\"\"\n3;4\n", "1:A|B\n2:zwei\nZeilen|er sagt \"ja\"\n4:3|4\n" },
  { "quote-inside", "A;B\n5\" breit;2\n", "1:A|B\n2:5\" breit|2\n" },
  { "empty-at-the-end", "A;B;\n1;2;\n;;\n", "1:A|B\n2:1|2\n3:\n" },
  { "mark", "\xef\xbb\xbfN\xc3\xa4he;B\n", "1:Nähe|B\n" },
  { "windows", "N\xe4he;Stra\xdf" "e\n", "1:Nähe|Straße\n" },
  { "dos", "N\x84he;Stra\xe1" "e;Sch\x81ler\n", "1:Nähe|Straße|Schüler\n" },
  { "disarmed-formulas", "A\n'=1+1\n'-x\n's Haus\n", "1:A\n2:=1+1\n3:-x\n4:'s Haus\n" },
  { "quote-never-closed", "A;B\n1;\"2\n", "! Line 2, column 2: the quotation mark is never closed." },
  { "nothing", "", "! The file is empty." },
  { "blanks", " \n\n", "! The file is empty." },
  { "web-page", "<!DOCTYPE html><html>", "! This is a web page, not a table." },
  { "old-workbook", "\xd0\xcf\x11\xe0\xa1\xb1", "! This is a workbook of an old format (.xls), or one with a password. "
                                                 "Save it as .xlsx or .ods, without a password." },
  { "damaged-archive", "PK\x03\x04 and no more", "! The file is damaged: it cannot be unpacked." },
  { "points",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":7,\"properties\":{\"tags/name\":\"A\"},"
    "\"geometry\":{\"type\":\"Point\",\"coordinates\":[6.95,50.94]}},"
    "{\"type\":\"Feature\",\"properties\":{\"zahl\":2.5,\"tags/name\":null},\"geometry\":null}]}",
    "0:id|name|zahl|longitude|latitude\n1:7|A||6.95|50.94\n2:||2.5\n" },
  { "other-json", "{\"a\": [1]}", "! This is JSON, but no collection of GeoJSON features." },
  { "cut-json", "{\"features\": [\n{", "! Line 2: this is not JSON." },
};

static void
test_text (gconstpointer data)
{
  const Case *self = data;

  assert_read (self->data, -1, NULL, self->rows);
}

static void
test_wide_letters (void)
{
  static const char little[] = "\xff\xfe" "A\0;\0\xe4\0\n\0";
  static const char big[] = "\0A\0;\0\xe4\0\n";

  assert_read (little, sizeof little - 1, NULL, "1:A|ä\n");
  assert_read (big, sizeof big - 1, NULL, "1:A|ä\n");
}

static void
test_choices (void)
{
  NetzTableOptions comma = { NULL, ',', NULL }, dos = { "CP850", '\0', NULL }, strange = { "KLINGON", '\0', NULL };
  NetzTableOptions utf8 = { "UTF-8", '\0', NULL };

  assert_read ("a;b,c\n", -1, &comma, "1:a;b|c\n");
  assert_read ("\x84;b\n", -1, &dos, "1:ä|b\n");
  assert_read ("a;b\n", -1, &strange, "! There is no encoding “KLINGON”.");
  assert_read ("a\nb\xe4\n", -1, &utf8, "! Line 2: the text is not in the encoding UTF-8.");
}

static void
test_depth (void)
{
  g_autoptr (GString) json = g_string_new ("{\"features\":\n");

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (json, '[');
  assert_read (json->str, -1, NULL, "! Line 2: brackets stand in each other more than 64 times.");
}

static GPtrArray *
make_sheets (void)
{
  static const char *const columns[] = { "Name", "Zahl", "Tag", NULL };
  GPtrArray *sheets = netz_sheets_new ();

  for (guint i = 0; i < 2; i++)
    {
      NetzSheet *sheet = netz_sheet_new (i == 0 ? "Schulen" : "Partner", columns);

      netz_sheet_add_text (sheet, i == 0 ? "  <Süd> & \"Nord\"\n2. Zeile" : "=SUM(A1)");
      netz_sheet_add_number (sheet, 2.5);
      netz_sheet_add_date (sheet, "2008-08-25");
      netz_sheet_add_text (sheet, "05315000");
      netz_sheet_add_empty (sheet);
      netz_sheet_add_date (sheet, "2008/09");
      g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

/* What was written as a workbook is read the same. */
static void
test_workbooks (void)
{
  static const NetzTableFormat formats[] = { NETZ_TABLE_XLSX, NETZ_TABLE_ODS };
  NetzTableOptions second = { NULL, '\0', "Partner" }, third = { NULL, '\0', "3" }, by_number = { NULL, '\0', "2" };
  g_autoptr (GPtrArray) sheets = make_sheets ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = netz_table_write (sheets, formats[i], NULL, &error);
      const char *data;
      gssize size;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, NULL);
      size = (gssize) g_bytes_get_size (bytes);
      assert_read (data, size, NULL,
                   "1:Name|Zahl|Tag\n2:  <Süd> & \"Nord\"\n2. Zeile|2.5|2008-08-25\n3:05315000||2008/09\n");
      assert_read (data, size, &second, "1:Name|Zahl|Tag\n2:=SUM(A1)|2.5|2008-08-25\n3:05315000||2008/09\n");
      assert_read (data, size, &by_number, "1:Name|Zahl|Tag\n2:=SUM(A1)|2.5|2008-08-25\n3:05315000||2008/09\n");
      assert_read (data, size, &third, "! There is no sheet “3” in the workbook.");
      for (gssize cut = size - 1; cut > 4; cut -= 97)
        {
          g_autoptr (GBytes) part = g_bytes_new (data, (gsize) cut);
          g_autofree char *text = read_all (part, NULL);

          g_assert_true (g_str_has_prefix (text, "! "));
        }
    }
}

static GBytes *
make_ods (const char *rows)
{
  NetzZipWriter *zip = netz_zip_writer_new ();
  g_autofree char *content = g_strconcat ("<?xml version='1.0'?>", rows, NULL);

  netz_zip_writer_add (zip, "content.xml", content, strlen (content), TRUE);
  return netz_zip_writer_end (zip);
}

/* As LibreOffice and others write it: rows and cells that are repeated, joined, commented. */
static const Case ods_cases[] = {
  { "repeated", "<d><table name='T'><table-row><table-cell value-type='string' number-columns-repeated='2'><p>a</p>"
                "</table-cell><table-cell number-columns-repeated='16382'/></table-row>"
                "<table-row number-rows-repeated='2'><table-cell value-type='float' value='1.50'><p>1,5</p>"
                "</table-cell>"
                "</table-row><table-row number-rows-repeated='1048573'><table-cell number-columns-repeated='16384'/>"
                "</table-row></table></d>", "1:a|a\n2:1.5\n3:1.5\n4:\n" },
  { "joined", "<d><table name='T'><table-row><table-cell value-type='string' number-columns-spanned='2' "
              "number-rows-spanned='2'><p>a</p></table-cell><covered-table-cell/><table-cell value-type='string'>"
              "<p>b</p>"
              "</table-cell></table-row><table-row><covered-table-cell number-columns-repeated='2'/><table-cell "
              "value-type='string'><p>c</p></table-cell></table-row></table></d>", "1:a|a|b\n2:a|a|c\n" },
  { "comment", "<d><table name='T'><table-row><table-cell value-type='string'><annotation><p>why</p></annotation>"
               "<p>a <span>b</span></p><p>c</p></table-cell></table-row></table></d>", "1:a b\nc\n" },
  { "codes", "<d><table name='T'><table-row><table-cell value-type='float' value='5315000'><p>05315000</p></table-cell>"
             "</table-row></table></d>", "1:05315000\n" },
  { "too-many", "<d><table name='T'><table-row number-rows-repeated='99999999'><table-cell value-type='string'><p>a</p>"
                "</table-cell></table-row></table></d>", "! There are more than 1048576 rows." },
  { "document-type", "<!DOCTYPE d [<!ENTITY a 'b'>]><d><table name='T'/></d>",
    "! “content.xml”, line 1: a document type is not allowed." },
  { "cut", "<d><table name='T'>", "! The file is damaged: “content.xml” in it is wrong in line 1." },
};

static void
test_ods (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GBytes) bytes = make_ods (self->data);
  g_autofree char *text = read_all (bytes, NULL);

  g_assert_cmpstr (text, ==, self->rows);
}

/* Built by hand, since what we write has none of these. */
static void
test_xlsx (void)
{
  static const char *const parts[][2] = {
    { "xl/workbook.xml", "<workbook><sheets><sheet name='Blatt' id='r1'/></sheets></workbook>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='r1' Target='worksheets/a.xml'/></Relationships>" },
    { "xl/sharedStrings.xml", "<sst><si><r><t>Zwei </t></r><r><t>Farben</t></r><rPh><t>hint</t></rPh></si></sst>" },
    { "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy'/>"
                       "<numFmt numFmtId='165' formatCode='00000000'/>"
                       "<numFmt numFmtId='166' formatCode='0 &quot;day&quot;'/>"
                       "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
                       "<xf numFmtId='165'/>"
                       "<xf numFmtId='166'/></cellXfs></styleSheet>" },
    { "xl/worksheets/a.xml",
      "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><t>in</t></is></c>"
      "</row>"
      "<row r='3'><c r='A3' s='1'><v>39685</v></c><c r='B3' s='2'><v>39685.5</v></c><c r='C3' s='3'><v>5315000</v></c>"
      "<c r='D3' s='4'><v>7</v></c><c r='E3' t='e'><v>#REF!</v></c><c r='F3' t='str'><v>so</v></c></row>"
      "<row r='4'><c r='B4'><v>1.0000000000000001E-1</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref='A3:A4'/></mergeCells></worksheet>" },
  };
  NetzZipWriter *zip = netz_zip_writer_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    netz_zip_writer_add (zip, parts[i][0], parts[i][1], strlen (parts[i][1]), TRUE);
  bytes = netz_zip_writer_end (zip);
  text = read_all (bytes, NULL);
  g_assert_cmpstr (text, ==, "1:Zwei Farben||in\n3:2008-08-25|2008-08-25 12:00|05315000|7||so\n4:2008-08-25|0.1\n");
}

/* A few kilobytes that unpack to more than is read. */
static void
test_bomb (void)
{
  NetzZipWriter *zip = netz_zip_writer_new ();
  gsize size = NETZ_TABLE_MAX_UNPACKED + 1;
  g_autofree char *blanks = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  memset (blanks, ' ', size);
  netz_zip_writer_add (zip, "content.xml", blanks, size, TRUE);
  bytes = netz_zip_writer_end (zip);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 1024 * 1024);
  text = read_all (bytes, NULL);
  g_assert_true (g_str_has_prefix (text, "! “content.xml” unpacks to more than"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/table-source/text/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ods_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table-source/ods/", ods_cases[i].name, NULL);

      g_test_add_data_func (path, &ods_cases[i], test_ods);
    }
  g_test_add_func ("/table-source/wide-letters", test_wide_letters);
  g_test_add_func ("/table-source/choices", test_choices);
  g_test_add_func ("/table-source/depth", test_depth);
  g_test_add_func ("/table-source/workbooks", test_workbooks);
  g_test_add_func ("/table-source/xlsx", test_xlsx);
  g_test_add_func ("/table-source/bomb", test_bomb);
  return g_test_run ();
}
