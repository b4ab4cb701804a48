/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzDetails: a list of sentences in a window of its own, each perhaps about
 * something on the canvas: choosing a line selects it there.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

#define NETZ_TYPE_DETAILS (netz_details_get_type ())
G_DECLARE_FINAL_TYPE (NetzDetails, netz_details, NETZ, DETAILS, AdwWindow)

NetzDetails *netz_details_new (NetzWindow *parent, const char *title, const char *text);
void netz_details_add (NetzDetails *self, const char *sentence, const char *quiet, const char *id);

G_END_DECLS
