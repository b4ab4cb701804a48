/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-command.h"
#include "cli/netz-document.h"
#include "cli/netz-format.h"
#include "cli/netz-scope-options.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *from;
  char *to;
  char *catalogue;
  char *paper;
  char *style;
  char *title;
  char *subtitle;
  char *date;
  char *language;
  int width;
  double dpi;
  int tiles;
  gboolean landscape;
  gboolean no_legend;
  gboolean quiet;
  NetzScopeOptions scope;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  char *texts[] = { self->from, self->to,       self->catalogue, self->paper,   self->style,
                    self->title, self->subtitle, self->date,      self->language };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  netz_scope_options_clear (&self->scope);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *const styles[] = {
  [NETZ_STYLE_LIGHT] = "light",
  [NETZ_STYLE_DARK] = "dark",
  [NETZ_STYLE_PRINT] = "print",
  [NETZ_STYLE_PROJECTOR] = "projector",
};

static gboolean
find_style (const char *name, NetzStyleId *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_ascii_strcasecmp (styles[i], name) == 0)
      {
        *style = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_paper (const char *name, NetzPaper *paper)
{
  for (guint i = 0; i < NETZ_N_PAPERS; i++)
    if (g_ascii_strcasecmp (netz_paper_get_name (i), name) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

/* What is wrong with the options of pictures, NULL where nothing is. */
static const char *
set_picture_options (const Options *options, NetzPictureOptions *picture)
{
  picture->legend = !options->no_legend;
  picture->landscape = options->landscape;
  picture->width = options->width;
  picture->dpi = options->dpi;
  picture->tiles = (guint) MAX (0, options->tiles);
  picture->title = options->title;
  picture->subtitle = options->subtitle;
  picture->date = options->date;
  picture->language = options->language;
  if (options->width < 0 || options->dpi < 0 || options->tiles < 0)
    return _("Widths, resolutions and numbers of pages are not below 0.");
  if (options->paper != NULL && !find_paper (options->paper, &picture->paper))
    return _("The sizes of paper are A4, A3, A2, A1 and A0.");
  if (options->style != NULL && !find_style (options->style, &picture->style))
    return _("The styles are light, dark, print and projector.");
  return NULL;
}

static NetzExit
fail (const char *path, const GError *error)
{
  netz_complain_of (path, error);
  return NETZ_EXIT_FAILED;
}

/* What is not ours replaces the file as a whole too, but leaves no earlier version behind. */
static NetzExit
write_bytes (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_auto (NetzSaveReport) report = { 0 };

  if (strcmp (path, "-") == 0)
    return netz_print_bytes (bytes);
  if (netz_store_save (path, bytes, NULL, NETZ_STORE_NO_BACKUP, NULL, NULL, &report, &error))
    return NETZ_EXIT_DONE;
  return fail (path, error);
}

static NetzExit
write_ours (NetzDocument *document, const char *path)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (document->network);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  if (!netz_file_save (path, snapshot, NULL, NETZ_STORE_DEFAULT, &note, &error))
    return fail (path, error);
  if (note != NULL)
    netz_complain (path, 0, note);
  return NETZ_EXIT_DONE;
}

static NetzExit
write_exchange (NetzDocument *document, const char *path, const NetzExchange *exchange, gboolean quiet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  NetzExit status;

  if (exchange->write == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The format “%s” can be read, but not written."), exchange->id);

      netz_complain (path, 0, text);
      return NETZ_EXIT_FAILED;
    }
  bytes = exchange->write (document->network, &error);
  if (bytes == NULL)
    return fail (path, error);
  status = write_bytes (path, bytes);
  if (status != NETZ_EXIT_DONE || quiet)
    return status;
  losses = exchange->get_losses (document->network);
  for (guint i = 0; i < losses->len; i++)
    netz_complain (path, 0, g_ptr_array_index (losses, i));
  return status;
}

static NetzExit
write_picture (NetzDocument *document, const char *path, NetzPictureOptions *picture, gboolean quiet)
{
  g_autofree char *folder = g_path_get_dirname (document->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NetzExit status;

  picture->background_folder = folder;
  bytes = netz_picture_render (document->network, picture, &error);
  if (bytes == NULL)
    return fail (path, error);
  status = write_bytes (path, bytes);
  if (status == NETZ_EXIT_DONE && !quiet)
    netz_complain (path, 0, _("A picture shows a network and does not hold it: keep the network file as well."));
  return status;
}

/* What came without places gets a first one, so that it can be seen. */
static void
place (NetzNetwork *network)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "");

  netz_place_unplaced (draft);
  netz_document_apply (network, draft);
}

static gboolean
find_target (const Options *options, NetzFormat *format)
{
  const char *path = options->rest[1];
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (options->to != NULL ? netz_format_find (options->to, format)
                          : strcmp (path, "-") != 0 && netz_format_find_by_name (path, format))
    return TRUE;
  list = netz_format_list ();
  text = g_strdup_printf (_("Say by “--to” what to write, or by the end of the file's name. The formats are: %s."),
                          list);
  netz_complain (path, 0, text);
  return FALSE;
}

static NetzExit
convert (const Options *options, NetzPictureOptions *picture)
{
  const char *path = options->rest[1];
  g_autoptr (NetzDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  NetzFormat format;

  if (!find_target (options, &format))
    return NETZ_EXIT_FAILED;
  /* Saved over the whole, a part would be the end of the rest. */
  if (format.kind == NETZ_FORMAT_OURS && netz_scope_options_is_set (&options->scope))
    return netz_command_refuse_usage (&netz_command_convert,
                                      _("A part of a network is written as a picture or text, not as a network file."));
  document = netz_document_load (options->rest[0], options->from, options->catalogue);
  if (document == NULL)
    return NETZ_EXIT_FAILED;
  if (!options->quiet)
    netz_document_tell_notes (document);
  if (!netz_scope_options_apply (&options->scope, document, &error))
    return fail (options->rest[0], error);
  if (format.kind == NETZ_FORMAT_EXCHANGE)
    return write_exchange (document, path, format.exchange, options->quiet);
  if (format.kind == NETZ_FORMAT_PICTURE || document->report == NULL)
    place (document->network);
  if (format.kind == NETZ_FORMAT_OURS)
    return write_ours (document, path);
  picture->format = format.picture;
  return write_picture (document, path, picture, options->quiet);
}

static void
clean_texts (Options *self)
{
  char **texts[] = { &self->title, &self->subtitle, &self->date };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = netz_command_get_text (*texts[i]);

      g_free (*texts[i]);
      *texts[i] = text;
    }
}

static NetzExit
run (char **arguments)
{
  g_auto (Options) options = { NULL };
  NetzPictureOptions picture;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from, N_("The format of IN: netz or outline"), N_("FORMAT") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("The format of OUT: netz, outline, png, svg or pdf"),
      N_("FORMAT") },
    { "catalogue", 'c', 0, G_OPTION_ARG_FILENAME, &options.catalogue,
      N_("The catalogue for the kinds of an outline"), N_("ID") },
    { "width", 'w', 0, G_OPTION_ARG_INT, &options.width, N_("The width of a PNG"), N_("PIXELS") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_("The resolution of a PNG"), N_("DPI") },
    { "paper", 'p', 0, G_OPTION_ARG_FILENAME, &options.paper, N_("The paper of a PDF: A4, A3, A2, A1 or A0"),
      N_("SIZE") },
    { "landscape", 'l', 0, G_OPTION_ARG_NONE, &options.landscape, N_("Turn the paper"), NULL },
    { "tiles", 0, 0, G_OPTION_ARG_INT, &options.tiles, N_("Make a poster of N pages side by side"), N_("N") },
    { "style", 's', 0, G_OPTION_ARG_FILENAME, &options.style, N_("light, dark, print or projector"), N_("STYLE") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &options.title, N_("The title above the picture; empty for none"),
      N_("TITLE") },
    { "subtitle", 0, 0, G_OPTION_ARG_FILENAME, &options.subtitle, N_("The line below the title; empty for none"),
      N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_("The date of the data; empty for none"), N_("DATE") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options.no_legend, N_("Leave the legend out"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_("The language of kinds and programmes"),
      N_("LANGUAGE") },
    NETZ_SCOPE_OPTIONS_ENTRIES (&options.scope),
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.quiet, N_("Do not say what OUT cannot hold"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.rest, NULL, NULL },
    { NULL },
  };
  const char *wrong;
  NetzExit status;

  if (!netz_command_parse (&netz_command_convert, entries, arguments, &status))
    return status;
  if (options.rest == NULL || g_strv_length (options.rest) != 2)
    return netz_command_refuse_usage (&netz_command_convert, _("Two files are needed: one to read, one to write."));
  clean_texts (&options);
  netz_picture_options_init (&picture);
  wrong = set_picture_options (&options, &picture);
  if (wrong != NULL)
    return netz_command_refuse_usage (&netz_command_convert, wrong);
  return convert (&options, &picture);
}

const NetzCommand netz_command_convert = {
  .name = "convert",
  .arguments = "IN OUT",
  .summary = N_("Write a network as something else, pictures included"),
  .description = N_("Formats go by the ends of the names: .netz, .txt (outline), .png, .svg, .pdf; or by --from and "
                    "--to. OUT is replaced as a whole or not at all, and may be IN. What OUT cannot hold is told on "
                    "standard error."),
  .run = run,
};
