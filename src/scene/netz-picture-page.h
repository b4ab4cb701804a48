/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPicturePage: how a picture is laid out: title and date above, the network,
 * the legend below. Lengths are those of the page: pixels or points.
 */
#pragma once

#include "scene/netz-legend.h"
#include "scene/netz-picture.h"

G_BEGIN_DECLS

typedef struct _NetzPicturePage NetzPicturePage;

NetzPicturePage *netz_picture_page_new (NetzNetwork *network, const NetzPictureOptions *options);
void netz_picture_page_free (NetzPicturePage *self);
const char *netz_picture_page_get_title (const NetzPicturePage *self);
void netz_picture_page_fit_width (NetzPicturePage *self, double width);
void netz_picture_page_fit_scale (NetzPicturePage *self, double scale);
void netz_picture_page_fit_paper (NetzPicturePage *self, double width, double height);
void netz_picture_page_get_size (const NetzPicturePage *self, double *width, double *height);
void netz_picture_page_paint (NetzPicturePage *self, cairo_t *cr, NetzTextSink sink, gpointer sink_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzPicturePage, netz_picture_page_free)

G_END_DECLS
