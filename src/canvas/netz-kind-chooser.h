/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzKindChooser: one kind out of those of a network, shown as symbol and
 * name. What is set from outside is a guess; once the user has chosen, guesses
 * are passed over.
 */
#pragma once

#include "scene/netz-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_KIND_CHOOSER (netz_kind_chooser_get_type ())
G_DECLARE_FINAL_TYPE (NetzKindChooser, netz_kind_chooser, NETZ, KIND_CHOOSER, GtkWidget)

GtkWidget *netz_kind_chooser_new (NetzScene *scene);
const char *netz_kind_chooser_get_kind (NetzKindChooser *self);
void netz_kind_chooser_guess (NetzKindChooser *self, const char *kind);
void netz_kind_chooser_choose (NetzKindChooser *self, const char *kind);
void netz_kind_chooser_step (NetzKindChooser *self, int direction);
void netz_kind_chooser_open (NetzKindChooser *self);

G_END_DECLS
