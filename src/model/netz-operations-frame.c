/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who belongs to which frame. */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include <math.h>

/**
 * netz_put_in_frame:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions and notes
 * @frame: (nullable): the id of the frame that they shall belong to, %NULL for none
 */
void
netz_put_in_frame (NetzDraft *draft, const char *const *ids, const char *frame)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_find (draft, ids[i]);

      if (record == NULL || netz_table_find_field (netz_record_get_table (record), "frame") == NULL)
        continue;
      netz_record_set_text (netz_draft_edit (draft, netz_record_get_table (record), ids[i]), "frame", frame);
    }
}

static gboolean
frame_holds (const NetzFrame *frame, double x, double y)
{
  return x >= frame->x && y >= frame->y && x <= frame->x + frame->width && y <= frame->y + frame->height;
}

/* The smallest frame that holds the point, so that a frame within a frame wins. */
static const char *
find_frame_at (GPtrArray *frames, double x, double y)
{
  const NetzFrame *best = NULL;

  for (guint i = 0; i < frames->len; i++)
    {
      const NetzFrame *frame = frames->pdata[i];

      if (frame_holds (frame, x, y)
          && (best == NULL || frame->width * frame->height < best->width * best->height))
        best = frame;
    }
  return best != NULL ? netz_record_get_id (NETZ_RECORD (best)) : NULL;
}

static gboolean
get_middle (const NetzRecord *record, double *x, double *y)
{
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      *x = NETZ_INSTITUTION (record)->x;
      *y = NETZ_INSTITUTION (record)->y;
    }
  else if (netz_record_get_table (record) == NETZ_TABLE_NOTE)
    {
      *x = NETZ_NOTE (record)->x + NETZ_NOTE (record)->width / 2;
      *y = NETZ_NOTE (record)->y + NETZ_NOTE (record)->height / 2;
    }
  else
    return FALSE;
  return !isnan (*x) && !isnan (*y);
}

/**
 * netz_settle_in_frames:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions and notes that were put down by hand
 *
 * Makes each belong to the frame that it now lies in, and to none where it
 * lies outside of all. O(ids × frames).
 */
void
netz_settle_in_frames (NetzDraft *draft, const char *const *ids)
{
  g_autoptr (GPtrArray) frames = netz_draft_list (draft, NETZ_TABLE_FRAME);
  double x, y;

  for (guint i = 0; frames->len > 0 && ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_find (draft, ids[i]);
      const char *single[] = { ids[i], NULL };

      if (record != NULL && get_middle (record, &x, &y))
        netz_put_in_frame (draft, single, find_frame_at (frames, x, y));
    }
}
