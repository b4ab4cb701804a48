/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Networks with every field of the tables and texts that are hard to write. */
#pragma once

#include "model/netz-snapshot.h"

G_BEGIN_DECLS

NetzSnapshot *netz_test_random_network (GRand *random, guint n_records);

G_END_DECLS
