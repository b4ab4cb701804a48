/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzView: a named way to look at the network, and a step of a presentation:
 * where (a rectangle in scene units, NAN = all of it), what (a filter of
 * netz-search.h), a headline and the speaker's notes.
 */
#pragma once

#include "model/netz-record.h"

G_BEGIN_DECLS

#define NETZ_TYPE_VIEW (netz_view_get_type ())
#define NETZ_VIEW(object) ((NetzView *) (object))
#define NETZ_IS_VIEW(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), NETZ_TYPE_VIEW))

struct _NetzView
{
  NetzRecord parent_instance;

  GRefString *title;
  double order;                    /* place in the presentation */
  GRefString *headline;
  GRefString *filter;
  gboolean fade;                   /* fade what the filter leaves out instead of hiding it */
  GRefString *focus;               /* id of an institution that stands out */
  double steps;                    /* only what is that many partnerships away from it; NAN = everything */
  double x;
  double y;
  double width;
  double height;
  GRefString *as_of;
  GRefString *speaker_notes;
};

GType netz_view_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzView, g_object_unref)

G_END_DECLS
