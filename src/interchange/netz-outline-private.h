/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzOutline: an outline being applied. Shared by the files of netz-outline
 * only. What returns gboolean has said what is wrong where it is FALSE.
 */
#pragma once

#include "interchange/netz-outline-line.h"
#include "interchange/netz-outline-names.h"
#include "interchange/netz-outline.h"

G_BEGIN_DECLS

/**
 * NetzOutline:
 * @draft: where to write
 * @flags: how strict to be
 * @names: what names stand for
 * @used: ids of partnerships that a line has spoken of already
 * @notes: what was noticed
 * @statement: the one in hand
 */
typedef struct
{
  NetzDraft *draft;
  NetzOutlineFlags flags;
  NetzOutlineNames *names;
  GHashTable *used;
  GPtrArray *notes;
  const NetzOutlineStatement *statement;
} NetzOutline;

gboolean netz_outline_fail (NetzOutline *self, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *netz_outline_find_or_make (NetzOutline *self, NetzTable table, const char *name, guint column);
const char *netz_outline_take_institution (NetzOutline *self, const NetzOutlineName *name, gboolean make);
gboolean netz_outline_set_item (NetzOutline *self, NetzTable table, const char *id, const NetzOutlineItem *item);
gboolean netz_outline_set_items (NetzOutline *self, NetzTable table, const char *id, GPtrArray *items);

/* netz-outline-partnership.c */
gboolean netz_outline_run_connect (NetzOutline *self);
gboolean netz_outline_run_set_partnership (NetzOutline *self);
gboolean netz_outline_run_remove_partnerships (NetzOutline *self);

G_END_DECLS
