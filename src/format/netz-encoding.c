/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-encoding.h"

#include "format/netz-declaration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  ENCODING_UTF_8,
  ENCODING_ASCII,
  ENCODING_LATIN_1,
  ENCODING_WINDOWS_1252,
  ENCODING_UTF_16,
  ENCODING_UNKNOWN,
} Encoding;

typedef struct
{
  const char *name;
  Encoding encoding;
} EncodingName;

static const EncodingName encoding_names[] = {
  { "utf-8", ENCODING_UTF_8 },
  { "utf8", ENCODING_UTF_8 },
  { "us-ascii", ENCODING_ASCII },
  { "ascii", ENCODING_ASCII },
  { "iso-8859-1", ENCODING_LATIN_1 },
  { "iso_8859-1", ENCODING_LATIN_1 },
  { "latin1", ENCODING_LATIN_1 },
  { "latin-1", ENCODING_LATIN_1 },
  { "windows-1252", ENCODING_WINDOWS_1252 },
  { "cp1252", ENCODING_WINDOWS_1252 },
  { "utf-16", ENCODING_UTF_16 },
  { "utf-16le", ENCODING_UTF_16 },
  { "utf-16be", ENCODING_UTF_16 },
};

/* What Windows-1252 has at 0x80 to 0x9f; 0 = nothing. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static Encoding
find_encoding (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encoding_names); i++)
    if (g_ascii_strcasecmp (encoding_names[i].name, name) == 0)
      return encoding_names[i].encoding;
  return ENCODING_UNKNOWN;
}

static gboolean
starts_with (const guint8 *data,
             gsize size,
             const char *start,
             gsize length)
{
  return size >= length && memcmp (data, start, length) == 0;
}

#define STARTS(data, size, text) starts_with (data, size, text, sizeof text - 1)

/* By their first bytes, since these do not even contain ASCII. */
static const char *
find_foreign_encoding (const guint8 *data,
                       gsize size)
{
  if (STARTS (data, size, "\0\0\xfe\xff") || STARTS (data, size, "\xff\xfe\0\0") || STARTS (data, size, "\0\0\0<") ||
      STARTS (data, size, "<\0\0\0"))
    return "UTF-32";
  if (STARTS (data, size, "\x4c\x6f\xa7\x94"))
    return "EBCDIC";
  if (STARTS (data, size, "+/v8") || STARTS (data, size, "+/v9") || STARTS (data, size, "+/v+") ||
      STARTS (data, size, "+/v/") || STARTS (data, size, "+ADw"))
    return "UTF-7";
  return NULL;
}

static gboolean
refuse_encoding (GError **error,
                 const char *name)
{
  netz_format_error_set (error, NETZ_FORMAT_ERROR_ENCODING, 1, 0,
                         _("The encoding “%s” is not read. Save the file as UTF-8."), name);
  return FALSE;
}

/**
 * netz_encoding_is_xml_char:
 * @character: a code point
 *
 * Returns: whether XML 1.0 allows it in a document
 */
gboolean
netz_encoding_is_xml_char (guint32 character)
{
  if (character < 0x20)
    return character == '\t' || character == '\n' || character == '\r';
  return character <= 0xd7ff || (character >= 0xe000 && character <= 0xfffd) ||
         (character >= 0x10000 && character <= 0x10ffff);
}

static gboolean
refuse_character (const guint8 *text,
                  gsize offset,
                  guint32 character,
                  GError **error)
{
  if (character == 0)
    netz_format_error_set_at (error, NETZ_FORMAT_ERROR_UNWRITTEN, text, offset,
                              _("The file was not written completely: there is a NUL at byte %zu."),
                              offset);
  else
    netz_format_error_set_at (error, NETZ_FORMAT_ERROR_CHARACTER, text, offset,
                              _("The character U+%04X at byte %zu is not allowed in a file."),
                              character, offset);
  return FALSE;
}

/* The length that the first byte promises, 0 if it can be no first byte. */
static guint
get_sequence_length (guint8 first)
{
  if (first >= 0xc2 && first <= 0xdf)
    return 2;
  if ((first & 0xf0) == 0xe0)
    return 3;
  if (first >= 0xf0 && first <= 0xf4)
    return 4;
  return 0;
}

