/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The columns that lists of partnerships to do something about are made of. A
 * cell is made once and shows one item after another; it looks again when its
 * item has changed.
 */
#pragma once

#include "app/netz-session.h"
#include "app/netz-todo-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NetzTodoCell:
 * @session: (nullable): whose partnerships they are
 * @item: (nullable): what it shows
 * @widget: the cell
 * @inner: (nullable): a widget in it
 * @extra: (nullable): another
 * @parts: more of them, as the column needs
 * @filling: it is being filled, so what it reports is not the person's doing
 * @data: (nullable): of the one who made the column
 */
typedef struct _NetzTodoCell NetzTodoCell;

/**
 * NetzTodoColumn:
 * @title: of the column, in English, to be translated
 * @width: in pixels; 0: as wide as it needs
 * @expand: whether it takes what is left
 * @create: makes @widget
 * @show: shows @item
 */
typedef struct
{
  const char *title;
  int width;
  gboolean expand;
  void (*create) (NetzTodoCell *cell);
  void (*show) (NetzTodoCell *cell);
} NetzTodoColumn;

struct _NetzTodoCell
{
  NetzSession **session;
  NetzTodoItem *item;
  GtkWidget *widget;
  GtkWidget *inner;
  GtkWidget *extra;
  GtkWidget *parts[4];
  gboolean filling;
  gpointer data;
  const NetzTodoColumn *column;
};

void netz_todo_add_column (GtkColumnView *view, const NetzTodoColumn *column, NetzSession **session, gpointer data);

char *netz_todo_describe_ends (const NetzTodoCell *cell);
void netz_todo_name_widget (const NetzTodoCell *cell, GtkWidget *widget, const char *what);

void netz_todo_create_partnership (NetzTodoCell *cell);
void netz_todo_show_partnership (NetzTodoCell *cell);
void netz_todo_create_status (NetzTodoCell *cell);
void netz_todo_show_status (NetzTodoCell *cell);

gboolean netz_todo_commit_field (NetzTodoCell *cell, const char *field, const char *text, const char *label,
                                 GError **error);
void netz_todo_commit_contact (NetzTodoCell *cell, const char *side, const char *person, const char *label);

G_END_DECLS
