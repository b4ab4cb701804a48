/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OpenDocument: how paragraphs, tables and pages look. The lengths are those of the PDF. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-odt-private.h"

#define PARAGRAPH(name, parent, more) \
  "<style:style style:name=\"" name "\" style:family=\"paragraph\" style:parent-style-name=\"" parent "\"" more

#define HEADING(level, size, before, after) \
  PARAGRAPH ("Heading_20_" level, "Standard", " style:display-name=\"Heading " level "\"" \
             " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"" level "\">") \
  "<style:paragraph-properties fo:margin-top=\"" before "\" fo:margin-bottom=\"" after "\"" \
  " fo:keep-with-next=\"always\" fo:hyphenation-ladder-count=\"no-limit\"/>" \
  "<style:text-properties fo:font-size=\"" size "\" fo:font-weight=\"bold\" fo:hyphenate=\"false\"/></style:style>\n"

#define CELL(name, top, bottom, sides) \
  "<style:style style:name=\"" name "\" style:family=\"table-cell\"><style:table-cell-properties" \
  " fo:padding=\"0.08cm\" fo:border-top=\"" top "\" fo:border-bottom=\"" bottom "\" fo:border-left=\"" sides "\"" \
  " fo:border-right=\"" sides "\"/></style:style>\n"

#define THIN "0.4pt solid #404040"
#define THICK "0.9pt solid #404040"

#define MARGINS " fo:margin-top=\"2cm\" fo:margin-bottom=\"1.2cm\" fo:margin-left=\"2.5cm\" fo:margin-right=\"2cm\""

#define FOOTER_STYLE \
  "<style:footer-style><style:header-footer-properties fo:min-height=\"1cm\" fo:margin-top=\"0.4cm\"/>" \
  "</style:footer-style>"

const char netz_odt_automatic_styles[] =
  PARAGRAPH ("Lying", "Standard", " style:master-page-name=\"Landscape\">") "</style:style>\n"
  PARAGRAPH ("Upright", "Standard", " style:master-page-name=\"Standard\">") "</style:style>\n"
  PARAGRAPH ("Broken", "Standard", ">") "<style:paragraph-properties fo:break-before=\"page\"/></style:style>\n"
  PARAGRAPH ("CellStart", "Cell", ">") "</style:style>\n"
  PARAGRAPH ("CellMid", "Cell", ">") "<style:paragraph-properties fo:text-align=\"center\"/></style:style>\n"
  PARAGRAPH ("CellEnd", "Cell", ">") "<style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
  PARAGRAPH ("HeadStart", "CellHead", ">") "</style:style>\n"
  PARAGRAPH ("HeadMid", "CellHead", ">") "<style:paragraph-properties fo:text-align=\"center\"/></style:style>\n"
  PARAGRAPH ("HeadEnd", "CellHead", ">") "<style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
  "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/>"
  "</style:style>\n"
  "<style:style style:name=\"HighRow\" style:family=\"table-row\"><style:table-row-properties"
  " style:min-row-height=\"3.6cm\" fo:keep-together=\"always\"/></style:style>\n"
  "<style:style style:name=\"TurnedCell\" style:family=\"table-cell\"><style:table-cell-properties"
  " fo:padding=\"0.08cm\" fo:border-bottom=\"" THICK "\" style:writing-mode=\"bt-lr\""
  " loext:writing-mode=\"bt-lr\"/></style:style>\n"
  CELL ("BodyCell", "none", THIN, "none") CELL ("HeadCell", "none", THICK, "none")
  CELL ("SumCell", THICK, "none", "none") CELL ("FormCell", THIN, THIN, THIN)
  "<style:style style:name=\"Frame\" style:family=\"graphic\"><style:graphic-properties style:wrap=\"none\""
  " style:horizontal-pos=\"left\" style:horizontal-rel=\"paragraph\"/></style:style>\n"
  "<text:list-style style:name=\"Bullets\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"0.46cm\""
  " fo:text-indent=\"-0.46cm\" fo:margin-left=\"0.46cm\"/></style:list-level-properties>"
  "</text:list-level-style-bullet></text:list-style>\n";

