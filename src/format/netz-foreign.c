/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-foreign.h"

#include "format/netz-markup.h"
#include "format/netz-slots.h"

#include <string.h>

/* A namespace in force within what is kept. */
typedef struct
{
  char *prefix; /* "" for what has no prefix */
  char *uri;    /* "" for no namespace */
  guint depth;
} Binding;

struct _NetzForeign
{
  GString *xml;
  gsize outermost;   /* where the declarations of the outermost element belong */
  GArray *outer;     /* what it must declare */
  GArray *bindings;  /* what elements within declare */
  GPtrArray *names;  /* of the open elements, as written */
  gboolean unclosed; /* the start tag still lacks its ">" */
};

static void
clear_binding (Binding *binding)
{
  g_free (binding->prefix);
  g_free (binding->uri);
}

static const char *
search (const GArray *bindings,
        const char *prefix)
{
  for (guint i = bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (bindings, Binding, i - 1);

      if (strcmp (binding->prefix, prefix) == 0)
        return binding->uri;
    }
  return NULL;
}

static const char *
find_binding (const NetzForeign *self,
              const char *prefix)
{
  const char *uri = search (self->bindings, prefix);

  if (uri == NULL)
    uri = search (self->outer, prefix);
  if (uri == NULL && strcmp (prefix, "") == 0)
    return NETZ_NAMESPACE;
  return uri == NULL && strcmp (prefix, "xml") == 0 ? "http://www.w3.org/XML/1998/namespace" : uri;
}

static void
bind_prefix (NetzForeign *self,
             GArray *bindings,
             const char *prefix,
             const char *uri)
{
  Binding binding;

  if (g_strcmp0 (find_binding (self, prefix), uri) == 0)
    return;
  binding = (Binding) { g_strdup (prefix), g_strdup (uri), self->names->len + 1 };
  g_array_append_val (bindings, binding);
}

/* A prefix that nothing within declares comes from around the outermost
 * element: it means the same there. */
static void
need_prefix (NetzForeign *self,
             GArray *own,
             const char *prefix,
             const char *uri)
{
  bind_prefix (self, *prefix != '\0' ? self->outer : own, prefix, uri);
}

static gint
compare_bindings (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (((const Binding *) a)->prefix, ((const Binding *) b)->prefix);
}

static gint
compare_attributes (gconstpointer a,
                    gconstpointer b)
{
  const NetzAttribute *x = a, *y = b;
  int order = g_strcmp0 (x->prefix, y->prefix);

  return order != 0 ? order : strcmp (x->name, y->name);
}

static char *
print_bindings (GArray *bindings,
                guint first)
{
  GString *text = g_string_new (NULL);
  guint n = bindings->len - first;

  if (n > 1)
    qsort (&g_array_index (bindings, Binding, first), n, sizeof (Binding), compare_bindings);
  for (guint i = first; i < bindings->len; i++)
    {
      const Binding *binding = &g_array_index (bindings, Binding, i);
      g_autofree char *name = netz_foreign_join_name (*binding->prefix != '\0' ? "xmlns" : NULL,
                                                      *binding->prefix != '\0' ? binding->prefix : "xmlns");

      netz_markup_append_attribute (text, name, binding->uri);
    }
  return g_string_free (text, FALSE);
}

static void
write_attributes (NetzForeign *self,
                  const NetzElement *element)
{
  g_autofree NetzAttribute *sorted =
      g_memdup2 (element->attributes, element->n_attributes * sizeof (NetzAttribute));

  if (element->n_attributes > 1)
    qsort (sorted, element->n_attributes, sizeof (NetzAttribute), compare_attributes);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      g_autofree char *name = netz_foreign_join_name (sorted[i].prefix, sorted[i].name);

      g_string_append_printf (self->xml, " %s=\"", name);
      netz_markup_append_value (self->xml, sorted[i].value, sorted[i].length);
      g_string_append_c (self->xml, '"');
    }
}

static void
close_start_tag (NetzForeign *self)
{
  if (self->unclosed)
    g_string_append_c (self->xml, '>');
  self->unclosed = FALSE;
}

/**
 * netz_foreign_new:
 *
 * Returns: (transfer full): a keeper, for one element after the other
 */
NetzForeign *
netz_foreign_new (void)
{
  NetzForeign *self = g_new0 (NetzForeign, 1);

  self->xml = g_string_new (NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->outer = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->outer, (GDestroyNotify) clear_binding);
  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  g_array_set_clear_func (self->bindings, (GDestroyNotify) clear_binding);
  return self;
}

void
netz_foreign_free (NetzForeign *self)
{
  g_string_free (self->xml, TRUE);
  g_ptr_array_unref (self->names);
  g_array_unref (self->outer);
  g_array_unref (self->bindings);
  g_free (self);
}

/**
 * netz_foreign_is_open:
 * @self: a keeper
 *
 * Returns: whether it is within an element
 */
