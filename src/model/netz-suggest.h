/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What follows from what is there: the kind from a name, the programme from
 * two kinds. It works alike over the kinds and programmes of a catalogue and
 * over those of a network, which a person may have changed.
 */
#pragma once

#include "model/netz-guess.h"
#include "model/netz-network.h"

G_BEGIN_DECLS

void netz_suggest_learn (NetzGuess *guess, const NetzKind *kind);
NetzGuess *netz_suggest_words (NetzNetwork *network);

NetzProgramme *
netz_suggest_programme (GPtrArray *programmes, const NetzKind *a, const NetzKind *b, gboolean *turned);

G_END_DECLS
