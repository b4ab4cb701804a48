/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names made for the purpose, and the list of a whole state's schools, against the words of the catalogues. */
#include "format/netz-catalogue-folder.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *kind; /* NULL: nothing may be guessed */
} Case;

static const Case nrw_cases[] = {
  { "Stadtbibliothek Köln", "library" },
  { "stadtbibliothek koeln", "library" },
  { "STADTBÜCHEREI AHLEN", "library" },
  { "Stadtteilbibliothek Kalk", "library" },
  { "Bibliothek im Museum", "library" },
  { "Katholische öffentliche Bücherei St. Nikolaus", "library" },
  { "Zentral- und Landesbibliothek", "library" },
  { "Bücherbus Süd", "library" },
  { "KÖB Liebfrauen", "library" },
  { "VHS Leverkusen", "adult-education" },
  { "VHS-Zweckverband Rhein-Sieg", "adult-education" },
  { "Volkshochschule Köln", "adult-education" },
  { "Kreisvolkshochschule Viersen", "adult-education" },
  { "Volkshochschule im Forum am Neumarkt", "adult-education" },
  { "Museum Merkenich", "museum" },
  { "Rheinisches Glasmuseum", "museum" },
  { "Wilhelm-Altmann-Museum", "museum" },
  { "Museumsdienst Köln", "museum" },
  { "Städtische Galerie am Hafen", "museum" },
  { "Kunsthalle Bergfeld", "museum" },
  { "Museen der Stadt Wesel", "museum" },
  { "Medienzentrum Rhein-Erft", "media-centre" },
  { "Kreismedienzentrum Olpe", "media-centre" },
  { "LVR-Zentrum für Medien und Bildung", "media-centre" },
  { "Stadtarchiv Bielefeld", "archive" },
  { "Historisches Archiv der Stadt Köln", "archive" },
  { "Archiv der Musikschule", "archive" },
  { "Rheinische Musikschule", "music-school" },
  { "Jugendmusikschule Nord e. V.", "music-school" },
  { "Musik- und Kunstschule Velbert", NULL },
  { "Gedenkstätte Alte Ziegelei", "memorial" },
  { "NS-Dokumentationszentrum", "memorial" },
  { "Mahn- und Gedenkstätte Ratingen", "memorial" },
  { "Bühne der Kulturen", "stage" },
  { "Studiobühne am Ring", "stage" },
  { "Schauspielhaus Bochum", "stage" },
  { "Kinderoper am Dom", "stage" },
  { "Figurentheater Lupe", "stage" },
  { "Theater im Bauturm, Köln", "stage" },
  { "Westdeutsche Philharmonie", "stage" },
  { "Sportverein Blau-Weiß 06", "sports-club" },
  { "SC Fortuna Südstadt", "sports-club" },
  { "TuS Ehrenfeld 1865 e.V.", "sports-club" },
  { "Turnverein Dellbrück", "sports-club" },
  { "Stadtsportbund Duisburg", "sports-club" },
  { "Planetarium im Nippeser Schulzentrum", "nature-science" },
  { "Biologische Station Leverkusen", "nature-science" },
  { "Naturschutzzentrum Kleve", "nature-science" },
  { "zdi-Schülerlabor Aachen", "nature-science" },
  { "GGS Antwerpener Str.", "primary-school" },
  { "ggs antwerpener str", "primary-school" },
  { "KGS St. Martin", "primary-school" },
  { "Köln, GG Stenzelbergstr.", "primary-school" },
  { "Gemeinschaftsgrundschule Museumstraße", "primary-school" },
  { "Städt. Kath. Grundschule Bibliotheksweg", "primary-school" },
  { "Münster,KG(Verb.)Am Wall", "primary-school" },
  { "Tucholskyschule (HS)", "lower-secondary-school" },
  { "GH Wolbeck", "lower-secondary-school" },
  { "Gemeinschaftshauptschule Bülow", "lower-secondary-school" },
  { "RS Letmathe", "realschule" },
  { "Käthe-Kollwitz-Realschule", "realschule" },
  { "SK Kirchhellen", "sekundarschule" },
  { "Sekundarschule Rheindorf", "sekundarschule" },
  { "GE Holweide", "comprehensive-school" },
  { "Integrierte Gesamtschule am Theater", "comprehensive-school" },
  { "IGS Innenstadt", "comprehensive-school" },
  { "Gym. Thusneldastr.", "gymnasium" },
  { "Albertus-Magnus-Gymnasium Archivstr. 4", "gymnasium" },
  { "Städt. Gymnasium Herzogenrath", "gymnasium" },
  { "Finkenschule (FLE)", "special-needs-school" },
  { "Liebfrauenschule (GY)", "gymnasium" },
  { "FÖ LE Thymianweg", "special-needs-school" },
  { "Förderschule emotionale Entwicklung", "special-needs-school" },
  { "Foerderschule Suedallee", "special-needs-school" },
  { "Aachen, FÖ BK KM, LE", "special-needs-school" },
  { "BK Deutzer Freiheit", "vocational-college" },
  { "Hans-Böckler-Berufskolleg", "vocational-college" },
  { "WBK Gym, KOL Emscher", "second-chance-college" },
  { "Abendgymnasium Köln", "second-chance-college" },
  { "Köln-Kolleg", "second-chance-college" },
  { "Freie Waldorfschule Chorweiler", "waldorf-school" },
  { "FW Rudolf-Steiner-Schule", "waldorf-school" },
  { "Johann-Christoph-Winters-Schule, Schule für Kranke", "hospital-school" },
  { "KR Hospitalstraße", "hospital-school" },
  { "PRIMUS-Schule Minden", "primus-school" },
  { "PS Schulstraße", "primus-school" },
  { "Schulamt für die Stadt Köln", "school-supervision" },
  { "Bezirksregierung Köln", "school-supervision" },
  { "Untere Schulaufsicht Kreis Unna", "school-supervision" },
  { "Kompetenzteam NRW Köln", "competence-team" },
  { "Amt für Schulentwicklung", "school-authority" },
  { "Schulverwaltungsamt Hagen", "school-authority" },
  { "Amt für Weiterbildung", "education-office" },
  { "Amt für Weiterbildung – Volkshochschule", "education-office" },
  { "Regionales Bildungsbüro Herford", "education-office" },
  { "Kulturamt der Stadt Köln", "culture-office" },
  { "Dezernat für Kunst und Kultur", "culture-office" },
  { "Ausschuss Schule und Weiterbildung", "committee" },
  { "Regionale Bildungskonferenz", "committee" },
  { "Lenkungskreis Bildung", "committee" },
  { "Medienberatung NRW", "media-advice" },
  { "Kita Regenbogen", "kindergarten" },
  { "Evangelischer Kindergarten Arche", "kindergarten" },
  { "Familienzentrum Sonnenblume", "kindergarten" },
  { "Schule am Museum", "other" },
  { "Druckerei Schmitz GmbH & Co. KG", "other" },
  { "Jugendtreff Meschenich", NULL },
  { "Bürgerverein Kunibertsviertel", NULL },
  { "Köln", NULL },
  { "", NULL },
};

