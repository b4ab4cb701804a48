/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that can be done in a window, as one table: the action's name, what
 * it is called, its keys, and what must be so that it makes sense. Menus, the
 * shortcuts window, tooltips and the keys themselves are all made from it.
 */
#pragma once

#include "app/netz-window.h"

G_BEGIN_DECLS

/**
 * NetzFacts:
 *
 * What is so in a window at a moment, and what an action needs to be so. An
 * action is enabled while all that it needs is there.
 */
typedef enum
{
  NETZ_FACT_NONE = 0,
  NETZ_FACT_SESSION = 1 << 0,          /* a network is shown, not the start page */
  NETZ_FACT_WRITABLE = 1 << 1,         /* and it may be changed */
  NETZ_FACT_CONTENT = 1 << 2,          /* there is something in it */
  NETZ_FACT_SELECTED = 1 << 3,         /* something is selected */
  NETZ_FACT_ONE = 1 << 4,              /* exactly one thing is */
  NETZ_FACT_MOVABLE = 1 << 5,          /* at least one thing that has a place of its own */
  NETZ_FACT_TWO_MOVABLE = 1 << 6,
  NETZ_FACT_THREE_MOVABLE = 1 << 7,
  NETZ_FACT_INSTITUTION = 1 << 8,      /* at least one institution */
  NETZ_FACT_ONE_INSTITUTION = 1 << 9,  /* exactly one, and nothing else */
  NETZ_FACT_TWO_INSTITUTIONS = 1 << 10, /* exactly two, and nothing else */
  NETZ_FACT_NAMED = 1 << 11,           /* exactly one thing with a name or text */
  NETZ_FACT_PINNED = 1 << 12,          /* a pinned institution is selected */
  NETZ_FACT_UNPINNED = 1 << 13,        /* an institution that is not pinned is */
  NETZ_FACT_FRAME = 1 << 14,           /* one frame and something to put into it */
  NETZ_FACT_FRAMED = 1 << 15,          /* something that is in a frame */
  NETZ_FACT_UNDO = 1 << 16,
  NETZ_FACT_REDO = 1 << 17,
  NETZ_FACT_UNPLACED = 1 << 18,        /* an institution has no place yet */
  NETZ_FACT_BACKGROUND = 1 << 19,      /* there is a background picture */
  NETZ_FACT_PARTNERSHIP = 1 << 20,     /* at least one partnership */
} NetzFacts;

typedef enum
{
  NETZ_ACTIONS_FILE,
  NETZ_ACTIONS_EDIT,
  NETZ_ACTIONS_DRAW,
  NETZ_ACTIONS_ARRANGE,
  NETZ_ACTIONS_VIEW,
  NETZ_ACTIONS_HELP,
} NetzActionGroup;

#define NETZ_N_ACTION_GROUPS (NETZ_ACTIONS_HELP + 1)

/**
 * NetzAction:
 * @name: with its prefix, "win.save" or "app.open"
 * @label: what it is called, in English, to be translated
 * @keys: (nullable): its keys, separated by blanks; the first is the one that is shown
 * @group: where it stands in the shortcuts window
 * @needs: what must be so that it is enabled
 * @run: (nullable): what it does; %NULL: it switches the setting of its name, or belongs to the application
 * @detail: for @run
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *keys;
  NetzActionGroup group;
  NetzFacts needs;
  void (*run) (NetzWindow *window, int detail);
  int detail;
} NetzAction;

const NetzAction *netz_actions_get (guint *n_actions);
const NetzAction *netz_actions_find (const char *name);
const char *netz_action_get_label (const NetzAction *self);
char *netz_action_get_key (const NetzAction *self);
char *netz_action_get_tooltip (const NetzAction *self);
void netz_action_name_button (GtkWidget *button, const char *name);
const char *netz_action_group_get_label (NetzActionGroup group);

void netz_window_install_actions (NetzWindow *window, GSettings *settings);
void netz_window_update_actions (NetzWindow *window);

G_END_DECLS
