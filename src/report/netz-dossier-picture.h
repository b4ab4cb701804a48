/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDossierPicture: a picture of a document, taken apart: the network, as
 * large as the page allows, and what its signs mean. It belongs to the thread
 * that made it.
 */
#pragma once

#include "report/netz-dossier-private.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _NetzDossierPicture NetzDossierPicture;

NetzDossierPicture *netz_dossier_picture_new (const NetzBlock *block);
void netz_dossier_picture_free (NetzDossierPicture *self);
double netz_dossier_picture_get_aspect (NetzDossierPicture *self);
gboolean netz_dossier_picture_is_lying (NetzDossierPicture *self);
void netz_dossier_picture_paint (NetzDossierPicture *self, cairo_t *cr, const NetzRect *room);
double netz_dossier_picture_measure_legend (NetzDossierPicture *self, double width, double unit);
void netz_dossier_picture_paint_legend (NetzDossierPicture *self,
                                        cairo_t *cr,
                                        double x,
                                        double y,
                                        double width,
                                        double unit);
GBytes *netz_dossier_picture_render (NetzDossierPicture *self, double width, double scale, GError **error);
GBytes *netz_dossier_picture_render_legend (NetzDossierPicture *self,
                                            double width,
                                            double unit,
                                            double scale,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzDossierPicture, netz_dossier_picture_free)

G_END_DECLS
