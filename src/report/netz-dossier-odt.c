/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as OpenDocument text 1.2, for those who must go on writing it. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-odt-private.h"

#include "interchange/netz-zip-writer.h"
#include "report/netz-dossier-picture.h"

#include <math.h>
#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define TEXT_WIDTH 16.5      /* cm */
#define LYING_WIDTH 25.2
#define LYING_HEIGHT 15.5
#define UPRIGHT_HEIGHT 16.0
#define LEGEND_UNIT 7.6      /* points */
#define LETTER 0.185         /* cm, of the type of tables */
#define BOLD_LETTER 0.21
#define PADDING 0.3
#define TURNED_HEIGHT 3.4    /* of the row, less its padding */
#define TURNED_LINE 0.42
#define NARROWEST 0.85
#define LEAST_TURNED 8
#define PIXELS_PER_POINT 3.2 /* 230 dpi */
#define POINTS_PER_CM (72 / 2.54)

typedef struct
{
  const NetzDossier *dossier;
  NetzZipWriter *zip;
  GString *body;
  GString *manifest;
  guint n_tables;
  guint n_pictures;
} Writer;

/* Blanks at the ends and in a row are elements; the format folds them. */
static void
append_text (GString *xml, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ' ' && (p == text || p[1] == '\0' || p[-1] == ' '))
      g_string_append (xml, "<text:s/>");
    else if (*p == '\t')
      g_string_append (xml, "<text:tab/>");
    else
      {
        g_autofree char *escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p);

        g_string_append (xml, escaped);
      }
}

static void
append_paragraph (GString *xml, const char *style, const char *text)
{
  g_string_append_printf (xml, "<text:p text:style-name=\"%s\">", style);
  append_text (xml, text);
  g_string_append (xml, "</text:p>\n");
}

static void
append_heading (GString *xml, const char *style, guint level, const char *text)
{
  g_string_append_printf (xml, "<text:h text:style-name=\"%s\" text:outline-level=\"%u\">", style, level);
  append_text (xml, text);
  g_string_append (xml, "</text:h>\n");
}

static const char *
get_cell_style (NetzColumnAlign align, gboolean bold)
{
  static const char *const styles[][3] = { { "CellStart", "CellMid", "CellEnd" },
                                           { "HeadStart", "HeadMid", "HeadEnd" } };

  return styles[bold ? 1 : 0][align];
}

/* With so many columns of figures their heads stand upright. */
static gboolean
is_turned (const NetzDossierTable *table, guint column)
{
  guint n = 0;

  for (guint i = 0; i < netz_dossier_table_get_n_columns (table); i++)
    n += netz_dossier_table_get_align (table, i) != NETZ_COLUMN_START ? 1 : 0;
  return n >= LEAST_TURNED && netz_dossier_table_get_align (table, column) != NETZ_COLUMN_START;
}

static double
measure_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return longest * BOLD_LETTER;
}

/* What a column wants, in cm: its texts on a line, the words of its head whole. */
static double
measure_column (const NetzDossierTable *table, guint column)
{
  const char *head = netz_dossier_table_get_column (table, column);
  double width = is_turned (table, column)
                     ? ceil (g_utf8_strlen (head, -1) * BOLD_LETTER / TURNED_HEIGHT) * TURNED_LINE
                     : measure_words (head);

  for (guint row = 0; row < netz_dossier_table_get_n_rows (table); row++)
    width = MAX (width, g_utf8_strlen (netz_dossier_table_get_cell (table, row, column), -1) * LETTER);
  return MAX (width + PADDING, NARROWEST);
}

