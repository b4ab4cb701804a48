/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-reading.h"

#include "format/netz-foreign.h"
#include "format/netz-markup.h"
#include "format/netz-slots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLIP_CHARACTERS 60

struct _NetzReading
{
  NetzReadReport *report;
  NetzReadingLocate locate;
  gpointer user_data;
  GPtrArray *pending; /* content without a place yet, as XML */
  GString *stray;     /* text where none belongs */
  guint64 n_items;
};

static void
free_note (NetzReadNote *note)
{
  g_free (note->message);
  g_free (note);
}

/**
 * netz_read_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
netz_read_report_free (NetzReadReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * netz_reading_new:
 * @locate: says where the parser is
 * @user_data: for @locate
 *
 * Returns: (transfer full): the state of reading one file
 */
NetzReading *
netz_reading_new (NetzReadingLocate locate,
                  gpointer user_data)
{
  NetzReading *self = g_new0 (NetzReading, 1);

  self->report = g_new0 (NetzReadReport, 1);
  self->report->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_note);
  self->locate = locate;
  self->user_data = user_data;
  self->pending = g_ptr_array_new_with_free_func (g_free);
  self->stray = g_string_new (NULL);
  return self;
}

void
netz_reading_free (NetzReading *self)
{
  netz_read_report_free (self->report);
  g_ptr_array_unref (self->pending);
  g_string_free (self->stray, TRUE);
  g_free (self);
}

NetzReadReport *
netz_reading_get_report (NetzReading *self)
{
  return self->report;
}

static gint
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const NetzReadNote *x = *(NetzReadNote *const *) a, *y = *(NetzReadNote *const *) b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

/**
 * netz_reading_steal_report:
 * @self: a reading that has come to its end
 *
 * Returns: (transfer full): the report, its notes in the order of their places
 */
NetzReadReport *
netz_reading_steal_report (NetzReading *self)
{
  g_ptr_array_sort (self->report->notes, compare_notes);
  return g_steal_pointer (&self->report);
}

/**
 * netz_reading_locate:
 * @self: a reading
 * @line: (out): where the parser is
 * @column: (out): and the column
 *
 * O(length of the line).
 */
void
netz_reading_locate (NetzReading *self,
                     guint64 *line,
                     guint64 *column)
{
  self->locate (self->user_data, line, column);
}

/* Takes @message. */
static void
add_note (NetzReading *self,
          NetzReadNoteKind kind,
          guint64 line,
          guint64 column,
          char *message)
{
  NetzReadNote *note = g_new (NetzReadNote, 1);

  *note = (NetzReadNote) { kind, line, column, message };
  g_ptr_array_add (self->report->notes, note);
}

/**
 * netz_reading_note:
 * @self: a reading
 * @kind: what it is about
 * @format: a translated sentence as for printf
 *
 * Adds a note about the place where the parser is, or only counts it where
 * there are %NETZ_READER_MAX_NOTES already.
 */
