/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzLoad: how many schools each service provider serves, against how many it
 * can. All its schools count, also where only a part of the network is looked
 * at. A plain struct that keeps references to the records; whoever made it
 * owns it.
 */
#pragma once

#include "planning/netz-coverage.h"

G_BEGIN_DECLS

/* Of providers that do not say how many schools they can serve: most work with two to five. */
#define NETZ_LOAD_USUAL_LEAST 2u
#define NETZ_LOAD_USUAL_MOST 5u

typedef enum
{
  NETZ_LOAD_ROOM,
  NETZ_LOAD_FULL,
  NETZ_LOAD_OVER,
} NetzLoadState;

/**
 * NetzLoadRow:
 * @provider: an institution
 * @stages: schools by the stage of the best partnership with it, each counted once
 * @served: of them those that count
 * @begun: of the others those with which a partnership is thought of or prepared
 * @least: fewer are less than usual; 0 where the provider has said what it can
 * @most: schools that it can serve
 * @is_own: whether it has said that itself
 * @state: whether there is room
 * @schools: (element-type NetzInstitution): all of them, those that have come farthest first
 */
typedef struct
{
  NetzInstitution *provider;
  guint stages[NETZ_N_STAGES];
  guint served;
  guint begun;
  guint least;
  guint most;
  gboolean is_own;
  NetzLoadState state;
  GPtrArray *schools;
} NetzLoadRow;

/**
 * NetzLoad:
 * @rows: (element-type NetzLoadRow): the providers, sorted by kind and name
 * @by_provider: the same by id
 * @n_over: providers that serve more than they can
 * @room: schools that could be served besides
 */
typedef struct
{
  GPtrArray *rows;
  GHashTable *by_provider;
  guint n_over;
  guint room;
} NetzLoad;

NetzLoad *netz_load_new (NetzNetwork *network, NetzNetwork *part, NetzStage least, const char *language);
void netz_load_free (NetzLoad *self);
const NetzLoadRow *netz_load_find (const NetzLoad *self, const char *provider);
guint netz_load_row_get_room (const NetzLoadRow *self);
guint netz_load_row_get_excess (const NetzLoadRow *self);
GPtrArray *netz_load_row_list_served (const NetzLoadRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzLoad, netz_load_free)

G_END_DECLS
