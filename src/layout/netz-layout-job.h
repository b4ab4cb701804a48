/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLayoutJob: one run of an engine: its threads, its chance, whether it has
 * been cancelled and how far it is. It lives on the stack of netz_layout_run()
 * and is handed to everything that may take long.
 *
 * Work is cut into pieces by size alone, never by the number of threads, and
 * each piece writes only what is its own; so the result is the same bits
 * whatever the number of threads.
 */
#pragma once

#include "layout/netz-layout-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*NetzLayoutProgress) (double fraction, gpointer data);

/**
 * NetzLayoutJob:
 * @seed: of all chance
 * @n_threads: how many threads may work, this one counted
 * @cancellable: (nullable): ends it
 * @progress: (nullable): told how far it is, from the thread of the job
 * @progress_data: for @progress
 * @from: the part of the whole that is being done begins here, 0 to 1
 * @to: and ends here
 */
typedef struct
{
  guint32 seed;
  guint n_threads;
  GCancellable *cancellable;
  NetzLayoutProgress progress;
  gpointer progress_data;
  double from;
  double to;
} NetzLayoutJob;

typedef void (*NetzLayoutWork) (guint from, guint to, gpointer data);

gboolean netz_layout_job_is_cancelled (const NetzLayoutJob *self);
void netz_layout_job_report (const NetzLayoutJob *self, double fraction);
NetzLayoutJob netz_layout_job_part (const NetzLayoutJob *self, double from, double to);
void netz_layout_job_share (const NetzLayoutJob *self, guint n, guint piece, NetzLayoutWork work, gpointer data);

/* Chance that depends on nothing but what it was started with (splitmix64, Steele, Lea and Flood 2014). */
static inline guint64
netz_layout_random_next (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* From 0 to below 1. */
static inline double
netz_layout_random_double (guint64 *state)
{
  return (double) (netz_layout_random_next (state) >> 11) * 0x1p-53;
}

/* From 0 to below n; n is not 0. */
static inline guint
netz_layout_random_below (guint64 *state, guint n)
{
  return (guint) (((netz_layout_random_next (state) >> 32) * n) >> 32);
}

G_END_DECLS
