/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ODS: OpenDocument 1.2, as little of it as a table needs. */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-table-writer-private.h"

#include "interchange/netz-zip-writer.h"
#include "model/netz-date.h"
#include "model/netz-field.h"

#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define CHARACTER_WIDTH 0.21 /* cm, of the usual font */

#define NAMESPACES \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
  " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\"" \
  " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\""

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char manifest[] =
  HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
  " manifest:version=\"1.2\">"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"" MIME_TYPE "\"/>"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
  "<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/>"
  "</manifest:manifest>\n";

static const char styles[] =
  HEAD "<office:document-styles" NAMESPACES "><office:styles>"
  "<style:style style:name=\"Default\" style:family=\"table-cell\"/>"
  "</office:styles></office:document-styles>\n";

/* Signs of one line of a cell; the format folds blanks, so each but the first of several is an element. */
static void
append_line (GString *xml, const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (line[i])
      {
      case '&':
        g_string_append (xml, "&amp;");
        break;
      case '<':
        g_string_append (xml, "&lt;");
        break;
      case '>':
        g_string_append (xml, "&gt;");
        break;
      case '"':
        g_string_append (xml, "&quot;");
        break;
      case '\t':
        g_string_append (xml, "<text:tab/>");
        break;
      case ' ':
        g_string_append (xml, i == 0 || i + 1 == length || line[i - 1] == ' ' ? "<text:s/>" : " ");
        break;
      default:
        g_string_append_c (xml, line[i]);
      }
}

static void
append_paragraphs (GString *xml, const char *text)
{
  g_autofree char *clean = netz_text_clean (text);
  const char *line = clean;

  for (;;)
    {
      gsize length = strcspn (line, "\r\n");

      g_string_append (xml, "<text:p>");
      append_line (xml, line, length);
      g_string_append (xml, "</text:p>");
      if (line[length] == '\0')
        return;
      line += length + (line[length] == '\r' && line[length + 1] == '\n' ? 2 : 1);
    }
}

static void
append_cell (GString *xml, const NetzCell *cell)
{
  NetzDate date;

  if (cell->type == NETZ_CELL_EMPTY)
    {
      g_string_append (xml, "<table:table-cell/>");
      return;
    }
  if (cell->type == NETZ_CELL_NUMBER)
    {
      g_autofree char *number = netz_number_print (cell->number);

      g_string_append_printf (xml, "<table:table-cell office:value-type=\"float\" office:value=\"%s\">"
                              "<text:p>%s</text:p>", number, number);
    }
  else if (cell->type == NETZ_CELL_DATE && netz_date_parse (cell->text, &date) && date.precision == NETZ_DATE_DAY)
    g_string_append_printf (xml, "<table:table-cell table:style-name=\"day\" office:value-type=\"date\""
                            " office:date-value=\"%s\"><text:p>%s</text:p>", cell->text, cell->text);
  else
    {
      g_string_append (xml, "<table:table-cell office:value-type=\"string\">");
      append_paragraphs (xml, cell->text);
    }
  g_string_append (xml, "</table:table-cell>");
}

static void
append_header (GString *xml, const NetzSheet *sheet)
{
  g_string_append (xml, "<table:table-header-rows><table:table-row>");
  for (guint column = 0; column < netz_sheet_get_n_columns (sheet); column++)
    {
      g_string_append (xml, "<table:table-cell table:style-name=\"head\" office:value-type=\"string\">");
      append_paragraphs (xml, netz_sheet_get_column (sheet, column));
      g_string_append (xml, "</table:table-cell>");
    }
  g_string_append (xml, "</table:table-row></table:table-header-rows>\n");
}

static void
append_sheet (GString *xml, const GPtrArray *sheets, guint index)
{
  const NetzSheet *sheet = g_ptr_array_index (sheets, index);
  g_autofree char *title = netz_table_make_title (sheets, index);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_string_append_printf (xml, "<table:table table:name=\"%s\">", escaped);
  for (guint column = 0; column < netz_sheet_get_n_columns (sheet); column++)
    g_string_append_printf (xml, "<table:table-column table:style-name=\"w%u\"/>",
                            netz_table_measure_column (sheet, column));
  append_header (xml, sheet);
  for (guint row = 0; row < netz_sheet_get_n_rows (sheet); row++)
    {
      g_string_append (xml, "<table:table-row>");
      for (guint column = 0; column < netz_sheet_get_n_columns (sheet); column++)
        append_cell (xml, netz_sheet_get_cell (sheet, row, column));
      g_string_append (xml, "</table:table-row>\n");
    }
  g_string_append (xml, "</table:table>");
}

