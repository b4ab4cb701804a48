/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzJson: JSON (RFC 8259) being written: objects and arrays with their
 * commas, indented by two blanks. Numbers are those of the C locale; texts are
 * escaped, so that what is in a name never ends a string or moves a cursor.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzJson NetzJson;

NetzJson *netz_json_new (void);
void netz_json_free (NetzJson *self);
void netz_json_begin_object (NetzJson *self, const char *key);
void netz_json_end_object (NetzJson *self);
void netz_json_begin_array (NetzJson *self, const char *key);
void netz_json_end_array (NetzJson *self);
void netz_json_add_text (NetzJson *self, const char *key, const char *text);
void netz_json_add_integer (NetzJson *self, const char *key, gint64 number);
void netz_json_add_number (NetzJson *self, const char *key, double number);
void netz_json_add_boolean (NetzJson *self, const char *key, gboolean value);
char *netz_json_end (NetzJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzJson, netz_json_free)

G_END_DECLS
