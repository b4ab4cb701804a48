/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-format"

#include "format/netz-catalogue-reader.h"
#include "format/netz-bytes.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define NAMESPACE "urn:netzwerkstatt:catalogue"
#define MAJOR_VERSION "1."

typedef struct
{
  const char *container;
  const char *element;
  NetzTable table;        /* NETZ_N_TABLES where its elements are no records */
  NetzCatalogueList list; /* of those that are none */
} Section;

static const Section sections[] = {
  { "kinds", "kind", NETZ_TABLE_KIND, NETZ_CATALOGUE_STATUSES },
  { "programmes", "programme", NETZ_TABLE_PROGRAMME, NETZ_CATALOGUE_STATUSES },
  { "statuses", "status", NETZ_N_TABLES, NETZ_CATALOGUE_STATUSES },
  { "actor-groups", "actor-group", NETZ_N_TABLES, NETZ_CATALOGUE_ACTOR_GROUPS },
  { "conditions", "condition", NETZ_N_TABLES, NETZ_CATALOGUE_CONDITIONS },
  { "criteria", "criterion", NETZ_N_TABLES, NETZ_CATALOGUE_CRITERIA },
};

typedef xmlChar XmlText;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XmlText, xmlFree)

static void G_GNUC_PRINTF (3, 4) set_error (GError **error, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  netz_format_error_set (error, NETZ_FORMAT_ERROR_STRUCTURE, (guint64)xmlGetLineNo (node), 0, "%s", sentence);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL && g_str_equal (node->ns->href, NAMESPACE) &&
         (name == NULL || g_str_equal (node->name, name));
}

/* The first element among @node and its followers; others than ours, and text between them, are errors. */
static xmlNode *
next_element (xmlNode *node, GError **error)
{
  for (; node != NULL; node = node->next)
    {
      if (is_element (node, NULL))
        return node;
      if (node->type == XML_COMMENT_NODE || xmlIsBlankNode (node))
        continue;
      set_error (error, node, _ ("Only elements of a catalogue may stand here."));
      return NULL;
    }
  return NULL;
}

static char *
get_text (xmlNode *node)
{
  g_autoptr (XmlText) content = xmlNodeGetContent (node);

  return g_strstrip (g_strdup (content != NULL ? (const char *)content : ""));
}

static char *
get_attribute (xmlNode *node, const char *name)
{
  g_autoptr (XmlText) value = xmlGetNoNsProp (node, (const xmlChar *)name);

  return g_strdup ((const char *)value);
}

static NetzPart *
read_name (xmlNode *node)
{
  g_autofree char *language = get_attribute (node, "lang");
  g_autofree char *text = get_text (node);
  const char *const values[] = { language, text };

  return netz_part_new (&netz_name_part, values);
}

static gboolean
read_fields (xmlNode *node, NetzRecord *record, GError **error)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *)attribute->name;
      const NetzField *field = netz_table_find_field (netz_record_get_table (record), name);
      g_autofree char *value = get_attribute (node, name);
      g_autoptr (GError) refused = NULL;

      if (g_str_equal (name, "id"))
        continue;
      if (field == NULL || field->type >= NETZ_FIELD_STRINGS)
        set_error (error, node, _ ("The attribute “%s” is not known here."), name);
      else if (!netz_field_parse (field, record, value, &refused))
        set_error (error, node, "%s", refused->message);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static const NetzField *
find_list (const NetzRecord *record, const char *element)
{
  guint n_fields = 0;
  const NetzField *fields = netz_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].type == NETZ_FIELD_STRINGS && g_str_equal (fields[i].element, element)) ||
        (fields[i].type == NETZ_FIELD_PARTS && g_str_equal (fields[i].part->element, element)))
      return &fields[i];
  return NULL;
}

