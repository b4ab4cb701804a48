/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPdf: the pages of a document while they are made. They are made twice:
 * first only to know how many there are, without painting. Lengths are points,
 * y downwards from the top of the page.
 */
#pragma once

#include "report/netz-dossier-picture.h"
#include "report/netz-pdf-text.h"

G_BEGIN_DECLS

#define NETZ_PDF_POINTS_PER_MM (72 / 25.4)

typedef struct
{
  NetzDossier *dossier;
  cairo_surface_t *surface; /* NULL while only pictures of pages are made */
  cairo_t *cr;
  NetzPdfText *text;
  gboolean dry;     /* counts, paints nothing */
  guint only_page;  /* if not 0, all others are counted only */
  double scale;     /* of that page, pixels a point */
  cairo_surface_t *picture;
  guint n_pages;    /* 0 as long as it is not known */
  guint page;       /* from 1; 0 = none begun */
  gboolean lying;
  gboolean started; /* something is on the page */
  double x, y, width, bottom;
} NetzPdf;

extern const NetzPdfFont netz_pdf_body;
extern const NetzPdfFont netz_pdf_small;
extern const NetzPdfFont netz_pdf_table;
extern const NetzPdfFont netz_pdf_table_head;

void netz_pdf_begin_page (NetzPdf *self, gboolean lying);
gboolean netz_pdf_has_room (NetzPdf *self, double height);
void netz_pdf_begin_tag (NetzPdf *self, const char *tag);
void netz_pdf_end_tag (NetzPdf *self, const char *tag);
void netz_pdf_paint_line (NetzPdf *self, const char *line, const NetzPdfFont *font, double x, double y);
void netz_pdf_paint_rule (NetzPdf *self, double x1, double y1, double x2, double y2, double width);
void netz_pdf_add_lines (NetzPdf *self, const char *tag, const char *text, const NetzPdfFont *font);

double netz_pdf_measure_table_start (NetzPdf *self, const NetzDossierTable *table);
void netz_pdf_add_table (NetzPdf *self, const NetzDossierTable *table);

G_END_DECLS
