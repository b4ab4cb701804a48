/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one page of HTML that needs nothing beside it: no script, no address, no file. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-private.h"

#include <string.h>

#define ALIGNED(align) \
  ((align) == NETZ_COLUMN_END ? " class=\"end\"" : (align) == NETZ_COLUMN_CENTRE ? " class=\"mid\"" : "")

static const char style[] =
  "body{font:16px/1.5 'Liberation Sans',Arial,sans-serif;color:#1a1a1a;background:#fff;max-width:46em;"
  "margin:2em auto;padding:0 1.2em;hyphens:auto}\n"
  "h1{font-size:1.75em;line-height:1.2;margin:.2em 0 .8em}h2{font-size:1.3em;margin:1.8em 0 .5em}"
  "h3{font-size:1.1em;margin:1.4em 0 .4em}h4{font-size:1em;margin:1.2em 0 .3em}\n"
  "p{margin:.6em 0}.lead{font-weight:bold;font-size:1.1em}"
  ".over{color:#4b4f52;margin:0}.note,footer{color:#4b4f52;font-size:.86em}\n"
  "table{border-collapse:collapse;margin:1.1em 0;font-size:.93em;line-height:1.35}"
  "caption{text-align:left;font-weight:bold;padding:0 0 .4em}\n"
  "th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em .2em;border-bottom:1px solid #c9cdd1}"
  "thead th{border-bottom:2px solid #4b4f52;vertical-align:bottom}tbody th{font-weight:normal}\n"
  "tfoot th,tfoot td{border-top:2px solid #4b4f52;border-bottom:0;font-weight:bold}.end{text-align:right}"
  ".mid{text-align:center}\n"
  "table.form{width:100%}.form th,.form td{border:1px solid #4b4f52;padding:.4em .6em}\n"
  "ul.boxes{list-style:none;padding:0}.boxes li{padding-left:1.8em;text-indent:-1.8em}"
  ".box{display:inline-block;width:1.8em;text-indent:0}\n"
  "figure{margin:1.4em 0}figure svg{width:100%;height:auto}figcaption{font-size:.93em}\n"
  "footer{border-top:1px solid #c9cdd1;margin-top:3em;padding-top:.6em}\n"
  "@page{size:A4;margin:22mm 20mm}\n"
  "@media print{body{font-size:10.5pt;max-width:none;margin:0;padding:0}h1,h2,h3,h4,caption{break-after:avoid}"
  "tr,figure,li{break-inside:avoid}thead{display:table-header-group}.break{break-before:page}}\n";

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString *out, const char *name, const char *attributes, const char *text)
{
  g_string_append_printf (out, "<%s%s>", name, attributes);
  append_text (out, text);
  g_string_append_printf (out, "</%s>", name);
}

static void
append_row (GString *out, const NetzDossierTable *table, guint row)
{
  g_string_append (out, "<tr>");
  for (guint column = 0; column < netz_dossier_table_get_n_columns (table); column++)
    {
      gboolean names_row = column == 0 && !netz_dossier_table_is_form (table);
      g_autofree char *attributes = g_strconcat (names_row ? " scope=\"row\"" : "",
                                                 ALIGNED (netz_dossier_table_get_align (table, column)), NULL);

      append_element (out, names_row ? "th" : "td", attributes, netz_dossier_table_get_cell (table, row, column));
    }
  g_string_append (out, "</tr>\n");
}

static void
append_table (GString *out, const NetzDossierTable *table)
{
  guint n_rows = netz_dossier_table_get_n_rows (table);
  gboolean sums = n_rows > 0 && netz_dossier_table_is_sums (table, n_rows - 1);

  g_string_append (out, netz_dossier_table_is_form (table) ? "<table class=\"form\">\n" : "<table>\n");
  if (netz_dossier_table_get_caption (table) != NULL)
    append_element (out, "caption", "", netz_dossier_table_get_caption (table));
  g_string_append (out, "<thead><tr>");
  for (guint column = 0; column < netz_dossier_table_get_n_columns (table); column++)
    {
      g_autofree char *attributes = g_strconcat (" scope=\"col\"",
                                                 ALIGNED (netz_dossier_table_get_align (table, column)), NULL);

      append_element (out, "th", attributes, netz_dossier_table_get_column (table, column));
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < n_rows - (sums ? 1 : 0); row++)
    append_row (out, table, row);
  g_string_append (out, "</tbody>\n");
  if (sums)
    {
      g_string_append (out, "<tfoot>");
      append_row (out, table, n_rows - 1);
      g_string_append (out, "</tfoot>\n");
    }
  g_string_append (out, "</table>\n");
}

