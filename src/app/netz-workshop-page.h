/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopPage: the workshops of the network, one in sight: what it is, its
 * sessions, who takes part, whether it has what it needs, and what was done.
 * It shows the whole network, whatever part is looked at.
 */
#pragma once

#include "app/netz-window-page.h"

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_PAGE (netz_workshop_page_get_type ())
G_DECLARE_FINAL_TYPE (NetzWorkshopPage, netz_workshop_page, NETZ, WORKSHOP_PAGE, NetzWindowPage)

NetzCatalogue *netz_workshop_page_load_catalogue (NetzNetwork *network);

G_END_DECLS
