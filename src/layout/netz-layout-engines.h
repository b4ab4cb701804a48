/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the engines do, one a file, for the table in netz-layout.c. Each gets a
 * graph that has been looked through and may write places into it even where
 * it is cancelled: netz_layout_run() works on a copy.
 */
#pragma once

#include "layout/netz-layout.h"

G_BEGIN_DECLS

gboolean netz_layout_run_force (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                                GError **error);
gboolean netz_layout_run_kind (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                               GError **error);
gboolean netz_layout_run_district (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                                   GError **error);
gboolean netz_layout_run_layered (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                                  GError **error);
gboolean netz_layout_run_circle (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                                 GError **error);
gboolean netz_layout_run_rings (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                                GError **error);
gboolean netz_layout_run_map (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                              GError **error);
gboolean netz_layout_run_tidy (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                               GError **error);
gboolean netz_layout_run_new (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job,
                              GError **error);

G_END_DECLS
