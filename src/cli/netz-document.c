/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-document.h"

#include "format/netz-catalogue-folder.h"
#include "interchange/netz-exchange.h"
#include "model/netz-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

static GBytes *
read_bytes (NetzDocument *self, GError **error)
{
  if (is_standard (self->path))
    return netz_bytes_read_descriptor (STDIN_FILENO, NETZ_BYTES_DEFAULT_LIMIT, error);
  self->stamp = g_new0 (NetzFileStamp, 1);
  return netz_bytes_read_file (self->path, NETZ_BYTES_DEFAULT_LIMIT, self->stamp, error);
}

/* What has no name that says it: plain text that is neither XML nor JSON. All else is for our own reader to refuse. */
static gboolean
looks_like_outline (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize start = 0;

  while (start < size && g_ascii_isspace (data[start]))
    start++;
  return start < size && strchr ("<{", data[start]) == NULL && g_utf8_validate_len (data, size, NULL) &&
         !(size - start > 3 && memcmp (data + start, "\xef\xbb\xbf<", 4) == 0);
}

/* The exchange format that a file is in, NULL for our own. FALSE where it is said to be in one that cannot be read. */
static gboolean
find_format (NetzDocument *self, const char *format, const NetzExchange **exchange)
{
  g_autofree char *text = NULL;

  *exchange = NULL;
  if (format == NULL)
    {
      g_autofree char *lower = g_ascii_strdown (self->path, -1);

      *exchange = netz_exchange_find_by_content (self->bytes);
      if (*exchange == NULL && !is_standard (self->path))
        *exchange = netz_exchange_find_by_name (self->path);
      if (*exchange == NULL && !g_str_has_suffix (lower, ".netz") && looks_like_outline (self->bytes))
        *exchange = netz_exchange_find ("outline");
      return TRUE;
    }
  if (strcmp (format, "netz") == 0)
    return TRUE;
  *exchange = netz_exchange_find (format);
  if (*exchange != NULL)
    return TRUE;
  text = g_strdup_printf (_("There is no format “%s” that can be read."), format);
  netz_complain (self->path, 0, text);
  return FALSE;
}

static void
tell_backup (NetzDocument *self, const GError *error)
{
  g_autofree char *backup = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (is_standard (self->path) || !netz_format_error_offers_backup (error))
    return;
  backup = netz_store_find_backup (self->path);
  if (backup == NULL)
    return;
  name = g_filename_display_name (backup);
  text = g_strdup_printf (_("There is an earlier version in “%s”."), name);
  netz_complain (self->path, 0, text);
}

static gboolean
read_ours (NetzDocument *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) snapshot = netz_reader_read (self->bytes, NETZ_READ_DEFAULT, &self->report, &error);

  if (snapshot == NULL)
    {
      netz_complain_of (self->path, error);
      tell_backup (self, error);
      return FALSE;
    }
  self->network = netz_network_new_from_snapshot (snapshot);
  return TRUE;
}

static void
tell_exchange_notes (NetzDocument *self, GPtrArray *notes, gboolean failed)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const NetzExchangeNote *note = g_ptr_array_index (notes, i);

      if (note->is_error || !failed)
        netz_complain (self->path, note->line, note->message);
    }
}

static gboolean
read_exchange (NetzDocument *self, const NetzExchange *exchange, const char *catalogue)
{
  g_autoptr (NetzNetwork) network = netz_document_make_network (catalogue);
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (network == NULL)
    return FALSE;
  draft = netz_draft_new (network, "");
  good = exchange->read (draft, self->bytes, &notes, &error);
  tell_exchange_notes (self, notes, !good);
  if (!good && (notes == NULL || netz_exchange_notes_get_error (notes) == NULL))
    netz_complain_of (self->path, error);
  if (!good)
    return FALSE;
  netz_document_apply (network, draft);
  self->network = g_steal_pointer (&network);
  return TRUE;
}

/**
 * netz_document_load:
 * @path: (type filename): a file, or "-" for standard input
 * @format: (nullable): the id of its format; %NULL = by its name and content
 * @catalogue: (nullable): for formats that bring no kinds along: the catalogue that theirs come from
 *
 * Reads a file as a whole.
 *
 * Returns: (transfer full) (nullable): the document; %NULL after it was said why not
 */
NetzDocument *
netz_document_load (const char *path, const char *format, const char *catalogue)
{
  g_autoptr (NetzDocument) self = g_new0 (NetzDocument, 1);
  g_autoptr (GError) error = NULL;
  const NetzExchange *exchange;

  self->path = g_strdup (path);
  self->bytes = read_bytes (self, &error);
  if (self->bytes == NULL)
    {
      netz_complain_of (path, error);
      return NULL;
    }
  if (!find_format (self, format, &exchange))
    return NULL;
  if (exchange != NULL ? !read_exchange (self, exchange, catalogue) : !read_ours (self))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * netz_document_free:
 * @self: (transfer full): a document
 */
void
netz_document_free (NetzDocument *self)
{
  g_free (self->path);
  g_clear_object (&self->network);
  g_clear_pointer (&self->report, netz_read_report_free);
  g_free (self->stamp);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->lines, g_hash_table_unref);
  g_free (self);
}

