/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "app/netz-workshop-edit.h"

void
netz_window_close_workshop_session (NetzWindow *self, int detail)
{
  netz_workshop_edit_close_open (netz_window_get_session (self));
}

/* Begins the round on the canvas, or ends the one that is under way. */
void
netz_window_guide_round (NetzWindow *self, int detail)
{
  NetzPages *pages = netz_window_get_pages (self);
  NetzRoundPanel *round = netz_pages_get_round (pages);

  if (netz_round_panel_is_under_way (round))
    {
      netz_round_panel_end (round);
      gtk_widget_grab_focus (GTK_WIDGET (netz_pages_get_stage (pages)));
      return;
    }
  netz_pages_show (pages, NETZ_PAGE_NETWORK);
  netz_round_panel_begin (round, netz_window_get_session (self));
}

void
netz_window_step_round (NetzWindow *self, int step)
{
  netz_round_panel_step (netz_pages_get_round (netz_window_get_pages (self)), step);
}