static const Case general_cases[] = {
  { "Springfield Public Library", "library" },
  { "Central Library", "library" },
  { "Stadtbibliothek Bremen", "library" },
  { "Adult Education Centre Leeds", "adult-education" },
  { "VHS Ulm", "adult-education" },
  { "Museum of Local History", "museum" },
  { "Seaside Art Gallery", "museum" },
  { "County Record Office", "archive" },
  { "City Archives", "archive" },
  { "Riverside Theatre", "stage" },
  { "Lakeside Opera House", "stage" },
  { "Music School North", "music-school" },
  { "School of Music", "music-school" },
  { "Harbour Rowing Club", "sports-club" },
  { "Millwood AFC", "sports-club" },
  { "Botanical Garden", "nature-science" },
  { "Hilltop Observatory", "nature-science" },
  { "Eastside Youth Club", "youth-centre" },
  { "Jugendzentrum Mitte", "youth-centre" },
  { "Oak Lane Primary School", "primary-school" },
  { "Elm Elementary School", "primary-school" },
  { "Grundschule am Wall", "primary-school" },
  { "Jefferson High School", "secondary-school" },
  { "Queen Anne Grammar School", "secondary-school" },
  { "Gymnasium Nord", "secondary-school" },
  { "Oberschule Findorff", "secondary-school" },
  { "Special School Birch House", "special-needs-school" },
  { "Technical College South", "vocational-college" },
  { "Berufsschule Metall", "vocational-college" },
  { "University of Marlow", "university" },
  { "Universität Siegen", "university" },
  { "St Mary's School", "school" },
  { "Comeniusschule", "school" },
  { "Department of Culture", "education-office" },
  { "Jugendamt Kassel", "education-office" },
  { "City Council", "committee" },
  { "Jugendhilfeausschuss", "committee" },
  { "Sunny Nursery School", "kindergarten" },
  { "Day Care Poppies", "kindergarten" },
  { "Whitby Tools Ltd", "company" },
  { "Stadtsparkasse Bad Muster", "company" },
  { "War Memorial", "memorial" },
  { "The Old Mill", NULL },
};

