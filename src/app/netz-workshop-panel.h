/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzWorkshopPanel: what the parts of the workshop page have in common: a
 * group of rows about one workshop, made anew when it has changed. The row that
 * had the keyboard has it again afterwards.
 *
 * Signal "show-on-canvas" (GStrv ids): somebody wants to see these records on the canvas.
 */
#pragma once

#include "app/netz-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_WORKSHOP_PANEL (netz_workshop_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (NetzWorkshopPanel, netz_workshop_panel, NETZ, WORKSHOP_PANEL, AdwBin)

/**
 * NetzWorkshopPanelClass:
 * @fill: adds the rows; the workshop is there
 */
struct _NetzWorkshopPanelClass
{
  AdwBinClass parent_class;

  void (*fill) (NetzWorkshopPanel *self, NetzWorkshop *workshop);
};

void netz_workshop_panel_show (NetzWorkshopPanel *self,
                               NetzSession *session,
                               const char *workshop,
                               NetzCatalogue *catalogue);
void netz_workshop_panel_clear (NetzWorkshopPanel *self);
NetzSession *netz_workshop_panel_get_session (NetzWorkshopPanel *self);
NetzNetwork *netz_workshop_panel_get_network (NetzWorkshopPanel *self);
NetzCatalogue *netz_workshop_panel_get_catalogue (NetzWorkshopPanel *self);
const char *netz_workshop_panel_get_id (NetzWorkshopPanel *self);
AdwPreferencesGroup *netz_workshop_panel_get_group (NetzWorkshopPanel *self);
void netz_workshop_panel_add (NetzWorkshopPanel *self, GtkWidget *row);
void netz_workshop_panel_add_heading (NetzWorkshopPanel *self, const char *text);
void netz_workshop_panel_show_on_canvas (NetzWorkshopPanel *self, const char *id);
GtkWidget *netz_workshop_panel_make_row (const char *title, const char *subtitle);

G_END_DECLS
