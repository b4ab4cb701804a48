/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The paper to a committee: the form of a paper of the administration (part of
 * the session; body, date, agenda item; the reason, one box of four ticked),
 * then text, tables and a picture made from the network, and between them the
 * paragraphs of its author.
 */
#pragma once

#include "model/netz-catalogue.h"
#include "model/netz-network.h"
#include "report/netz-dossier.h"

G_BEGIN_DECLS

/**
 * NetzCommitteeSection:
 * @id: what paragraphs of the author name to come after it, and what papers leave out
 * @title: what it is called, in English, to be translated
 *
 * A section of the paper.
 */
typedef struct
{
  const char *id;
  const char *title;
} NetzCommitteeSection;

/**
 * NetzCommitteeReport:
 * @network: what is reported on; a part of a network is one too
 * @paper: (nullable): head, reason, dates and paragraphs
 * @earlier: (nullable): what it is compared with; %NULL = by the dates in @network, if the paper says since when
 * @catalogue: (nullable): whose criteria agreements must keep; %NULL = nothing is said of them
 * @language: (nullable): "de" or "en"; %NULL = the network's, English where it has none
 * @today: the day on which the paper is made, "2008-08-11"
 * @file_name: (nullable): where the network is kept
 * @file_hash: (nullable): SHA-256 of that file
 *
 * What a paper is made of. Nothing in it is owned. Begin with all zero.
 */
typedef struct
{
  NetzNetwork *network;
  const NetzCommitteePaper *paper;
  NetzNetwork *earlier;
  const NetzCatalogue *catalogue;
  const char *language;
  const char *today;
  const char *file_name;
  const char *file_hash;
} NetzCommitteeReport;

const NetzCommitteeSection *netz_committee_report_get_sections (guint *n_sections);
gboolean netz_committee_paper_leaves_out (const NetzCommitteePaper *paper, const char *section);
NetzDossier *netz_committee_report_write (const NetzCommitteeReport *self);

G_END_DECLS