/* Decodes one sequence of several bytes. 0 = not valid; *length is 0 when the text ends within it. */
static guint32
decode (const guint8 *text,
        gsize size,
        gsize *length)
{
  static const guint32 least[] = { 0, 0, 0x80, 0x800, 0x10000 };
  guint count = get_sequence_length (text[0]);
  guint32 character;

  *length = count;
  if (count == 0)
    {
      *length = 1;
      return 0;
    }
  character = text[0] & (0x7fu >> count);
  for (guint i = 1; i < count; i++)
    {
      if (i == size)
        {
          *length = 0;
          return 0;
        }
      if ((text[i] & 0xc0) != 0x80)
        return 0;
      character = character << 6 | (text[i] & 0x3f);
    }
  if (character < least[count] || (character >= 0xd800 && character <= 0xdfff) || character > 0x10ffff)
    return 0;
  return character;
}

static gboolean
check_utf_8 (const guint8 *text,
             gsize size,
             GError **error)
{
  gsize at = 0;

  while (at < size)
    {
      guint32 character = text[at];
      gsize length = 1;

      if (character >= 0x20 && character < 0x80)
        {
          at++; /* nearly every byte of every file */
          continue;
        }
      if (character >= 0x80)
        character = decode (text + at, size - at, &length);
      if (character == 0 && length == 0)
        {
          netz_format_error_set_at (error, NETZ_FORMAT_ERROR_TRUNCATED, text, at,
                                    _("The file ends early, in the middle of a character."));
          return FALSE;
        }
      if (character == 0 && text[at] != 0)
        {
          netz_format_error_set_at (error, NETZ_FORMAT_ERROR_ENCODING, text, at,
                                    _("The byte 0x%02X at position %zu is not valid UTF-8."),
                                    (guint) text[at], at);
          return FALSE;
        }
      if (!netz_encoding_is_xml_char (character))
        return refuse_character (text, at, character, error);
      at += length;
    }
  return TRUE;
}

static gsize
put_utf_8 (guint8 *out,
           guint32 character)
{
  return (gsize) g_unichar_to_utf8 (character, (char *) out);
}

static guint
get_unit (const guint8 *data,
          gsize index,
          gboolean big)
{
  return big ? (guint) data[2 * index] << 8 | data[2 * index + 1] : (guint) data[2 * index + 1] << 8 | data[2 * index];
}

static GBytes *
convert_utf_16 (const guint8 *data,
                gsize size,
                gboolean big,
                GError **error)
{
  gsize units = size / 2;
  g_autofree guint8 *out = g_try_malloc (units * 3 + 1);
  gsize length = 0;

  if (out == NULL)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_TOO_LARGE, 0, 0, _("There is not enough memory for the file."));
      return NULL;
    }
  for (gsize i = 0; i < units; i++)
    {
      guint32 character = get_unit (data, i, big);

      if (character >= 0xd800 && character <= 0xdfff)
        {
          guint second = i + 1 < units ? get_unit (data, i + 1, big) : 0;

          if (character >= 0xdc00 || second < 0xdc00 || second > 0xdfff)
            {
              netz_format_error_set_at (error, NETZ_FORMAT_ERROR_ENCODING, out, length,
                                        _("Half a pair of surrogates: this is not valid UTF-16."));
              return NULL;
            }
          character = 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00);
          i++;
        }
      if (!netz_encoding_is_xml_char (character))
        {
          refuse_character (out, length, character, error);
          return NULL;
        }
      length += put_utf_8 (out + length, character);
    }
  if (size % 2 != 0)
    {
      netz_format_error_set_at (error, NETZ_FORMAT_ERROR_TRUNCATED, out, length,
                                _("The file ends early, in the middle of a character."));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&out), length);
}

static guint32
map_byte (guint8 byte,
          Encoding encoding)
{
  if (byte < 0x80 || byte >= 0xa0)
    return byte;
  return encoding == ENCODING_WINDOWS_1252 ? windows_1252[byte - 0x80] : 0;
}

/* Latin-1 has controls where Windows-1252 has quotes and dashes: whoever declares the one and
 * means the other is told, since a guess would change the text. */
static GBytes *
convert_bytes (const guint8 *data,
               gsize size,
               Encoding encoding,
               const char *name,
               GError **error)
{
  g_autofree guint8 *out = g_try_malloc (size * 3 + 1);
  gsize length = 0;

  if (out == NULL)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_TOO_LARGE, 0, 0, _("There is not enough memory for the file."));
      return NULL;
    }
  for (gsize i = 0; i < size; i++)
    {
      guint32 character = map_byte (data[i], encoding);

      if (data[i] != 0 && (character == 0 || (encoding == ENCODING_ASCII && character >= 0x80)))
        {
          netz_format_error_set_at (
              error, NETZ_FORMAT_ERROR_ENCODING, out, length,
              /* TRANSLATORS: a byte as two digits, its position, the name of an encoding. */
              _("The byte 0x%02X at position %zu does not exist in the declared encoding “%s”."),
              (guint) data[i], i, name);
          return NULL;
        }
      if (!netz_encoding_is_xml_char (character))
        {
          refuse_character (out, length, character, error);
          return NULL;
        }
      length += put_utf_8 (out + length, character);
    }
  return g_bytes_new_take (g_steal_pointer (&out), length);
}

