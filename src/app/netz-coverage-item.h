/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzCoverageItem: a line of the lists beside the matrix: a name, a bar, a
 * figure in words, and what the figure counts. And the list that shows such
 * lines, with rows that are used again.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NETZ_TYPE_COVERAGE_ITEM (netz_coverage_item_get_type ())
G_DECLARE_FINAL_TYPE (NetzCoverageItem, netz_coverage_item, NETZ, COVERAGE_ITEM, GObject)

/**
 * NetzCoverageItem:
 * @id: (nullable): the institution that a school can be dropped on
 * @title: a name
 * @figure: in words
 * @full: how much of the bar is full, of 1
 * @begun: how much more is begun, of 1
 * @mark: where the bar has its mark, of 1; 0 for none
 * @warn: whether it is too much
 * @ids: what the figure counts
 */
struct _NetzCoverageItem
{
  GObject parent_instance;

  char *id;
  char *title;
  char *figure;
  double full;
  double begun;
  double mark;
  gboolean warn;
  GStrv ids;
};

/**
 * NetzCoverageDrop:
 * @id: that of the item
 * @dropped: what was dropped on it
 * @data: data
 *
 * Returns: whether that made sense
 */
typedef gboolean (*NetzCoverageDrop) (const char *id, const char *dropped, gpointer data);

NetzCoverageItem *netz_coverage_item_new (const char *id, const char *title, const char *figure);
void netz_coverage_item_set_bar (NetzCoverageItem *self, double full, double begun, double mark, gboolean warn);
void netz_coverage_item_take_schools (NetzCoverageItem *self, GPtrArray *schools);

void netz_coverage_list_prepare (GtkListView *list, GListModel *items, NetzCoverageDrop drop, gpointer data);

G_END_DECLS