/* If all wants too much, columns of texts give way; a form fills the page. */
static double *
share_width (const NetzDossierTable *table)
{
  guint n = netz_dossier_table_get_n_columns (table);
  double *widths = g_new0 (double, n);
  double texts = 0, figures = 0;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = measure_column (table, i);
      if (netz_dossier_table_get_align (table, i) == NETZ_COLUMN_START)
        texts += widths[i];
      else
        figures += widths[i];
    }
  for (guint i = 0; i < n; i++)
    if (texts + figures > TEXT_WIDTH || netz_dossier_table_is_form (table))
      {
        gboolean enough = texts > 0 && figures < TEXT_WIDTH * 2 / 3;

        if (!enough)
          widths[i] *= TEXT_WIDTH / (texts + figures);
        else if (netz_dossier_table_get_align (table, i) == NETZ_COLUMN_START)
          widths[i] *= (TEXT_WIDTH - figures) / texts;
      }
  return widths;
}

static void
append_centimetres (GString *xml, const char *before, double width, const char *after)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2f", width);
  g_string_append_printf (xml, "%s%scm%s", before, text, after);
}

static void
append_table_styles (GString *xml, const NetzDossierTable *table, guint number)
{
  g_autofree double *widths = share_width (table);
  double total = 0;

  for (guint column = 0; column < netz_dossier_table_get_n_columns (table); column++)
    {
      g_string_append_printf (xml, "<style:style style:name=\"T%u.%u\" style:family=\"table-column\">", number,
                              column);
      append_centimetres (xml, "<style:table-column-properties style:column-width=\"", widths[column],
                          "\"/></style:style>");
      total += widths[column];
    }
  g_string_append_printf (xml, "<style:style style:name=\"T%u\" style:family=\"table\">", number);
  append_centimetres (xml, "<style:table-properties style:width=\"", total,
                      "\" table:align=\"left\" fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.35cm\"/></style:style>\n");
}

static void
append_column_styles (GString *xml, const NetzDossier *dossier)
{
  guint n = 0;

  for (guint i = 0; i < dossier->blocks->len; i++)
    {
      const NetzBlock *block = dossier->blocks->pdata[i];

      if (block->type == NETZ_BLOCK_TABLE)
        append_table_styles (xml, block->table, ++n);
    }
}

/* Row -1 is the head. */
static void
append_row (GString *xml, const NetzDossierTable *table, int row)
{
  gboolean sums = row >= 0 && netz_dossier_table_is_sums (table, (guint) row);
  const char *cell = netz_dossier_table_is_form (table) ? "FormCell"
                     : row < 0                          ? "HeadCell"
                     : sums                             ? "SumCell"
                                                        : "BodyCell";

  g_string_append_printf (xml, "<table:table-row table:style-name=\"%s\">",
                          row < 0 && is_turned (table, netz_dossier_table_get_n_columns (table) - 1) ? "HighRow"
                                                                                                     : "Row");
  for (guint column = 0; column < netz_dossier_table_get_n_columns (table); column++)
    {
      gboolean turned = row < 0 && is_turned (table, column);

      g_string_append_printf (xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
                              turned ? "TurnedCell" : cell);
      append_paragraph (xml, get_cell_style (turned ? NETZ_COLUMN_START : netz_dossier_table_get_align (table, column),
                                             row < 0 || sums),
                        row < 0 ? netz_dossier_table_get_column (table, column)
                                : netz_dossier_table_get_cell (table, (guint) row, column));
      g_string_append (xml, "</table:table-cell>");
    }
  g_string_append (xml, "</table:table-row>\n");
}

static void
append_table (Writer *self, const NetzDossierTable *table)
{
  guint n = ++self->n_tables;

  if (netz_dossier_table_get_caption (table) != NULL)
    append_paragraph (self->body, "Caption", netz_dossier_table_get_caption (table));
  g_string_append_printf (self->body, "<table:table table:name=\"T%u\" table:style-name=\"T%u\">", n, n);
  for (guint column = 0; column < netz_dossier_table_get_n_columns (table); column++)
    g_string_append_printf (self->body, "<table:table-column table:style-name=\"T%u.%u\"/>", n, column);
  g_string_append (self->body, "<table:table-header-rows>");
  append_row (self->body, table, -1);
  g_string_append (self->body, "</table:table-header-rows>");
  for (guint row = 0; row < netz_dossier_table_get_n_rows (table); row++)
    append_row (self->body, table, (int) row);
  g_string_append (self->body, "</table:table>\n");
}

