/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a network of netz-test-network.h with what planners enter. */
#pragma once

#include "model/netz-network.h"

#include <stdarg.h>

G_BEGIN_DECLS

void fixture_set (NetzNetwork *network, const char *id, ...) G_GNUC_NULL_TERMINATED;
void fixture_set_contact (NetzNetwork *network, const char *id, const char *side, const char *person);
void fixture_make_systematic (NetzNetwork *network, const char *programme);
GDate fixture_day (const char *text);

G_END_DECLS
