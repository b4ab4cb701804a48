/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules that a network should keep, as a table of functions. A rule finds
 * issues and never mends anything.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_SEVERITY_NOTE,    /* worth a look */
  NETZ_SEVERITY_WARNING, /* odd, but it may be meant */
  NETZ_SEVERITY_ERROR,   /* cannot be right */
} NetzSeverity;

/**
 * NetzIssue:
 * @rule: the rule's id, "dangling-end"
 * @severity: how bad it is
 * @table: the table of the record concerned
 * @id: its id
 * @other: (nullable): the id of another record concerned
 * @message: a sentence
 */
typedef struct
{
  const char *rule;
  NetzSeverity severity;
  NetzTable table;
  GRefString *id;
  GRefString *other;
  char *message;
} NetzIssue;

void netz_issue_free (NetzIssue *self);
GPtrArray *netz_check (NetzNetwork *network);
GPtrArray *netz_check_record (NetzNetwork *network, NetzTable table, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzIssue, netz_issue_free)

G_END_DECLS
