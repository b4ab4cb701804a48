/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other people's formats leave out of a network, whatever the format. */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

void netz_exchange_add_table_losses (GPtrArray *losses, NetzNetwork *network, gboolean frames);

G_END_DECLS
