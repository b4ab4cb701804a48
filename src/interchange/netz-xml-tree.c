/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-xml-tree.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

#define MAX_DEPTH 256
#define MAX_ELEMENTS (8 * 1000 * 1000)
#define MAX_ATTRIBUTES 256
#define MAX_TAG (256 * 1024) /* bytes of attributes; libxml2 takes seconds for very large tags */
#define MAX_BYTES ((gsize) 512 * 1024 * 1024)
#define BLOCK 65536

struct _NetzXmlTree
{
  GStringChunk *texts;
  GPtrArray *blocks; /* of elements and attributes */
  gsize used;        /* of the last block */
  NetzXmlElement *root;
};

typedef struct
{
  NetzXmlTree *tree;
  xmlParserCtxt *parser;
  NetzXmlElement *current;
  GString *text; /* of the current element since its last child */
  guint depth;
  guint n_elements;
  GError *error;
} Reading;

G_DEFINE_QUARK (netz-xml-error, netz_xml_error)

/* Zeroed memory that lives as long as the tree. */
static gpointer
take_memory (NetzXmlTree *self, gsize size)
{
  gpointer memory;

  size = (size + 15) & ~(gsize) 15;
  if (self->blocks->len == 0 || self->used + size > BLOCK)
    {
      g_ptr_array_add (self->blocks, g_malloc0 (MAX (size, BLOCK)));
      self->used = 0;
    }
  memory = (char *) self->blocks->pdata[self->blocks->len - 1] + self->used;
  self->used += size;
  return memory;
}

static void
refuse (Reading *self, const char *message)
{
  if (self->error == NULL)
    g_set_error (&self->error, NETZ_XML_ERROR, NETZ_XML_ERROR_REFUSED, _("Line %d: %s"),
                 xmlSAX2GetLineNumber (self->parser), message);
  xmlStopParser (self->parser);
}

/* What was read since the last tag belongs to the element that is open. Blanks between elements are no text: kept,
 * those of an element with many children would grow with their square. */
static void
keep_text (Reading *self)
{
  if (self->current != NULL && self->text->str[strspn (self->text->str, " \t\r\n")] != '\0')
    {
      g_autofree char *all
          = self->current->text != NULL ? g_strconcat (self->current->text, self->text->str, NULL) : NULL;

      self->current->text
          = g_string_chunk_insert (self->tree->texts, all != NULL ? all : self->text->str);
    }
  g_string_truncate (self->text, 0);
}

static void
copy_attributes (Reading *self, NetzXmlElement *element, int n, const xmlChar **attributes)
{
  NetzXmlAttribute *copy = n > 0 ? take_memory (self->tree, n * sizeof (NetzXmlAttribute)) : NULL;

  for (int i = 0; i < n; i++)
    {
      const xmlChar **attribute = attributes + i * 5; /* name, prefix, namespace, value, its end */

      copy[i].name = g_string_chunk_insert_const (self->tree->texts, (const char *) attribute[0]);
      copy[i].value = g_string_chunk_insert_len (self->tree->texts, (const char *) attribute[3],
                                                 attribute[4] - attribute[3]);
    }
  element->attributes = copy;
  element->n_attributes = n;
}

static gboolean
is_too_much (Reading *self, int n_attributes, const xmlChar **attributes)
{
  gsize size = 0;

  for (int i = 0; i < MIN (n_attributes, MAX_ATTRIBUTES); i++)
    size += attributes[i * 5 + 4] - attributes[i * 5 + 3];
  return self->depth >= MAX_DEPTH || self->n_elements >= MAX_ELEMENTS || n_attributes > MAX_ATTRIBUTES
         || size > MAX_TAG;
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
  NetzXmlElement *element;

  if (self->error != NULL)
    return;
  if (is_too_much (self, n_attributes, attributes))
    {
      refuse (self, _("there are more elements, attributes or levels than a drawing has."));
      return;
    }
  keep_text (self);
  element = take_memory (self->tree, sizeof *element);
  element->name = g_string_chunk_insert_const (self->tree->texts, (const char *) name);
  element->line = xmlSAX2GetLineNumber (self->parser);
  copy_attributes (self, element, n_attributes, attributes);
  element->parent = self->current;
  if (self->current == NULL)
    self->tree->root = element;
  else if (self->current->last == NULL)
    self->current->first = element;
  else
    self->current->last->next = element;
  if (self->current != NULL)
    self->current->last = element;
  self->current = element;
  self->depth++;
  self->n_elements++;
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *self = data;

  if (self->error != NULL || self->current == NULL)
    return;
  keep_text (self);
  self->current = self->current->parent;
  self->depth--;
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  Reading *self = data;

  if (self->error == NULL)
    g_string_append_len (self->text, (const char *) text, length);
}

