/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of the committee's paper and the network in words share. */
#pragma once

#include "report/netz-committee-report.h"
#include "report/netz-wording.h"

G_BEGIN_DECLS

/* A list in a paper ends with "and n more" after so many. */
#define NETZ_PAPER_LONGEST_LIST 25u

/**
 * NetzPaperWork:
 * @report: what was asked for
 * @network: what is reported on
 * @wording: of the document
 * @language: "de", of names of kinds and programmes
 * @dossier: what is being written
 * @as_of: the day for which all of it holds
 * @public: nobody is named
 */
typedef struct
{
  const NetzCommitteeReport *report;
  NetzNetwork *network;
  NetzWording wording;
  const char *language;
  NetzDossier *dossier;
  const char *as_of;
  gboolean public;
} NetzPaperWork;

/**
 * NetzPaperCounts:
 * @institutions: all
 * @schools: those whose kind is a school
 * @providers: those that serve schools
 * @steering: those that steer
 * @others: the rest
 * @by_status: partnerships, in the order of netz_paper_statuses
 * @links: partnerships of two providers that are established
 * @linked: providers that have such a one
 * @served: schools with an established partnership with a provider
 * @isolated: institutions without any partnership
 */
typedef struct
{
  guint institutions;
  guint schools;
  guint providers;
  guint steering;
  guint others;
  guint by_status[5];
  guint links;
  guint linked;
  guint served;
  guint isolated;
} NetzPaperCounts;

/* From the first idea to the end. */
extern const char *const netz_paper_statuses[5];

/* netz-paper-names.c: names in the language of the paper. */
const char *netz_paper_name (const NetzPaperWork *self, const char *institution);
const char *netz_paper_name_kind (const NetzPaperWork *self, const char *kind);
const char *netz_paper_name_programme (const NetzPaperWork *self, const char *programme);
const char *netz_paper_name_status (NetzWording wording, const char *status);
char *netz_paper_name_partnership (const NetzPaperWork *self, const NetzPartnership *partnership);
char *netz_paper_name_network (const NetzPaperWork *self);
GPtrArray *netz_paper_sort_institutions (const NetzPaperWork *self, GPtrArray *institutions);
void netz_paper_sort_texts (GPtrArray *texts);
void netz_paper_add_list (const NetzPaperWork *self, GPtrArray *items);

/* netz-paper-figures.c */
void netz_paper_count (NetzNetwork *network, NetzPaperCounts *counts);
void netz_paper_describe_institutions (const NetzPaperWork *self, const NetzPaperCounts *counts);
void netz_paper_describe_partnerships (const NetzPaperWork *self, const NetzPaperCounts *counts);
void netz_paper_add_kinds (const NetzPaperWork *self);
void netz_paper_add_programmes (const NetzPaperWork *self);

/* The sections. */
void netz_committee_write_network (const NetzPaperWork *self);
void netz_committee_write_figures (const NetzPaperWork *self);
void netz_committee_write_changes (const NetzPaperWork *self);
void netz_committee_write_coverage (const NetzPaperWork *self);
void netz_committee_write_synergies (const NetzPaperWork *self);
void netz_committee_write_steps (const NetzPaperWork *self);
void netz_committee_write_picture (const NetzPaperWork *self);
void netz_committee_write_sources (const NetzPaperWork *self);
gboolean netz_committee_has_coverage (const NetzPaperWork *self);
gboolean netz_committee_has_synergies (const NetzPaperWork *self);
gboolean netz_committee_has_changes (const NetzPaperWork *self);

G_END_DECLS
