/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the concrete records share with their base: the class with the field
 * table, and a macro that defines a record type of a table of fields.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

typedef struct
{
  GObjectClass parent_class;
  const NetzField *fields;
  guint n_fields;
} NetzRecordClass;

typedef struct
{
  GType (*get_type) (void);
  const NetzField *fields;
  const guint *n_fields;
} NetzRecordTable;

void netz_record_class_install (NetzRecordClass *klass, const NetzField *fields, guint n_fields);

extern const NetzField netz_settings_fields[], netz_kind_fields[], netz_programme_fields[], netz_institution_fields[],
    netz_partnership_fields[], netz_frame_fields[], netz_note_fields[], netz_view_fields[], netz_workshop_fields[],
    netz_committee_paper_fields[];
extern const guint netz_settings_n_fields, netz_kind_n_fields, netz_programme_n_fields, netz_institution_n_fields,
    netz_partnership_n_fields, netz_frame_n_fields, netz_note_n_fields, netz_view_n_fields, netz_workshop_n_fields,
    netz_committee_paper_n_fields;

#define NETZ_FIELD(kind, struct_type, field_name, member, field_label, ...)                                            \
  {                                                                                                                    \
    .name = field_name, .label = field_label, .type = NETZ_FIELD_##kind,                                               \
    .offset = G_STRUCT_OFFSET (struct_type, member), __VA_ARGS__                                                       \
  }

#define NETZ_DEFINE_RECORD(TypeName, type_name)                                                                        \
  typedef NetzRecordClass TypeName##Class;                                                                             \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, NETZ_TYPE_RECORD)                                                          \
  const guint type_name##_n_fields = G_N_ELEMENTS (type_name##_fields);                                                \
  static void type_name##_class_init (TypeName##Class *klass)                                                          \
  {                                                                                                                    \
    netz_record_class_install (klass, type_name##_fields, type_name##_n_fields);                                       \
  }                                                                                                                    \
  static void type_name##_init (TypeName *self)                                                                        \
  {                                                                                                                    \
  }

G_END_DECLS