/* The same text with "UTF-8" as its declared encoding. Blanks make up for a longer name, so that
 * the columns after it stay. */
static GBytes *
redeclare (GBytes *text,
           const NetzDeclaration *declaration)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (text, &size);
  gsize before = declaration->encoding_offset;
  gsize after = before + declaration->encoding_length + 1;
  gsize blanks = declaration->encoding_length > 5 ? declaration->encoding_length - 5 : 0;
  guint8 *out = g_malloc (size + 8);
  guint8 *end = out;

  end = mempcpy (end, data, before);
  end = mempcpy (end, "UTF-8", 5);
  *end++ = data[before - 1];
  memset (end, ' ', blanks);
  end = mempcpy (end + blanks, data + after, size - after);
  return g_bytes_new_take (out, (gsize) (end - out));
}

static gboolean
refuse_lie (const char *name,
            const char *found,
            GError **error)
{
  netz_format_error_set (error, NETZ_FORMAT_ERROR_ENCODING, 1, 0,
                         /* TRANSLATORS: two names of encodings. */
                         _("The file says that its encoding is “%s”, but it is %s."), name, found);
  return FALSE;
}

/* @found: the encoding by its first bytes; @marked: whether they leave no doubt */
static GBytes *
apply_declaration (GBytes *text,
                   Encoding found,
                   gboolean marked,
                   GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (text, &size);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) converted = NULL;
  NetzDeclaration declaration;
  Encoding declared = found;

  if (!netz_declaration_parse (&declaration, data, size, error))
    return NULL;
  if (declaration.encoding_length > 0)
    {
      name = g_strndup ((const char *) data + declaration.encoding_offset, declaration.encoding_length);
      declared = find_encoding (name);
    }

  if (declared == ENCODING_UNKNOWN)
    refuse_encoding (error, name);
  else if (found == ENCODING_UTF_16 && declared != ENCODING_UTF_16)
    refuse_lie (name, "UTF-16", error);
  else if (found == ENCODING_UTF_8 && (declared == ENCODING_UTF_16 || (marked && declared != ENCODING_UTF_8)))
    refuse_lie (name, marked ? "UTF-8" : _("another one"), error);
  else if (declared == ENCODING_UTF_16)
    converted = g_bytes_ref (text);
  else if (declared == ENCODING_UTF_8)
    converted = check_utf_8 (data, size, error) ? g_bytes_ref (text) : NULL;
  else
    converted = convert_bytes (data, size, declared, name, error);

  if (converted == NULL || name == NULL || strcmp (name, "UTF-8") == 0)
    return g_steal_pointer (&converted);
  return redeclare (converted, &declaration);
}

/**
 * netz_encoding_to_utf8:
 * @bytes: a file as it was read
 * @error: return location
 *
 * Accepts UTF-8 and UTF-16 with and without byte order mark, and Latin-1,
 * Windows-1252 and ASCII when they are declared. Everything else is refused by
 * its name. O(n).
 *
 * Returns: (transfer full): the text, or %NULL with %NETZ_FORMAT_ERROR
 */
GBytes *
netz_encoding_to_utf8 (GBytes *bytes,
                       GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *foreign = find_foreign_encoding (data, size);
  gboolean marked = STARTS (data, size, "\xef\xbb\xbf");
  gboolean big = STARTS (data, size, "\xfe\xff") || (STARTS (data, size, "\0<") && size > 3 && data[2] == 0);
  gboolean little = STARTS (data, size, "\xff\xfe") || (STARTS (data, size, "<\0") && size > 3 && data[3] == 0);
  g_autoptr (GBytes) text = NULL;

  if (foreign != NULL)
    {
      refuse_encoding (error, foreign);
      return NULL;
    }
  if (big || little)
    {
      gsize mark = data[0] >= 0xfe ? 2 : 0;

      text = convert_utf_16 (data + mark, size - mark, big, error);
      return text != NULL ? apply_declaration (text, ENCODING_UTF_16, TRUE, error) : NULL;
    }
  text = marked ? g_bytes_new_from_bytes (bytes, 3, size - 3) : g_bytes_ref (bytes);
  return apply_declaration (text, ENCODING_UTF_8, marked, error);
}