static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  refuse (data, _("files with a document type are not read. Delete the line that begins with <!DOCTYPE."));
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

static gboolean
parse (Reading *self, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int status = XML_ERR_OK;

  for (gsize at = 0; at < size && status == XML_ERR_OK && self->error == NULL; at += BLOCK)
    status = xmlParseChunk (self->parser, data + at, (int) MIN (BLOCK, size - at), FALSE);
  if (status == XML_ERR_OK && self->error == NULL)
    status = xmlParseChunk (self->parser, NULL, 0, TRUE);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status != XML_ERR_OK || self->tree->root == NULL)
    {
      xmlError *problem = xmlCtxtGetLastError (self->parser);

      g_set_error (error, NETZ_XML_ERROR, NETZ_XML_ERROR_SYNTAX,
                   _("Line %d, column %d: this is not well-formed XML. Nothing was read."),
                   problem != NULL ? problem->line : 1, problem != NULL ? problem->int2 : 1);
      return FALSE;
    }
  return TRUE;
}

/**
 * netz_xml_tree_read:
 * @bytes: a file
 * @error: return location: %NETZ_XML_ERROR, with line
 *
 * O(size).
 *
 * Returns: (transfer full) (nullable): its elements
 */
NetzXmlTree *
netz_xml_tree_read (GBytes *bytes, GError **error)
{
  g_autoptr (NetzXmlTree) tree = g_new0 (NetzXmlTree, 1);
  Reading self = { .tree = tree, .text = g_string_new (NULL) };
  gboolean good;

  tree->texts = g_string_chunk_new (BLOCK);
  tree->blocks = g_ptr_array_new_with_free_func (g_free);
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_string_free (self.text, TRUE);
      g_set_error (error, NETZ_XML_ERROR, NETZ_XML_ERROR_REFUSED, _("The file is too large."));
      return NULL;
    }
  self.parser = xmlCreatePushParserCtxt (get_sax (), &self, NULL, 0, NULL);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  good = parse (&self, bytes, error);
  xmlFreeParserCtxt (self.parser);
  g_string_free (self.text, TRUE);
  return good ? g_steal_pointer (&tree) : NULL;
}

/**
 * netz_xml_tree_free:
 * @self: (transfer full): a tree
 */
void
netz_xml_tree_free (NetzXmlTree *self)
{
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

/**
 * netz_xml_tree_get_root:
 *
 * Returns: (transfer none): the outermost element
 */
const NetzXmlElement *
netz_xml_tree_get_root (const NetzXmlTree *self)
{
  return self->root;
}

/**
 * netz_xml_element_is:
 * @self: (nullable): an element
 * @name: without prefix
 *
 * Returns: whether it is so called
 */
gboolean
netz_xml_element_is (const NetzXmlElement *self, const char *name)
{
  return self != NULL && strcmp (self->name, name) == 0;
}

/**
 * netz_xml_element_get:
 * @self: an element
 * @attribute: without prefix
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
netz_xml_element_get (const NetzXmlElement *self, const char *attribute)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (strcmp (self->attributes[i].name, attribute) == 0)
      return self->attributes[i].value;
  return NULL;
}

/**
 * netz_xml_element_get_number:
 * @self: an element
 * @attribute: without prefix
 *
 * Returns: its value as a finite number, else NAN
 */
double
netz_xml_element_get_number (const NetzXmlElement *self, const char *attribute)
{
  const char *text = netz_xml_element_get (self, attribute);
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return text != NULL && end != text && isfinite (number) ? number : NAN;
}

/**
 * netz_xml_element_find:
 * @self: an element
 * @name: without prefix
 *
 * Returns: (transfer none) (nullable): its first child that is so called
 */
const NetzXmlElement *
netz_xml_element_find (const NetzXmlElement *self, const char *name)
{
  const NetzXmlElement *child = self->first;

  while (child != NULL && !netz_xml_element_is (child, name))
    child = child->next;
  return child;
}

/**
 * netz_xml_element_search:
 * @self: an element
 * @name: without prefix
 *
 * Returns: (transfer none) (nullable): the first element of that name in it, at any depth
 */
const NetzXmlElement *
netz_xml_element_search (const NetzXmlElement *self, const char *name)
{
  for (const NetzXmlElement *child = self->first; child != NULL; child = child->next)
    {
      const NetzXmlElement *found = netz_xml_element_is (child, name) ? child : netz_xml_element_search (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}
