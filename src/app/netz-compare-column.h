/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCompareColumn: one of the networks that are laid beside each other: the
 * open one, or a file. Reading, counting and drawing it is done in a thread;
 * what is still under way when it is asked anew or let go of is given up.
 *
 * Signal "changed" (): there is something else to be shown.
 */
#pragma once

#include "planning/netz-compare.h"
#include "planning/netz-scope.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_COMPARE_COLUMN (netz_compare_column_get_type ())
G_DECLARE_FINAL_TYPE (NetzCompareColumn, netz_compare_column, NETZ, COMPARE_COLUMN, GObject)

NetzCompareColumn *netz_compare_column_new (const char *path);
void netz_compare_column_load (NetzCompareColumn *self, NetzSnapshot *snapshot, const NetzScope *scope);

const char *netz_compare_column_get_path (NetzCompareColumn *self);
char *netz_compare_column_get_name (NetzCompareColumn *self);
const char *netz_compare_column_get_problem (NetzCompareColumn *self);
gboolean netz_compare_column_is_busy (NetzCompareColumn *self);
const NetzFigures *netz_compare_column_get_figures (NetzCompareColumn *self);
GdkTexture *netz_compare_column_get_picture (NetzCompareColumn *self);

G_END_DECLS
