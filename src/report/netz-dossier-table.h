/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDossierTable: a table of a document: a caption, columns with a heading
 * and an alignment, rows of texts, and perhaps a row of sums. It belongs to
 * whoever made it until it is given to a document.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NetzDossierTable NetzDossierTable;

typedef enum
{
  NETZ_COLUMN_START,
  NETZ_COLUMN_CENTRE,
  NETZ_COLUMN_END,
} NetzColumnAlign;

NetzDossierTable *netz_dossier_table_new (const char *caption);
void netz_dossier_table_free (NetzDossierTable *self);
void netz_dossier_table_add_column (NetzDossierTable *self, const char *title, NetzColumnAlign align);
void netz_dossier_table_add_row (NetzDossierTable *self, const char *const *cells);
void netz_dossier_table_set_sums (NetzDossierTable *self, const char *const *cells);
void netz_dossier_table_set_form (NetzDossierTable *self, gboolean form);

const char *netz_dossier_table_get_caption (const NetzDossierTable *self);
gboolean netz_dossier_table_is_form (const NetzDossierTable *self);
guint netz_dossier_table_get_n_columns (const NetzDossierTable *self);
const char *netz_dossier_table_get_column (const NetzDossierTable *self, guint column);
NetzColumnAlign netz_dossier_table_get_align (const NetzDossierTable *self, guint column);
guint netz_dossier_table_get_n_rows (const NetzDossierTable *self);
const char *netz_dossier_table_get_cell (const NetzDossierTable *self, guint row, guint column);
gboolean netz_dossier_table_is_sums (const NetzDossierTable *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzDossierTable, netz_dossier_table_free)

G_END_DECLS
