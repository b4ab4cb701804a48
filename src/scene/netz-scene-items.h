/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzItems: what a scene draws, as plain arrays: one item a record that is
 * drawn, without an object each, so that a network of 100,000 fits easily. An
 * item is a number, its type in the two highest bits; it stays the same while
 * its record is drawn, so that the order of painting stays too. Owned by a
 * scene, for the files of this folder only; lengths are scene units.
 */
#pragma once

#include "scene/netz-label-cache.h"
#include "scene/netz-node.h"
#include "scene/netz-scene-index.h"

G_BEGIN_DECLS

#define NETZ_NO_ITEM G_MAXUINT32
#define NETZ_ITEM(type, slot) (((guint32) (type) << 30) | (slot))
#define NETZ_ITEM_TYPE(item) ((NetzItemType) ((item) >> 30))
#define NETZ_ITEM_SLOT(item) ((item) & 0x3fffffff)

/* Between an institution's shape and its name. */
#define NETZ_LABEL_GAP 5.0

/* The width of names, at the usual size of the type. */
#define NETZ_LABEL_WRAP 160.0
#define NETZ_LABEL_SIZE 13.0

typedef enum
{
  NETZ_ITEM_FRAME,
  NETZ_ITEM_EDGE,
  NETZ_ITEM_NODE,
  NETZ_ITEM_NOTE,
} NetzItemType;

typedef enum
{
  NETZ_MARK_NOTES = 1 << 0,
  NETZ_MARK_CONTACT = 1 << 1, /* it has partnerships, but no contact */
  NETZ_MARK_PINNED = 1 << 2,
} NetzMarks;

/* `record` is owned and NULL where the slot is free. */
typedef struct
{
  NetzInstitution *record;
  NetzPoint centre;
  guint32 first_edge;
  guint32 degree;
  float radius; /* of the shape */
  float label_width;
  float label_height;
  guint16 look;
  guint16 group; /* of the scene's colouring; 0: none */
  guint8 marks;
  guint8 faded;
} NetzNodeItem;

typedef struct
{
  NetzPartnership *record;
  guint32 ends[2]; /* slots of institutions, in the order of their ids */
  guint32 next[2]; /* the next partnership at either end */
  guint16 look;
  guint16 place; /* in the fan of the pair */
  guint16 of;
  guint8 status;
  guint8 faded;
} NetzEdgeItem;

typedef struct
{
  NetzRecord *record;
  NetzRect rect;
  gboolean faded;
} NetzBoxItem;

typedef struct
{
  GArray *slots[4]; /* by type: NetzBoxItem, NetzEdgeItem, NetzNodeItem, NetzBoxItem */
  GArray *free[4];  /* guint32 */
  GHashTable *by_id; /* the record's id -> item + 1 */
  NetzSceneIndex *index;
  GArray *damage; /* NetzRect; NULL where nobody wants to know */
  NetzLabelCache *labels;
  GArray *looks; /* NetzLook, for shapes */
  double font_size;
  double line_width;
  gboolean whole_names;
  gboolean joined; /* names do not break at hyphens */
  guint n_edges;
  guint64 revision;
} NetzItems;

NetzItems *netz_items_new (NetzLabelCache *labels, GArray *looks);
void netz_items_free (NetzItems *self);
void netz_items_clear (NetzItems *self);

guint32 netz_items_find (NetzItems *self, const char *id);
NetzNodeItem *netz_items_get_node (NetzItems *self, guint32 slot);
NetzEdgeItem *netz_items_get_edge (NetzItems *self, guint32 slot);
NetzBoxItem *netz_items_get_box (NetzItems *self, guint32 item);
NetzRecord *netz_items_get_record (NetzItems *self, guint32 item);
guint netz_items_get_n_slots (NetzItems *self, NetzItemType type);

guint32 netz_items_add_node (NetzItems *self, NetzInstitution *record, const NetzNodeItem *model);
void netz_items_remove_node (NetzItems *self, guint32 slot);
void netz_items_update_node (NetzItems *self, guint32 slot, NetzInstitution *record, const NetzNodeItem *model);
guint32 netz_items_add_edge (NetzItems *self, NetzPartnership *record, guint32 a, guint32 b, const NetzEdgeItem *model);
void netz_items_remove_edge (NetzItems *self, guint32 slot);
void netz_items_fan_out (NetzItems *self, guint32 a, guint32 b);
void netz_items_fan_out_all (NetzItems *self);
void netz_items_add_box (NetzItems *self, NetzItemType type, NetzRecord *record, const NetzRect *rect, gboolean faded);
void netz_items_remove_box (NetzItems *self, guint32 item);
void netz_items_damage_node (NetzItems *self, guint32 slot);

void netz_items_route (NetzItems *self, const NetzEdgeItem *edge, NetzPoint a, NetzPoint b, NetzCurve *curve);
void netz_items_get_curve (NetzItems *self, guint32 slot, NetzCurve *curve);
double netz_items_get_wrap (NetzItems *self);
NetzLabelSpec netz_items_get_label_spec (NetzItems *self, const NetzNodeItem *node);
NetzRect netz_items_get_label_box (NetzItems *self, const NetzNodeItem *node);
NetzRect netz_items_get_bounds (NetzItems *self, guint32 item);

NetzRect netz_items_get_shape (NetzItems *self, guint32 item);

GArray *netz_items_collect (NetzItems *self, const NetzRect *area);

G_END_DECLS
