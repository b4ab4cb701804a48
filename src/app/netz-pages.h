/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzPages: the canvas and the pages beside it, of which one is in sight.
 *
 * Property "visible-page" (uint, NetzPageId): the one in sight.
 */
#pragma once

#include "app/netz-round-panel.h"
#include "app/netz-stage.h"
#include "app/netz-window-page.h"

G_BEGIN_DECLS

/**
 * NetzPageId:
 *
 * The pages, in the order of the switcher.
 */
typedef enum
{
  NETZ_PAGE_NETWORK,
  NETZ_PAGE_TABLE,
  NETZ_PAGE_COVERAGE,
  NETZ_PAGE_INSIGHTS,
  NETZ_PAGE_WORKSHOP,
} NetzPageId;

#define NETZ_TYPE_PAGES (netz_pages_get_type ())
G_DECLARE_FINAL_TYPE (NetzPages, netz_pages, NETZ, PAGES, AdwBin)

NetzStage *netz_pages_get_stage (NetzPages *self);
AdwViewStack *netz_pages_get_stack (NetzPages *self);
void netz_pages_set_session (NetzPages *self, NetzSession *session);
NetzRoundPanel *netz_pages_get_round (NetzPages *self);
NetzPageId netz_pages_get_visible (NetzPages *self);
void netz_pages_show (NetzPages *self, NetzPageId page);
void netz_pages_show_on_canvas (NetzPages *self, const char *const *ids);

G_END_DECLS
