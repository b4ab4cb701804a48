/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLegend: what the signs of a scene mean, made from what is in it: the
 * kinds, programmes and statuses that are drawn and not faded, with their counts. It keeps
 * its records alive and does not follow later changes.
 */
#pragma once

#include "scene/netz-painter.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_LEGEND_KIND,
  NETZ_LEGEND_PROGRAMME,
  NETZ_LEGEND_STATUS,
} NetzLegendType;

/**
 * NetzLegendEntry:
 * @type: what it explains
 * @id: of the kind, programme or status; "" = those without one
 * @name: in the scene's language
 * @count: institutions or partnerships that are drawn so
 * @record: (nullable): the kind or programme
 */
typedef struct
{
  NetzLegendType type;
  char *id;
  char *name;
  guint count;
  NetzRecord *record;
} NetzLegendEntry;

typedef struct _NetzLegend NetzLegend;

NetzLegend *netz_legend_new (NetzScene *scene, const NetzRect *area);
void netz_legend_free (NetzLegend *self);
guint netz_legend_get_size (const NetzLegend *self);
void netz_legend_set_name (NetzLegend *self, guint index, const char *name);
const NetzLegendEntry *netz_legend_get_nth (const NetzLegend *self, guint index);
void netz_legend_measure (const NetzLegend *self, double width, double unit, double *height);
void netz_legend_paint (const NetzLegend *self,
                        cairo_t *cr,
                        double x,
                        double y,
                        double width,
                        double unit,
                        NetzTextSink sink,
                        gpointer sink_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLegend, netz_legend_free)

G_END_DECLS
