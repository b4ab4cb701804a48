/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several networks side by side: what each comes to (NetzFigures), and the
 * table that lays them beside each other (NetzComparison). Figures can be
 * taken in any thread and handed to another; a comparison shows figures only
 * and needs no network any more.
 */
#pragma once

#include "model/netz-network.h"
#include "planning/netz-next-steps.h"

G_BEGIN_DECLS

/* At least and at most so many networks are laid beside each other. */
#define NETZ_COMPARE_MIN 2
#define NETZ_COMPARE_MAX 8

/**
 * NetzFigures:
 * @title: (nullable): the title of the network
 * @institutions: all
 * @schools: institutions that are schools
 * @providers: that are providers
 * @steering: that steer
 * @others: the rest
 * @by_status: partnerships by how far they have come
 * @covered: schools with an established partnership with a provider
 * @programmes: (element-type utf8 NetzProgrammeFigures): of the systematic programmes
 * @links: established partnerships among providers
 * @links_planned: those that are an idea or in preparation
 * @pairs: pairs of institutions that are partners, whatever the programme and status
 * @communities: groups that are linked more among themselves than with others; -1 where not known
 * @pupils: of the schools of which it is said
 * @schools_with_pupils: those schools
 * @partnerships_of_these: their established partnerships with providers
 */
typedef struct
{
  char *title;
  guint institutions;
  guint schools;
  guint providers;
  guint steering;
  guint others;
  guint by_status[NETZ_N_PROGRESS];
  guint covered;
  GHashTable *programmes;
  guint links;
  guint links_planned;
  guint pairs;
  int communities;
  double pupils;
  guint schools_with_pupils;
  guint partnerships_of_these;
} NetzFigures;

/**
 * NetzProgrammeFigures:
 * @name: in the language of the messages
 * @covered: schools with an established partnership of it
 */
typedef struct
{
  char *name;
  guint covered;
} NetzProgrammeFigures;

NetzFigures *netz_figures_new (NetzNetwork *network);
void netz_figures_free (NetzFigures *self);

/**
 * NetzCompareUnit:
 * @NETZ_COMPARE_COUNT: how many
 * @NETZ_COMPARE_SHARE: of a whole, 0 to 1
 * @NETZ_COMPARE_NUMBER: any other number
 * @NETZ_COMPARE_SMALL: a number of which the digits behind the point matter
 */
typedef enum
{
  NETZ_COMPARE_COUNT,
  NETZ_COMPARE_SHARE,
  NETZ_COMPARE_NUMBER,
  NETZ_COMPARE_SMALL,
} NetzCompareUnit;

/**
 * NetzCompareRow:
 * @id: for programs, "coverage.library-school"
 * @group: (nullable): heading above it and those that follow, translated
 * @label: what it says, translated
 * @unit: what the values are
 * @values: one for each network; NAN where it is not known
 */
typedef struct
{
  char *id;
  const char *group;
  char *label;
  NetzCompareUnit unit;
  double *values;
} NetzCompareRow;

/**
 * NetzComparison:
 * @n_columns: networks
 * @rows: (element-type NetzCompareRow): in the order in which they are shown
 */
typedef struct
{
  guint n_columns;
  GPtrArray *rows;
} NetzComparison;

NetzComparison *netz_comparison_new (const NetzFigures *const *figures, guint n_figures);
void netz_comparison_free (NetzComparison *self);
char *netz_compare_format (double value, NetzCompareUnit unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzFigures, netz_figures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzComparison, netz_comparison_free)

G_END_DECLS
