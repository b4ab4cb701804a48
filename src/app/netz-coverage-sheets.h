/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage, gaps and load as tables in words, for people who go on with them in
 * a spreadsheet.
 */
#pragma once

#include "interchange/netz-sheet.h"
#include "planning/netz-gaps.h"
#include "planning/netz-load.h"

G_BEGIN_DECLS

NetzSheet *netz_coverage_sheets_make_matrix (const NetzCoverage *coverage, NetzNetwork *network);
NetzSheet *netz_coverage_sheets_make_gaps (const NetzCoverage *coverage, NetzNetwork *network);
NetzSheet *netz_coverage_sheets_make_load (const NetzLoad *load, NetzNetwork *network);

G_END_DECLS
