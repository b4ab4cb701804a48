/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogues that are installed, and how bad ones are refused. */
#include "format/netz-catalogue-folder.h"
#include "format/netz-catalogue-reader.h"

#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <string.h>

static const char *const ids[] = { "bildungspartner-nrw", "general" };

static NetzCatalogue *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static void
test_list (void)
{
  g_auto (GStrv) found = netz_catalogue_list_ids ();

  g_assert_cmpstrv (found, ((const char *const[]){ "bildungspartner-nrw", "general", NULL }));
}

static void
test_schema (void)
{
  const char *folder = g_getenv ("NETZ_DATA_DIR");
  g_autofree char *schema = g_build_filename (folder, "schema", "catalogue-1.rng", NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (schema);
  xmlRelaxNG *grammar = xmlRelaxNGParse (parser);

  g_assert_nonnull (grammar);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strconcat (ids[i], ".xml", NULL);
      g_autofree char *path = g_build_filename (folder, "catalogues", name, NULL);
      xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET);
      xmlRelaxNGValidCtxt *validity = xmlRelaxNGNewValidCtxt (grammar);

      g_assert_nonnull (document);
      g_assert_cmpint (xmlRelaxNGValidateDoc (validity, document), ==, 0);
      xmlRelaxNGFreeValidCtxt (validity);
      xmlFreeDoc (document);
    }
  xmlRelaxNGFree (grammar);
  xmlRelaxNGFreeParserCtxt (parser);
}

static gboolean
has_language (GPtrArray *names, const char *language)
{
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_strcmp0 (netz_part_get (g_ptr_array_index (names, i), "lang"), language) == 0)
      return TRUE;
  return FALSE;
}

static void
check_kind (const NetzCatalogue *catalogue, const NetzKind *kind)
{
  g_autofree char *file = g_strconcat (kind->icon, ".svg", NULL);
  g_autofree char *icon = g_build_filename (g_getenv ("NETZ_DATA_DIR"), "icons", "kinds", file, NULL);

  g_test_message ("%s", netz_record_get_id (&kind->parent_instance));
  g_assert_true (has_language (kind->names, "de"));
  g_assert_true (has_language (kind->names, "en"));
  g_assert_true (g_file_test (icon, G_FILE_TEST_IS_REGULAR));
  if (kind->actor_group != NULL)
    g_assert_nonnull (netz_catalogue_find_item (catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, kind->actor_group));
}

static void
check_condition (const NetzCatalogue *catalogue, const NetzCatalogueItem *item)
{
  const char *group = netz_catalogue_item_get (item, "actor-group");
  const char *programme = netz_catalogue_item_get (item, "programme");
  const char *kinds = netz_catalogue_item_get (item, "kinds");

  g_test_message ("%s", netz_catalogue_item_get_id (item));
  g_assert_cmpuint (netz_catalogue_item_get_number (item, "minimum", 0), >, 0);
  if (group != NULL)
    g_assert_nonnull (netz_catalogue_find_item (catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, group));
  if (programme != NULL && *programme != '@')
    g_assert_nonnull (netz_catalogue_find_programme (catalogue, programme));
  if (kinds != NULL)
    g_assert_nonnull (netz_catalogue_find_kind (catalogue, kinds));
}

static void
test_whole (void)
{
  for (gsize c = 0; c < G_N_ELEMENTS (ids); c++)
    {
      g_autoptr (NetzCatalogue) catalogue = load (ids[c]);
      GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);
      GPtrArray *programmes = netz_catalogue_get_programmes (catalogue);
      GPtrArray *conditions = netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_CONDITIONS);

      for (guint i = 0; i < kinds->len; i++)
        check_kind (catalogue, g_ptr_array_index (kinds, i));
      for (guint i = 0; i < programmes->len; i++)
        g_assert_true (has_language (((NetzProgramme *)g_ptr_array_index (programmes, i))->names, "de"));
      for (guint i = 0; i < conditions->len; i++)
        check_condition (catalogue, g_ptr_array_index (conditions, i));
      g_assert_cmpuint (netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_STATUSES)->len, ==, 5);
      g_assert_nonnull (netz_catalogue_find_programme (catalogue, "partner-link"));
      g_assert_nonnull (netz_catalogue_find_kind (catalogue, "other"));
    }
}