static GPtrArray *
copy_list (const NetzField *field, const NetzRecord *record)
{
  GPtrArray *old = netz_field_get_list (field, record);
  GPtrArray *list = field->type == NETZ_FIELD_PARTS
                        ? netz_parts_new ()
                        : g_ptr_array_new_with_free_func ((GDestroyNotify)g_ref_string_release);

  for (guint i = 0; old != NULL && i < old->len; i++)
    if (field->type == NETZ_FIELD_PARTS)
      g_ptr_array_add (list, netz_part_ref (g_ptr_array_index (old, i)));
    else
      g_ptr_array_add (list, g_ref_string_acquire (g_ptr_array_index (old, i)));
  return list;
}

static gboolean
check_word (xmlNode *node, const char *word, GError **error)
{
  g_autoptr (NetzGuess) guess = netz_guess_new ();

  if (!g_str_equal (node->name, "word") || netz_guess_add (guess, "any", word))
    return TRUE;
  set_error (error, node, _ ("“%s” is not a word that can be looked for in names."), word);
  return FALSE;
}

static gboolean
read_child (xmlNode *node, NetzRecord *record, GError **error)
{
  const NetzField *field = find_list (record, (const char *)node->name);
  g_autofree char *text = get_text (node);
  g_autoptr (GPtrArray) list = NULL;

  if (field == NULL)
    {
      set_error (error, node, _ ("The element “%s” is not known here."), (const char *)node->name);
      return FALSE;
    }
  if (!check_word (node, text, error))
    return FALSE;
  list = copy_list (field, record);
  if (field->type == NETZ_FIELD_PARTS)
    g_ptr_array_add (list, read_name (node));
  else
    g_ptr_array_add (list, g_ref_string_new (text));
  netz_field_set_list (field, record, list);
  return TRUE;
}

static gboolean
read_record (NetzCatalogue *catalogue, const Section *section, xmlNode *node, const char *id, GError **error)
{
  g_autoptr (NetzRecord) record = netz_record_new (section->table, id);
  GError *failure = NULL;

  if (!read_fields (node, record, error))
    return FALSE;
  for (xmlNode *child = next_element (node->children, &failure); child != NULL;
       child = next_element (child->next, &failure))
    if (!read_child (child, record, &failure))
      break;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (netz_catalogue_add_record (catalogue, record))
    return TRUE;
  set_error (error, node, _ ("The id “%s” comes twice."), id);
  return FALSE;
}

/* Names and texts in all languages; other elements are left to the caller, and end the reading. */
static xmlNode *
read_texts (xmlNode *node, GPtrArray **names, GPtrArray **texts, GError **error)
{
  *names = netz_parts_new ();
  *texts = netz_parts_new ();
  for (node = next_element (node, error); node != NULL; node = next_element (node->next, error))
    if (is_element (node, "name"))
      g_ptr_array_add (*names, read_name (node));
    else if (is_element (node, "text"))
      g_ptr_array_add (*texts, read_name (node));
    else
      return node;
  return NULL;
}

