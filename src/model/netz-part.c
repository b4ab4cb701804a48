/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-part.h"
#include "model/netz-extras.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _NetzPart
{
  gatomicrefcount references;
  const NetzPartType *type;
  NetzExtras *extras;
  GRefString *values[];
};

#define VALUE(index, kind, value_name, value_label, ...)                                                               \
  {                                                                                                                    \
    .name = value_name, .label = value_label, .type = NETZ_FIELD_##kind, .offset = index, __VA_ARGS__                  \
  }

#define PART_TYPE(variable, element_name, part_label, part_fields, text)                                               \
  const NetzPartType variable = {                                                                                      \
    .element = element_name, .label = part_label, .fields = part_fields, .n_fields = G_N_ELEMENTS (part_fields),       \
    .text_field = text,                                                                                                \
  }

static const NetzChoice sides[] = {
  { "from", NC_ ("choice", "Contact of the first") },
  { "to", NC_ ("choice", "Contact of the second") },
  { "lead", NC_ ("choice", "Responsible") },
  { NULL, NULL },
};

static const NetzChoice session_kinds[] = {
  { "preliminary", NC_ ("choice", "Preliminary talk") },
  { "whole-day", NC_ ("choice", "Whole-day session") },
  { "other", NC_ ("choice", "Other session") },
  { NULL, NULL },
};

static const NetzChoice session_states[] = {
  { "planned", NC_ ("choice", "Planned") },
  { "open", NC_ ("choice", "Open") },
  { "closed", NC_ ("choice", "Closed") },
  { NULL, NULL },
};

static const NetzChoice attendances[] = {
  { "invited", NC_ ("choice", "Invited") },
  { "confirmed", NC_ ("choice", "Will come") },
  { "present", NC_ ("choice", "Present") },
  { "excused", NC_ ("choice", "Excused") },
  { NULL, NULL },
};

static const NetzChoice logged_actions[] = {
  { "added", NC_ ("choice", "Added") },
  { "changed", NC_ ("choice", "Changed") },
  { "removed", NC_ ("choice", "Removed") },
  { NULL, NULL },
};

static const NetzField name_fields[] = {
  VALUE (0, STRING, "lang", N_ ("Language")),
  VALUE (1, STRING, "text", N_ ("Name")),
};

static const NetzField official_id_fields[] = {
  VALUE (0, STRING, "scheme", N_ ("Register")),
  VALUE (1, STRING, "value", N_ ("Number")),
};

static const NetzField contact_fields[] = {
  VALUE (0, STRING, "person", N_ ("Person"), .flags = NETZ_FIELD_PERSON),
  VALUE (1, STRING, "role", N_ ("Role"), .flags = NETZ_FIELD_PERSON),
  VALUE (2, STRING, "phone", N_ ("Phone"), .flags = NETZ_FIELD_PERSON),
  VALUE (3, STRING, "email", N_ ("E-mail"), .flags = NETZ_FIELD_PERSON),
};

static const NetzField side_contact_fields[] = {
  VALUE (0, CHOICE, "side", N_ ("For"), .choices = sides),
  VALUE (1, STRING, "person", N_ ("Person"), .flags = NETZ_FIELD_PERSON),
  VALUE (2, STRING, "role", N_ ("Role"), .flags = NETZ_FIELD_PERSON),
  VALUE (3, STRING, "phone", N_ ("Phone"), .flags = NETZ_FIELD_PERSON),
  VALUE (4, STRING, "email", N_ ("E-mail"), .flags = NETZ_FIELD_PERSON),
};

static const NetzField session_fields[] = {
  VALUE (0, CHOICE, "kind", N_ ("Kind"), .choices = session_kinds),
  VALUE (1, DATE, "date", N_ ("Date")),
  VALUE (2, STRING, "place", N_ ("Place")),
  VALUE (3, STRING, "title", N_ ("Title")),
  VALUE (4, STRING, "id", N_ ("Id"), .flags = NETZ_FIELD_INNER),
  VALUE (5, CHOICE, "state", N_ ("State"), .choices = session_states),
};

