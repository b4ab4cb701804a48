/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPartDialog: one session or participant of a workshop, to be entered or
 * changed. It changes nothing itself: what was entered goes to a function.
 */
#pragma once

#include "model/netz-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_PART_DIALOG (netz_part_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzPartDialog, netz_part_dialog, NETZ, PART_DIALOG, AdwWindow)

/**
 * NetzPartFunc:
 * @part: (nullable): what was entered; %NULL: it is to be removed
 * @data: data
 */
typedef void (*NetzPartFunc) (NetzPart *part, gpointer data);

NetzPartDialog *netz_part_dialog_new (GtkWindow *parent,
                                      const char *title,
                                      NetzNetwork *network,
                                      const NetzCatalogue *catalogue,
                                      NetzPart *part,
                                      gboolean removable);
void netz_part_dialog_set_func (NetzPartDialog *self, NetzPartFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
