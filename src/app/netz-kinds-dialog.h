/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzKindsDialog: the network's own catalogue: kinds of institutions and
 * programmes, to be added, changed and removed. They travel in the file; every
 * change is a step of the history.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_KINDS_DIALOG (netz_kinds_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NetzKindsDialog, netz_kinds_dialog, NETZ, KINDS_DIALOG, AdwWindow)

NetzKindsDialog *netz_kinds_dialog_new (GtkWindow *parent, NetzSession *session);

G_END_DECLS
