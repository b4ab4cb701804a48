/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayout: gives the nodes of a graph places, by one of several engines.
 * Whatever engine, afterwards no two boxes cover each other (those of two
 * fixed nodes may), fixed nodes are where they were, and the same graph with
 * the same seed has the same places, whatever the number of threads.
 */
#pragma once

#include "layout/netz-layout-graph.h"
#include "layout/netz-layout-job.h"

G_BEGIN_DECLS

#define NETZ_LAYOUT_ERROR (netz_layout_error_quark ())

/**
 * NetzLayoutError:
 * @NETZ_LAYOUT_ERROR_PLACE: a node is at no number, or absurdly far away
 * @NETZ_LAYOUT_ERROR_NOTHING: the engine finds nothing of what it needs: no coordinates, no focus
 */
typedef enum
{
  NETZ_LAYOUT_ERROR_PLACE,
  NETZ_LAYOUT_ERROR_NOTHING,
} NetzLayoutError;

GQuark netz_layout_error_quark (void);

/**
 * NetzLayoutGrouping:
 * @NETZ_LAYOUT_NO_GROUPS: groups do not matter to the engine
 * @NETZ_LAYOUT_BY_KIND: it sets kinds apart
 * @NETZ_LAYOUT_BY_DISTRICT: it sets districts apart, and makes frames
 * @NETZ_LAYOUT_BY_LEVEL: it sets levels above each other, in the order of their numbers
 */
typedef enum
{
  NETZ_LAYOUT_NO_GROUPS,
  NETZ_LAYOUT_BY_KIND,
  NETZ_LAYOUT_BY_DISTRICT,
  NETZ_LAYOUT_BY_LEVEL,
} NetzLayoutGrouping;

/**
 * NetzLayoutOptions:
 * @seed: of all chance
 * @n_threads: how many threads may work; 0: as many as there are processors
 * @focus: the node that rings are laid around, or %NETZ_LAYOUT_NOWHERE: the one with the most neighbours
 * @progress: (nullable): told how far it is, 0 to 1, from the thread that lays out
 * @progress_data: for @progress
 */
typedef struct
{
  guint32 seed;
  guint n_threads;
  guint focus;
  NetzLayoutProgress progress;
  gpointer progress_data;
} NetzLayoutOptions;

typedef struct _NetzLayoutEngine NetzLayoutEngine;

/**
 * NetzLayoutEngine:
 * @id: what programs call it
 * @label: what people call it, in English, to be translated
 * @grouping: which groups it wants to know of
 * @mixes: whether neighbours by place, such as the institutions of a district, are parted
 * @run: does it
 */
struct _NetzLayoutEngine
{
  const char *id;
  const char *label;
  NetzLayoutGrouping grouping;
  gboolean mixes;
  gboolean (*run) (NetzLayoutGraph *graph, const NetzLayoutOptions *options, const NetzLayoutJob *job, GError **error);
};

const NetzLayoutEngine *netz_layout_get_engines (guint *n_engines);
const NetzLayoutEngine *netz_layout_find_engine (const char *id);
gboolean netz_layout_run (const NetzLayoutEngine *engine, NetzLayoutGraph *graph, const NetzLayoutOptions *options,
                          GCancellable *cancellable, GError **error);

G_END_DECLS
