/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-reader.h"

#include "format/netz-bytes.h"
#include "format/netz-network-reader.h"
#include "format/netz-parser-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* Pull input in pieces of this size: how often progress and cancelling are looked at. */
#define PIECE 65536

typedef struct
{
  xmlParserCtxt *parser;
  const char *text;
  gsize size;
  gsize position; /* handed to the parser */
  GCancellable *cancellable;
  NetzReadProgress progress;
  gpointer user_data;
  gsize told; /* position at the last progress */
  NetzReading *reading;
  NetzNetworkReader *network;
  GArray *attributes;
  GPtrArray *declarations;
  GPtrArray *unescaped; /* values that live as long as a call of the parser */
  GError *error;
} Reader;

/* The parser stands behind the markup that it has reported. Names and values
 * have no "<" in them, so the nearest one before is where an element, comment
 * or text began. */
static void
on_locate (gpointer user_data,
           guint64 *line,
           guint64 *column)
{
  Reader *self = user_data;
  const xmlParserInput *input = self->parser->input;
  gsize end = MIN (input->consumed + (gsize) (input->cur - input->base), self->size);
  gsize start = end;
  gsize line_start;

  *line = (guint64) input->line;
  while (start > 0 && self->text[start - 1] != '<')
    *line -= self->text[--start] == '\n' ? 1 : 0;
  start -= start > 0 ? 1 : 0;
  line_start = start;
  while (line_start > 0 && self->text[line_start - 1] != '\n')
    line_start--;
  *column = 1 + (guint64) g_utf8_strlen (self->text + line_start, start - line_start);
}

/* Stops the parser unless all is well. */
static void
proceed (Reader *self,
         gboolean good)
{
  if (!good)
    xmlStopParser (self->parser);
}

/* The parser, which is not asked to replace entities, gives an ampersand in a
 * value as "&#38;", and gives no other "&". */
static const char *
unescape (Reader *self,
          const char *value,
          gsize *length)
{
  const char *end = value + *length;
  GString *plain;

  if (G_LIKELY (memchr (value, '&', *length) == NULL))
    return value;
  plain = g_string_sized_new (*length);
  for (const char *p = value; p < end; p++)
    {
      g_string_append_c (plain, *p);
      if (*p == '&' && end - p >= 5 && memcmp (p, "&#38;", 5) == 0)
        p += 4;
    }
  *length = plain->len;
  g_ptr_array_add (self->unescaped, plain->str);
  return g_string_free (plain, FALSE);
}

static const char *
unescape_uri (Reader *self,
              const char *uri)
{
  gsize length;

  if (uri == NULL)
    return NULL;
  length = strlen (uri);
  return unescape (self, uri, &length);
}

static void
convert_attributes (Reader *self,
                    int n_attributes,
                    const xmlChar **attributes)
{
  g_array_set_size (self->attributes, 0);
  for (int i = 0; i < n_attributes; i++)
    {
      const char **raw = (const char **) attributes + 5 * i;
      gsize length = raw[4] - raw[3];
      const char *value = unescape (self, raw[3], &length);
      NetzAttribute attribute = { raw[1], raw[0], unescape_uri (self, raw[2]), value, length };

      g_array_append_val (self->attributes, attribute);
    }
}

static void
convert_declarations (Reader *self,
                      int n_namespaces,
                      const xmlChar **namespaces)
{
  g_ptr_array_set_size (self->declarations, 0);
  for (int i = 0; i < n_namespaces; i++)
    {
      g_ptr_array_add (self->declarations, (gpointer) namespaces[2 * i]);
      g_ptr_array_add (self->declarations, (gpointer) unescape_uri (self, (const char *) namespaces[2 * i + 1]));
    }
}

static void
on_start_element (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Reader *self = user_data;
  NetzElement element;

  g_ptr_array_set_size (self->unescaped, 0);
  convert_attributes (self, n_attributes, attributes);
  convert_declarations (self, n_namespaces, namespaces);
  element = (NetzElement) {
    .prefix = (const char *) prefix,
    .name = (const char *) name,
    .uri = unescape_uri (self, (const char *) uri),
    .declarations = (const char *const *) self->declarations->pdata,
    .n_declarations = n_namespaces,
    .attributes = (const NetzAttribute *) self->attributes->data,
    .n_attributes = self->attributes->len,
  };
  proceed (self, netz_network_reader_begin_element (self->network, &element, &self->error));
}

static void
on_end_element (void *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Reader *self = user_data;

  netz_network_reader_end_element (self->network);
}

static void
on_characters (void *user_data,
               const xmlChar *text,
               int length)
{
  Reader *self = user_data;

  netz_network_reader_add_text (self->network, (const char *) text, length);
}

static void
on_comment (void *user_data,
            const xmlChar *comment)
{
  Reader *self = user_data;

  netz_network_reader_add_comment (self->network, (const char *) comment);
}

static void
on_instruction (void *user_data,
                const xmlChar *target,
                const xmlChar *data)
{
  Reader *self = user_data;

  netz_network_reader_add_instruction (self->network, (const char *) target, (const char *) data);
}

/* The gate lets no document type pass; this is the second lock. */
static void
on_doctype (void *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  Reader *self = user_data;
  guint64 line, column;

  netz_reading_locate (self->reading, &line, &column);
  if (self->error == NULL)
    netz_format_error_set (&self->error, NETZ_FORMAT_ERROR_DOCTYPE, line, column,
                           _("A network has no document type. The file is refused for safety."));
  xmlStopParser (self->parser);
}

