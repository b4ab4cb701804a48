/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "app/netz-workshop-edit.h"

void
netz_window_close_workshop_session (NetzWindow *self, int detail)
{
  netz_workshop_edit_close_open (netz_window_get_session (self));
}