static void
append_list (GString *out, const NetzBlock *block)
{
  g_string_append (out, "<ul>\n");
  for (guint i = 0; block->items[i] != NULL; i++)
    append_element (out, "li", "", block->items[i]);
  g_string_append (out, "\n</ul>\n");
}

/* A sign that is read aloud as what it is. */
static void
append_boxes (GString *out, NetzWording wording, const NetzBlock *block)
{
  if (block->text != NULL)
    append_element (out, "p", "", block->text);
  g_string_append (out, "\n<ul class=\"boxes\">\n");
  for (guint i = 0; block->items[i] != NULL; i++)
    {
      gboolean ticked = block->ticked >> i & 1;

      g_string_append_printf (out, "<li><span class=\"box\" role=\"img\" aria-label=\"%s\">%s</span>",
                              ticked ? netz_say (wording, "ticked:", "angekreuzt:")
                                     : netz_say (wording, "not ticked:", "nicht angekreuzt:"),
                              ticked ? "☒" : "☐");
      append_text (out, block->items[i]);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

static gboolean
append_picture (GString *out, const NetzBlock *block, GError **error)
{
  g_autoptr (NetzNetwork) network = netz_network_new_from_snapshot (block->snapshot);
  NetzPictureOptions options = block->options;
  g_autoptr (GBytes) svg = NULL;
  const char *data, *begin;
  gsize size;

  options.format = NETZ_PICTURE_SVG;
  options.title = options.subtitle = options.date = "";
  svg = netz_picture_render (network, &options, error);
  if (svg == NULL)
    return FALSE;
  data = g_bytes_get_data (svg, &size);
  begin = g_strstr_len (data, (gssize) size, "<svg");
  g_string_append (out, "<figure><div role=\"img\" aria-label=\"");
  append_text (out, block->text);
  g_string_append (out, "\">");
  if (begin != NULL)
    g_string_append_len (out, begin, (gssize) (data + size - begin));
  g_string_append (out, "</div>");
  if (block->extra != NULL)
    append_element (out, "figcaption", "", block->extra);
  g_string_append (out, "</figure>\n");
  return TRUE;
}

static gboolean
append_block (GString *out, NetzWording wording, const NetzBlock *block, GError **error)
{
  static const char *const headings[] = { "h2", "h3", "h4" };

  switch (block->type)
    {
    case NETZ_BLOCK_TITLE:
      if (block->extra != NULL)
        append_element (out, "p", " class=\"over\"", block->extra);
      append_element (out, "h1", "", block->text);
      break;
    case NETZ_BLOCK_HEADING:
      append_element (out, headings[block->level - 1], "", block->text);
      break;
    case NETZ_BLOCK_LIST:
      append_list (out, block);
      break;
    case NETZ_BLOCK_BOXES:
      append_boxes (out, wording, block);
      break;
    case NETZ_BLOCK_TABLE:
      append_table (out, block->table);
      break;
    case NETZ_BLOCK_PICTURE:
      return append_picture (out, block, error);
    case NETZ_BLOCK_PAGE_BREAK:
      g_string_append (out, "<div class=\"break\"></div>");
      break;
    case NETZ_BLOCK_LEAD:
      append_element (out, "p", " class=\"lead\"", block->text);
      break;
    case NETZ_BLOCK_PARAGRAPH:
    case NETZ_BLOCK_NOTE:
    default:
      append_element (out, "p", block->type == NETZ_BLOCK_NOTE ? " class=\"note\"" : "", block->text);
      break;
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

static void
append_head (GString *out, const NetzDossier *self)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
                          self->language);
  g_string_append (out, "<meta name=\"generator\" content=\"Netzwerkstatt\">\n");
  if (self->author != NULL)
    {
      g_string_append (out, "<meta name=\"author\" content=\"");
      append_text (out, self->author);
      g_string_append (out, "\">\n");
    }
  append_element (out, "title", "", self->title);
  g_string_append_printf (out, "\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

GBytes *
netz_dossier_write_html (NetzDossier *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, self);
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !append_block (out, self->wording, self->blocks->pdata[i], error))
      return NULL;
  g_string_append (out, "</main>\n");
  if (self->footer != NULL)
    append_element (out, "footer", "", self->footer);
  g_string_append (out, "\n</body>\n</html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
