/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-root.h"

#include "format/netz-id-ledger.h"
#include "format/netz-slots.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
fail (NetzReading *reading,
      GError **error,
      NetzFormatError code,
      char *message)
{
  g_autofree char *text = message;
  guint64 line, column;

  netz_reading_locate (reading, &line, &column);
  netz_format_error_set (error, code, line, column, "%s", text);
  return FALSE;
}

static gboolean
check_name (const NetzElement *element,
            NetzReading *reading,
            GError **error)
{
  g_autofree char *name = netz_reading_clip (element->name);
  g_autofree char *uri = netz_reading_clip (element->uri != NULL ? element->uri : "");
  gboolean is_network = strcmp (element->name, netz_table_get_info (NETZ_TABLE_SETTINGS)->container) == 0;

  if (is_network && g_strcmp0 (element->uri, NETZ_NAMESPACE) == 0)
    return TRUE;
  if (element->uri == NULL)
    return fail (reading, error, NETZ_FORMAT_ERROR_NOT_A_NETWORK,
                 /* TRANSLATORS: name of an element, name of our namespace. */
                 g_strdup_printf (_("This is XML, but not a network: its outermost element is <%s> without a "
                                    "namespace, and not <network> of “%s”."),
                                  name, NETZ_NAMESPACE));
  return fail (reading, error, NETZ_FORMAT_ERROR_NOT_A_NETWORK,
               /* TRANSLATORS: name of an element, its namespace, name of our namespace. */
               g_strdup_printf (_("This is XML, but not a network: its outermost element is <%s> of the namespace "
                                  "“%s”, and not <network> of “%s”."),
                                name, uri, NETZ_NAMESPACE));
}

static gboolean
parse_digits (const char **text,
              guint *number)
{
  const char *p = *text;

  *number = 0;
  while (g_ascii_isdigit (*p) && p - *text < 6)
    *number = *number * 10 + (guint) (*p++ - '0');
  if (p == *text)
    return FALSE;
  *text = p;
  return TRUE;
}

/**
 * netz_root_parse_version:
 * @text: a version as in files, "1.0"
 * @major: (out): its first number
 * @minor: (out): its second number
 *
 * Returns: whether it was one
 */
gboolean
netz_root_parse_version (const char *text,
                         guint *major,
                         guint *minor)
{
  if (!parse_digits (&text, major) || *text++ != '.' || !parse_digits (&text, minor))
    return FALSE;
  return *text == '\0';
}

static gboolean
accept_newer (NetzReading *reading,
              NetzReadFlags flags,
              GError **error)
{
  NetzReadReport *report = netz_reading_get_report (reading);

  report->newer_major = report->major > NETZ_READER_MAJOR;
  report->newer_minor = report->major == NETZ_READER_MAJOR && report->minor > NETZ_READER_MINOR;
  if (report->newer_major && (flags & NETZ_READ_NEWER_MAJOR) == 0)
    return fail (reading, error, NETZ_FORMAT_ERROR_VERSION,
                 g_strdup_printf (_("This file needs a program that knows version %u.%u of the format; this one "
                                    "knows version %u.%u."),
                                  report->major, report->minor, NETZ_READER_MAJOR, NETZ_READER_MINOR));
  if (report->newer_major || report->newer_minor)
    netz_reading_note (reading, NETZ_READ_NOTE_VERSION,
                       _("The file is of version %u.%u, which is newer than this program. What it does not know is "
                         "kept."),
                       report->major, report->minor);
  return TRUE;
}

static gboolean
check_version (const char *version,
               NetzReadFlags flags,
               NetzReading *reading,
               NetzExtrasBuilder *extras,
               GError **error)
{
  NetzReadReport *report = netz_reading_get_report (reading);
  g_autofree char *clipped = NULL;

  if (version == NULL)
    return fail (reading, error, NETZ_FORMAT_ERROR_STRUCTURE,
                 g_strdup (_("The network does not say its version. An attribute version=\"1.0\" is needed.")));
  if (!netz_root_parse_version (version, &report->major, &report->minor) || report->major == 0)
    {
      clipped = netz_reading_clip (version);
      return fail (reading, error, NETZ_FORMAT_ERROR_STRUCTURE,
                   g_strdup_printf (_("“%s” is not a version of the format. An attribute version=\"1.0\" is needed."),
                                    clipped));
    }
  if (!accept_newer (reading, flags, error))
    return FALSE;
  if (report->newer_major || report->newer_minor)
    netz_extras_builder_take (extras, NETZ_SLOT_NETWORK, "version",
                              g_strdup_printf ("%u.%u", report->major, report->minor));
  return TRUE;
}

/* The value of one of our own attributes, NULL where it is missing. */
static char *
get_value (const NetzElement *element,
           const char *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const NetzAttribute *attribute = &element->attributes[i];

      if (attribute->prefix == NULL && attribute->length > 0 && strcmp (attribute->name, name) == 0)
        return g_strndup (attribute->value, attribute->length);
    }
  return NULL;
}

static gboolean
is_known (const NetzAttribute *attribute)
{
  static const char *const known[] = { "version", "id", "lang", NULL };

  return attribute->prefix == NULL && g_strv_contains (known, attribute->name);
}

static void
find_id (NetzRoot *self,
         const NetzElement *element,
         NetzReading *reading,
         GBytes *text)
{
  g_autofree char *hash = NULL;

  self->id = get_value (element, "id");
  if (self->id != NULL)
    return;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  self->id = netz_id_ledger_derive (NETZ_TABLE_SETTINGS, hash);
  netz_reading_note (reading, NETZ_READ_NOTE_ID, _("The network had no id. It is “%s” now."), self->id);
}

/**
 * netz_root_read:
 * @self: to be filled
 * @element: the start tag of the root element
 * @flags: what is allowed
 * @reading: the reading
 * @extras: where to keep attributes that are not known
 * @text: the whole file, from which a missing id is derived
 * @error: return location
 *
 * Returns: whether it is a network that can be read
 */
gboolean
netz_root_read (NetzRoot *self,
                const NetzElement *element,
                NetzReadFlags flags,
                NetzReading *reading,
                NetzExtrasBuilder *extras,
                GBytes *text,
                GError **error)
{
  g_autofree char *version = get_value (element, "version");

  if (!check_name (element, reading, error) || !check_version (version, flags, reading, extras, error))
    return FALSE;
  find_id (self, element, reading, text);
  self->language = get_value (element, "lang");
  netz_reading_keep_declarations (reading, extras, NETZ_SLOT_NETWORK, element);
  for (guint i = 0; i < element->n_attributes; i++)
    if (!is_known (&element->attributes[i]))
      netz_reading_keep_attribute (reading, extras, NETZ_SLOT_NETWORK, &element->attributes[i]);
  return TRUE;
}

void
netz_root_clear (NetzRoot *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->language, g_free);
}
