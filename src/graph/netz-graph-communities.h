/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Groups of institutions that work together more among themselves than with
 * others, as the Leiden algorithm finds them (Traag, Waltman and van Eck, 2019).
 * There are other divisions that are nearly as good; another release of igraph
 * may find one of these. In one release the same network gives the same groups.
 */
#pragma once

#include "graph/netz-graph.h"

G_BEGIN_DECLS

/**
 * NetzCommunities:
 * @communities: (element-type GPtrArray): of two or more, largest first: each the ids of its institutions, in order
 * @alone: (element-type utf8): ids of those without a partner, in order
 * @modularity: how much more partners are in the same community than chance would have it: 0 not at all, up to 1
 */
typedef struct
{
  GPtrArray *communities;
  GPtrArray *alone;
  double modularity;
} NetzCommunities;

NetzCommunities *netz_communities_find (const NetzGraph *graph, GError **error);
void netz_communities_free (NetzCommunities *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzCommunities, netz_communities_free)

G_END_DECLS
