/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the matrix share: where things lie, in pixels of the widget.
 */
#pragma once

#include "app/netz-coverage-matrix.h"

G_BEGIN_DECLS

#define MATRIX_HEAD 204.0  /* the names of the columns and the sums of all */
#define MATRIX_NAMES 150.0 /* of it the names */
#define MATRIX_GROUP 36.0
#define MATRIX_ROW 27.0
#define MATRIX_SUM 118.0   /* the column of sums */

#define COLUMN_NAME -1 /* of the cursor: the name of the line; n_columns is the sum */

/**
 * MatrixLine:
 * @y: its top, below the head
 * @group: a group; NETZ_COVERAGE_ALL: the sums of all, in the head
 * @row: a row; NETZ_COVERAGE_ALL: the group itself
 */
typedef struct
{
  double y;
  guint group;
  guint row;
} MatrixLine;

struct _NetzCoverageMatrix
{
  GtkWidget parent_instance;

  const NetzCoverage *coverage;
  GArray *lines; /* MatrixLine; the first is that of all */
  double height; /* of all lines below the head */
  GtkAdjustment *adjustment;
  guint line;    /* cursor */
  int column;
};

double netz_coverage_matrix_get_name_width (NetzCoverageMatrix *self);
double netz_coverage_matrix_get_column_width (NetzCoverageMatrix *self);
const MatrixLine *netz_coverage_matrix_get_line (NetzCoverageMatrix *self, guint line);
double netz_coverage_matrix_get_line_height (const MatrixLine *line);
void netz_coverage_matrix_draw (NetzCoverageMatrix *self, cairo_t *cr);
GPtrArray *netz_coverage_matrix_list_at_cursor (NetzCoverageMatrix *self);
char *netz_coverage_matrix_describe (NetzCoverageMatrix *self, guint line, int column);

G_END_DECLS
