/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of a form: the editor that fits a field, for one record or for several
 * at once. It shows and asks; it never changes a record itself. What was
 * entered goes to the two functions of its NetzFieldRowHost, which say where it
 * is wrong.
 */
#pragma once

#include "model/netz-network.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NetzFieldRowHost:
 * @set_text: takes what was entered for a field; returns %FALSE and an error where it is no value
 * @set_list: takes the new parts of a field
 * @data: for both
 */
typedef struct
{
  gboolean (*set_text) (gpointer data, const NetzField *field, const char *text, GError **error);
  void (*set_list) (gpointer data, const NetzField *field, GPtrArray *list);
  gpointer data;
} NetzFieldRowHost;

typedef struct _NetzFieldRow NetzFieldRow;

/**
 * NetzFieldRow:
 * @field: what it edits
 * @host: who takes what is entered
 * @widget: the row, owned by its parent
 * @show: brings the records' common value into the widget
 * @values: (nullable): what the entries of a choice stand for
 * @shown: (nullable): the text that the widget had when it was filled
 * @fresh: the records are others than before
 * @filling: the widget is being filled, so what it reports is not the person's doing
 */
struct _NetzFieldRow
{
  const NetzField *field;
  const NetzFieldRowHost *host;
  GtkWidget *widget;
  void (*show) (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records);
  GtkWidget *inner;
  GtkWidget *problem;
  GPtrArray *values;
  GPtrArray *items;
  char *shown;
  gboolean fresh;
  gboolean filling;
};

NetzFieldRow *netz_field_row_new (const NetzField *field, const NetzFieldRowHost *host);
void netz_field_row_free (NetzFieldRow *self);
void netz_field_row_show (NetzFieldRow *self, NetzNetwork *network, GPtrArray *records, gboolean fresh);
gboolean netz_field_row_commit (NetzFieldRow *self, const char *text);
char *netz_field_row_get_common (NetzFieldRow *self, GPtrArray *records, gboolean *mixed);

void netz_field_row_make_choice (NetzFieldRow *self);
void netz_field_row_make_parts (NetzFieldRow *self);

G_END_DECLS
