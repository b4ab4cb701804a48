/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records and changes in words: what lists, tooltips, messages and "netz diff"
 * show. Texts are in the language of the messages; names of kinds and
 * programmes in the language asked for (NULL: that of the messages).
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

const char *netz_language_get (void);
char *netz_describe_record (NetzNetwork *network, const NetzRecord *record);
char *netz_describe_partnership (NetzNetwork *network, const NetzPartnership *partnership);
char *netz_describe_value (NetzNetwork *network, const NetzField *field, const NetzRecord *record);
const char *netz_describe_kind (NetzNetwork *network, const char *kind, const char *language);
const char *netz_describe_programme (NetzNetwork *network, const char *programme, const char *language);
const char *netz_describe_status (const char *status);
GPtrArray *netz_describe_change (NetzNetwork *before, NetzNetwork *after, const NetzChange *change);

G_END_DECLS
