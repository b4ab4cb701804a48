/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzMendPopover: what would mend a criterion that a partnership does not
 * keep: the advice of the catalogue, and the field to enter it.
 */
#pragma once

#include "app/netz-session.h"
#include "model/netz-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_MEND_POPOVER (netz_mend_popover_get_type ())
G_DECLARE_FINAL_TYPE (NetzMendPopover, netz_mend_popover, NETZ, MEND_POPOVER, GtkPopover)

GtkWidget *netz_mend_popover_new (NetzSession *session, const char *partnership, NetzCatalogueItem *criterion);

G_END_DECLS
