/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-regroup.h"

#include "model/netz-operations.h"

static gboolean
contains (const NetzFrame *frame,
          double           x,
          double           y)
{
  return x >= frame->x && x <= frame->x + frame->width && y >= frame->y && y <= frame->y + frame->height;
}

/* The smallest frame around the point; frames may lie in one another. */
static const NetzFrame *
find_frame (GPtrArray *frames,
            double     x,
            double     y)
{
  const NetzFrame *best = NULL;

  for (guint i = 0; i < frames->len; i++)
    {
      const NetzFrame *frame = g_ptr_array_index (frames, i);

      if (contains (frame, x, y)
          && (best == NULL || frame->width * frame->height < best->width * best->height))
        best = frame;
    }
  return best;
}

/* The point that counts for membership, and the frame that it belongs to. */
static gboolean
get_membership (const NetzRecord *record,
                double           *x,
                double           *y,
                const char      **frame)
{
  if (record == NULL)
    return FALSE;

  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      *x = NETZ_INSTITUTION (record)->x;
      *y = NETZ_INSTITUTION (record)->y;
      *frame = NETZ_INSTITUTION (record)->frame;
      return netz_institution_is_placed (NETZ_INSTITUTION (record));
    }
  if (netz_record_get_table (record) == NETZ_TABLE_NOTE)
    {
      *x = NETZ_NOTE (record)->x + NETZ_NOTE (record)->width / 2;
      *y = NETZ_NOTE (record)->y + NETZ_NOTE (record)->height / 2;
      *frame = NETZ_NOTE (record)->frame;
      return TRUE;
    }
  return FALSE;
}

static const char *
get_id (const NetzFrame *frame)
{
  return frame != NULL ? netz_record_get_id ((const NetzRecord *) frame) : NULL;
}

static void
regroup_one (NetzDraft  *draft,
             GPtrArray  *frames_before,
             GPtrArray  *frames_after,
             const char *id)
{
  NetzNetwork *network = netz_draft_get_network (draft);
  const char *ids[] = { id, NULL };
  double x, y;
  const char *member_of = NULL;
  const char *was_in = NULL;
  const char *is_in = NULL;

  if (get_membership (netz_network_find (network, id), &x, &y, &member_of))
    was_in = get_id (find_frame (frames_before, x, y));
  if (!get_membership (netz_draft_find (draft, id), &x, &y, &member_of))
    return;
  is_in = get_id (find_frame (frames_after, x, y));

  if (g_strcmp0 (was_in, is_in) == 0 || g_strcmp0 (is_in, member_of) == 0)
    return;
  if (is_in != NULL || g_strcmp0 (was_in, member_of) == 0)
    netz_put_in_frame (draft, ids, is_in);
}

/**
 * netz_regroup:
 * @draft: in which the items have been moved
 * @ids: %NULL-terminated, of the items moved
 *
 * O(items × frames).
 */
void
netz_regroup (NetzDraft         *draft,
              const char *const *ids)
{
  g_autoptr (GPtrArray) before = netz_network_list (netz_draft_get_network (draft), NETZ_TABLE_FRAME);
  g_autoptr (GPtrArray) after = netz_draft_list (draft, NETZ_TABLE_FRAME);

  if (before->len == 0 && after->len == 0)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    regroup_one (draft, before, after, ids[i]);
}

static void
take_in (NetzDraft       *draft,
         NetzTable        table,
         const NetzFrame *frame)
{
  g_autoptr (GPtrArray) records = netz_draft_list (draft, table);

  for (guint i = 0; i < records->len; i++)
    {
      NetzRecord *record = g_ptr_array_index (records, i);
      const char *ids[] = { netz_record_get_id (record), NULL };
      const char *member_of = NULL;
      double x, y;

      if (get_membership (record, &x, &y, &member_of) && member_of == NULL && contains (frame, x, y))
        netz_put_in_frame (draft, ids, get_id (frame));
    }
}

/**
 * netz_regroup_inside:
 * @draft: in which the frame is new or has another size
 * @frame: its id
 *
 * What lies inside and belongs to no frame yet joins it. O(institutions).
 */
void
netz_regroup_inside (NetzDraft  *draft,
                     const char *frame)
{
  NetzRecord *record = netz_draft_get (draft, NETZ_TABLE_FRAME, frame);

  if (record == NULL)
    return;
  take_in (draft, NETZ_TABLE_INSTITUTION, NETZ_FRAME (record));
  take_in (draft, NETZ_TABLE_NOTE, NETZ_FRAME (record));
}
