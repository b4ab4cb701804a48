/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The guided round: the questions that a facilitator asks the room one after
 * the other, each with the part of the network that belongs to it. A table and
 * functions on it; no state.
 */
#pragma once

#include "planning/netz-readiness.h"
#include "planning/netz-scope.h"

G_BEGIN_DECLS

/**
 * NetzRoundQuestion:
 * @id: of the question
 * @title: the question, in English, to be translated
 * @text: what the facilitator says or does, in English, to be translated
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *text;
} NetzRoundQuestion;

const NetzRoundQuestion *netz_round_get (guint *n_questions);
NetzScope *netz_round_make_scope (guint question, NetzNetwork *network, const NetzReadiness *readiness);
char *
netz_round_tell (guint question, NetzNetwork *network, const NetzWorkshop *workshop, const NetzReadiness *readiness);

G_END_DECLS
