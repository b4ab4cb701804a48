/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gaps in a coverage: who lacks what. A gap is a school and the columns in
 * which it is not covered. It shows rows and columns of the coverage by their
 * numbers, and so lives no longer than that.
 */
#pragma once

#include "planning/netz-coverage.h"

G_BEGIN_DECLS

/**
 * NetzGap:
 * @row: the school's row
 * @columns: (element-type guint): in which it is not covered
 * @n_begun: in how many of them a partnership is thought of or prepared
 */
typedef struct
{
  guint row;
  GArray *columns;
  guint n_begun;
} NetzGap;

GPtrArray *netz_gaps_new (const NetzCoverage *coverage, guint column, gboolean without_any);
char *netz_gap_describe (const NetzGap *self, const NetzCoverage *coverage);

G_END_DECLS
