/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-workbook.h"

#include "interchange/netz-table-source.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define MAX_ENTRIES 10000
#define MAX_TAG (64 * 1024) /* bytes; libxml2 takes seconds for tags with very many attributes */

typedef struct
{
  const NetzWorkbookHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  const char *part;
  gsize tag_length; /* of the tag in which a block ended */
  char quote;       /* in which it ended, or NUL */
  gboolean stopped;
  GError *error;
} Reading;

static void
stop (Reading *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Reading *self = data;

  if (!self->stopped && !self->handler->start (self->data, (const char *) name, (guint) n_attributes, attributes))
    stop (self);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *self = data;

  if (!self->stopped && !self->handler->end (self->data, (const char *) name))
    stop (self);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  Reading *self = data;

  if (!self->stopped && self->handler->text != NULL)
    self->handler->text (self->data, (const char *) text, (gsize) length);
}

/* No workbook has one; it could hold entities that grow without end. */
static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  Reading *self = data;

  if (self->error == NULL)
    g_set_error (&self->error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                 _("“%s”, line %d: a document type is not allowed."), self->part,
                 xmlSAX2GetLineNumber (self->parser));
  stop (self);
}

static void
on_message (void *data, xmlErrorPtr message)
{
}

static xmlSAXHandler *
get_sax (void)
{
  static xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_document_type,
    .serror = (xmlStructuredErrorFunc) on_message,
  };

  return &sax;
}

static struct archive *
open_archive (GBytes *bytes, GError **error)
{
  struct archive *archive = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    return archive;
  g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                       _("The file is damaged: it cannot be unpacked."));
  archive_read_free (archive);
  return NULL;
}

static gboolean
refuse_damage (struct archive *archive, const char *part, GError **error)
{
  if (archive_read_has_encrypted_entries (archive) > 0)
    g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_FORMAT,
                         _("The file is protected by a password. Save it without one first."));
  else if (part != NULL)
    g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                 _("The file is damaged: “%s” in it cannot be unpacked."), part);
  else
    g_set_error_literal (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                         _("The file is damaged: it cannot be unpacked."));
  return FALSE;
}

static gboolean
refuse_size (const char *part, GError **error)
{
  g_autofree char *limit = g_format_size (NETZ_TABLE_MAX_UNPACKED);

  g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_LIMIT,
               _("“%s” unpacks to more than %s. That is more than is read."), part, limit);
  return FALSE;
}

static const char *
get_path (struct archive_entry *entry)
{
  const char *path = archive_entry_pathname_utf8 (entry);

  if (path == NULL)
    path = archive_entry_pathname (entry);
  return path != NULL ? path : "";
}

/* The paths of all parts. */
GHashTable *
netz_workbook_list (GBytes *bytes, GError **error)
{
  struct archive *archive = open_archive (bytes, error);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    return NULL;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      g_hash_table_add (parts, g_strdup (get_path (entry)));
      if (g_hash_table_size (parts) > MAX_ENTRIES)
        break;
    }
  if (status != ARCHIVE_EOF)
    {
      refuse_damage (archive, NULL, error);
      archive_read_free (archive);
      return NULL;
    }
  archive_read_free (archive);
  return g_steal_pointer (&parts);
}

static struct archive *
open_part (GBytes *bytes, const char *part, GError **error)
{
  struct archive *archive = open_archive (bytes, error);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    return NULL;
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    if (strcmp (get_path (entry), part) == 0)
      {
        if (!archive_entry_size_is_set (entry) || archive_entry_size (entry) <= (gint64) NETZ_TABLE_MAX_UNPACKED)
          return archive;
        refuse_size (part, error);
        archive_read_free (archive);
        return NULL;
      }
  if (status == ARCHIVE_EOF)
    g_set_error (error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED, _("The file is damaged: “%s” is missing in it."),
                 part);
  else
    refuse_damage (archive, part, error);
  archive_read_free (archive);
  return NULL;
}