/* A style for each width that occurs. */
static void
append_widths (GString *xml, const GPtrArray *sheets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sheets->len; i++)
    for (guint column = 0; column < netz_sheet_get_n_columns (g_ptr_array_index (sheets, i)); column++)
      {
        guint width = netz_table_measure_column (g_ptr_array_index (sheets, i), column);
        char centimetres[G_ASCII_DTOSTR_BUF_SIZE];

        if (!g_hash_table_add (seen, GUINT_TO_POINTER (width)))
          continue;
        g_ascii_formatd (centimetres, sizeof centimetres, "%.2f", width * CHARACTER_WIDTH);
        g_string_append_printf (xml, "<style:style style:name=\"w%u\" style:family=\"table-column\">"
                                "<style:table-column-properties style:column-width=\"%scm\"/></style:style>",
                                width, centimetres);
      }
}

static GString *
make_content (const GPtrArray *sheets)
{
  GString *xml = g_string_new (HEAD "<office:document-content" NAMESPACES "><office:automatic-styles>");

  append_widths (xml, sheets);
  g_string_append (xml, "<number:date-style style:name=\"days\"><number:year number:style=\"long\"/>"
                   "<number:text>-</number:text><number:month number:style=\"long\"/><number:text>-</number:text>"
                   "<number:day number:style=\"long\"/></number:date-style>"
                   "<style:style style:name=\"day\" style:family=\"table-cell\" style:parent-style-name=\"Default\""
                   " style:data-style-name=\"days\"/>"
                   "<style:style style:name=\"head\" style:family=\"table-cell\" style:parent-style-name=\"Default\">"
                   "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
                   "</office:automatic-styles><office:body><office:spreadsheet>\n");
  for (guint i = 0; i < sheets->len; i++)
    append_sheet (xml, sheets, i);
  g_string_append (xml, "</office:spreadsheet></office:body></office:document-content>\n");
  return xml;
}

/* That the header stays in view is a setting of the window, by name of the table. */
static GString *
make_settings (const GPtrArray *sheets)
{
  GString *xml = g_string_new (HEAD "<office:document-settings" NAMESPACES "><office:settings>"
                               "<config:config-item-set config:name=\"ooo:view-settings\">"
                               "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>"
                               "<config:config-item-map-named config:name=\"Tables\">");

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *title = netz_table_make_title (sheets, i);
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      g_string_append_printf (xml, "<config:config-item-map-entry config:name=\"%s\">"
                              "<config:config-item config:name=\"VerticalSplitMode\" config:type=\"short\">2"
                              "</config:config-item>"
                              "<config:config-item config:name=\"VerticalSplitPosition\" config:type=\"int\">1"
                              "</config:config-item>"
                              "<config:config-item config:name=\"PositionBottom\" config:type=\"int\">1"
                              "</config:config-item></config:config-item-map-entry>", escaped);
    }
  g_string_append (xml, "</config:config-item-map-named></config:config-item-map-entry>"
                   "</config:config-item-map-indexed></config:config-item-set>"
                   "</office:settings></office:document-settings>\n");
  return xml;
}

GBytes *
netz_table_write_ods (GPtrArray *sheets)
{
  NetzZipWriter *zip = netz_zip_writer_new ();
  GString *content = make_content (sheets), *settings = make_settings (sheets);

  netz_zip_writer_add (zip, "mimetype", MIME_TYPE, strlen (MIME_TYPE), FALSE);
  netz_zip_writer_add (zip, "content.xml", content->str, content->len, TRUE);
  netz_zip_writer_add (zip, "styles.xml", styles, strlen (styles), TRUE);
  netz_zip_writer_add (zip, "settings.xml", settings->str, settings->len, TRUE);
  netz_zip_writer_add (zip, "META-INF/manifest.xml", manifest, strlen (manifest), TRUE);
  g_string_free (content, TRUE);
  g_string_free (settings, TRUE);
  return netz_zip_writer_end (zip);
}
