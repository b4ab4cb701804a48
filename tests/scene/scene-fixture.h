/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the scene share: random networks, random edits, and a scene
 * as pixels.
 */
#pragma once

#include "model/netz-history.h"
#include "model/netz-operations.h"
#include "scene/netz-painter.h"

#define PICTURE_WIDTH 900
#define PICTURE_HEIGHT 700

NetzNetwork *fixture_random_network (guint n_institutions, guint n_partnerships, double side);
void fixture_random_edit (NetzHistory *history, double side);
const char *fixture_random_institution (NetzNetwork *network);
cairo_surface_t *fixture_paint (NetzScene *scene, const NetzRect *view, double scale, const NetzPaintOptions *options);
guint fixture_count_differences (cairo_surface_t *a, cairo_surface_t *b, const NetzRect *ignore, guint n_ignore);