/* FALSE where a tag is longer than any that a spreadsheet writes. */
static gboolean
watch_tags (Reading *self, const char *block, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      char c = block[i];

      if (self->tag_length == 0)
        {
          if (c == '<')
            self->tag_length = 1;
          continue;
        }
      if (++self->tag_length > MAX_TAG)
        return FALSE;
      if (self->quote != '\0')
        self->quote = c == self->quote ? '\0' : self->quote;
      else if (c == '"' || c == '\'')
        self->quote = c;
      else if (c == '>')
        self->tag_length = 0;
    }
  return TRUE;
}

static gboolean
refuse_xml (Reading *self)
{
  xmlError *problem = xmlCtxtGetLastError (self->parser);

  if (self->error == NULL)
    g_set_error (&self->error, NETZ_TABLE_ERROR, NETZ_TABLE_ERROR_DAMAGED,
                 _("The file is damaged: “%s” in it is wrong in line %d."), self->part,
                 problem != NULL ? MAX (problem->line, 1) : 1);
  return FALSE;
}

static gboolean
parse_block (Reading *self, const char *block, gsize length, gboolean last)
{
  if (!watch_tags (self, block, length))
    return refuse_xml (self);
  if (xmlParseChunk (self->parser, block, (int) length, last) != XML_ERR_OK && !self->stopped)
    return refuse_xml (self);
  return self->error == NULL;
}

static gboolean
parse_part (Reading *self, struct archive *archive)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gsize total = 0;
  la_ssize_t n;

  while (!self->stopped && (n = archive_read_data (archive, block, BLOCK_SIZE)) != 0)
    {
      if (n < 0)
        return self->error != NULL ? FALSE : refuse_damage (archive, self->part, &self->error);
      total += (gsize) n;
      if (total > NETZ_TABLE_MAX_UNPACKED)
        return refuse_size (self->part, &self->error);
      if (!parse_block (self, block, (gsize) n, FALSE))
        return FALSE;
    }
  return self->stopped ? self->error == NULL : parse_block (self, NULL, 0, TRUE);
}

/* Streams a part; that the handler stops it is no failure. */
gboolean
netz_workbook_read (GBytes *bytes,
                    const char *part,
                    const NetzWorkbookHandler *handler,
                    gpointer data,
                    GError **error)
{
  struct archive *archive = open_part (bytes, part, error);
  Reading self = { handler, data, NULL, part };
  gboolean good;

  if (archive == NULL)
    return FALSE;
  self.parser = xmlCreatePushParserCtxt (get_sax (), &self, NULL, 0, NULL);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  good = parse_part (&self, archive);
  xmlFreeParserCtxt (self.parser);
  archive_read_free (archive);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  return good;
}

/* Whether a text stands anywhere in a part; much faster than parsing it. Texts across two blocks are found too. */
gboolean
netz_workbook_find_text (GBytes *bytes, const char *part, const char *text)
{
  struct archive *archive = open_part (bytes, part, NULL);
  gsize length = strlen (text), kept = 0, total = 0;
  g_autofree char *block = g_malloc (BLOCK_SIZE + length);
  gboolean found = FALSE;
  la_ssize_t n;

  while (archive != NULL && !found && total <= NETZ_TABLE_MAX_UNPACKED &&
         (n = archive_read_data (archive, block + kept, BLOCK_SIZE)) > 0)
    {
      gsize filled = kept + (gsize) n;

      found = memmem (block, filled, text, length) != NULL;
      kept = MIN (filled, length - 1);
      memmove (block, block + filled - kept, kept);
      total += (gsize) n;
    }
  if (archive != NULL)
    archive_read_free (archive);
  return found;
}

/* The value of an attribute without regard to its prefix, or NULL. */
char *
netz_workbook_get_attribute (guint n_attributes, const xmlChar **attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + i * 5; /* name, prefix, namespace, value, its end */

      if (strcmp ((const char *) attribute[0], name) == 0)
        return g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
    }
  return NULL;
}

/* Likewise as a number without sign; `otherwise` where it is none. */
guint
netz_workbook_get_number (guint n_attributes, const xmlChar **attributes, const char *name, guint otherwise)
{
  g_autofree char *text = netz_workbook_get_attribute (n_attributes, attributes, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL) ? (guint) number
                                                                                              : otherwise;
}
