/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSvgText: cairo turns text into outlines when it writes SVG; here the text
 * is collected while painting and put into the file as text, so that it can be
 * found, copied and edited.
 */
#pragma once

#include "scene/netz-painter.h"

G_BEGIN_DECLS

typedef struct _NetzSvgText NetzSvgText;

NetzSvgText *netz_svg_text_new (void);
void netz_svg_text_free (NetzSvgText *self);
void netz_svg_text_take (const NetzTextRun *run, gpointer self);
GBytes *netz_svg_text_insert (NetzSvgText *self, const char *svg, gsize length, const char *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzSvgText, netz_svg_text_free)

G_END_DECLS
