/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-programme.h"
#include "model/netz-kind.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const NetzChoice lines[] = {
  { "single", NC_ ("choice", "Single line") },
  { "double", NC_ ("choice", "Double line") },
  { NULL, NULL },
};

const NetzField netz_programme_fields[] = {
  NETZ_FIELD (STRING, NetzProgramme, "from", from, N_ ("Kinds at one end")),
  NETZ_FIELD (STRING, NetzProgramme, "to", to, N_ ("Kinds at the other end")),
  NETZ_FIELD (COLOUR, NetzProgramme, "colour", colour, N_ ("Colour")),
  NETZ_FIELD (CHOICE, NetzProgramme, "line", line, N_ ("Line"), .choices = lines),
  NETZ_FIELD (BOOLEAN, NetzProgramme, "systematic", systematic, N_ ("Systematic programme")),
  NETZ_FIELD (PARTS, NetzProgramme, "names", names, N_ ("Names"), .part = &netz_name_part),
  NETZ_FIELD (TEXT, NetzProgramme, "description", description, N_ ("Description")),
};

NETZ_DEFINE_RECORD (NetzProgramme, netz_programme)

/**
 * netz_programme_get_name:
 * @self: a programme
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): its name in @language or the nearest there is; its id where it has none
 */
const char *
netz_programme_get_name (const NetzProgramme *self, const char *language)
{
  const char *name = netz_parts_get_name (self->names, language);

  return name != NULL ? name : netz_record_get_id (&self->parent_instance);
}

static gboolean
end_takes (const char *end, const NetzKind *kind)
{
  g_auto (GStrv) words = g_strsplit (end != NULL ? end : "", " ", -1);
  gboolean any = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      any = FALSE;
      if (words[i][0] == '@' ? g_strcmp0 (words[i] + 1, kind->group) == 0
                             : strcmp (words[i], netz_record_get_id (&kind->parent_instance)) == 0)
        return TRUE;
    }
  return any;
}

/**
 * netz_programme_joins:
 * @self: a programme
 * @a: a kind
 * @b: another, or the same
 *
 * Returns: whether it is meant for institutions of these kinds, in either order
 */
gboolean
netz_programme_joins (const NetzProgramme *self, const NetzKind *a, const NetzKind *b)
{
  return (end_takes (self->from, a) && end_takes (self->to, b))
         || (end_takes (self->from, b) && end_takes (self->to, a));
}