void
netz_reading_note (NetzReading *self,
                   NetzReadNoteKind kind,
                   const char *format,
                   ...)
{
  va_list arguments;
  guint64 line, column;

  if (self->report->n_notes++ >= NETZ_READER_MAX_NOTES)
    return;
  netz_reading_locate (self, &line, &column);
  va_start (arguments, format);
  add_note (self, kind, line, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * netz_reading_note_at:
 * @self: a reading
 * @kind: what it is about
 * @line: where it is
 * @column: and the column
 * @format: a translated sentence as for printf
 *
 * Adds a note about another place.
 */
void
netz_reading_note_at (NetzReading *self,
                      NetzReadNoteKind kind,
                      guint64 line,
                      guint64 column,
                      const char *format,
                      ...)
{
  va_list arguments;

  if (self->report->n_notes++ >= NETZ_READER_MAX_NOTES)
    return;
  va_start (arguments, format);
  add_note (self, kind, line, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* A newer version has what we do not know; it is said once for the file. */
static gboolean
expects_unknown (const NetzReading *self)
{
  return self->report->newer_minor || self->report->newer_major;
}

static gboolean
is_ours (const char *uri)
{
  return uri == NULL || strcmp (uri, NETZ_NAMESPACE) == 0;
}

/**
 * netz_reading_note_unknown_element:
 * @self: a reading
 * @element: an element that is not known where it stands
 *
 * Says so, unless it is another program's, or the file is of a newer version.
 */
void
netz_reading_note_unknown_element (NetzReading *self,
                                   const NetzElement *element)
{
  g_autofree char *name = NULL;

  if (!is_ours (element->uri) || expects_unknown (self))
    return;
  name = netz_reading_clip (element->name);
  netz_reading_note (self, NETZ_READ_NOTE_UNKNOWN, _("The element <%s> is not known here. It is kept."), name);
}

/**
 * netz_reading_clip:
 * @text: a text from a file
 *
 * Returns: (transfer full): as much of it as fits into a message
 */
char *
netz_reading_clip (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < CLIP_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

void
netz_reading_count_item (NetzReading *self)
{
  self->n_items++;
}

guint64
netz_reading_get_n_items (const NetzReading *self)
{
  return self->n_items;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/**
 * netz_reading_add_text:
 * @self: a reading
 * @text: text between elements, not ended by NUL
 * @length: its bytes
 *
 * Blanks between elements mean nothing; other text is kept as content.
 */
void
netz_reading_add_text (NetzReading *self,
                       const char *text,
                       gsize length)
{
  if (self->stray->len == 0)
    while (length > 0 && is_blank (*text))
      {
        text++;
        length--;
      }
  g_string_append_len (self->stray, text, length);
}

static void
flush_stray (NetzReading *self)
{
  gsize length = self->stray->len;
  GString *xml;

  if (length == 0)
    return;
  while (is_blank (self->stray->str[length - 1]))
    length--;
  xml = g_string_sized_new (length);
  netz_markup_append_text (xml, self->stray->str, length);
  g_string_truncate (self->stray, 0);
  netz_reading_count_item (self);
  g_ptr_array_add (self->pending, g_string_free (xml, FALSE));
  if (!expects_unknown (self))
    netz_reading_note (self, NETZ_READ_NOTE_UNKNOWN, _("There is text where none belongs. It is kept."));
}

/**
 * netz_reading_add_content:
 * @self: a reading
 * @xml: (transfer full): content
 *
 * Keeps content until it has its place.
 */
void
netz_reading_add_content (NetzReading *self,
                          char *xml)
{
  flush_stray (self);
  netz_reading_count_item (self);
  g_ptr_array_add (self->pending, xml);
}

/**
 * netz_reading_place:
 * @self: a reading
 * @builder: extras
 * @slot: a slot in it
 *
 * Gives the content that was met a place.
 */
void
netz_reading_place (NetzReading *self,
                    NetzExtrasBuilder *builder,
                    const char *slot)
{
  flush_stray (self);
  if (self->pending->len > 0)
    netz_extras_builder_take_all (builder, slot, self->pending);
}

/**
 * netz_reading_keep_attribute:
 * @self: a reading
 * @builder: extras
 * @slot: a slot in it
 * @attribute: an attribute that is not known
 *
 * Keeps an attribute, together with the declaration of its prefix.
 */
void
netz_reading_keep_attribute (NetzReading *self,
                             NetzExtrasBuilder *builder,
                             const char *slot,
                             const NetzAttribute *attribute)
{
  g_autofree char *name = netz_foreign_join_name (attribute->prefix, attribute->name);

  netz_reading_count_item (self);
  if (attribute->prefix != NULL && strcmp (attribute->prefix, "xml") != 0)
    netz_extras_builder_declare (builder, slot, attribute->prefix, attribute->uri);
  netz_extras_builder_take (builder, slot, name, g_strndup (attribute->value, attribute->length));
  if (attribute->prefix == NULL && !expects_unknown (self))
    {
      g_autofree char *clipped = netz_reading_clip (name);

      netz_reading_note (self, NETZ_READ_NOTE_UNKNOWN, _("The attribute “%s” is not known here. It is kept."), clipped);
    }
}

/**
 * netz_reading_keep_declarations:
 * @self: a reading
 * @builder: extras
 * @slot: a slot in it
 * @element: an element that we know
 *
 * Keeps the prefixes that it declares for other namespaces than ours.
 */
void
netz_reading_keep_declarations (NetzReading *self,
                                NetzExtrasBuilder *builder,
                                const char *slot,
                                const NetzElement *element)
{
  for (guint i = 0; i < element->n_declarations; i++)
    {
      const char *prefix = element->declarations[2 * i];
      const char *uri = element->declarations[2 * i + 1];

      if (prefix == NULL || uri == NULL || strcmp (uri, NETZ_NAMESPACE) == 0)
        continue;
      netz_reading_count_item (self);
      netz_extras_builder_declare (builder, slot, prefix, uri);
    }
}
