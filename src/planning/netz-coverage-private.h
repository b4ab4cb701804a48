/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What netz-coverage.c and netz-coverage-order.c share: the frame of the matrix.
 */
#pragma once

#include "planning/netz-coverage.h"

G_BEGIN_DECLS

void netz_coverage_make_columns (NetzCoverage *self, NetzNetwork *network, const char *language);
void netz_coverage_make_rows (NetzCoverage *self, NetzNetwork *network, const char *language);

G_END_DECLS
