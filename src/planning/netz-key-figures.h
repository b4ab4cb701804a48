/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzKeyFigures: the key figures of a network: each with its name, a sentence
 * that says what it means, and the ids of what it counts, so that every number
 * can be looked at on the canvas. Plain structs, freed together.
 *
 * Every partnership of the network counts: who wants only those of some status
 * hands over a part of the network (netz-standing.h). Two institutions are
 * partners once, however many partnerships they have.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_KEY_FIGURE_COUNT,
  NETZ_KEY_FIGURE_MEAN,
  NETZ_KEY_FIGURE_SHARE,
} NetzKeyFigureType;

/**
 * NetzKeyFigure:
 * @id: what programs call it
 * @type: whether it is a number of things, an average, or a share from 0 to 1
 * @value: the number
 * @ids: (element-type utf8): records that it counts or speaks of, in the order of their ids
 */
typedef struct
{
  const char *id;
  NetzKeyFigureType type;
  double value;
  GPtrArray *ids;
} NetzKeyFigure;

/**
 * NetzKeyFigures:
 * @figures: (element-type NetzKeyFigure): in the order in which they are read
 * @degrees: (element-type GPtrArray): by number of partners, from 0: the ids of the institutions that have so many
 */
typedef struct
{
  GPtrArray *figures;
  GPtrArray *degrees;
} NetzKeyFigures;

NetzKeyFigures *netz_key_figures_new (NetzNetwork *network);
void netz_key_figures_free (NetzKeyFigures *self);
const NetzKeyFigure *netz_key_figures_find (const NetzKeyFigures *self, const char *id);

const char *netz_key_figure_get_label (const NetzKeyFigure *self);
const char *netz_key_figure_get_explanation (const NetzKeyFigure *self);
char *netz_key_figure_print (const NetzKeyFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzKeyFigures, netz_key_figures_free)

G_END_DECLS