static void
append_list (GString *xml, const NetzBlock *block)
{
  g_string_append (xml, "<text:list text:style-name=\"Bullets\">");
  for (guint i = 0; block->items[i] != NULL; i++)
    {
      g_string_append (xml, "<text:list-item>");
      append_paragraph (xml, "List", block->items[i]);
      g_string_append (xml, "</text:list-item>");
    }
  g_string_append (xml, "</text:list>\n");
}

static void
append_boxes (GString *xml, const NetzBlock *block)
{
  if (block->text != NULL)
    append_paragraph (xml, "Text_20_body", block->text);
  for (guint i = 0; block->items[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat (block->ticked >> i & 1 ? "☒\t" : "☐\t", block->items[i], NULL);

      append_paragraph (xml, "Box", text);
    }
}

/* A paragraph with a picture in it, @width and @height in cm. */
static void
append_image (Writer *self, const char *style, GBytes *png, const char *alternative, double width, double height)
{
  g_autofree char *name = g_strdup_printf ("Pictures/%u.png", ++self->n_pictures);
  char widths[G_ASCII_DTOSTR_BUF_SIZE], heights[G_ASCII_DTOSTR_BUF_SIZE];
  gsize size;
  const char *data = g_bytes_get_data (png, &size);

  netz_zip_writer_add (self->zip, name, data, size, FALSE);
  g_string_append_printf (self->manifest, "<manifest:file-entry manifest:full-path=\"%s\""
                          " manifest:media-type=\"image/png\"/>", name);
  g_ascii_formatd (widths, sizeof widths, "%.2f", width);
  g_ascii_formatd (heights, sizeof heights, "%.2f", height);
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\"><draw:frame draw:style-name=\"Frame\""
                          " draw:name=\"P%u\" text:anchor-type=\"as-char\" svg:width=\"%scm\" svg:height=\"%scm\">"
                          "<draw:image xlink:href=\"%s\" xlink:type=\"simple\" xlink:show=\"embed\""
                          " xlink:actuate=\"onLoad\"/><svg:desc>", style, self->n_pictures, widths, heights, name);
  append_text (self->body, alternative);
  g_string_append (self->body, "</svg:desc></draw:frame></text:p>\n");
}

/* The network on a page of its own if it lies, then the legend. */
static gboolean
append_picture (Writer *self, const NetzBlock *block, GError **error)
{
  g_autoptr (NetzDossierPicture) picture = netz_dossier_picture_new (block);
  gboolean lying = netz_dossier_picture_is_lying (picture);
  double aspect = netz_dossier_picture_get_aspect (picture);
  double height = MIN (lying ? LYING_HEIGHT : UPRIGHT_HEIGHT, (lying ? LYING_WIDTH : TEXT_WIDTH) / aspect);
  double legend = netz_dossier_picture_measure_legend (picture, TEXT_WIDTH * POINTS_PER_CM, LEGEND_UNIT);
  g_autoptr (GBytes) png = netz_dossier_picture_render (picture, height * aspect * POINTS_PER_CM, PIXELS_PER_POINT,
                                                        error);
  g_autoptr (GBytes) signs = NULL;

  if (png == NULL)
    return FALSE;
  append_paragraph (self->body, lying ? "Lying" : "Broken", block->extra != NULL ? block->extra : "");
  append_image (self, "Standard", png, block->text, height * aspect, height);
  if (legend <= 0)
    {
      append_paragraph (self->body, lying ? "Upright" : "Standard", "");
      return TRUE;
    }
  signs = netz_dossier_picture_render_legend (picture, TEXT_WIDTH * POINTS_PER_CM, LEGEND_UNIT, PIXELS_PER_POINT,
                                              error);
  if (signs == NULL)
    return FALSE;
  append_image (self, lying ? "Upright" : "Standard", signs,
                netz_say (self->dossier->wording, "What the signs of the picture mean",
                          "Was die Zeichen des Bildes bedeuten"),
                TEXT_WIDTH, legend / POINTS_PER_CM);
  return TRUE;
}

