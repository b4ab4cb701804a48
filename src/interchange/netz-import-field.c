/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-interchange"

#include "interchange/netz-import-field.h"

#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names that come first are the better ones, where several columns of a table go for one field. */
static const NetzImportField fields[] = {
  { "number", N_("Official number"),
    "schulnummer schulnr snr schulnum schoolnumber schoolid isil sigel bibliothekssigel", FALSE, FALSE },
  { "name", N_("Name"),
    "kurzbezeichnung name einrichtung institution schulname schule school bezeichnung standort label bibliothek museum "
    "schulbezeichnung schulbezeichnung1 title titel", FALSE, TRUE },
  { "short-name", N_("Short name"), "kurzname shortname kuerzel kurzel abkurzung abkuerzung schulnamemitkurzel", FALSE,
    FALSE },
  { "kind", N_("Kind"),
    "schulform schulart kind art typ type einrichtungsart kategorie category schulformschlussel schoolform",
    FALSE, FALSE },
  { "district", N_("District"), "stadtbezirk bezirk district ortsbezirk", FALSE, FALSE },
  { "quarter", N_("Quarter"), "stadtteil ortsteil quarter veedel", FALSE, FALSE },
  { "street", N_("Street"), "strasse strase str street strassehausnummer strasseundhausnummer addrstreet", FALSE,
    TRUE },
  { "house-number", N_("House number"), "hausnummer hausnr housenumber addrhousenumber", FALSE, FALSE },
  { "postcode", N_("Postcode"), "plz postleitzahl postcode zip zipcode postzustellbezirk addrpostcode", FALSE, FALSE },
  { "town", N_("Town"), "ort stadt gemeinde town city wohnort addrcity gemeindename", FALSE, FALSE },
  { "address", N_("Address in one cell"), "adresse anschrift address", FALSE, FALSE },
  { "latitude", N_("Latitude"), "latitude lat breite breitengrad geobreite ywgs84", FALSE, FALSE },
  { "longitude", N_("Longitude"), "longitude lon lng long lange laenge langengrad geolange xwgs84", FALSE, FALSE },
  { "easting", N_("Easting (UTM)"), "utmrechtswert rechtswert easting ostwert utmost east", FALSE, FALSE },
  { "northing", N_("Northing (UTM)"), "utmhochwert hochwert northing nordwert utmnord north", FALSE, FALSE },
  { "website", N_("Website"), "homepage website web url internet webseite internetadresse contactwebsite", FALSE,
    FALSE },
  { "phone-area", N_("Phone, area code"), "telefonvorwahl vorwahl areacode", FALSE, FALSE },
  { "phone", N_("Phone"), "telefon telefonnummer phone tel telephone contactphone", FALSE, FALSE },
  { "email", N_("E-mail"), "email mail emailadresse contactemail", FALSE, FALSE },
  { "person", N_("Contact person"), "ansprechpartner ansprechperson ansprechpartnerin kontakt kontaktperson contact "
    "schulleitung leitung", FALSE, FALSE },
  { "pupils", N_("Pupils"), "schuelerzahl schulerzahl anzahlschuler pupils students schulerinnenundschuler sus", FALSE,
    FALSE },
  { "social-index", N_("Social index"), "sozialindex sozialindexstufe socialindex", FALSE, FALSE },
  { "capacity", N_("Schools it can serve"), "kapazitat capacity", FALSE, FALSE },
  { "since", N_("Exists since"), "seit since gegrundet gegruendet bestehtseit", FALSE, FALSE },
  { "until", N_("Exists until"), "bis until bestehtbis geschlossenam", FALSE, FALSE },
  { "tags", N_("Tags"), "tags schlagworte stichworte", FALSE, TRUE },
  { "notes", N_("Notes"), "notizen bemerkung bemerkungen anmerkung anmerkungen notes hinweis kommentar", FALSE, TRUE },

  { "from", N_("One partner"),
    "von from source quelle partner1 einrichtung1 bildungspartner partner bibliothek museum einrichtunga fromid "
    "sourceid vonnummer", TRUE, FALSE },
  { "to", N_("Other partner"),
    "nach to target ziel partner2 einrichtung2 schule schulname school einrichtungb zu mit schulnummer targetid toid",
    TRUE, FALSE },
  { "programme", N_("Programme"), "programm programme program art typ type kooperationsart label", TRUE, FALSE },
  { "status", N_("Status"), "status stand state", TRUE, FALSE },
  { "since", N_("Since"), "seit since beginn start startdatum vonwann", TRUE, FALSE },
  { "until", N_("Until"), "bis until ende end enddatum", TRUE, FALSE },
  { "agreement", N_("Agreement signed"),
    "vereinbarung agreement kooperationsvereinbarung vertragsdatum unterzeichnet unterzeichnetam", TRUE, FALSE },
  { "term", N_("Term in years"), "laufzeit term laufzeitinjahren", TRUE, FALSE },
  { "intensity", N_("Meetings a year"), "intensitat intensity treffen treffenprojahr weight gewicht", TRUE, FALSE },
  { "description", N_("What they do together"), "beschreibung description inhalt wasgemeinsam", TRUE, TRUE },
  { "notes", N_("Notes"), "notizen bemerkung bemerkungen anmerkung notes", TRUE, TRUE },
};

/**
 * netz_import_field_get_all:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): all fields, those of institutions first
 */
const NetzImportField *
netz_import_field_get_all (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * netz_import_field_find:
 * @id: a field's id
 * @partnership: whether it is one of partnerships
 *
 * Returns: (transfer none) (nullable): the field
 */
const NetzImportField *
netz_import_field_find (const char *id, gboolean partnership)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!fields[i].partnership == !partnership && strcmp (fields[i].id, id) == 0)
      return &fields[i];
  return NULL;
}

/**
 * netz_import_field_get_label:
 * @self: a field
 *
 * Returns: (transfer none): how it is called, in the language of the messages
 */
const char *
netz_import_field_get_label (const NetzImportField *self)
{
  return g_dgettext (GETTEXT_PACKAGE, self->label);
}

/**
 * netz_import_field_simplify:
 * @column: the name of a column
 *
 * Returns: (transfer full): its letters and digits, folded: "PLZ / Ort" as "plzort"
 */
char *
netz_import_field_simplify (const char *column)
{
  char *folded = netz_fold (column);
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || (*p & 0x80) != 0)
      *to++ = *p;
  *to = '\0';
  return folded;
}

/**
 * netz_import_field_guess:
 * @column: the name of a column
 * @partnership: whether the table is one of partnerships
 *
 * Returns: (transfer none) (nullable): the field that goes by this name
 */
const NetzImportField *
netz_import_field_guess (const char *column, gboolean partnership)
{
  g_autofree char *simple = netz_import_field_simplify (column);

  for (guint i = 0; *simple != '\0' && i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) names = NULL;

      if (!fields[i].partnership != !partnership)
        continue;
      names = g_strsplit (fields[i].names, " ", -1);
      if (g_strv_contains ((const char *const *) names, simple))
        return &fields[i];
    }
  return NULL;
}
