/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-page.h"

#include "format/netz-markup.h"

#include <string.h>

/* A prefix in force. */
typedef struct
{
  char *prefix;
  char *uri; /* escaped, as it is written */
  guint depth;
} Scope;

typedef enum
{
  TAG_NONE,   /* between elements */
  TAG_START,  /* within a start tag */
  TAG_INLINE, /* after text: no line break may be added */
} Tag;

struct _NetzPage
{
  GString *xml;
  GArray *scopes;
  guint depth; /* of open elements */
  Tag tag;
};

static void
clear_scope (Scope *scope)
{
  g_free (scope->prefix);
  g_free (scope->uri);
}

/**
 * netz_page_new:
 * @size: bytes that will be needed, more or less
 *
 * Returns: (transfer full): a page with the XML declaration, to be ended with netz_page_finish()
 */
NetzPage *
netz_page_new (gsize size)
{
  NetzPage *self = g_new0 (NetzPage, 1);

  self->xml = g_string_sized_new (size);
  g_string_append (self->xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  g_array_set_clear_func (self->scopes, (GDestroyNotify) clear_scope);
  return self;
}

/**
 * netz_page_finish:
 * @self: (transfer full): a page whose elements are all ended
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
netz_page_finish (NetzPage *self)
{
  GBytes *bytes = g_string_free_to_bytes (g_steal_pointer (&self->xml));

  g_array_unref (self->scopes);
  g_free (self);
  return bytes;
}

static const char *
find_uri (const NetzPage *self,
          const char *prefix,
          gsize length)
{
  for (guint i = self->scopes->len; i > 0; i--)
    {
      const Scope *scope = &g_array_index (self->scopes, Scope, i - 1);

      if (strlen (scope->prefix) == length && memcmp (scope->prefix, prefix, length) == 0)
        return scope->uri;
    }
  return length == 3 && memcmp (prefix, "xml", 3) == 0 ? "" : NULL;
}

static void
indent (NetzPage *self)
{
  for (guint i = 0; i < self->depth; i++)
    g_string_append_len (self->xml, "  ", 2);
}

/**
 * netz_page_open:
 * @self: a page
 *
 * Ends the start tag and its line. Does nothing between elements.
 */
void
netz_page_open (NetzPage *self)
{
  if (self->tag == TAG_START)
    g_string_append_len (self->xml, ">\n", 2);
  self->tag = TAG_NONE;
}

/**
 * netz_page_begin:
 * @self: a page
 * @name: an element
 *
 * Begins a start tag on a line of its own.
 */
void
netz_page_begin (NetzPage *self,
                 const char *name)
{
  netz_page_open (self);
  indent (self);
  g_string_append_c (self->xml, '<');
  g_string_append (self->xml, name);
  self->depth++;
  self->tag = TAG_START;
}

void
netz_page_add_attribute (NetzPage *self,
                         const char *name,
                         const char *value)
{
  netz_markup_append_attribute (self->xml, name, value);
}

static void
declare (NetzPage *self,
         const char *prefix,
         gsize length,
         const char *uri)
{
  GString *escaped = g_string_new (NULL);
  const char *in_force = find_uri (self, prefix, length);
  Scope scope;

  netz_markup_append_value (escaped, uri, strlen (uri));
  if (g_strcmp0 (in_force, escaped->str) == 0)
    {
      g_string_free (escaped, TRUE);
      return;
    }
  scope = (Scope) { g_strndup (prefix, length), g_string_free (escaped, FALSE), self->depth };
  g_string_append_printf (self->xml, " xmlns:%s=\"%s\"", scope.prefix, scope.uri);
  g_array_append_val (self->scopes, scope);
}

/* A prefix that nothing declares must not make the file unreadable. */
static void
ensure_prefix (NetzPage *self,
               const char *name)
{
  const char *colon = strchr (name, ':');

  if (colon != NULL && find_uri (self, name, colon - name) == NULL)
    declare (self, name, colon - name, "urn:netzwerkstatt:unknown");
}

/**
 * netz_page_add_extra_attributes:
 * @self: a page within a start tag
 * @group: (nullable): what was kept
 * @skip: (nullable): tells which of them the element has already
 * @user_data: for @skip
 *
 * Adds the attributes that were kept, declarations first.
 */
void
netz_page_add_extra_attributes (NetzPage *self,
                                const NetzExtrasGroup *group,
                                NetzPageSkip skip,
                                gconstpointer user_data)
{
  for (guint i = 0; group != NULL && i < group->attributes->len; i++)
    {
      const NetzExtra *extra = group->attributes->pdata[i];

      if (g_str_has_prefix (extra->name, "xmlns:"))
        declare (self, extra->name + strlen ("xmlns:"), strlen (extra->name + strlen ("xmlns:")), extra->value);
    }
  for (guint i = 0; group != NULL && i < group->attributes->len; i++)
    {
      const NetzExtra *extra = group->attributes->pdata[i];

      if (g_str_has_prefix (extra->name, "xmlns:") || strcmp (extra->name, "xmlns") == 0 ||
          (skip != NULL && skip (extra->name, user_data)))
        continue;
      ensure_prefix (self, extra->name);
      netz_markup_append_attribute (self->xml, extra->name, extra->value);
    }
}

/**
 * netz_page_add_text:
 * @self: a page within an element
 * @text: (nullable): text
 *
 * Adds text, exactly.
 */
void
netz_page_add_text (NetzPage *self,
                    const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (self->tag == TAG_START)
    g_string_append_c (self->xml, '>');
  self->tag = TAG_INLINE;
  netz_markup_append_text (self->xml, text, strlen (text));
}

/* Kept elements begin with the declarations that they need; what is in force
 * already is left out. */
static void
append_content (NetzPage *self,
                const char *xml)
{
  const char *p = xml;

  if (*p == '<' && p[1] != '!' && p[1] != '?')
    {
      p += strcspn (p, " />");
      g_string_append_len (self->xml, xml, p - xml);
      while (g_str_has_prefix (p, " xmlns"))
        {
          const char *prefix = p + strlen (" xmlns");
          const char *quote = strchr (p, '"');
          const char *end = quote != NULL ? strchr (quote + 1, '"') : NULL;
          const char *uri;

          if (end == NULL)
            break;
          uri = *prefix == ':' ? find_uri (self, prefix + 1, quote - 1 - (prefix + 1)) : NULL;

          if (uri == NULL || strlen (uri) != (gsize) (end - quote - 1) || strncmp (uri, quote + 1, strlen (uri)) != 0)
            g_string_append_len (self->xml, p, end + 1 - p);
          p = end + 1;
        }
    }
  g_string_append (self->xml, p);
}

/**
 * netz_page_add_contents_inline:
 * @self: a page within an element with text
 * @group: (nullable): what was kept
 *
 * Adds content that was kept behind the text, without blanks.
 */
void
netz_page_add_contents_inline (NetzPage *self,
                               const NetzExtrasGroup *group)
{
  for (guint i = 0; group != NULL && i < group->contents->len; i++)
    {
      const NetzExtra *extra = group->contents->pdata[i];

      if (self->tag == TAG_START)
        g_string_append_c (self->xml, '>');
      self->tag = TAG_INLINE;
      append_content (self, extra->value);
    }
}

/**
 * netz_page_add_contents:
 * @self: a page
 * @group: (nullable): what was kept
 *
 * Adds content that was kept, on lines of its own.
 */
void
netz_page_add_contents (NetzPage *self,
                        const NetzExtrasGroup *group)
{
  for (guint i = 0; group != NULL && i < group->contents->len; i++)
    {
      const NetzExtra *extra = group->contents->pdata[i];

      netz_page_open (self);
      indent (self);
      append_content (self, extra->value);
      g_string_append_c (self->xml, '\n');
    }
}

/**
 * netz_page_end:
 * @self: a page within an element
 * @name: that element
 *
 * Ends the element and its line.
 */
void
netz_page_end (NetzPage *self,
               const char *name)
{
  while (self->scopes->len > 0 && g_array_index (self->scopes, Scope, self->scopes->len - 1).depth == self->depth)
    g_array_set_size (self->scopes, self->scopes->len - 1);
  self->depth--;
  if (self->tag == TAG_START)
    g_string_append_len (self->xml, "/>\n", 3);
  else
    {
      if (self->tag == TAG_NONE)
        indent (self);
      g_string_append_len (self->xml, "</", 2);
      g_string_append (self->xml, name);
      g_string_append_len (self->xml, ">\n", 2);
    }
  self->tag = TAG_NONE;
}
