/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The menus, made from names of actions: label and key come from their table.
 */
#pragma once

#include "app/netz-window-actions.h"

G_BEGIN_DECLS

GMenuModel *netz_menus_new_primary (void);
GMenuModel *netz_menus_new_for_item (NetzNetwork *network, const char *id, const char *language);

G_END_DECLS
