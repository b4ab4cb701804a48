/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutGrid: which boxes of a plane are near which place. All boxes that
 * could cover one another are in cells that touch. Owned by whoever made it.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

/**
 * NetzLayoutGrid:
 * @left: where the first column begins
 * @top: where the first row begins
 * @cell_width: of a column
 * @cell_height: of a row
 * @columns: how many columns
 * @rows: how many rows
 * @first: where the nodes of each cell begin in @nodes; one more than there are cells
 * @nodes: nodes, cell by cell
 * @cells: the cell of each node
 * @n_large: how many boxes are so large that they could reach farther than the next cell
 * @large: these
 */
typedef struct
{
  double left;
  double top;
  double cell_width;
  double cell_height;
  guint columns;
  guint rows;
  guint *first;
  guint *nodes;
  guint *cells;
  guint n_large;
  guint *large;
} NetzLayoutGrid;

NetzLayoutGrid *netz_layout_grid_new (const NetzLayoutPlane *plane);
void netz_layout_grid_free (NetzLayoutGrid *self);
void netz_layout_grid_fill (NetzLayoutGrid *self, const NetzLayoutPlane *plane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLayoutGrid, netz_layout_grid_free)

G_END_DECLS
