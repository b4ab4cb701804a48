/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Takes boxes off each other. netz_layout_separate() pushes those that overlap
 * apart a little, again and again, all at once: the drawing gives way where it
 * is dense and keeps its shape. netz_layout_settle() ends what is left of it:
 * after it no two boxes overlap, whatever was given. Fixed boxes do not move,
 * and two of them may go on covering each other.
 */
#pragma once

#include "layout/netz-layout-plane.h"

G_BEGIN_DECLS

guint netz_layout_separate (NetzLayoutPlane *plane, const NetzLayoutJob *job, guint rounds);
void netz_layout_settle (NetzLayoutPlane *plane, const NetzLayoutJob *job);

G_END_DECLS
