/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzRecord: everything that is saved and undone, an abstract GObject with a
 * stable id. The concrete types (netz-institution.h …) show their members for
 * reading; they are written only through the setters of netz-field.h and
 * netz-record.h, which refuse a sealed record. A record is sealed when it
 * enters a network and never changes again: it may be read from any thread.
 *
 * Each member is also a read-only GObject property of the same name.
 */
#pragma once

#include "model/netz-extras.h"
#include "model/netz-field.h"
#include "model/netz-part.h"

G_BEGIN_DECLS

#define NETZ_TYPE_RECORD (netz_record_get_type ())
#define NETZ_RECORD(object) ((NetzRecord *) (object))
#define NETZ_IS_RECORD(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_RECORD))

struct _NetzRecord
{
  GObject parent_instance;

  /*< private >*/
  GRefString *id;
  NetzExtras *extras;
  NetzTable table;
  gboolean sealed;
};

GType netz_record_get_type (void);

NetzRecord *netz_record_new (NetzTable table, const char *id);
NetzRecord *netz_record_copy (const NetzRecord *self);
NetzRecord *netz_record_copy_as (const NetzRecord *self, const char *id);

const char *netz_record_get_id (const NetzRecord *self);
NetzTable netz_record_get_table (const NetzRecord *self);
const NetzField *netz_record_get_fields (const NetzRecord *self, guint *n_fields);
const char *netz_record_get_title (const NetzRecord *self);
NetzExtras *netz_record_get_extras (const NetzRecord *self);
void netz_record_set_extras (NetzRecord *self, NetzExtras *extras);

void netz_record_seal (NetzRecord *self);
gboolean netz_record_is_sealed (const NetzRecord *self);
gboolean netz_record_equal (const NetzRecord *a, const NetzRecord *b);

gboolean netz_record_set (NetzRecord *self, const char *field, const char *text, GError **error);
char *netz_record_print (const NetzRecord *self, const char *field);
void netz_record_set_text (NetzRecord *self, const char *field, const char *text);
void netz_record_set_number (NetzRecord *self, const char *field, double number);
void netz_record_set_boolean (NetzRecord *self, const char *field, gboolean value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzRecord, g_object_unref)

G_END_DECLS
