/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDossier: a document for people who read on paper, in an office program,
 * in a browser or by ear: a list of blocks (headings, paragraphs, lists,
 * tables, pictures, boxes of a form), written as PDF, ODT, HTML or plain text.
 * Its writers never ask the locale: all that they say themselves is in the
 * document's language.
 *
 * It belongs to whoever made it, and may be made in one thread and written in
 * another. Texts are copied, and cleaned of what no document can hold; a line
 * break in a paragraph begins another paragraph.
 */
#pragma once

#include "report/netz-dossier-table.h"
#include "scene/netz-picture.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NetzDossier NetzDossier;

typedef enum
{
  NETZ_DOSSIER_PDF,
  NETZ_DOSSIER_ODT,
  NETZ_DOSSIER_HTML,
  NETZ_DOSSIER_TEXT,
} NetzDossierFormat;

#define NETZ_N_DOSSIER_FORMATS (NETZ_DOSSIER_TEXT + 1)

#define NETZ_REPORT_ERROR (netz_report_error_quark ())

/**
 * NetzReportError:
 * @NETZ_REPORT_ERROR_FAILED: the document could not be made
 */
typedef enum
{
  NETZ_REPORT_ERROR_FAILED,
} NetzReportError;

GQuark netz_report_error_quark (void);

NetzDossier *netz_dossier_new (const char *title, const char *language);
void netz_dossier_free (NetzDossier *self);
const char *netz_dossier_get_title (const NetzDossier *self);
const char *netz_dossier_get_language (const NetzDossier *self);
void netz_dossier_set_author (NetzDossier *self, const char *author);
void netz_dossier_set_footer (NetzDossier *self, const char *footer);

void netz_dossier_add_lead (NetzDossier *self, const char *text);
void netz_dossier_add_title (NetzDossier *self, const char *overline, const char *title);
void netz_dossier_add_heading (NetzDossier *self, guint level, const char *text);
void netz_dossier_add_paragraph (NetzDossier *self, const char *text);
void netz_dossier_add_note (NetzDossier *self, const char *text);
void netz_dossier_add_list (NetzDossier *self, const char *const *items);
void netz_dossier_add_boxes (NetzDossier *self, const char *label, const char *const *items, guint ticked);
void netz_dossier_add_table (NetzDossier *self, NetzDossierTable *table);
void netz_dossier_add_picture (NetzDossier *self,
                               NetzSnapshot *snapshot,
                               const NetzPictureOptions *options,
                               const char *alternative,
                               const char *caption);
void netz_dossier_add_page_break (NetzDossier *self);

gboolean netz_dossier_find_format (const char *file_name, NetzDossierFormat *format);
const char *netz_dossier_get_suffix (NetzDossierFormat format);
GBytes *netz_dossier_write (NetzDossier *self,
                            NetzDossierFormat format,
                            GCancellable *cancellable,
                            GError **error);
cairo_surface_t *netz_dossier_render_page (NetzDossier *self,
                                           guint page,
                                           double scale,
                                           guint *n_pages,
                                           GCancellable *cancellable,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzDossier, netz_dossier_free)

G_END_DECLS
