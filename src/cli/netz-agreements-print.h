/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How agreements and next steps come out of "netz agreements": as text, JSON and CSV. */
#pragma once

#include "planning/netz-agreement.h"
#include "planning/netz-next-steps.h"

G_BEGIN_DECLS

/**
 * NetzAgreementsPrint:
 * @network: whose they are
 * @agreements: (nullable): %NULL where they are not asked for
 * @only_missing: of them, only what is missing
 * @steps: (nullable) (element-type NetzNextStep): %NULL where they are not asked for
 * @day: the day that counts as today
 * @months: how far ahead an end is told
 */
typedef struct
{
  NetzNetwork *network;
  const NetzAgreements *agreements;
  gboolean only_missing;
  GArray *steps;
  const GDate *day;
  guint months;
} NetzAgreementsPrint;

void netz_agreements_print_text (const NetzAgreementsPrint *self);
void netz_agreements_print_json (const NetzAgreementsPrint *self);
void netz_agreements_print_csv (const NetzAgreementsPrint *self);
gboolean netz_agreements_print_found (const NetzAgreementsPrint *self);

G_END_DECLS