static gboolean
read_item (NetzCatalogue *catalogue, const Section *section, xmlNode *node, const char *id, GError **error)
{
  g_autoptr (GHashTable) parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (NetzCatalogueItem) item = NULL;
  GError *failure = NULL;
  xmlNode *rest = read_texts (node->children, &names, &texts, &failure);

  if (rest != NULL)
    set_error (&failure, rest, _ ("The element “%s” is not known here."), (const char *)rest->name);
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    g_hash_table_insert (parameters, g_strdup ((const char *)attribute->name),
                         get_attribute (node, (const char *)attribute->name));
  g_hash_table_remove (parameters, "id");
  item = netz_catalogue_item_new (id, names, texts, parameters);
  if (failure == NULL && !netz_catalogue_add_item (catalogue, section->list, item))
    set_error (&failure, node, _ ("The id “%s” comes twice."), id);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
read_entry (NetzCatalogue *catalogue, const Section *section, xmlNode *node, GError **error)
{
  g_autofree char *id = get_attribute (node, "id");

  if (!is_element (node, section->element))
    set_error (error, node, _ ("The element “%s” is not known here."), (const char *)node->name);
  else if (id == NULL || *id == '\0')
    set_error (error, node, _ ("The element “%s” needs an id."), section->element);
  else if (section->table != NETZ_N_TABLES)
    return read_record (catalogue, section, node, id, error);
  else
    return read_item (catalogue, section, node, id, error);
  return FALSE;
}

static gboolean
read_section (NetzCatalogue *catalogue, xmlNode *node, GError **error)
{
  const Section *section = NULL;
  GError *failure = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (is_element (node, sections[i].container))
      section = &sections[i];
  if (section == NULL)
    {
      set_error (error, node, _ ("The element “%s” is not known here."), (const char *)node->name);
      return FALSE;
    }
  for (xmlNode *child = next_element (node->children, &failure); child != NULL;
       child = next_element (child->next, &failure))
    if (!read_entry (catalogue, section, child, &failure))
      break;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
check_end (const NetzCatalogue *catalogue, const char *programme, const char *end, GError **error)
{
  g_auto (GStrv) words = g_strsplit (end != NULL ? end : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || *words[i] == '@' || netz_catalogue_find_kind (catalogue, words[i]) != NULL)
        continue;
      netz_format_error_set (error, NETZ_FORMAT_ERROR_STRUCTURE, 0, 0,
                             _ ("The programme “%s” names the kind “%s”, which the catalogue does not have."),
                             programme, words[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_programmes (const NetzCatalogue *catalogue, GError **error)
{
  GPtrArray *programmes = netz_catalogue_get_programmes (catalogue);

  for (guint i = 0; i < programmes->len; i++)
    {
      const NetzProgramme *programme = g_ptr_array_index (programmes, i);
      const char *id = netz_record_get_id (&programme->parent_instance);

      if (!check_end (catalogue, id, programme->from, error) || !check_end (catalogue, id, programme->to, error))
        return FALSE;
    }
  return TRUE;
}

static NetzCatalogue *
read_root (xmlNode *root, GError **error)
{
  g_autofree char *id = get_attribute (root, "id");
  g_autofree char *version = get_attribute (root, "version");
  g_autoptr (NetzCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  GError *failure = NULL;
  xmlNode *node = NULL;

  if (!is_element (root, "catalogue") || id == NULL || version == NULL)
    {
      set_error (error, root, _ ("This is not a catalogue."));
      return NULL;
    }
  if (!g_str_has_prefix (version, MAJOR_VERSION))
    {
      set_error (error, root, _ ("This catalogue was made for another version of the program."));
      return NULL;
    }
  catalogue = netz_catalogue_new (id);
  node = read_texts (root->children, &names, &texts, &failure);
  netz_catalogue_set_names (catalogue, names, texts);
  for (; node != NULL; node = next_element (node->next, &failure))
    if (!read_section (catalogue, node, &failure))
      break;
  if (failure == NULL && check_programmes (catalogue, &failure))
    return g_steal_pointer (&catalogue);
  g_propagate_error (error, failure);
  return NULL;
}

/**
 * netz_catalogue_read:
 * @bytes: the content of a catalogue file
 * @error: where to say what is wrong with it, and in which line
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
NetzCatalogue *
netz_catalogue_read (GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) text = netz_bytes_check_xml (bytes, error);
  g_autoptr (xmlParserCtxt) parser = NULL;
  g_autoptr (xmlDoc) document = NULL;
  const char *data = NULL;
  gsize size = 0;

  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &size);
  parser = xmlNewParserCtxt ();
  document = size > NETZ_CATALOGUE_MAX_SIZE
                 ? NULL
                 : xmlCtxtReadMemory (parser, data, (int)size, NULL, "UTF-8",
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      netz_format_error_set (error, NETZ_FORMAT_ERROR_SYNTAX, (guint64)MAX (parser->lastError.line, 0), 0,
                             _ ("This is not a catalogue."));
      return NULL;
    }
  return read_root (xmlDocGetRootElement (document), error);
}
