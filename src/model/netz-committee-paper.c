/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-committee-paper.h"
#include "model/netz-record-private.h"

#include <glib/gi18n-lib.h>

static const NetzChoice parts[] = {
  { "public", NC_ ("choice", "Public part") },
  { "non-public", NC_ ("choice", "Non-public part") },
  { NULL, NULL },
};

static const NetzChoice reasons[] = {
  { "notice", NC_ ("choice", "Notice of the administration") },
  { "answer", NC_ ("choice", "Answer to questions from earlier sessions") },
  { "inquiry", NC_ ("choice", "Answer to a question under § 4 of the rules of procedure") },
  { "motion", NC_ ("choice", "Comment on a motion under § 3 of the rules of procedure") },
  { NULL, NULL },
};

const NetzField netz_committee_paper_fields[] = {
  NETZ_FIELD (STRING, NetzCommitteePaper, "title", title, N_ ("Subject")),
  NETZ_FIELD (STRING, NetzCommitteePaper, "body", body, N_ ("Committee")),
  NETZ_FIELD (DATE, NetzCommitteePaper, "date", date, N_ ("Session on")),
  NETZ_FIELD (STRING, NetzCommitteePaper, "item", item, N_ ("Agenda item")),
  NETZ_FIELD (CHOICE, NetzCommitteePaper, "part", part, N_ ("Part of the session"), .choices = parts),
  NETZ_FIELD (CHOICE, NetzCommitteePaper, "reason", reason, N_ ("Reason"), .choices = reasons),
  NETZ_FIELD (DATE, NetzCommitteePaper, "as-of", as_of, N_ ("As of")),
  NETZ_FIELD (DATE, NetzCommitteePaper, "since", since, N_ ("What changed since")),
  NETZ_FIELD (STRING, NetzCommitteePaper, "since-file", since_file,
              N_ ("What changed since the file"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (STRING, NetzCommitteePaper, "left-out", left_out, N_ ("Sections left out"), .flags = NETZ_FIELD_INNER),
  NETZ_FIELD (PARTS, NetzCommitteePaper, "paragraphs", paragraphs,
              N_ ("Own paragraphs"), .part = &netz_paragraph_part),
  NETZ_FIELD (TEXT, NetzCommitteePaper, "sources", sources, N_ ("Sources")),
};

NETZ_DEFINE_RECORD (NetzCommitteePaper, netz_committee_paper)
