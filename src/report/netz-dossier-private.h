/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of a document see of it. */
#pragma once

#include "report/netz-dossier.h"
#include "report/netz-wording.h"

G_BEGIN_DECLS

typedef enum
{
  NETZ_BLOCK_LEAD,
  NETZ_BLOCK_TITLE,
  NETZ_BLOCK_HEADING,
  NETZ_BLOCK_PARAGRAPH,
  NETZ_BLOCK_NOTE,
  NETZ_BLOCK_LIST,
  NETZ_BLOCK_BOXES,
  NETZ_BLOCK_TABLE,
  NETZ_BLOCK_PICTURE,
  NETZ_BLOCK_PAGE_BREAK,
} NetzBlockType;

/**
 * NetzBlock:
 * @type: which of its other members mean something
 * @level: of a heading, 1 to 3
 * @text: lead, title, heading, paragraph or note; label of boxes; what a picture shows, for those who do not see it
 * @extra: (nullable): above a title; caption of a picture
 * @items: of a list or of boxes
 * @ticked: which of the boxes, a bit for each
 * @table: of a table
 * @snapshot: what is in a picture
 * @options: how a picture is; its texts are owned by the block
 */
typedef struct
{
  NetzBlockType type;
  guint level;
  char *text;
  char *extra;
  GStrv items;
  guint ticked;
  NetzDossierTable *table;
  NetzSnapshot *snapshot;
  NetzPictureOptions options;
} NetzBlock;

struct _NetzDossier
{
  char *title;
  char *language;
  char *author;
  char *footer;
  NetzWording wording;
  GPtrArray *blocks; /* NetzBlock */
};

GBytes *netz_dossier_write_pdf (NetzDossier *self, GCancellable *cancellable, GError **error);
GBytes *netz_dossier_write_odt (NetzDossier *self, GCancellable *cancellable, GError **error);
GBytes *netz_dossier_write_html (NetzDossier *self, GCancellable *cancellable, GError **error);
GBytes *netz_dossier_write_text (NetzDossier *self, GCancellable *cancellable, GError **error);

G_END_DECLS