/* Where the start tag at `p` ends; what stands in quotes does not end it. */
static const char *
find_tag_end (const char *p, const char *end)
{
  char quote = '\0';

  for (; p < end; p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (*p == '"' || *p == '\'')
      quote = *p;
    else if (*p == '>')
      return p;
  return end;
}

/* The value of the attribute "id" of a tag without its brackets, with the local name of its element before it. */
static char *
make_tag_key (const char *tag, gsize length)
{
  g_autofree char *text = g_strndup (tag, length);
  gsize name_length = strcspn (text, " \t\r\n/:");
  char *name = text;
  char *p;

  if (text[name_length] == ':')
    {
      name = text + name_length + 1;
      name_length = strcspn (name, " \t\r\n/");
    }
  p = name + name_length;
  while ((p = strstr (p, "id")) != NULL)
    {
      char *value = p + 2 + strspn (p + 2, " \t\r\n");
      gboolean alone = p > text && strchr (" \t\r\n", p[-1]) != NULL;

      if (alone && *value == '=')
        {
          value += 1 + strspn (value + 1, " \t\r\n");
          if (*value != '"' && *value != '\'')
            return NULL;
          p = strchr (value + 1, *value);
          if (p == NULL)
            return NULL;
          *p = '\0';
          name[name_length] = '\0';
          return g_strconcat (name, " ", value + 1, NULL);
        }
      p += 2;
    }
  return NULL;
}

/* The reader keeps no places; where a message needs one, the text is looked through once. */
static void
index_lines (NetzDocument *self)
{
  g_autoptr (GBytes) bytes = netz_bytes_check_xml (self->bytes, NULL);
  gsize size;
  const char *p, *end;
  guint line = 1;

  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (bytes == NULL)
    return;
  p = g_bytes_get_data (bytes, &size);
  for (end = p + size; p < end; p++)
    if (*p == '\n')
      line++;
    else if (*p == '<' && p + 1 < end && (g_ascii_isalpha (p[1]) || p[1] == '_' || (guchar) p[1] >= 0x80))
      {
        const char *tag_end = find_tag_end (p, end);
        char *key = make_tag_key (p + 1, (gsize) (tag_end - p - 1));

        if (key != NULL && !g_hash_table_contains (self->lines, key))
          g_hash_table_insert (self->lines, key, GUINT_TO_POINTER (line));
        else
          g_free (key);
      }
}

/**
 * netz_document_find_line:
 * @self: a document
 * @table: a table
 * @id: the id of a record
 *
 * O(size of the file) the first time.
 *
 * Returns: the line on which the record begins, 0 where that is not known
 */
guint64
netz_document_find_line (NetzDocument *self, NetzTable table, const char *id)
{
  g_autofree char *key = g_strconcat (netz_table_get_info (table)->element, " ", id, NULL);

  if (self->report == NULL)
    return 0;
  if (self->lines == NULL)
    index_lines (self);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, key));
}

/**
 * netz_document_tell_notes:
 * @self: a document
 *
 * Says on standard error what the reader found odd; for commands that write the file again.
 */
void
netz_document_tell_notes (NetzDocument *self)
{
  for (guint i = 0; self->report != NULL && i < self->report->notes->len; i++)
    {
      const NetzReadNote *note = g_ptr_array_index (self->report->notes, i);

      netz_complain (self->path, note->line, note->message);
    }
}

/**
 * netz_document_apply:
 * @network: a network
 * @draft: a draft for it
 *
 * Does what the draft says, without a history.
 *
 * Returns: whether it changed anything
 */
gboolean
netz_document_apply (NetzNetwork *network, NetzDraft *draft)
{
  g_autoptr (NetzEdit) edit = netz_draft_end (draft);

  if (netz_edit_get_size (edit) == 0)
    return FALSE;
  netz_network_apply (network, edit);
  return TRUE;
}

static void
tell_catalogues (void)
{
  g_auto (GStrv) ids = netz_catalogue_list_ids ();
  g_autofree char *list = g_strjoinv (", ", ids);
  g_autofree char *text = g_strdup_printf (_("The catalogues are: %s."), list);

  if (ids[0] != NULL)
    netz_complain (NULL, 0, text);
}

/**
 * netz_document_make_network:
 * @catalogue: (nullable): the id of a catalogue, %NULL for the usual one
 *
 * Returns: (transfer full) (nullable): a network with the kinds and programmes of the catalogue and nothing else;
 *   %NULL after it was said why not
 */
NetzNetwork *
netz_document_make_network (const char *catalogue)
{
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzCatalogue) found = NULL;
  NetzRecord *settings;

  found = netz_catalogue_load (catalogue != NULL ? catalogue : NETZ_DOCUMENT_CATALOGUE, &error);
  if (found == NULL)
    {
      netz_complain_of (NULL, error);
      tell_catalogues ();
      return NULL;
    }
  netz_catalogue_install (found, draft);
  settings = netz_draft_edit (draft, NETZ_TABLE_SETTINGS, netz_network_get_id (network));
  netz_record_set_text (settings, "catalogue", netz_catalogue_get_id (found));
  netz_document_apply (network, draft);
  return g_steal_pointer (&network);
}
