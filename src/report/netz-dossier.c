/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-dossier-private.h"

#include "model/netz-field.h"

#include <string.h>

#define DEEPEST_HEADING 3

static const char *const suffixes[NETZ_N_DOSSIER_FORMATS] = { "pdf", "odt", "html", "txt" };

G_DEFINE_QUARK (netz-report-error-quark, netz_report_error)

static void
free_options (NetzPictureOptions *options)
{
  g_free ((char *) options->title);
  g_free ((char *) options->subtitle);
  g_free ((char *) options->date);
  g_free ((char *) options->language);
  g_free ((char *) options->background_folder);
  g_free ((NetzRect *) options->area);
  g_strfreev ((GStrv) options->ids);
  g_strfreev ((GStrv) options->hidden_kinds);
}

static void
free_block (gpointer data)
{
  NetzBlock *block = data;

  g_free (block->text);
  g_free (block->extra);
  g_strfreev (block->items);
  g_clear_pointer (&block->table, netz_dossier_table_free);
  g_clear_pointer (&block->snapshot, netz_snapshot_unref);
  free_options (&block->options);
  g_free (block);
}

static NetzBlock *
add_block (NetzDossier *self, NetzBlockType type)
{
  NetzBlock *block = g_new0 (NetzBlock, 1);

  block->type = type;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static GStrv
copy_texts (const char *const *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *clean = netz_text_clean (texts[i]);

      g_strv_builder_add (builder, clean);
    }
  return g_strv_builder_end (builder);
}

static void
copy_options (NetzPictureOptions *copy, const NetzPictureOptions *options)
{
  *copy = *options;
  copy->title = g_strdup (options->title);
  copy->subtitle = g_strdup (options->subtitle);
  copy->date = g_strdup (options->date);
  copy->language = g_strdup (options->language);
  copy->background_folder = g_strdup (options->background_folder);
  copy->area = options->area != NULL ? g_memdup2 (options->area, sizeof *options->area) : NULL;
  copy->ids = (const char *const *) g_strdupv ((GStrv) options->ids);
  copy->hidden_kinds = (const char *const *) g_strdupv ((GStrv) options->hidden_kinds);
}

