/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work that was not saved when the program ended: opened again in windows of
 * its own, each with a word about what it is. It is offered at every start
 * until the user saves it or closes it without saving.
 */
#pragma once

#include "app/netz-application.h"

G_BEGIN_DECLS

void netz_application_recover (NetzApplication *self);

G_END_DECLS