static const char paragraph_styles[] =
  PARAGRAPH ("Text_20_body", "Standard", " style:display-name=\"Text body\">")
  "<style:paragraph-properties fo:margin-bottom=\"6pt\" fo:orphans=\"2\" fo:widows=\"2\"/></style:style>\n"
  PARAGRAPH ("Title", "Standard", " style:next-style-name=\"Text_20_body\">")
  "<style:paragraph-properties fo:margin-top=\"14pt\" fo:margin-bottom=\"9pt\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"18pt\" fo:font-weight=\"bold\" fo:hyphenate=\"false\"/></style:style>\n"
  PARAGRAPH ("Lead", "Standard", ">") "<style:paragraph-properties fo:margin-bottom=\"6pt\"/>"
  "<style:text-properties fo:font-size=\"12pt\" fo:font-weight=\"bold\"/></style:style>\n"
  PARAGRAPH ("Overline", "Standard", " style:next-style-name=\"Title\">")
  "<style:paragraph-properties fo:margin-bottom=\"8pt\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:color=\"#404040\"/></style:style>\n"
  HEADING ("2", "13.5pt", "16pt", "5pt") HEADING ("3", "11.5pt", "11pt", "4pt") HEADING ("4", "10.5pt", "8pt", "3pt")
  PARAGRAPH ("List", "Standard", ">") "<style:paragraph-properties fo:margin-bottom=\"2pt\"/></style:style>\n"
  PARAGRAPH ("Box", "Standard", ">")
  "<style:paragraph-properties fo:margin-left=\"0.67cm\" fo:text-indent=\"-0.67cm\" fo:margin-bottom=\"2pt\">"
  "<style:tab-stops><style:tab-stop style:position=\"0cm\"/></style:tab-stops></style:paragraph-properties>"
  "</style:style>\n"
  PARAGRAPH ("Note", "Standard", ">") "<style:paragraph-properties fo:margin-bottom=\"3pt\"/>"
  "<style:text-properties fo:font-size=\"8.5pt\" fo:color=\"#4d4d4d\"/></style:style>\n"
  PARAGRAPH ("Caption", "Standard", " style:class=\"extra\">")
  "<style:paragraph-properties fo:margin-top=\"6pt\" fo:margin-bottom=\"3pt\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"9.2pt\" fo:font-weight=\"bold\"/></style:style>\n"
  PARAGRAPH ("Cell", "Standard", ">") "<style:text-properties fo:font-size=\"9.2pt\"/></style:style>\n"
  PARAGRAPH ("CellHead", "Cell", ">") "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-weight=\"bold\"/></style:style>\n"
  PARAGRAPH ("Footer", "Standard", " style:class=\"extra\">")
  "<style:paragraph-properties fo:border-top=\"" THIN "\" fo:padding-top=\"3pt\"><style:tab-stops>"
  "<style:tab-stop style:position=\"16.5cm\" style:type=\"right\"/></style:tab-stops></style:paragraph-properties>"
  "<style:text-properties fo:font-size=\"8.5pt\" fo:color=\"#4d4d4d\"/></style:style>\n"
  PARAGRAPH ("FooterLying", "Footer", ">") "<style:paragraph-properties><style:tab-stops>"
  "<style:tab-stop style:position=\"25.2cm\" style:type=\"right\"/></style:tab-stops></style:paragraph-properties>"
  "</style:style>\n";

static const char page_layouts[] =
  "<style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\""
  " style:print-orientation=\"portrait\"" MARGINS "/>" FOOTER_STYLE "</style:page-layout>\n"
  "<style:page-layout style:name=\"A4Lying\"><style:page-layout-properties fo:page-width=\"29.7cm\""
  " fo:page-height=\"21cm\" style:print-orientation=\"landscape\"" MARGINS "/>" FOOTER_STYLE "</style:page-layout>\n";

static void
append_master (GString *xml, const NetzDossier *dossier, const char *name, const char *layout, const char *style)
{
  g_autofree char *footer = g_markup_escape_text (dossier->footer != NULL ? dossier->footer : "", -1);
  const char *number = "<text:page-number text:select-page=\"current\"/>";
  const char *count = "<text:page-count/>";
  g_autofree char *page = g_strdup_printf (netz_say (dossier->wording, "Page %1$s of %2$s", "Seite %1$s von %2$s"),
                                           number, count);

  g_string_append_printf (xml, "<style:master-page style:name=\"%s\" style:page-layout-name=\"%s\"><style:footer>"
                          "<text:p text:style-name=\"%s\">%s<text:tab/>%s</text:p></style:footer>"
                          "</style:master-page>\n", name, layout, style, footer, page);
}

/* styles.xml */
char *
netz_odt_make_styles (const NetzDossier *dossier)
{
  GString *xml = g_string_new (NETZ_ODT_HEAD "<office:document-styles" NETZ_ODT_NAMESPACES ">\n");

  g_string_append (xml, "<office:font-face-decls><style:font-face style:name=\"Liberation Sans\""
                   " svg:font-family=\"'Liberation Sans', Arial\" style:font-family-generic=\"swiss\"/>"
                   "</office:font-face-decls>\n<office:styles>\n");
  g_string_append_printf (xml, "<style:default-style style:family=\"paragraph\"><style:paragraph-properties"
                          " fo:line-height=\"118%%\"/><style:text-properties style:font-name=\"Liberation Sans\""
                          " fo:font-size=\"10.5pt\" fo:language=\"%s\" fo:country=\"%s\" fo:hyphenate=\"true\""
                          " fo:hyphenation-remain-char-count=\"3\" fo:hyphenation-push-char-count=\"3\"/>"
                          "</style:default-style>\n", dossier->language,
                          dossier->wording == NETZ_WORDING_GERMAN ? "DE" : "GB");
  g_string_append (xml, "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n");
  g_string_append (xml, paragraph_styles);
  g_string_append (xml, "</office:styles>\n<office:automatic-styles>\n");
  g_string_append (xml, page_layouts);
  g_string_append (xml, "</office:automatic-styles>\n<office:master-styles>\n");
  append_master (xml, dossier, "Standard", "A4", "Footer");
  append_master (xml, dossier, "Landscape", "A4Lying", "FooterLying");
  g_string_append (xml, "</office:master-styles></office:document-styles>\n");
  return g_string_free (xml, FALSE);
}

/* meta.xml */
char *
netz_odt_make_meta (const NetzDossier *dossier)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *author = dossier->author != NULL
                                ? g_markup_printf_escaped ("<meta:initial-creator>%s</meta:initial-creator>"
                                                           "<dc:creator>%s</dc:creator>", dossier->author,
                                                           dossier->author)
                                : g_strdup ("");
  g_autofree char *title = g_markup_escape_text (dossier->title, -1);

  return g_strdup_printf (NETZ_ODT_HEAD "<office:document-meta" NETZ_ODT_NAMESPACES "><office:meta>"
                          "<meta:generator>Netzwerkstatt</meta:generator><dc:title>%s</dc:title>%s"
                          "<meta:creation-date>%s</meta:creation-date><dc:date>%s</dc:date>"
                          "<dc:language>%s</dc:language></office:meta></office:document-meta>\n",
                          title, author, date, date, dossier->language);
}
