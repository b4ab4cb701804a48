/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The network in words: what the picture shows as headings, sentences, lists
 * and tables, for those who hear it read out or need it as text.
 */
#pragma once

#include "model/netz-network.h"
#include "report/netz-dossier.h"

G_BEGIN_DECLS

NetzDossier *netz_network_words_write (NetzNetwork *network, const char *language, const char *today);

G_END_DECLS
