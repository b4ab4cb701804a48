/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPart: a small thing inside a record that comes several times, such as a
 * contact, a name in a language or a session of a workshop. All its values are
 * texts; its fields' `offset` is the index of the value. Reference counted
 * and never changed once made.
 */
#pragma once

#include "model/netz-field.h"

G_BEGIN_DECLS

/**
 * NetzPartType:
 * @element: the child element in files, "contact"
 * @label: one of them, in English, to be translated
 * @fields: the values, in order
 * @n_fields: how many
 * @text_field: index of the field that is the element's text, or -1 where all are attributes
 */
struct _NetzPartType
{
  const char *element;
  const char *label;
  const NetzField *fields;
  guint n_fields;
  int text_field;
};

extern const NetzPartType netz_name_part;             /* lang, text */
extern const NetzPartType netz_official_id_part;      /* scheme, value */
extern const NetzPartType netz_contact_part;          /* person, role, phone, email */
extern const NetzPartType netz_side_contact_part;     /* side (from, to, lead), person, role, phone, email */
/* kind (preliminary, whole-day, other), date, place, title, id, state (planned, open, closed) */
extern const NetzPartType netz_session_part;
/* person, role, institution, group, attendance (invited, confirmed, present, excused) */
extern const NetzPartType netz_participant_part;
/* session (an id), time (ISO 8601), action (added, changed, removed), table (its element), record (an id), text */
extern const NetzPartType netz_log_part;
extern const NetzPartType netz_data_part;             /* name, value: what other programs' files say besides */
extern const NetzPartType netz_paragraph_part;        /* after (id of a section), heading, text */

#define NETZ_TYPE_PART (netz_part_get_type ())
GType netz_part_get_type (void);

NetzPart *netz_part_new (const NetzPartType *type, const char *const *values);
NetzPart *netz_part_new_with_extras (const NetzPartType *type, const char *const *values, NetzExtras *extras);
NetzPart *netz_part_ref (NetzPart *self);
void netz_part_unref (NetzPart *self);
const NetzPartType *netz_part_get_part_type (const NetzPart *self);
const char *netz_part_get (const NetzPart *self, const char *field);
const char *netz_part_get_nth (const NetzPart *self, guint index);
NetzExtras *netz_part_get_extras (const NetzPart *self);
NetzPart *netz_part_with (const NetzPart *self, const char *field, const char *value);
gboolean netz_part_equal (const NetzPart *a, const NetzPart *b);
char *netz_part_print (const NetzPart *self);

GPtrArray *netz_parts_new (void);
const char *netz_parts_get_name (GPtrArray *names, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzPart, netz_part_unref)

G_END_DECLS