static const NetzField participant_fields[] = {
  VALUE (0, STRING, "person", N_ ("Person"), .flags = NETZ_FIELD_PERSON),
  VALUE (1, STRING, "role", N_ ("Role"), .flags = NETZ_FIELD_PERSON),
  VALUE (2, REF, "institution", N_ ("Institution"), .target = NETZ_TABLE_INSTITUTION),
  VALUE (3, STRING, "group", N_ ("Actor group")),
  VALUE (4, CHOICE, "attendance", N_ ("Attendance"), .choices = attendances),
};

static const NetzField log_fields[] = {
  VALUE (0, STRING, "session", N_ ("Session")),
  VALUE (1, STRING, "time", N_ ("Time")),
  VALUE (2, CHOICE, "action", N_ ("What was done"), .choices = logged_actions),
  VALUE (3, STRING, "table", N_ ("Table")),
  VALUE (4, STRING, "record", N_ ("Record")),
  VALUE (5, STRING, "text", N_ ("Text")),
};

static const NetzField data_fields[] = {
  VALUE (0, STRING, "name", N_ ("Name")),
  VALUE (1, STRING, "value", N_ ("Value")),
};

/* The sections of a committee's paper, in their order. */
static const NetzChoice places[] = {
  { "head", NC_ ("choice", "Form") },
  { "network", NC_ ("choice", "The network") },
  { "figures", NC_ ("choice", "Figures") },
  { "coverage", NC_ ("choice", "Coverage") },
  { "changes", NC_ ("choice", "Changes") },
  { "synergies", NC_ ("choice", "Synergies") },
  { "steps", NC_ ("choice", "Next steps") },
  { "picture", NC_ ("choice", "Picture") },
  { "sources", NC_ ("choice", "Sources") },
  { NULL, NULL },
};

static const NetzField paragraph_fields[] = {
  VALUE (0, CHOICE, "after", N_ ("After the section"), .choices = places),
  VALUE (1, STRING, "heading", N_ ("Heading")),
  VALUE (2, TEXT, "text", N_ ("Text")),
};

PART_TYPE (netz_name_part, "name", N_ ("Name"), name_fields, 1);
PART_TYPE (netz_official_id_part, "official-id", N_ ("Official number"), official_id_fields, -1);
PART_TYPE (netz_contact_part, "contact", N_ ("Contact"), contact_fields, -1);
PART_TYPE (netz_side_contact_part, "contact", N_ ("Contact"), side_contact_fields, -1);
PART_TYPE (netz_session_part, "session", N_ ("Session"), session_fields, -1);
PART_TYPE (netz_participant_part, "participant", N_ ("Participant"), participant_fields, -1);
PART_TYPE (netz_log_part, "logged", N_ ("Logged change"), log_fields, 5);
PART_TYPE (netz_data_part, "data", N_ ("Further field"), data_fields, 1);
PART_TYPE (netz_paragraph_part, "paragraph", N_ ("Paragraph"), paragraph_fields, 2);

G_DEFINE_BOXED_TYPE (NetzPart, netz_part, netz_part_ref, netz_part_unref)

/**
 * netz_part_new:
 * @type: what kind of part
 * @values: (array): one text a field, in the order of @type's fields; %NULL or "" where missing
 *
 * Returns: (transfer full): a part
 */
NetzPart *
netz_part_new (const NetzPartType *type, const char *const *values)
{
  return netz_part_new_with_extras (type, values, NULL);
}

/**
 * netz_part_new_with_extras:
 * @type: what kind of part
 * @values: (array): one text a field
 * @extras: (nullable): what else its element held
 *
 * Returns: (transfer full): a part
 */
NetzPart *
netz_part_new_with_extras (const NetzPartType *type, const char *const *values, NetzExtras *extras)
{
  NetzPart *self = g_malloc0 (sizeof (NetzPart) + type->n_fields * sizeof (GRefString *));

  g_atomic_ref_count_init (&self->references);
  self->type = type;
  self->extras = netz_extras_ref (extras);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *clean = netz_text_clean (values[i]);

      if (clean != NULL && *clean != '\0')
        self->values[i] = g_ref_string_new (clean);
    }
  return self;
}

