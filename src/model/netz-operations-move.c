/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include <math.h>

/* The point that alignment and distribution look at, and the way to set it. */
typedef struct
{
  const char *id;
  NetzTable table;
  double x, y, width, height;
} Box;

static double
number_or_zero (const NetzRecord *record, const char *name)
{
  const NetzField *field = netz_table_find_field (netz_record_get_table (record), name);
  double number = field != NULL ? netz_field_get_number (field, record) : 0;

  return isnan (number) ? 0 : number;
}

static double
to_hundredth (double number)
{
  return round (number * 100) / 100 + 0.0;
}

static void
shift (NetzDraft *draft, NetzTable table, const char *id, double dx, double dy)
{
  NetzRecord *record;

  if (dx == 0 && dy == 0)
    return;
  record = netz_draft_edit (draft, table, id);
  netz_record_set_number (record, "x", to_hundredth (number_or_zero (record, "x") + dx));
  netz_record_set_number (record, "y", to_hundredth (number_or_zero (record, "y") + dy));
}

/* The ids given and the members of the frames among them, each once. */
static GHashTable *
collect_movable (NetzDraft *draft, const char *const *ids)
{
  static const NetzTable member_tables[] = { NETZ_TABLE_INSTITUTION, NETZ_TABLE_NOTE };
  GHashTable *moved = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any_frame = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_hash_table_add (moved, (gpointer) ids[i]);
      any_frame = any_frame || netz_draft_get (draft, NETZ_TABLE_FRAME, ids[i]) != NULL;
    }
  for (guint t = 0; any_frame && t < G_N_ELEMENTS (member_tables); t++)
    {
      g_autoptr (GPtrArray) records = netz_draft_list (draft, member_tables[t]);
      const NetzField *field = netz_table_find_field (member_tables[t], "frame");

      for (guint i = 0; i < records->len; i++)
        {
          const char *frame = netz_field_get_text (field, records->pdata[i]);

          if (frame != NULL && g_hash_table_contains (moved, frame)
              && netz_draft_get (draft, NETZ_TABLE_FRAME, frame) != NULL)
            g_hash_table_add (moved, (gpointer) netz_record_get_id (records->pdata[i]));
        }
    }
  return moved;
}

/**
 * netz_place:
 * @draft: a draft
 * @id: an institution, a frame or a note
 * @x: its new x
 * @y: its new y
 */
void
netz_place (NetzDraft *draft, const char *id, double x, double y)
{
  NetzRecord *record = netz_draft_find (draft, id);

  if (record == NULL || netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP)
    return;
  record = netz_draft_edit (draft, netz_record_get_table (record), id);
  netz_record_set_number (record, "x", to_hundredth (x));
  netz_record_set_number (record, "y", to_hundredth (y));
}

/**
 * netz_move:
 * @draft: a draft
 * @ids: (array zero-terminated=1): what to move; members of a frame go with it
 * @dx: how far to the right
 * @dy: how far down
 */
void
netz_move (NetzDraft *draft, const char *const *ids, double dx, double dy)
{
  g_autoptr (GHashTable) moved = collect_movable (draft, ids);
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, moved);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      NetzRecord *record = netz_draft_find (draft, id);

      if (record == NULL || netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP)
        continue;
      if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION
          && !netz_institution_is_placed (NETZ_INSTITUTION (record)))
        continue;
      shift (draft, netz_record_get_table (record), id, dx, dy);
    }
}

/**
 * netz_resize:
 * @draft: a draft
 * @id: a frame or a note
 * @x: left edge
 * @y: upper edge
 * @width: its new width, not negative
 * @height: its new height, not negative
 */
void
netz_resize (NetzDraft *draft, const char *id, double x, double y, double width, double height)
{
  NetzRecord *record = netz_draft_find (draft, id);

  if (record == NULL || netz_table_find_field (netz_record_get_table (record), "width") == NULL)
    return;
  netz_place (draft, id, x, y);
  record = netz_draft_edit (draft, netz_record_get_table (record), id);
  netz_record_set_number (record, "width", to_hundredth (MAX (width, 0)));
  netz_record_set_number (record, "height", to_hundredth (MAX (height, 0)));
}

static GArray *
collect_boxes (NetzDraft *draft, const char *const *ids)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_draft_find (draft, ids[i]);
      Box box;

      if (record == NULL || netz_record_get_table (record) == NETZ_TABLE_PARTNERSHIP)
        continue;
      if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION
          && !netz_institution_is_placed (NETZ_INSTITUTION (record)))
        continue;
      box.id = netz_record_get_id (record);
      box.table = netz_record_get_table (record);
      box.x = number_or_zero (record, "x");
      box.y = number_or_zero (record, "y");
      box.width = number_or_zero (record, "width");
      box.height = number_or_zero (record, "height");
      g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * netz_align:
 * @draft: a draft
 * @ids: (array zero-terminated=1): institutions (by their centres), frames and notes (by their edges)
 * @alignment: the line on which they shall stand; it is where the outermost of them is, or halfway
 */
void
netz_align (NetzDraft *draft, const char *const *ids, NetzAlignment alignment)
{
  g_autoptr (GArray) boxes = collect_boxes (draft, ids);
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = &g_array_index (boxes, Box, i);

      left = MIN (left, box->x);
      right = MAX (right, box->x + box->width);
      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y + box->height);
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      Box *box = &g_array_index (boxes, Box, i);
      const double dx[] = { left - box->x, (left + right - box->width) / 2 - box->x, right - box->width - box->x };
      const double dy[] = { top - box->y, (top + bottom - box->height) / 2 - box->y, bottom - box->height - box->y };

      if (alignment <= NETZ_ALIGN_RIGHT)
        shift (draft, box->table, box->id, dx[alignment - NETZ_ALIGN_LEFT], 0);
      else
        shift (draft, box->table, box->id, 0, dy[alignment - NETZ_ALIGN_TOP]);
    }
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const Box *p = a, *q = b;
  double p_middle = p->x + p->width / 2, q_middle = q->x + q->width / 2;

  return (p_middle > q_middle) - (p_middle < q_middle);
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const Box *p = a, *q = b;
  double p_middle = p->y + p->height / 2, q_middle = q->y + q->height / 2;

  return (p_middle > q_middle) - (p_middle < q_middle);
}

/**
 * netz_distribute:
 * @draft: a draft
 * @ids: (array zero-terminated=1): three or more institutions, frames and notes
 * @vertically: from top to bottom instead of from left to right
 *
 * The outermost two stay; the centres of the others come to stand at even
 * distances between them, in the order in which they were.
 */
void
netz_distribute (NetzDraft *draft, const char *const *ids, gboolean vertically)
{
  g_autoptr (GArray) boxes = collect_boxes (draft, ids);
  Box *first, *last;
  double from, to;

  if (boxes->len < 3)
    return;
  g_array_sort (boxes, vertically ? compare_y : compare_x);
  first = &g_array_index (boxes, Box, 0);
  last = &g_array_index (boxes, Box, boxes->len - 1);
  from = vertically ? first->y + first->height / 2 : first->x + first->width / 2;
  to = vertically ? last->y + last->height / 2 : last->x + last->width / 2;
  for (guint i = 1; i + 1 < boxes->len; i++)
    {
      Box *box = &g_array_index (boxes, Box, i);
      double middle = from + (to - from) * i / (boxes->len - 1);

      if (vertically)
        shift (draft, box->table, box->id, 0, middle - box->height / 2 - box->y);
      else
        shift (draft, box->table, box->id, middle - box->width / 2 - box->x, 0);
    }
}