/* A block for each line that says something. */
static void
add_lines (NetzDossier *self, NetzBlockType type, const char *text)
{
  g_autofree char *clean = netz_text_clean (text);
  g_auto (GStrv) lines = clean != NULL ? g_strsplit_set (clean, "\r\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_block (self, type)->text = g_strdup (lines[i]);
}

/**
 * netz_dossier_new:
 * @title: what the document calls itself to those who file it; it is not printed by itself
 * @language: (nullable): "de" or "en", of all that is in it
 *
 * Returns: (transfer full): a document without blocks
 */
NetzDossier *
netz_dossier_new (const char *title, const char *language)
{
  NetzDossier *self = g_new0 (NetzDossier, 1);

  g_return_val_if_fail (title != NULL, self);

  self->title = netz_text_clean (title);
  self->wording = netz_wording_get (language);
  self->language = g_strdup (netz_wording_get_language (self->wording));
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

void
netz_dossier_free (NetzDossier *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->footer);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const char *
netz_dossier_get_title (const NetzDossier *self)
{
  return self->title;
}

/* "de" or "en" */
const char *
netz_dossier_get_language (const NetzDossier *self)
{
  return self->language;
}

/* Who answers for it, to those who file it; not printed. */
void
netz_dossier_set_author (NetzDossier *self, const char *author)
{
  g_free (self->author);
  self->author = netz_text_clean (author);
}

/* A short text at the foot of each page, beside its number. */
void
netz_dossier_set_footer (NetzDossier *self, const char *footer)
{
  g_free (self->footer);
  self->footer = netz_text_clean (footer);
}

/* What a form is, in a bold line at its top. */
void
netz_dossier_add_lead (NetzDossier *self, const char *text)
{
  add_lines (self, NETZ_BLOCK_LEAD, text);
}

/**
 * netz_dossier_add_title:
 * @self: a document
 * @overline: (nullable): a short line above the title
 * @title: the title, as it is printed
 */
void
netz_dossier_add_title (NetzDossier *self, const char *overline, const char *title)
{
  NetzBlock *block = add_block (self, NETZ_BLOCK_TITLE);

  block->text = netz_text_clean (title);
  block->extra = netz_text_clean (overline);
}

/**
 * netz_dossier_add_heading:
 * @self: a document
 * @level: 1 for a section, 2 and 3 for what is in it
 * @text: the heading
 *
 * It stays on a page with what follows.
 */
void
netz_dossier_add_heading (NetzDossier *self, guint level, const char *text)
{
  NetzBlock *block = add_block (self, NETZ_BLOCK_HEADING);

  block->level = CLAMP (level, 1, DEEPEST_HEADING);
  block->text = netz_text_clean (text);
}

void
netz_dossier_add_paragraph (NetzDossier *self, const char *text)
{
  add_lines (self, NETZ_BLOCK_PARAGRAPH, text);
}

/* A paragraph in small type: where something comes from. */
void
netz_dossier_add_note (NetzDossier *self, const char *text)
{
  add_lines (self, NETZ_BLOCK_NOTE, text);
}

/* A list without items is none. */
void
netz_dossier_add_list (NetzDossier *self, const char *const *items)
{
  if (items[0] != NULL)
    add_block (self, NETZ_BLOCK_LIST)->items = copy_texts (items);
}

/**
 * netz_dossier_add_boxes:
 * @self: a document
 * @label: (nullable): what is chosen
 * @items: (array zero-terminated=1): what there is to choose from, up to 32
 * @ticked: which of them are chosen, the lowest bit for the first
 */
void
netz_dossier_add_boxes (NetzDossier *self, const char *label, const char *const *items, guint ticked)
{
  NetzBlock *block = add_block (self, NETZ_BLOCK_BOXES);

  block->text = netz_text_clean (label);
  block->items = copy_texts (items);
  block->ticked = ticked;
}

/**
 * netz_dossier_add_table:
 * @self: a document
 * @table: (transfer full): a table with columns
 */
void
netz_dossier_add_table (NetzDossier *self, NetzDossierTable *table)
{
  g_return_if_fail (netz_dossier_table_get_n_columns (table) > 0);
  add_block (self, NETZ_BLOCK_TABLE)->table = table;
}

/**
 * netz_dossier_add_picture:
 * @self: a document
 * @snapshot: the network that is shown
 * @options: how; the writer decides on format and size
 * @alternative: what the picture shows, for those who do not see it
 * @caption: (nullable): below it
 */
void
netz_dossier_add_picture (NetzDossier *self,
                          NetzSnapshot *snapshot,
                          const NetzPictureOptions *options,
                          const char *alternative,
                          const char *caption)
{
  NetzBlock *block = add_block (self, NETZ_BLOCK_PICTURE);

  block->snapshot = netz_snapshot_ref (snapshot);
  copy_options (&block->options, options);
  block->text = netz_text_clean (alternative);
  block->extra = netz_text_clean (caption);
}

void
netz_dossier_add_page_break (NetzDossier *self)
{
  add_block (self, NETZ_BLOCK_PAGE_BREAK);
}

/**
 * netz_dossier_find_format:
 * @file_name: name or path of a file
 * @format: (out): what its suffix asks for
 *
 * Returns: whether the suffix says so
 */
gboolean
netz_dossier_find_format (const char *file_name, NetzDossierFormat *format)
{
  const char *dot = strrchr (file_name, '.');

  for (guint i = 0; dot != NULL && i < NETZ_N_DOSSIER_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      {
        *format = (NetzDossierFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * netz_dossier_get_suffix:
 * @format: a format
 *
 * Returns: (transfer none): how the names of its files end, "pdf"
 */
const char *
netz_dossier_get_suffix (NetzDossierFormat format)
{
  g_return_val_if_fail ((guint) format < NETZ_N_DOSSIER_FORMATS, NULL);
  return suffixes[format];
}

/**
 * netz_dossier_write:
 * @self: a document
 * @format: what the file is to be
 * @cancellable: (nullable): stops it between two blocks
 * @error: NETZ_REPORT_ERROR, NETZ_PICTURE_ERROR, G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
netz_dossier_write (NetzDossier *self, NetzDossierFormat format, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (format)
    {
    case NETZ_DOSSIER_PDF:
      return netz_dossier_write_pdf (self, cancellable, error);
    case NETZ_DOSSIER_ODT:
      return netz_dossier_write_odt (self, cancellable, error);
    case NETZ_DOSSIER_HTML:
      return netz_dossier_write_html (self, cancellable, error);
    case NETZ_DOSSIER_TEXT:
    default:
      return netz_dossier_write_text (self, cancellable, error);
    }
}
