/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCommitteePaper: what the program cannot know about a paper to a
 * committee: the head of its form, the reason for it, what it compares with,
 * and the paragraphs that its author wrote. All else in the paper is made from
 * the network when it is printed.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_COMMITTEE_PAPER (netz_committee_paper_get_type ())
#define NETZ_COMMITTEE_PAPER(object) ((NetzCommitteePaper *) (object))
#define NETZ_IS_COMMITTEE_PAPER(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_COMMITTEE_PAPER))

struct _NetzCommitteePaper
{
  NetzRecord parent_instance;

  GRefString *title;               /* the subject */
  GRefString *body;                /* the committee that it is for */
  GRefString *date;                /* of its session */
  GRefString *item;                /* of its agenda */
  GRefString *part;                /* "public", "non-public" */
  GRefString *reason;              /* "notice", "answer", "inquiry", "motion" */
  GRefString *as_of;               /* what held that day */
  GRefString *since;               /* tells what changed since then */
  GRefString *since_file;          /* or since that file, by its path */
  GRefString *left_out;            /* ids of sections, separated by blanks */
  GPtrArray *paragraphs;           /* NetzPart: after, heading, text */
  GRefString *sources;
};

GType netz_committee_paper_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzCommitteePaper, g_object_unref)

G_END_DECLS
