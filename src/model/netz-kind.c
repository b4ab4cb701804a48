/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-kind.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

static const NetzChoice groups[] = {
  { "school", NC_ ("choice", "Schools") },
  { "provider", NC_ ("choice", "Service providers") },
  { "steering", NC_ ("choice", "Steering bodies") },
  { "other", NC_ ("choice", "Others") },
  { NULL, NULL },
};

static const NetzChoice levels[] = {
  { "state", NC_ ("choice", "State") },
  { "municipality", NC_ ("choice", "Municipality") },
  { "provider", NC_ ("choice", "Service providers") },
  { "school", NC_ ("choice", "Schools") },
  { NULL, NULL },
};

static const NetzChoice shapes[] = {
  { "circle", NC_ ("choice", "Circle") },
  { "rounded", NC_ ("choice", "Rounded square") },
  { "hexagon", NC_ ("choice", "Hexagon") },
  { "square", NC_ ("choice", "Square") },
  { "diamond", NC_ ("choice", "Diamond") },
  { NULL, NULL },
};

const NetzField netz_kind_fields[] = {
  NETZ_FIELD (CHOICE, NetzKind, "group", group, N_ ("Group"), .choices = groups),
  NETZ_FIELD (CHOICE, NetzKind, "level", level, N_ ("Level"), .choices = levels),
  NETZ_FIELD (CHOICE, NetzKind, "shape", shape, N_ ("Shape"), .choices = shapes),
  NETZ_FIELD (COLOUR, NetzKind, "colour", colour, N_ ("Colour")),
  NETZ_FIELD (STRING, NetzKind, "icon", icon, N_ ("Icon")),
  NETZ_FIELD (STRING, NetzKind, "actor-group", actor_group, N_ ("Actor group"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (STRINGS, NetzKind, "keys", keys, N_ ("Official keys"), .element = "key"),
  NETZ_FIELD (PARTS, NetzKind, "names", names, N_ ("Names"), .part = &netz_name_part),
  NETZ_FIELD (STRINGS, NetzKind, "words", words, N_ ("Words that betray it"), .element = "word"),
};

NETZ_DEFINE_RECORD (NetzKind, netz_kind)

/**
 * netz_kind_get_name:
 * @self: a kind
 * @language: (nullable): "de", "en" …
 *
 * Returns: (transfer none): its name in @language or the nearest there is; its id where it has none
 */
const char *
netz_kind_get_name (const NetzKind *self, const char *language)
{
  const char *name = netz_parts_get_name (self->names, language);

  return name != NULL ? name : netz_record_get_id (&self->parent_instance);
}
