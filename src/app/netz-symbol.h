/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzSymbol: the symbol of a kind of institution, as the canvas draws it, for
 * lists and forms. Decoration only: the name stands beside it.
 */
#pragma once

#include "model/netz-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NETZ_TYPE_SYMBOL (netz_symbol_get_type ())
G_DECLARE_FINAL_TYPE (NetzSymbol, netz_symbol, NETZ, SYMBOL, GtkWidget)

GtkWidget *netz_symbol_new (int size);
void netz_symbol_set_kind (NetzSymbol *self, NetzKind *kind);

G_END_DECLS