static void
test_nrw (void)
{
  g_autoptr (NetzCatalogue) catalogue = load ("bildungspartner-nrw");
  NetzKind *kind = netz_catalogue_find_kind (catalogue, "adult-education");
  NetzCatalogueItem *item = NULL;

  g_assert_cmpuint (netz_catalogue_get_kinds (catalogue)->len, ==, 31);
  g_assert_cmpuint (netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_ACTOR_GROUPS)->len, ==, 4);
  g_assert_cmpuint (netz_catalogue_get_items (catalogue, NETZ_CATALOGUE_CRITERIA)->len, ==, 5);
  g_assert_cmpstr (netz_kind_get_name (kind, "de"), ==, "Volkshochschule");
  g_assert_cmpstr (netz_kind_get_name (kind, "en"), ==, "Adult education centre");
  g_assert_cmpstr (kind->colour, ==, "#52003f");
  g_assert_cmpstr (kind->group, ==, "provider");
  kind = netz_catalogue_find_kind_by_key (catalogue, "88");
  g_assert_cmpstr (netz_record_get_id (&kind->parent_instance), ==, "special-needs-school");
  g_assert_null (netz_catalogue_find_kind_by_key (catalogue, "99"));
  item = netz_catalogue_find_item (catalogue, NETZ_CATALOGUE_CRITERIA, "term");
  g_assert_cmpuint (netz_catalogue_item_get_number (item, "months", 0), ==, 24);
  item = netz_catalogue_find_item (catalogue, NETZ_CATALOGUE_STATUSES, "preparation");
  g_assert_cmpstr (netz_catalogue_item_get_name (item, "de"), ==, "in Anbahnung");
  item = netz_catalogue_find_item (catalogue, NETZ_CATALOGUE_ACTOR_GROUPS, "partners");
  g_assert_true (netz_catalogue_item_has (item, "kinds", "@provider"));
  g_assert_true (netz_catalogue_item_has (item, "kinds", "competence-team"));
  g_assert_false (netz_catalogue_item_has (item, "kinds", "library"));
}

