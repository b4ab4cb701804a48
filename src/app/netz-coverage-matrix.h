/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCoverageMatrix: the matrix of schools and programmes as a widget. It
 * draws only the lines in sight, so that ten thousand cost no more than ten;
 * its head stays. It is handed a coverage that its owner keeps, has a cursor
 * that the arrow keys move and whose cell is its accessible label, and scrolls
 * by the adjustment that it is handed out.
 *
 * Signals:
 *   "show-ids" (GStrv ids)                    somebody wants to see what a number counts, or what a cell holds
 *   "plan" (uint row, uint column)            somebody wants to fill this gap
 */
#pragma once

#include "planning/netz-coverage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_COVERAGE_SHOW_ALL,
  NETZ_COVERAGE_SHOW_GAPS,
  NETZ_COVERAGE_SHOW_WITHOUT,
} NetzCoverageShow;

#define NETZ_TYPE_COVERAGE_MATRIX (netz_coverage_matrix_get_type ())
G_DECLARE_FINAL_TYPE (NetzCoverageMatrix, netz_coverage_matrix, NETZ, COVERAGE_MATRIX, GtkWidget)

void netz_coverage_matrix_set_coverage (NetzCoverageMatrix *self, const NetzCoverage *coverage, NetzCoverageShow show);
GtkAdjustment *netz_coverage_matrix_get_adjustment (NetzCoverageMatrix *self);
void netz_coverage_matrix_get_cursor_area (NetzCoverageMatrix *self, GdkRectangle *area);

G_END_DECLS
