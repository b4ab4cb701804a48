/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-describe.h"

#include "model/netz-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * netz_language_get:
 *
 * Returns: (transfer none): the language of the messages as two or three letters, "en" where none is chosen
 */
const char *
netz_language_get (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = NULL;

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX") || g_str_has_prefix (name, "C."))
    return "en";
  language = g_strndup (name, strcspn (name, "_.@-"));
  return g_intern_string (language);
}

static const char *
name_of_institution (NetzNetwork *network, const char *id)
{
  NetzInstitution *institution = id != NULL ? netz_network_get_institution (network, id) : NULL;

  if (institution == NULL)
    return id != NULL ? id : _("nothing");
  return institution->name != NULL ? institution->name : _("an institution without a name");
}

static char *
describe_titled (const NetzRecord *record)
{
  const char *title = netz_record_get_title (record);

  switch (netz_record_get_table (record))
    {
    case NETZ_TABLE_FRAME:
      return title != NULL ? g_strdup_printf (_("the frame “%s”"), title) : g_strdup (_("a frame without a title"));
    case NETZ_TABLE_NOTE:
      return title != NULL ? g_strdup_printf (_("the note “%s”"), title) : g_strdup (_("an empty note"));
    case NETZ_TABLE_VIEW:
      return title != NULL ? g_strdup_printf (_("the view “%s”"), title) : g_strdup (_("a view without a title"));
    case NETZ_TABLE_WORKSHOP:
      return title != NULL ? g_strdup_printf (_("the workshop “%s”"), title)
                           : g_strdup (_("a workshop without a title"));
    case NETZ_TABLE_PAPER:
      return title != NULL ? g_strdup_printf (_("the committee paper “%s”"), title)
                           : g_strdup (_("a committee paper without a subject"));
    case NETZ_TABLE_SETTINGS:
      return title != NULL ? g_strdup_printf (_("the network “%s”"), title)
                           : g_strdup (_("a network without a title"));
    default:
      return title != NULL ? g_strdup (title) : g_strdup (_("an institution without a name"));
    }
}

/**
 * netz_describe_record:
 * @network: the network that @record is in; ends of partnerships are looked up there
 * @record: any record
 *
 * Names a record inside a sentence: “Stadtbibliothek”, “the frame “Innenstadt””, “A – B (Library and school)”.
 *
 * Returns: (transfer full): the words
 */
char *
netz_describe_record (NetzNetwork *network, const NetzRecord *record)
{
  const char *name;

  switch (netz_record_get_table (record))
    {
    case NETZ_TABLE_KIND:
      name = netz_kind_get_name ((const NetzKind *) record, netz_language_get ());
      return g_strdup_printf (_("the kind “%s”"), name != NULL ? name : netz_record_get_id (record));
    case NETZ_TABLE_PROGRAMME:
      name = netz_programme_get_name ((const NetzProgramme *) record, netz_language_get ());
      return g_strdup_printf (_("the programme “%s”"), name != NULL ? name : netz_record_get_id (record));
    case NETZ_TABLE_PARTNERSHIP:
      {
        const NetzPartnership *partnership = (const NetzPartnership *) record;
        const char *from = name_of_institution (network, partnership->from);
        const char *to = name_of_institution (network, partnership->to);

        if (partnership->programme == NULL)
          return g_strdup_printf (_("%s – %s"), from, to);
        /* TRANSLATORS: two institutions, and the programme that joins them. */
        return g_strdup_printf (_("%s – %s (%s)"), from, to,
                                netz_describe_programme (network, partnership->programme, NULL));
      }
    default:
      return describe_titled (record);
    }
}

/**
 * netz_describe_partnership:
 * @network: the network that @partnership is in
 * @partnership: a partnership
 *
 * Returns: (transfer full): its ends, programme, status and dates: for a tooltip or a line of a list
 */
char *
netz_describe_partnership (NetzNetwork *network, const NetzPartnership *partnership)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *ends = NULL;
  g_autofree char *details = NULL;

  /* TRANSLATORS: two institutions that have a partnership. */
  ends = g_strdup_printf (_("%s – %s"), name_of_institution (network, partnership->from),
                          name_of_institution (network, partnership->to));
  if (partnership->programme != NULL)
    g_ptr_array_add (parts, g_strdup (netz_describe_programme (network, partnership->programme, NULL)));
  if (partnership->status != NULL)
    g_ptr_array_add (parts, g_strdup (netz_describe_status (partnership->status)));
  if (partnership->since != NULL)
    {
      g_autofree char *date = netz_date_display (partnership->since);

      g_ptr_array_add (parts, g_strdup_printf (_("since %s"), date));
    }
  if (partnership->until != NULL)
    {
      g_autofree char *date = netz_date_display (partnership->until);

      g_ptr_array_add (parts, g_strdup_printf (_("until %s"), date));
    }
  if (parts->len == 0)
    return g_steal_pointer (&ends);
  g_ptr_array_add (parts, NULL);
  details = g_strjoinv (", ", (char **) parts->pdata);
  /* TRANSLATORS: the two institutions of a partnership, then its programme, status and dates. */
  return g_strdup_printf (_("%s: %s"), ends, details);
}

