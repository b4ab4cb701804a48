/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzExchange: other people's formats, as a static table. Our own files are
 * none of them, see format/netz-file.h.
 */
#pragma once

#include "interchange/netz-exchange-note.h"
#include "model/netz-draft.h"

G_BEGIN_DECLS

/**
 * NetzExchange:
 * @id: "outline"
 * @label: what it is called, in English, to be translated
 * @suffixes: (array zero-terminated=1): how names of such files end, ".txt"
 * @read: writes what the bytes say into a draft; after an error the draft is to be thrown away
 * @write: (nullable): the bytes of such a file; %NULL: it is read only
 * @get_losses: (nullable): sentences on what such a file cannot hold of this network
 * @mark: (nullable): what stands near the beginning of such a file and of no other
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *const *suffixes;
  gboolean (*read) (NetzDraft *draft, GBytes *bytes, GPtrArray **notes, GError **error);
  GBytes *(*write) (NetzNetwork *network, GError **error);
  GPtrArray *(*get_losses) (NetzNetwork *network);
  const char *mark;
} NetzExchange;

const NetzExchange *netz_exchange_get_all (guint *n_formats);
const NetzExchange *netz_exchange_find (const char *id);
const NetzExchange *netz_exchange_find_by_name (const char *file_name);
const NetzExchange *netz_exchange_find_by_content (GBytes *bytes);

G_END_DECLS