/**
 * netz_part_ref:
 * @self: a part
 *
 * Returns: (transfer full): @self
 */
NetzPart *
netz_part_ref (NetzPart *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * netz_part_unref:
 * @self: (transfer full): a part
 */
void
netz_part_unref (NetzPart *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < self->type->n_fields; i++)
    g_clear_pointer (&self->values[i], g_ref_string_release);
  g_clear_pointer (&self->extras, netz_extras_unref);
  g_free (self);
}

/**
 * netz_part_get_part_type:
 * @self: a part
 *
 * Returns: (transfer none): what kind of part it is
 */
const NetzPartType *
netz_part_get_part_type (const NetzPart *self)
{
  return self->type;
}

static int
find_value (const NetzPartType *type, const char *field)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (strcmp (type->fields[i].name, field) == 0)
      return (int) i;
  g_critical ("A part “%s” has no field “%s”", type->element, field);
  return 0;
}

/**
 * netz_part_get:
 * @self: a part
 * @field: a field's name
 *
 * Returns: (transfer none) (nullable): its text, %NULL where missing
 */
const char *
netz_part_get (const NetzPart *self, const char *field)
{
  return self->values[find_value (self->type, field)];
}

/**
 * netz_part_get_nth:
 * @self: a part
 * @index: a field's place in its type
 *
 * Returns: (transfer none) (nullable): its text, %NULL where missing
 */
const char *
netz_part_get_nth (const NetzPart *self, guint index)
{
  g_return_val_if_fail (index < self->type->n_fields, NULL);

  return self->values[index];
}

/**
 * netz_part_get_extras:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): what else its element held
 */
NetzExtras *
netz_part_get_extras (const NetzPart *self)
{
  return self->extras;
}

/**
 * netz_part_with:
 * @self: a part
 * @field: a field's name
 * @value: (nullable): its new text
 *
 * Returns: (transfer full): a copy with that value
 */
NetzPart *
netz_part_with (const NetzPart *self, const char *field, const char *value)
{
  g_autofree const char **values = g_new0 (const char *, self->type->n_fields);

  for (guint i = 0; i < self->type->n_fields; i++)
    values[i] = self->values[i];
  values[find_value (self->type, field)] = value;
  return netz_part_new_with_extras (self->type, values, self->extras);
}

/**
 * netz_part_equal:
 * @a: a part
 * @b: another
 *
 * Returns: whether they hold the same
 */
gboolean
netz_part_equal (const NetzPart *a, const NetzPart *b)
{
  if (a == b)
    return TRUE;
  if (a->type != b->type || !netz_extras_equal (a->extras, b->extras))
    return FALSE;
  for (guint i = 0; i < a->type->n_fields; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * netz_part_print:
 * @self: a part
 *
 * Returns: (transfer full): its values, separated by commas
 */
char *
netz_part_print (const NetzPart *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->values[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", self->values[i]);
  return g_string_free (text, FALSE);
}

/**
 * netz_parts_new:
 *
 * Returns: (transfer full): an empty list of parts, to be filled before a record gets it
 */
GPtrArray *
netz_parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) netz_part_unref);
}

/**
 * netz_parts_get_name:
 * @names: (nullable): parts of type `netz_name_part`
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none) (nullable): the name in @language, else in English, else the first
 */
const char *
netz_parts_get_name (GPtrArray *names, const char *language)
{
  const char *english = NULL;

  if (names == NULL || names->len == 0)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const NetzPart *name = g_ptr_array_index (names, i);

      if (language != NULL && g_strcmp0 (name->values[0], language) == 0)
        return name->values[1];
      if (english == NULL && g_strcmp0 (name->values[0], "en") == 0)
        english = name->values[1];
    }
  return english != NULL ? english : netz_part_get_nth (g_ptr_array_index (names, 0), 1);
}
