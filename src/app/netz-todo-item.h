/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzTodoItem: a partnership in a list of what is to be done, with what was
 * found out about it. Signal "changed" (): it is another now, and who shows it
 * should look again.
 */
#pragma once

#include "planning/netz-agreement.h"
#include "planning/netz-next-steps.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NETZ_TYPE_TODO_ITEM (netz_todo_item_get_type ())
G_DECLARE_FINAL_TYPE (NetzTodoItem, netz_todo_item, NETZ, TODO_ITEM, GObject)

/**
 * NetzTodoItem:
 * @partnership: the record, as it is now
 * @agreement: what was found out of its agreement, for lists of agreements; its own partnership is not set
 * @overdue: for lists of steps: the date of the next step has passed
 * @without_step: nobody has said what comes next
 */
struct _NetzTodoItem
{
  GObject parent_instance;

  NetzPartnership *partnership;
  NetzAgreement agreement;
  gboolean overdue;
  gboolean without_step;
};

NetzTodoItem *netz_todo_item_new (NetzPartnership *partnership);
const char *netz_todo_item_get_id (NetzTodoItem *self);
void netz_todo_items_update (GListStore *store, GPtrArray *items, gboolean keep_order);

G_END_DECLS