gboolean
netz_foreign_is_open (const NetzForeign *self)
{
  return self->names->len > 0;
}

/**
 * netz_foreign_begin:
 * @self: a keeper
 * @element: the start tag
 *
 * Begins an element, the outermost or one within.
 */
void
netz_foreign_begin (NetzForeign *self,
                    const NetzElement *element)
{
  gboolean is_outermost = self->names->len == 0;
  GArray *own = is_outermost ? self->outer : self->bindings;
  guint first = self->bindings->len;
  const char *uri = element->uri != NULL ? element->uri : "";
  const char *prefix = element->prefix;
  g_autofree char *declarations = NULL;
  char *name;

  close_start_tag (self);
  for (guint i = 0; i < element->n_declarations; i++)
    {
      const char *declared = element->declarations[2 * i];
      const char *to = element->declarations[2 * i + 1];

      bind_prefix (self, own, declared != NULL ? declared : "", to != NULL ? to : "");
    }
  /* Another prefix for our namespace is the same element. */
  if (strcmp (uri, NETZ_NAMESPACE) == 0 && strcmp (find_binding (self, ""), NETZ_NAMESPACE) == 0)
    prefix = NULL;
  need_prefix (self, own, prefix != NULL ? prefix : "", uri);
  for (guint i = 0; i < element->n_attributes; i++)
    if (element->attributes[i].prefix != NULL && element->attributes[i].uri != NULL)
      need_prefix (self, own, element->attributes[i].prefix, element->attributes[i].uri);

  name = netz_foreign_join_name (prefix, element->name);
  g_string_append_printf (self->xml, "<%s", name);
  if (is_outermost)
    self->outermost = self->xml->len;
  declarations = print_bindings (self->bindings, first);
  g_string_append (self->xml, declarations);
  write_attributes (self, element);
  g_ptr_array_add (self->names, name);
  self->unclosed = TRUE;
}

/**
 * netz_foreign_end:
 * @self: a keeper with an open element
 *
 * Ends the innermost element.
 *
 * Returns: (transfer full) (nullable): the whole XML where it was the outermost, else %NULL
 */
char *
netz_foreign_end (NetzForeign *self)
{
  guint depth = self->names->len;
  g_autofree char *declarations = NULL;
  char *xml;

  g_return_val_if_fail (depth > 0, NULL);

  if (self->unclosed)
    g_string_append (self->xml, "/>");
  else
    g_string_append_printf (self->xml, "</%s>", (char *) g_ptr_array_index (self->names, depth - 1));
  self->unclosed = FALSE;
  g_ptr_array_set_size (self->names, depth - 1);
  while (self->bindings->len > 0 &&
         g_array_index (self->bindings, Binding, self->bindings->len - 1).depth == depth)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  if (depth > 1)
    return NULL;
  declarations = print_bindings (self->outer, 0);
  g_array_set_size (self->outer, 0);
  g_string_insert (self->xml, (gssize) self->outermost, declarations);
  xml = g_strndup (self->xml->str, self->xml->len);
  g_string_truncate (self->xml, 0);
  return xml;
}

/**
 * netz_foreign_add_text:
 * @self: a keeper with an open element
 * @text: text in it, not ended by NUL
 * @length: its bytes
 *
 * Adds text, blanks included.
 */
void
netz_foreign_add_text (NetzForeign *self,
                       const char *text,
                       gsize length)
{
  close_start_tag (self);
  netz_markup_append_text (self->xml, text, length);
}

/**
 * netz_foreign_add_markup:
 * @self: a keeper with an open element
 * @markup: a comment or a processing instruction as XML
 *
 * Adds it as it is.
 */
void
netz_foreign_add_markup (NetzForeign *self,
                         const char *markup)
{
  close_start_tag (self);
  g_string_append (self->xml, markup);
}

/**
 * netz_foreign_print_comment:
 * @comment: what a comment says
 *
 * Returns: (transfer full): the comment as XML
 */
char *
netz_foreign_print_comment (const char *comment)
{
  return g_strconcat ("<!--", comment, "-->", NULL);
}

/**
 * netz_foreign_print_instruction:
 * @target: whom a processing instruction is for
 * @data: (nullable): what it says
 *
 * Returns: (transfer full): the instruction as XML
 */
char *
netz_foreign_print_instruction (const char *target,
                                const char *data)
{
  gboolean has_data = data != NULL && *data != '\0';

  return g_strconcat ("<?", target, has_data ? " " : "", has_data ? data : "", "?>", NULL);
}

/**
 * netz_foreign_join_name:
 * @prefix: (nullable): a prefix
 * @name: a name without it
 *
 * Returns: (transfer full): the name as it is written
 */
char *
netz_foreign_join_name (const char *prefix,
                        const char *name)
{
  return prefix != NULL ? g_strconcat (prefix, ":", name, NULL) : g_strdup (name);
}
