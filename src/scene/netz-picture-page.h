/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPage: how a picture is laid out: title and date above, the network,
 * the legend below. Lengths are those of the page: pixels or points.
 */
#pragma once

#include "scene/netz-legend.h"
#include "scene/netz-picture.h"

G_BEGIN_DECLS

typedef struct _NetzPage NetzPage;

NetzPage *netz_page_new (NetzNetwork *network, const NetzPictureOptions *options);
void netz_page_free (NetzPage *self);
const char *netz_page_get_title (const NetzPage *self);
void netz_page_fit_width (NetzPage *self, double width);
void netz_page_fit_scale (NetzPage *self, double scale);
void netz_page_fit_paper (NetzPage *self, double width, double height);
void netz_page_get_size (const NetzPage *self, double *width, double *height);
void netz_page_paint (NetzPage *self, cairo_t *cr, NetzTextSink sink, gpointer sink_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzPage, netz_page_free)

G_END_DECLS
