/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema says what the field tables say. */
#define G_LOG_DOMAIN "netz-test"

#include "model/netz-part.h"
#include "model/netz-record.h"

#include "format/netz-record-reader.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

typedef struct
{
  xmlDoc *document;
  xmlXPathContext *xpath;
} Fixture;

static char *
get_path (void)
{
  return g_build_filename (g_getenv ("NETZ_DATA_DIR"), "schema", "network-1.rng", NULL);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = get_path ();

  fixture->document = xmlReadFile (path, NULL, XML_PARSE_NONET);
  g_assert_nonnull (fixture->document);
  fixture->xpath = xmlXPathNewContext (fixture->document);
  xmlXPathRegisterNs (fixture->xpath, (const xmlChar *) "r",
                      (const xmlChar *) "http://relaxng.org/ns/structure/1.0");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  xmlXPathFreeContext (fixture->xpath);
  xmlFreeDoc (fixture->document);
}

static void
assert_found (Fixture *fixture,
              const char *pattern,
              const char *define,
              const char *name)
{
  g_autoptr (GString) expression = g_string_new (pattern);
  xmlXPathObject *result;

  g_string_replace (expression, "DEFINE", define, 1);
  g_string_replace (expression, "NAME", name, 1);
  result = xmlXPathEvalExpression ((const xmlChar *) expression->str, fixture->xpath);
  g_assert_nonnull (result);
  if (result->nodesetval == NULL || result->nodesetval->nodeNr != 1)
    g_error ("not once in the schema: %s", expression->str);
  xmlXPathFreeObject (result);
}

#define ATTRIBUTE "/r:grammar/r:define[@name='DEFINE.attributes']//r:attribute[@name='NAME']"
#define CHILD "/r:grammar/r:define[@name='DEFINE']/r:element/r:zeroOrMore/r:choice/r:element[@name='NAME']"
#define PART "/r:grammar/r:define[@name='DEFINE']/r:element[@name='NAME']"

/* How the schema calls the pattern of a part. */
static const char *
get_part_name (const NetzPartType *type)
{
  return type == &netz_side_contact_part ? "side-contact" : type->element;
}

static void
check_part (Fixture *fixture,
            const NetzPartType *type)
{
  const char *name = get_part_name (type);

  assert_found (fixture, PART, name, type->element);
  for (guint i = 0; i < type->n_fields; i++)
    if ((int) i != type->text_field)
      assert_found (fixture, ATTRIBUTE, name, type->fields[i].name);
}

static void
check_field (Fixture *fixture,
             NetzTable table,
             const NetzField *field)
{
  const char *element = netz_table_get_info (table)->element;

  if (netz_record_reader_is_attribute (table, field))
    assert_found (fixture, ATTRIBUTE, element, field->name);
  else if (field->type == NETZ_FIELD_TEXT)
    assert_found (fixture, CHILD, element, field->name);
  else if (field->type == NETZ_FIELD_STRINGS)
    assert_found (fixture, CHILD, element, field->element);
  else if (field->type == NETZ_FIELD_PARTS)
    check_part (fixture, field->part);
}

static void
test_fields (Fixture *fixture,
             gconstpointer data)
{
  for (guint table = 0; table < NETZ_N_TABLES; table++)
    {
      guint n_fields;
      const NetzField *fields = netz_table_get_fields (table, &n_fields);

      assert_found (fixture, PART, netz_table_get_info (table)->element, netz_table_get_info (table)->element);
      for (guint i = 0; i < n_fields; i++)
        check_field (fixture, table, &fields[i]);
    }
}

static void
on_error (void *user_data,
          xmlError *error)
{
  g_test_message ("%s", error->message);
}

static gboolean
is_valid (const char *text)
{
  g_autofree char *path = get_path ();
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (schema);
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "x", NULL, 0);
  gboolean valid;

  xmlRelaxNGSetValidStructuredErrors (validator, on_error, NULL);
  valid = xmlRelaxNGValidateDoc (validator, document) == 0;
  xmlFreeDoc (document);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
  return valid;
}

#define NETWORK "<network xmlns='urn:netzwerkstatt:network' id='n' "

static void
test_refusals (Fixture *fixture,
               gconstpointer data)
{
  g_assert_true (is_valid (NETWORK "version='1.0'><kinds a='1'><x/><kind id='k' b='2'>t</kind></kinds></network>"));
  g_assert_false (is_valid (NETWORK "version='1'/>"));
  g_assert_false (is_valid (NETWORK "/>"));
  g_assert_false (is_valid ("<network id='n' version='1.0'/>"));
  g_assert_false (is_valid (NETWORK "version='1.0'><kinds><kind/></kinds></network>"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/fields", Fixture, NULL, set_up, test_fields, tear_down);
  g_test_add ("/schema/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  return g_test_run ();
}
