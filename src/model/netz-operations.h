/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done to a network. Each is a plain function that writes into a
 * draft; several may share one draft and so become one step of the history.
 * None knows of undo, redraw or notification.
 *
 * `ids` are %NULL-terminated lists of ids of institutions, partnerships, frames
 * and notes; what an operation has no use for, it passes over. Ids handed out
 * are owned by the draft unless a function says otherwise. Lengths are scene
 * units, positions of institutions are the centres of their shapes.
 */
#pragma once

#include "model/netz-draft.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_ALIGN_LEFT,
  NETZ_ALIGN_CENTRE,
  NETZ_ALIGN_RIGHT,
  NETZ_ALIGN_TOP,
  NETZ_ALIGN_MIDDLE,
  NETZ_ALIGN_BOTTOM,
} NetzAlignment;

/* netz-operations-add.c */
const char *netz_add_institution (NetzDraft *draft, const char *name, const char *kind, double x, double y);
const char *netz_add_frame (NetzDraft *draft, const char *title, double x, double y, double width, double height);
const char *netz_add_note (NetzDraft *draft, const char *text, double x, double y);
const char *netz_add_kind (NetzDraft *draft, const char *name, const char *language, const char *group);
const char *netz_add_programme (NetzDraft *draft, const char *name, const char *language, const char *from,
                                const char *to);
const char *netz_add_view (NetzDraft *draft, const char *title, double x, double y, double width, double height);
const char *netz_add_workshop (NetzDraft *draft, const char *title);
const char *netz_add_paper (NetzDraft *draft, const char *title);

/* netz-operations-connect.c */
const char *netz_connect (NetzDraft *draft, const char *from, const char *to, const char *programme, const char *status,
                          GError **error);
const char *netz_programme_for_kinds (NetzDraft *draft, const char *kind_a, const char *kind_b);
void netz_set_programme (NetzDraft *draft, const char *const *ids, const char *programme);

/* netz-operations-contact.c */
gboolean netz_set_contact (NetzDraft *draft, const char *partnership, const char *side, const char *person);

/* netz-operations-field.c */
gboolean netz_rename (NetzDraft *draft, const char *id, const char *name);
gboolean netz_set_field (NetzDraft *draft, const char *const *ids, const char *field, const char *text, GError **error);
gboolean netz_set_list (NetzDraft *draft, NetzTable table, const char *id, const char *field, GPtrArray *list);
void netz_set_pinned (NetzDraft *draft, const char *const *ids, gboolean pinned);

/* netz-operations-move.c */
void netz_place (NetzDraft *draft, const char *id, double x, double y);
void netz_move (NetzDraft *draft, const char *const *ids, double dx, double dy);
void netz_resize (NetzDraft *draft, const char *id, double x, double y, double width, double height);
void netz_align (NetzDraft *draft, const char *const *ids, NetzAlignment alignment);
void netz_distribute (NetzDraft *draft, const char *const *ids, gboolean vertically);

/* netz-operations-frame.c */
void netz_put_in_frame (NetzDraft *draft, const char *const *ids, const char *frame);
void netz_settle_in_frames (NetzDraft *draft, const char *const *ids);

/* netz-operations-place.c */
void netz_place_unplaced (NetzDraft *draft);

/* netz-operations-delete.c */
void netz_delete (NetzDraft *draft, const char *const *ids);
gboolean netz_unite (NetzDraft *draft, const char *keep, const char *gone, GError **error);
gboolean netz_remove_record (NetzDraft *draft, NetzTable table, const char *id, GError **error);

/* netz-operations-copy.c */
NetzSnapshot *netz_copy (NetzNetwork *network, const char *const *ids);
char **netz_paste (NetzDraft *draft, const NetzSnapshot *clip, double dx, double dy);
char **netz_duplicate (NetzDraft *draft, const char *const *ids, double dx, double dy);

G_END_DECLS