static gboolean
append_block (Writer *self, const NetzBlock *block, GError **error)
{
  static const char *const headings[] = { "Heading_20_2", "Heading_20_3", "Heading_20_4" };

  switch (block->type)
    {
    case NETZ_BLOCK_TITLE:
      if (block->extra != NULL)
        append_paragraph (self->body, "Overline", block->extra);
      append_heading (self->body, "Title", 1, block->text);
      break;
    case NETZ_BLOCK_HEADING:
      append_heading (self->body, headings[block->level - 1], block->level + 1, block->text);
      break;
    case NETZ_BLOCK_LIST:
      append_list (self->body, block);
      break;
    case NETZ_BLOCK_BOXES:
      append_boxes (self->body, block);
      break;
    case NETZ_BLOCK_TABLE:
      append_table (self, block->table);
      break;
    case NETZ_BLOCK_PICTURE:
      return append_picture (self, block, error);
    case NETZ_BLOCK_PAGE_BREAK:
      append_paragraph (self->body, "Broken", "");
      break;
    case NETZ_BLOCK_LEAD:
      append_paragraph (self->body, "Lead", block->text);
      break;
    case NETZ_BLOCK_PARAGRAPH:
    case NETZ_BLOCK_NOTE:
    default:
      append_paragraph (self->body, block->type == NETZ_BLOCK_NOTE ? "Note" : "Text_20_body", block->text);
      break;
    }
  return TRUE;
}

static gboolean
append_blocks (Writer *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->dossier->blocks->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !append_block (self, self->dossier->blocks->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
add_entry (Writer *self, const char *name, const char *xml)
{
  netz_zip_writer_add (self->zip, name, xml, strlen (xml), TRUE);
  g_string_append_printf (self->manifest, "<manifest:file-entry manifest:full-path=\"%s\""
                          " manifest:media-type=\"text/xml\"/>", name);
}

static void
add_entries (Writer *self)
{
  g_autoptr (GString) content = g_string_new (NETZ_ODT_HEAD "<office:document-content" NETZ_ODT_NAMESPACES ">\n"
                                              "<office:automatic-styles>\n");
  g_autofree char *styles = netz_odt_make_styles (self->dossier);
  g_autofree char *meta = netz_odt_make_meta (self->dossier);

  g_string_append (content, netz_odt_automatic_styles);
  append_column_styles (content, self->dossier);
  g_string_append (content, "</office:automatic-styles>\n<office:body><office:text>\n");
  g_string_append_len (content, self->body->str, (gssize) self->body->len);
  g_string_append (content, "</office:text></office:body></office:document-content>\n");
  add_entry (self, "content.xml", content->str);
  add_entry (self, "styles.xml", styles);
  add_entry (self, "meta.xml", meta);
  g_string_append (self->manifest, "</manifest:manifest>\n");
  netz_zip_writer_add (self->zip, "META-INF/manifest.xml", self->manifest->str, self->manifest->len, TRUE);
}

GBytes *
netz_dossier_write_odt (NetzDossier *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) manifest = g_string_new (
    NETZ_ODT_HEAD "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    " manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
    " manifest:media-type=\"" MIME_TYPE "\"/>");
  Writer writer = { .dossier = self, .zip = netz_zip_writer_new (), .body = body, .manifest = manifest };
  gboolean whole;
  GBytes *bytes;

  netz_zip_writer_add (writer.zip, "mimetype", MIME_TYPE, strlen (MIME_TYPE), FALSE);
  whole = append_blocks (&writer, cancellable, error);
  if (whole)
    add_entries (&writer);
  bytes = netz_zip_writer_end (writer.zip);
  if (!whole)
    g_clear_pointer (&bytes, g_bytes_unref);
  return bytes;
}
