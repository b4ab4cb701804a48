/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of this folder that build, read and paint a scene share.
 */
#pragma once

#include "scene/netz-label-plan.h"
#include "scene/netz-scene-items.h"

G_BEGIN_DECLS

/**
 * NetzLine:
 * @colour: of the programme, readable on the ground
 * @is_double: links among partners: a double line above all others
 * @programme: (nullable): owned
 */
typedef struct
{
  NetzRgba colour;
  gboolean is_double;
  NetzProgramme *programme;
} NetzLine;

struct _NetzScene
{
  GObject parent_instance;

  NetzNetwork *network;
  const NetzStyle *style;
  char *language;
  gboolean show_ended;
  gboolean size_by_degree;
  gboolean whole_names;
  gboolean joined_names;
  gboolean show_marks;
  double font_scale;
  char *background_folder;
  GHashTable *hidden_kinds;
  GHashTable *hidden_programmes;
  GHashTable *hidden_ids;
  GHashTable *faded_ids;
  NetzColouring *colouring; /* NULL: none */
  NetzNetwork *part;   /* NULL: all of it */
  gboolean fades_rest; /* what is not in the part is faded, not left out */

  /* Held by whoever changes what follows, and by the painter. */
  GMutex lock;
  NetzIcons *icons;
  NetzLabelCache *labels;
  NetzLabelPlan *plan;
  GArray *looks;      /* NetzLook; the first is for those without a kind */
  GPtrArray *kinds;   /* the NetzKind of each look, NULL for the first */
  GHashTable *look_of; /* id of a kind -> index */
  GArray *lines;      /* NetzLine; the first is for those without a programme */
  GHashTable *line_of;
  NetzItems *items;
  GHashTable *stamps; /* small pictures of shapes, for the painter */
  cairo_surface_t *background;
  NetzRect background_rect;
  double background_opacity;
  int density;

  NetzRect bounds;
  guint64 bounds_revision;
};

void netz_scene_refresh (NetzScene *self);
void netz_scene_damage_all (NetzScene *self);
void netz_scene_load_background (NetzScene *self);
void netz_scene_rebuild (NetzScene *self);
void netz_scene_update_density (NetzScene *self);
gboolean netz_scene_has_in_part (NetzScene *self, const NetzRecord *record);
gboolean netz_scene_shows_institution (NetzScene *self, const NetzInstitution *institution);
void netz_scene_describe_node (NetzScene *self, NetzInstitution *record, NetzNodeItem *model);
guint32 netz_scene_find_node (NetzScene *self, const char *id);
gboolean netz_scene_add_partnership (NetzScene *self, NetzPartnership *partnership);
void netz_scene_add_box (NetzScene *self, NetzRecord *record);
gboolean netz_scene_take_edit (NetzScene *self, NetzEdit *edit);
const char *netz_scene_get_name_language (NetzScene *self);
double netz_scene_get_edge_alpha (NetzScene *self);

G_END_DECLS