static char *
describe_reference (NetzNetwork *network, const NetzField *field, const char *id)
{
  NetzRecord *target;

  if (field->target == NETZ_TABLE_KIND)
    return g_strdup (netz_describe_kind (network, id, NULL));
  if (field->target == NETZ_TABLE_PROGRAMME)
    return g_strdup (netz_describe_programme (network, id, NULL));
  target = netz_network_get (network, field->target, id);
  if (target == NULL || netz_record_get_title (target) == NULL)
    return g_strdup (id);
  return g_strdup (netz_record_get_title (target));
}

static char *
describe_list (NetzNetwork *network, const NetzField *field, GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *part = field->type == NETZ_FIELD_PARTS ? netz_part_print (g_ptr_array_index (list, i))
                                                              : g_strdup (g_ptr_array_index (list, i));

      g_string_append_printf (text, "%s%s", i == 0 ? "" : field->type == NETZ_FIELD_PARTS ? "; " : ", ", part);
    }
  return g_string_free (text, FALSE);
}

/**
 * netz_describe_value:
 * @network: the network that @record is in
 * @field: a field of its table
 * @record: any record
 *
 * Returns: (transfer full): the value as people read it, with names instead of ids and dates and numbers as the
 *   locale has them; "" where missing
 */
char *
netz_describe_value (NetzNetwork *network, const NetzField *field, const NetzRecord *record)
{
  if (!netz_field_is_set (field, record))
    return g_strdup (field->type == NETZ_FIELD_BOOLEAN ? C_("choice", "no") : "");
  switch (field->type)
    {
    case NETZ_FIELD_DATE:
      return netz_date_display (netz_field_get_text (field, record));
    case NETZ_FIELD_CHOICE:
      return g_strdup (netz_field_get_choice_label (field, netz_field_get_text (field, record)));
    case NETZ_FIELD_REF:
      return describe_reference (network, field, netz_field_get_text (field, record));
    case NETZ_FIELD_NUMBER:
      return g_strdup_printf ("%.12g", netz_field_get_number (field, record));
    case NETZ_FIELD_BOOLEAN:
      return g_strdup (C_("choice", "yes"));
    case NETZ_FIELD_STRINGS:
    case NETZ_FIELD_PARTS:
      return describe_list (network, field, netz_field_get_list (field, record));
    default:
      return g_strdup (netz_field_get_text (field, record));
    }
}

/**
 * netz_describe_kind:
 * @network: a network
 * @kind: (nullable): the id of a kind
 * @language: (nullable): the language of its name
 *
 * Returns: (transfer none): the kind's name; @kind itself where the network does not know it
 */
const char *
netz_describe_kind (NetzNetwork *network, const char *kind, const char *language)
{
  NetzKind *record = kind != NULL ? netz_network_get_kind (network, kind) : NULL;
  const char *name;

  if (kind == NULL)
    return _("No kind");
  name = record != NULL ? netz_kind_get_name (record, language != NULL ? language : netz_language_get ()) : NULL;
  return name != NULL ? name : kind;
}

/**
 * netz_describe_programme:
 * @network: a network
 * @programme: (nullable): the id of a programme
 * @language: (nullable): the language of its name
 *
 * Returns: (transfer none): the programme's name; @programme itself where the network does not know it
 */
const char *
netz_describe_programme (NetzNetwork *network, const char *programme, const char *language)
{
  NetzProgramme *record = programme != NULL ? netz_network_get_programme (network, programme) : NULL;
  const char *name;

  if (programme == NULL)
    return _("No programme");
  name = record != NULL ? netz_programme_get_name (record, language != NULL ? language : netz_language_get ()) : NULL;
  return name != NULL ? name : programme;
}

/**
 * netz_describe_status:
 * @status: (nullable): a status as in files
 *
 * Returns: (transfer none): how it is called; @status itself where it is not known
 */
const char *
netz_describe_status (const char *status)
{
  if (status == NULL)
    return _("No status");
  return netz_field_get_choice_label (netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status"), status);
}
