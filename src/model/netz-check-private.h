/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzChecker: a check at work: the network, what has been found, and the
 * indexes that the rules about duplicates need. Shared by the files of
 * netz-check only.
 */
#pragma once

#include "model/netz-check.h"

G_BEGIN_DECLS

/**
 * NetzChecker:
 * @network: what is checked
 * @issues: (element-type NetzIssue): what has been found
 * @one: (nullable): the id of the only record that is asked about
 * @twins: (nullable): id of a record -> the id of another that says the same; made when first needed
 */
typedef struct
{
  NetzNetwork *network;
  GPtrArray *issues;
  const char *one;
  GHashTable *twins[NETZ_N_TABLES];
} NetzChecker;

void netz_checker_report (NetzChecker *self,
                          const char *rule,
                          NetzSeverity severity,
                          const NetzRecord *record,
                          const char *other,
                          const char *format,
                          ...) G_GNUC_PRINTF (6, 7);
char *netz_checker_name (NetzChecker *self, const NetzRecord *record);

/* netz-check-duplicates.c */
void netz_check_duplicate_institution (NetzChecker *self, const NetzRecord *record);
void netz_check_duplicate_partnership (NetzChecker *self, const NetzRecord *record);

/* netz-check-values.c */
void netz_check_references (NetzChecker *self, const NetzRecord *record);
void netz_check_values (NetzChecker *self, const NetzRecord *record);
void netz_check_date_order (NetzChecker *self, const NetzRecord *record);

G_END_DECLS