#define HEAD "<catalogue xmlns='urn:netzwerkstatt:catalogue' version='1.0' id='a'>\n"
#define FOOT "</catalogue>"

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
    guint line;
  } bad[] = {
    { "", NETZ_FORMAT_ERROR_EMPTY, 0 },
    { "<html/>", NETZ_FORMAT_ERROR_NOT_A_NETWORK, 1 },
    { "<network/>", NETZ_FORMAT_ERROR_STRUCTURE, 1 },
    { "<catalogue id='a' version='1.0'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1 },
    { "<catalogue xmlns='urn:netzwerkstatt:catalogue' version='2.0' id='a'/>", NETZ_FORMAT_ERROR_STRUCTURE, 1 },
    { HEAD "<kinds>\n<kind id='b' colour='red'/></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<kinds>\n<kind id='b' size='3'/></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<kinds>\n<kind/></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<kinds>\n<kind id='b'>\n<word>*</word></kind></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 4 },
    { HEAD "<kinds>\n<kind id='b'>\n<wort>x</wort></kind></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 4 },
    { HEAD "<kinds>\n<kind id='b'/>\n<kind id='b'/></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 4 },
    { HEAD "<kinds>\n<programme id='b'/></kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<statuses>\n<status id='b'><word>x</word></status></statuses>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<statuses>\n<status id='b'/>\n<status id='b'/></statuses>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 4 },
    { HEAD "<programmes><programme id='p' from='b'/></programmes>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 0 },
    { HEAD "<kinds>text</kinds>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 2 },
    { HEAD "\n<others/>" FOOT, NETZ_FORMAT_ERROR_STRUCTURE, 3 },
    { HEAD "<kinds>", NETZ_FORMAT_ERROR_TRUNCATED, 2 },
    { "<!DOCTYPE a [<!ENTITY b 'c'>]>" HEAD FOOT, NETZ_FORMAT_ERROR_DOCTYPE, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i].text, strlen (bad[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].text);
      g_assert_null (netz_catalogue_read (bytes, &error));
      g_assert_error (error, NETZ_FORMAT_ERROR, bad[i].code);
      if (bad[i].code == NETZ_FORMAT_ERROR_STRUCTURE)
        g_assert_cmpuint (netz_format_error_get_line (error), ==, bad[i].line);
    }
}

static void
test_no_such_id (void)
{
  static const char *const names[] = { "", "nothing", "../catalogues/general", "General" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (netz_catalogue_load (names[i], &error));
      g_assert_error (error, NETZ_FORMAT_ERROR, NETZ_FORMAT_ERROR_NOT_FOUND);
    }
}

static void
test_install (void)
{
  g_autoptr (NetzCatalogue) catalogue = load ("bildungspartner-nrw");
  g_autoptr (NetzNetwork) network = netz_network_new ();
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Begin");
  NetzRecord *own = netz_draft_add (draft, netz_record_new (NETZ_TABLE_KIND, "library"));
  g_autoptr (NetzEdit) edit = NULL;

  netz_record_set_text (own, "colour", "#ffffff");
  g_assert_cmpuint (netz_catalogue_install (catalogue, draft), ==, 30 + 18);
  g_assert_cmpuint (netz_catalogue_install (catalogue, draft), ==, 0);
  edit = netz_draft_end (draft);
  netz_network_apply (network, edit);
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_KIND), ==, 31);
  g_assert_cmpuint (netz_network_get_size (network, NETZ_TABLE_PROGRAMME), ==, 18);
  g_assert_cmpstr (netz_network_get_kind (network, "library")->colour, ==, "#ffffff");
  g_assert_cmpstr (netz_network_get_kind (network, "museum")->colour, ==, "#1b6d49");
  g_assert_cmpstr (netz_network_get_settings (network)->catalogue, ==, "bildungspartner-nrw");
}

static void
test_programme_for (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *programme;
    gboolean turned;
  } cases[] = {
    { "library", "primary-school", "library-school", FALSE },
    { "gymnasium", "adult-education", "adult-education-school", TRUE },
    { "music-school", "waldorf-school", "music-school-school", FALSE },
    { "library", "museum", "partner-link", FALSE },
    { "library", "library", "partner-link", FALSE },
    { "school-supervision", "gymnasium", "supervision", FALSE },
    { "gymnasium", "school-authority", "maintaining", TRUE },
    { "competence-team", "library", "advice", FALSE },
    { "education-office", "committee", "membership", FALSE },
    { "kindergarten", "library", "cooperation", FALSE },
    { "gymnasium", "gymnasium", "cooperation", FALSE },
  };
  g_autoptr (NetzCatalogue) catalogue = load ("bildungspartner-nrw");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean turned = FALSE;
      NetzProgramme *programme =
          netz_catalogue_programme_for (catalogue, netz_catalogue_find_kind (catalogue, cases[i].a),
                                        netz_catalogue_find_kind (catalogue, cases[i].b), &turned);

      g_test_message ("%s and %s", cases[i].a, cases[i].b);
      g_assert_cmpstr (netz_record_get_id (&programme->parent_instance), ==, cases[i].programme);
      g_assert_cmpint (turned, ==, cases[i].turned);
    }
  g_assert_null (netz_catalogue_programme_for (catalogue, NULL, netz_catalogue_find_kind (catalogue, "library"), NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/list", test_list);
  g_test_add_func ("/catalogue/schema", test_schema);
  g_test_add_func ("/catalogue/whole", test_whole);
  g_test_add_func ("/catalogue/nrw", test_nrw);
  g_test_add_func ("/catalogue/refused", test_refused);
  g_test_add_func ("/catalogue/no-such-id", test_no_such_id);
  g_test_add_func ("/catalogue/install", test_install);
  g_test_add_func ("/catalogue/programme-for", test_programme_for);
  return g_test_run ();
}
