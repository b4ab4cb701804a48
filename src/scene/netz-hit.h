/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzHit: what of a scene is under a point. The id is owned by the network.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_HIT_NOTHING,
  NETZ_HIT_NODE,         /* an institution's shape */
  NETZ_HIT_RIM,          /* its outer ring: a partnership begins here */
  NETZ_HIT_LABEL,        /* its name: counts as the institution */
  NETZ_HIT_EDGE,         /* a partnership */
  NETZ_HIT_FRAME,        /* a frame's border or title */
  NETZ_HIT_FRAME_CORNER,
  NETZ_HIT_NOTE,
  NETZ_HIT_NOTE_CORNER,
} NetzHitPart;

typedef enum
{
  NETZ_CORNER_TOP_LEFT,
  NETZ_CORNER_TOP_RIGHT,
  NETZ_CORNER_BOTTOM_RIGHT,
  NETZ_CORNER_BOTTOM_LEFT,
} NetzCorner;

/**
 * NetzHit:
 * @part: what was hit
 * @id: (nullable): of the institution, partnership, frame or note
 * @corner: which one, where a corner was hit
 */
typedef struct
{
  NetzHitPart part;
  const char *id;
  NetzCorner corner;
} NetzHit;

gboolean netz_hit_is_institution (const NetzHit *self);

G_END_DECLS
