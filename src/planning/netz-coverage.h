/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCoverage: which schools have a partner for what. A matrix of schools
 * (rows, in groups) by programmes or by kinds of service providers (columns);
 * a cell has the partnerships of that school for that column, the one that has
 * come farthest first. With sums by row, column and group.
 *
 * A plain struct that keeps references to the records; whoever made it owns
 * it. Counted are partnerships of a school with a service provider
 * (netz-roles.h). Where only a part of the network is looked at, its rows are
 * the schools of that part, but a school in Kalk has its library downtown all
 * the same: a partnership is left out only if the part has both its ends and
 * not itself.
 */
#pragma once

#include "planning/netz-roles.h"

G_BEGIN_DECLS

/**
 * NetzStage:
 *
 * How far a partnership has come: the better, the greater.
 */
typedef enum
{
  NETZ_STAGE_NONE,
  NETZ_STAGE_ENDED,
  NETZ_STAGE_DORMANT,
  NETZ_STAGE_IDEA,
  NETZ_STAGE_PREPARATION,
  NETZ_STAGE_ESTABLISHED,
} NetzStage;

#define NETZ_N_STAGES (NETZ_STAGE_ESTABLISHED + 1)

typedef enum
{
  NETZ_COVERAGE_PROGRAMMES,
  NETZ_COVERAGE_KINDS,
} NetzCoverageColumns;

typedef enum
{
  NETZ_COVERAGE_BY_DISTRICT,
  NETZ_COVERAGE_BY_KIND,
  NETZ_COVERAGE_BY_SOCIAL_INDEX,
} NetzCoverageBy;

/**
 * NetzCoverageOptions:
 * @columns: what the columns are
 * @by: what the rows are grouped by
 * @least: what counts as covered: %NETZ_STAGE_ESTABLISHED, or also what is in preparation, or also ideas
 * @language: (nullable): of names of kinds and programmes
 */
typedef struct
{
  NetzCoverageColumns columns;
  NetzCoverageBy by;
  NetzStage least;
  const char *language;
} NetzCoverageOptions;

#define NETZ_COVERAGE_OPTIONS_DEFAULT \
  { NETZ_COVERAGE_PROGRAMMES, NETZ_COVERAGE_BY_DISTRICT, NETZ_STAGE_ESTABLISHED, NULL }

/**
 * NetzCoverageColumn:
 * @id: of a programme or kind
 * @label: its name
 * @covered: schools that are covered
 * @stages: schools by the stage of their best partnership
 */
typedef struct
{
  char *id;
  char *label;
  guint covered;
  guint stages[NETZ_N_STAGES];
} NetzCoverageColumn;

/**
 * NetzCoverageGroup:
 * @key: a district, the id of a kind, a social index; "" where none is known
 * @label: the same in words
 * @first: its first row
 * @n_rows: how many rows it has
 * @covered: for each column, schools that are covered
 * @n_any: schools that are covered in at least one column
 * @n_cells: cells that are covered
 */
typedef struct
{
  char *key;
  char *label;
  guint first;
  guint n_rows;
  guint *covered;
  guint n_any;
  guint n_cells;
} NetzCoverageGroup;

/**
 * NetzCoverageRow:
 * @school: an institution
 * @group: where it belongs
 * @n_covered: columns in which it is covered
 */
typedef struct
{
  NetzInstitution *school;
  guint group;
  guint n_covered;
} NetzCoverageRow;

/**
 * NetzCoverageCell:
 * @stage: of the best partnership
 * @first: where its partnerships begin in the coverage's, best first
 * @n: how many there are
 */
typedef struct
{
  guint8 stage;
  guint first;
  guint n;
} NetzCoverageCell;

/**
 * NetzCoverage:
 * @n_any: schools that are covered in at least one column
 * @n_cells: cells that are covered
 */
typedef struct
{
  NetzCoverageOptions options;
  NetzCoverageColumn *columns;
  guint n_columns;
  NetzCoverageGroup *groups;
  guint n_groups;
  NetzCoverageRow *rows;
  guint n_rows;
  NetzCoverageCell *cells;   /* row by row */
  GPtrArray *partnerships;   /* cell by cell */
  guint n_any;
  guint n_cells;
} NetzCoverage;

/* In place of a row, column or group: all of them. */
#define NETZ_COVERAGE_ALL G_MAXUINT

NetzStage netz_stage_of (const char *status);
const char *netz_stage_get_status (NetzStage stage);

NetzCoverage *netz_coverage_new (NetzNetwork *network, NetzNetwork *part, const NetzCoverageOptions *options);
void netz_coverage_free (NetzCoverage *self);
const NetzCoverageCell *netz_coverage_get_cell (const NetzCoverage *self, guint row, guint column);
gboolean netz_coverage_is_covered (const NetzCoverage *self, guint row, guint column);
const NetzPartnership *netz_coverage_get_best (const NetzCoverage *self, guint row, guint column);
guint netz_coverage_count (const NetzCoverage *self, guint group, guint column, guint *of);
GPtrArray *netz_coverage_list_schools (const NetzCoverage *self, guint group, guint column, gboolean covered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzCoverage, netz_coverage_free)

G_END_DECLS
