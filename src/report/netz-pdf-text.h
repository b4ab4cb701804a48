/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPdfText: type on a page: how wide texts are, where their lines end, and
 * their painting, line by line. Lengths are points. It belongs to the thread
 * that made it.
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct _NetzPdfText NetzPdfText;

/**
 * NetzPdfFont:
 * @size: of the type
 * @leading: from line to line
 * @bold: whether it is
 * @grey: 0 black, 1 white
 */
typedef struct
{
  double size;
  double leading;
  gboolean bold;
  double grey;
} NetzPdfFont;

NetzPdfText *netz_pdf_text_new (cairo_t *cr, const char *language);
void netz_pdf_text_free (NetzPdfText *self);
double netz_pdf_text_measure (NetzPdfText *self, const char *text, const NetzPdfFont *font);
double netz_pdf_text_measure_word (NetzPdfText *self, const char *text, const NetzPdfFont *font);
GPtrArray *netz_pdf_text_break (NetzPdfText *self, const char *text, const NetzPdfFont *font, double width);
GPtrArray *netz_pdf_text_break_whole (NetzPdfText *self, const char *text, const NetzPdfFont *font, double width);
void netz_pdf_text_paint (NetzPdfText *self,
                          cairo_t *cr,
                          const char *line,
                          const NetzPdfFont *font,
                          double x,
                          double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzPdfText, netz_pdf_text_free)

G_END_DECLS
