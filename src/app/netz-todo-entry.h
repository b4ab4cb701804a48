/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An entry in a cell of a list of things to do. What was typed is handed over
 * by Enter and when the entry is left; Esc brings back what was there.
 */
#pragma once

#include "app/netz-todo-cells.h"

G_BEGIN_DECLS

/**
 * NetzTodoEntryFunc:
 * @cell: a cell that shows something
 * @text: what was typed
 * @error: where to say what is wrong with it
 *
 * Returns: whether it was taken
 */
typedef gboolean (*NetzTodoEntryFunc) (NetzTodoCell *cell, const char *text, GError **error);

GtkWidget *netz_todo_entry_new (NetzTodoCell *cell, const char *placeholder, NetzTodoEntryFunc func);
void netz_todo_entry_show (GtkWidget *entry, const char *text);
char *netz_todo_entry_print_date (const char *date);

G_END_DECLS
