/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzXmlTree: somebody else's XML as a tree of elements, names without their
 * prefix. Nothing that the file names is opened: document types are refused,
 * and so entities; depth and size are limited. A tree lives in one piece of
 * memory and is freed as a whole.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NETZ_XML_ERROR (netz_xml_error_quark ())

/**
 * NetzXmlError:
 * @NETZ_XML_ERROR_SYNTAX: it is not well-formed
 * @NETZ_XML_ERROR_REFUSED: it has a document type, or goes beyond a limit
 */
typedef enum
{
  NETZ_XML_ERROR_SYNTAX,
  NETZ_XML_ERROR_REFUSED,
} NetzXmlError;

typedef struct _NetzXmlTree NetzXmlTree;
typedef struct _NetzXmlElement NetzXmlElement;

typedef struct
{
  const char *name;
  const char *value;
} NetzXmlAttribute;

/**
 * NetzXmlElement:
 * @name: without prefix
 * @text: (nullable): all text directly in it
 * @attributes: (array length=n_attributes): names without prefix
 * @n_attributes: how many
 * @line: where it begins
 * @first: (nullable): its first child
 * @next: (nullable): its next sibling
 */
struct _NetzXmlElement
{
  const char *name;
  const char *text;
  const NetzXmlAttribute *attributes;
  guint n_attributes;
  guint line;
  NetzXmlElement *first;
  NetzXmlElement *next;
  NetzXmlElement *last; /* child, while reading */
  NetzXmlElement *parent;
};

GQuark netz_xml_error_quark (void);
NetzXmlTree *netz_xml_tree_read (GBytes *bytes, GError **error);
void netz_xml_tree_free (NetzXmlTree *self);
const NetzXmlElement *netz_xml_tree_get_root (const NetzXmlTree *self);

gboolean netz_xml_element_is (const NetzXmlElement *self, const char *name);
const char *netz_xml_element_get (const NetzXmlElement *self, const char *attribute);
double netz_xml_element_get_number (const NetzXmlElement *self, const char *attribute);
const NetzXmlElement *netz_xml_element_find (const NetzXmlElement *self, const char *name);
const NetzXmlElement *netz_xml_element_search (const NetzXmlElement *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzXmlTree, netz_xml_tree_free)

G_END_DECLS
