/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the actions of a window do, by subject. Each is called from the table in
 * netz-window-actions.c only while it makes sense, with the detail that stands
 * there.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

/* netz-window-file.c */
void netz_window_save (NetzWindow *self, int detail);
void netz_window_save_as (NetzWindow *self, int detail);
void netz_window_export (NetzWindow *self, int detail);
void netz_window_import (NetzWindow *self, int detail);
void netz_window_write_paper (NetzWindow *self, int detail);
void netz_window_close_it (NetzWindow *self, int detail);
void netz_window_reload (NetzWindow *self, int detail);
void netz_window_show_issues (NetzWindow *self, int detail);

/* netz-window-edit.c */
void netz_window_undo (NetzWindow *self, int detail);
void netz_window_redo (NetzWindow *self, int detail);
void netz_window_duplicate (NetzWindow *self, int detail);
void netz_window_delete (NetzWindow *self, int detail);
void netz_window_select_all (NetzWindow *self, int detail);
void netz_window_select_none (NetzWindow *self, int detail);
void netz_window_select_neighbours (NetzWindow *self, int detail);
void netz_window_rename (NetzWindow *self, int detail);
void netz_window_unite (NetzWindow *self, int detail);

/* netz-window-clipboard.c */
void netz_window_cut (NetzWindow *self, int detail);
void netz_window_copy (NetzWindow *self, int detail);
void netz_window_copy_picture (NetzWindow *self, int detail);
void netz_window_paste (NetzWindow *self, int detail);
void netz_window_take_lines (NetzWindow *self, const char *text, double x, double y);

/* netz-window-draw.c */
void netz_window_add_institution (NetzWindow *self, int detail);
void netz_window_connect (NetzWindow *self, int detail);
void netz_window_add_frame (NetzWindow *self, int detail);
void netz_window_draw_frame (NetzWindow *self, int detail);
void netz_window_add_note (NetzWindow *self, int detail);
void netz_window_quick_entry (NetzWindow *self, int detail);
void netz_window_edit_kinds (NetzWindow *self, int detail);

/* netz-background-dialog.c */
void netz_window_choose_background (NetzWindow *self, int detail);
void netz_window_remove_background (NetzWindow *self, int detail);

/* netz-window-arrange.c */
void netz_window_align (NetzWindow *self, int alignment);
void netz_window_distribute (NetzWindow *self, int vertically);
void netz_window_set_pinned (NetzWindow *self, int pinned);
void netz_window_put_in_frame (NetzWindow *self, int into);
void netz_window_place_unplaced (NetzWindow *self, int detail);

/* netz-window-layout.c */
void netz_window_lay_out (NetzWindow *self, int number);

/* netz-window-scope.c */
void netz_window_add_filter (NetzWindow *self, int detail);
void netz_window_show_whole_network (NetzWindow *self, int detail);
void netz_window_filter_neighbourhood (NetzWindow *self, int detail);
void netz_window_change_views (NetzWindow *self, int detail);
void netz_window_follow_views (NetzWindow *self);

/* netz-window-view.c */
void netz_window_show_page (NetzWindow *self, int page);
void netz_window_zoom (NetzWindow *self, int how);
void netz_window_reveal (NetzWindow *self, int detail);
void netz_window_move_focus (NetzWindow *self, int where);
void netz_window_find (NetzWindow *self, int detail);
void netz_window_show_properties (NetzWindow *self, int detail);
void netz_window_show_shortcuts (NetzWindow *self, int detail);

/* netz-window-workshop.c */
void netz_window_close_workshop_session (NetzWindow *self, int detail);
void netz_window_guide_round (NetzWindow *self, int detail);
void netz_window_step_round (NetzWindow *self, int step);

/* For netz_window_move_focus() */
enum
{
  NETZ_FOCUS_CANVAS,
  NETZ_FOCUS_NEXT,
};

/* For netz_window_zoom() */
enum
{
  NETZ_ZOOM_IN,
  NETZ_ZOOM_OUT,
  NETZ_ZOOM_FULL,
  NETZ_ZOOM_FIT,
  NETZ_ZOOM_SELECTION,
};

G_END_DECLS