static void
check_cases (const char *id, const Case *cases, gsize n_cases)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load (id, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n_cases; i++)
    {
      const char *word = NULL;
      const char *kind = netz_catalogue_guess_kind (catalogue, cases[i].name, &word);

      if (g_strcmp0 (kind, cases[i].kind) != 0)
        g_test_message ("“%s” is guessed by “%s”", cases[i].name, word);
      g_assert_cmpstr (kind, ==, cases[i].kind);
    }
}

static void
test_names_nrw (void)
{
  check_cases ("bildungspartner-nrw", nrw_cases, G_N_ELEMENTS (nrw_cases));
}

static void
test_names_general (void)
{
  check_cases ("general", general_cases, G_N_ELEMENTS (general_cases));
}

/* A name in the language of the catalogue is the first thing that people will type. */
static void
test_own_names (void)
{
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load ("bildungspartner-nrw", NULL);
  GPtrArray *kinds = netz_catalogue_get_kinds (catalogue);

  for (guint i = 0; i < kinds->len; i++)
    {
      const NetzKind *kind = g_ptr_array_index (kinds, i);
      const char *guessed = netz_catalogue_guess_kind (catalogue, netz_kind_get_name (kind, "de"), NULL);

      g_test_message ("%s", netz_kind_get_name (kind, "de"));
      if (!g_str_equal (netz_record_get_id (&kind->parent_instance), "other"))
        g_assert_cmpstr (guessed, ==, netz_record_get_id (&kind->parent_instance));
    }
}

/* The fields of a line of the list: all are quoted, a quote inside is doubled. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  GString *field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    if (quoted && p[0] == '"' && p[1] == '"')
      g_string_append_c (field, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (*p == ';' && !quoted)
      {
        g_ptr_array_add (fields, g_strdup (field->str));
        g_string_truncate (field, 0);
      }
    else
      g_string_append_c (field, *p);
  g_ptr_array_add (fields, g_string_free (field, FALSE));
  return fields;
}

static void
test_state_list (void)
{
  const char *folder = g_getenv ("NETZ_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "schools", "nrw_schuldaten_2021.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load ("bildungspartner-nrw", NULL);
  g_auto (GStrv) lines = NULL;
  guint schools = 0, right = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the list of schools is not there: set the option test_data");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GPtrArray) fields = split_line (lines[i]);
      const char *name = g_ptr_array_index (fields, 5);
      NetzKind *truth = netz_catalogue_find_kind_by_key (catalogue, g_ptr_array_index (fields, 1));
      const char *guessed = netz_catalogue_guess_kind (catalogue, name, NULL);

      schools++;
      if (truth != NULL && g_strcmp0 (netz_record_get_id (&truth->parent_instance), guessed) == 0)
        right++;
      else
        g_test_message ("%s: %s, guessed %s", (char *)g_ptr_array_index (fields, 1), name, guessed);
    }
  g_test_message ("%u of %u", right, schools);
  g_assert_cmpuint (schools, >, 5000);
  g_assert_cmpuint (right * 100, >=, schools * 99);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue-guess/names/nrw", test_names_nrw);
  g_test_add_func ("/catalogue-guess/names/general", test_names_general);
  g_test_add_func ("/catalogue-guess/own-names", test_own_names);
  g_test_add_func ("/catalogue-guess/state-list", test_state_list);
  return g_test_run ();
}
