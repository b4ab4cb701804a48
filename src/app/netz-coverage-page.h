/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCoveragePage: which schools have a partner for what: the matrix, beside
 * it how fairly that is spread and how much each provider has to do.
 */
#pragma once

#include "app/netz-window-page.h"

G_BEGIN_DECLS

#define NETZ_TYPE_COVERAGE_PAGE (netz_coverage_page_get_type ())
G_DECLARE_FINAL_TYPE (NetzCoveragePage, netz_coverage_page, NETZ, COVERAGE_PAGE, NetzWindowPage)

G_END_DECLS
