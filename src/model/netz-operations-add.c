/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#define NOTE_WIDTH 180
#define NOTE_HEIGHT 110

static void
set_rectangle (NetzRecord *record, double x, double y, double width, double height)
{
  netz_record_set_number (record, "x", x);
  netz_record_set_number (record, "y", y);
  netz_record_set_number (record, "width", width);
  netz_record_set_number (record, "height", height);
}

/**
 * netz_add_institution:
 * @draft: a draft
 * @name: its name
 * @kind: (nullable): the id of its kind
 * @x: where its centre is, NAN where it is not placed yet
 * @y: likewise
 *
 * Returns: (transfer none): the id of the new institution
 */
const char *
netz_add_institution (NetzDraft *draft, const char *name, const char *kind, double x, double y)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_INSTITUTION, NULL));

  netz_record_set_text (record, "name", name);
  netz_record_set_text (record, "kind", kind);
  netz_institution_set_position (NETZ_INSTITUTION (record), x, y);
  return netz_record_get_id (record);
}

/**
 * netz_add_frame:
 * @draft: a draft
 * @title: what stands above it
 * @x: left edge
 * @y: upper edge
 * @width: more than 0
 * @height: more than 0
 *
 * The frame has no members yet, see netz_put_in_frame().
 *
 * Returns: (transfer none): the id of the new frame
 */
const char *
netz_add_frame (NetzDraft *draft, const char *title, double x, double y, double width, double height)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_FRAME, NULL));

  netz_record_set_text (record, "title", title);
  set_rectangle (record, x, y, width, height);
  return netz_record_get_id (record);
}

/**
 * netz_add_note:
 * @draft: a draft
 * @text: what it says
 * @x: left edge
 * @y: upper edge
 *
 * Returns: (transfer none): the id of the new note
 */
const char *
netz_add_note (NetzDraft *draft, const char *text, double x, double y)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_NOTE, NULL));

  netz_record_set_text (record, "text", text);
  set_rectangle (record, x, y, NOTE_WIDTH, NOTE_HEIGHT);
  return netz_record_get_id (record);
}

static void
set_name (NetzRecord *record, const char *name, const char *language)
{
  const char *values[] = { language, name };
  g_autoptr (GPtrArray) names = netz_parts_new ();

  g_ptr_array_add (names, netz_part_new (&netz_name_part, values));
  netz_field_set_list (netz_table_find_field (netz_record_get_table (record), "names"), record, names);
}

/**
 * netz_add_kind:
 * @draft: a draft
 * @name: what it is called
 * @language: in which language, "de"
 * @group: school, provider, steering or other
 *
 * Returns: (transfer none): the id of the new kind of institution
 */
const char *
netz_add_kind (NetzDraft *draft, const char *name, const char *language, const char *group)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_KIND, NULL));

  netz_record_set_text (record, "group", group);
  set_name (record, name, language);
  return netz_record_get_id (record);
}

/**
 * netz_add_programme:
 * @draft: a draft
 * @name: what it is called
 * @language: in which language, "de"
 * @from: (nullable): kinds and groups at one end, see netz-programme.h
 * @to: (nullable): likewise at the other end
 *
 * Returns: (transfer none): the id of the new programme
 */
const char *
netz_add_programme (NetzDraft *draft, const char *name, const char *language, const char *from, const char *to)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PROGRAMME, NULL));

  netz_record_set_text (record, "from", from);
  netz_record_set_text (record, "to", to);
  set_name (record, name, language);
  return netz_record_get_id (record);
}

/**
 * netz_add_view:
 * @draft: a draft
 * @title: what it is called
 * @x: left edge of what it shows
 * @y: upper edge
 * @width: NAN for the whole network
 * @height: likewise
 *
 * The view comes after those that are there.
 *
 * Returns: (transfer none): the id of the new view
 */
const char *
netz_add_view (NetzDraft *draft, const char *title, double x, double y, double width, double height)
{
  g_autoptr (GPtrArray) views = netz_draft_list (draft, NETZ_TABLE_VIEW);
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_VIEW, NULL));
  double last = 0;

  for (guint i = 0; i < views->len; i++)
    if (NETZ_VIEW (views->pdata[i])->order > last)
      last = NETZ_VIEW (views->pdata[i])->order;
  netz_record_set_text (record, "title", title);
  netz_record_set_number (record, "order", last + 1);
  set_rectangle (record, x, y, width, height);
  return netz_record_get_id (record);
}

/**
 * netz_add_workshop:
 * @draft: a draft
 * @title: what it is called
 *
 * Returns: (transfer none): the id of the new workshop
 */
const char *
netz_add_workshop (NetzDraft *draft, const char *title)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_WORKSHOP, NULL));

  netz_record_set_text (record, "title", title);
  return netz_record_get_id (record);
}

/**
 * netz_add_paper:
 * @draft: a draft
 * @title: its subject
 *
 * Returns: (transfer none): the id of the new committee paper
 */
const char *
netz_add_paper (NetzDraft *draft, const char *title)
{
  NetzRecord *record = netz_draft_add (draft, netz_record_new (NETZ_TABLE_PAPER, NULL));

  netz_record_set_text (record, "title", title);
  return netz_record_get_id (record);
}
