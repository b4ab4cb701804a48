/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list of agreements: when each ends, and what is missing, with the means to mend it. */
#pragma once

#include "app/netz-todo-cells.h"

G_BEGIN_DECLS

void netz_agreements_cells_add (GtkColumnView *view, NetzSession **session, GPtrArray **criteria);
const char *netz_agreements_cells_describe_state (const NetzAgreement *agreement);

G_END_DECLS
