/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzScene: what of a network is drawn, and where: one item a record, with
 * bounds in scene units (1 unit is a pixel at 100 %, y downwards), found fast
 * by place. It follows the network's "changed" and recomputes only what an edit
 * touched. It belongs to the thread of its network; while that thread leaves it
 * alone or only reads, one other thread may paint it (netz-painter.h).
 *
 * Signal "damaged" (NetzScene *self, NetzRect *rect): what lies in the
 * rectangle looks different now; NULL = all of it. Not to be kept.
 *
 * Signal "colouring-changed" (NetzScene *self): groups are shown by colour, or
 * no longer.
 *
 * `ids` are NULL-terminated lists or sets; ids handed out are owned by the
 * network and live as long as their records are in it.
 */
#pragma once

#include "model/netz-network.h"
#include "scene/netz-colouring.h"
#include "scene/netz-geometry.h"
#include "scene/netz-hit.h"
#include "scene/netz-style.h"

G_BEGIN_DECLS

/* Half the size of an institution's shape. */
#define NETZ_NODE_RADIUS 22.0
/* How many times larger a shape can be where its size shows the number of partnerships. */
#define NETZ_NODE_GROWTH 2.0

#define NETZ_TYPE_SCENE (netz_scene_get_type ())
G_DECLARE_FINAL_TYPE (NetzScene, netz_scene, NETZ, SCENE, GObject)

NetzScene *netz_scene_new (NetzNetwork *network, NetzStyleId style);
NetzNetwork *netz_scene_get_network (NetzScene *self);

const NetzStyle *netz_scene_get_style (NetzScene *self);
void netz_scene_set_style (NetzScene *self, NetzStyleId style);
const char *netz_scene_get_language (NetzScene *self);
void netz_scene_set_language (NetzScene *self, const char *language);
gboolean netz_scene_get_show_ended (NetzScene *self);
void netz_scene_set_show_ended (NetzScene *self, gboolean show_ended);
gboolean netz_scene_get_size_by_degree (NetzScene *self);
void netz_scene_set_size_by_degree (NetzScene *self, gboolean size_by_degree);
double netz_scene_get_font_scale (NetzScene *self);
void netz_scene_set_font_scale (NetzScene *self, double font_scale);
gboolean netz_scene_get_whole_names (NetzScene *self);
void netz_scene_set_whole_names (NetzScene *self, gboolean whole_names, gboolean joined);
gboolean netz_scene_get_show_marks (NetzScene *self);
void netz_scene_set_show_marks (NetzScene *self, gboolean show_marks);
void netz_scene_set_background_folder (NetzScene *self, const char *folder);

/* What is left out, and what stands back. NULL = nothing. */
void netz_scene_set_hidden_kinds (NetzScene *self, const char *const *kinds);
gboolean netz_scene_is_kind_hidden (NetzScene *self, const char *kind);
void netz_scene_set_hidden_programmes (NetzScene *self, const char *const *programmes);
gboolean netz_scene_is_programme_hidden (NetzScene *self, const char *programme);
void netz_scene_set_hidden_ids (NetzScene *self, const char *const *ids);
void netz_scene_set_faded_ids (NetzScene *self, const char *const *ids);
NetzColouring *netz_scene_get_colouring (NetzScene *self);
void netz_scene_set_colouring (NetzScene *self, NetzColouring *colouring);
void netz_scene_set_part (NetzScene *self, NetzNetwork *part, gboolean fade);

/* Where things are. FALSE, and an empty rectangle, where the id is not drawn. */
gboolean netz_scene_get_bounds (NetzScene *self, NetzRect *bounds);
gboolean netz_scene_get_item_bounds (NetzScene *self, const char *id, NetzRect *bounds);
gboolean netz_scene_get_shape_bounds (NetzScene *self, const char *id, NetzRect *bounds);
gboolean netz_scene_get_label_rect (NetzScene *self, const char *id, NetzRect *rect);
gboolean netz_scene_get_curve (NetzScene *self, const char *partnership, NetzCurve *curve);

GPtrArray *netz_scene_query (NetzScene *self, const NetzRect *rect);
GPtrArray *netz_scene_query_inside (NetzScene *self, const NetzRect *rect);
gboolean netz_scene_pick (NetzScene *self, double x, double y, double tolerance, NetzHit *hit);

G_END_DECLS