static xmlEntity *
on_entity (void *user_data,
           const xmlChar *name)
{
  return NULL;
}

static xmlParserInput *
on_external_entity (void *user_data,
                    const xmlChar *public_id,
                    const xmlChar *system_id)
{
  return NULL;
}

static void
#if LIBXML_VERSION >= 21200
on_parser_error (void *user_data, const xmlError *parser_error)
#else
on_parser_error (void *user_data,
                 xmlError *parser_error)
#endif
{
  Reader *self = user_data;

  if (self->error != NULL || parser_error->level < XML_ERR_ERROR)
    return;
  netz_parser_error_set (&self->error, parser_error);
  xmlStopParser (self->parser);
}

static const xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = on_start_element,
  .endElementNs = on_end_element,
  .characters = on_characters,
  .cdataBlock = on_characters,
  .ignorableWhitespace = on_characters,
  .comment = on_comment,
  .processingInstruction = on_instruction,
  .internalSubset = on_doctype,
  .externalSubset = on_doctype,
  .getEntity = on_entity,
  .getParameterEntity = on_entity,
  .resolveEntity = on_external_entity,
  .serror = on_parser_error,
};

static int
on_read (void *user_data,
         char *buffer,
         int length)
{
  Reader *self = user_data;
  gsize count = MIN ((gsize) length, self->size - self->position);

  if (self->position - self->told >= PIECE)
    {
      self->told = self->position;
      if (self->progress != NULL)
        self->progress ((double) self->position / self->size, self->user_data);
      if (self->error == NULL && g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        return -1;
    }
  memcpy (buffer, self->text + self->position, count);
  self->position += count;
  return (int) count;
}

static gboolean
parse (Reader *self)
{
  static gsize initialised;

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  self->parser = xmlCreateIOParserCtxt ((xmlSAXHandler *) &handler, self, on_read, NULL, self, XML_CHAR_ENCODING_UTF8);
  if (self->parser == NULL)
    g_error ("There is not enough memory for a parser");
  /* The gate has made it UTF-8, whatever its declaration says. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlParseDocument (self->parser);
  if (self->error == NULL && (!self->parser->wellFormed || !netz_network_reader_is_complete (self->network)))
    netz_format_error_set (&self->error, NETZ_FORMAT_ERROR_TRUNCATED, self->parser->input->line, 0,
                           _("The file ends early."));
  return self->error == NULL;
}

static void
clear_reader (Reader *self)
{
  if (self->parser != NULL)
    {
      g_clear_pointer (&self->parser->myDoc, xmlFreeDoc);
      xmlFreeParserCtxt (self->parser);
    }
  netz_network_reader_free (self->network);
  netz_reading_free (self->reading);
  g_array_unref (self->attributes);
  g_ptr_array_unref (self->declarations);
  g_ptr_array_unref (self->unescaped);
  g_clear_error (&self->error);
}

/**
 * netz_reader_read_full:
 * @bytes: a file as it was read
 * @flags: what is allowed
 * @cancellable: (nullable): to stop it from another thread
 * @progress: (nullable): told now and then how far it is
 * @user_data: for @progress
 * @report: (out) (optional): what was noticed; only set when the file could be read
 * @error: return location
 *
 * Reads a network. Errors are of %NETZ_FORMAT_ERROR, with line and column where
 * there is a place, or %G_IO_ERROR_CANCELLED. O(size of the file).
 *
 * Returns: (transfer full): the records, sorted, or %NULL
 */
NetzSnapshot *
netz_reader_read_full (GBytes *bytes,
                       NetzReadFlags flags,
                       GCancellable *cancellable,
                       NetzReadProgress progress,
                       gpointer user_data,
                       NetzReadReport **report,
                       GError **error)
{
  g_autoptr (GBytes) text = netz_bytes_check_xml (bytes, error);
  NetzSnapshot *snapshot = NULL;
  Reader self = { .cancellable = cancellable, .progress = progress, .user_data = user_data };

  if (text == NULL)
    return NULL;
  self.text = g_bytes_get_data (text, &self.size);
  self.attributes = g_array_new (FALSE, FALSE, sizeof (NetzAttribute));
  self.declarations = g_ptr_array_new ();
  self.unescaped = g_ptr_array_new_with_free_func (g_free);
  self.reading = netz_reading_new (on_locate, &self);
  self.network = netz_network_reader_new (self.reading, text, flags);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &self.error) && parse (&self))
    {
      snapshot = netz_network_reader_finish (self.network);
      if (report != NULL)
        *report = netz_reading_steal_report (self.reading);
    }
  else
    g_propagate_error (error, g_steal_pointer (&self.error));
  clear_reader (&self);
  return snapshot;
}

/**
 * netz_reader_read:
 * @bytes: a file as it was read
 * @flags: what is allowed
 * @report: (out) (optional): what was noticed; only set when the file could be read
 * @error: return location
 *
 * Reads a network, see netz_reader_read_full().
 *
 * Returns: (transfer full): the records, sorted, or %NULL
 */
NetzSnapshot *
netz_reader_read (GBytes *bytes,
                  NetzReadFlags flags,
                  NetzReadReport **report,
                  GError **error)
{
  return netz_reader_read_full (bytes, flags, NULL, NULL, NULL, report, error);
}
