/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-shortcuts.h"

#include "app/netz-window-actions.h"

#include <glib/gi18n-lib.h>

struct _NetzShortcuts
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (NetzShortcuts, netz_shortcuts, ADW_TYPE_PREFERENCES_WINDOW)

typedef struct
{
  const char *keys;
  const char *label;
} CanvasKey;

/* What the canvas does with keys and pointer while it has the keyboard. */
static const CanvasKey canvas_keys[] = {
  { "Tab", N_("Next institution") },
  { "<Shift>Tab", N_("Previous institution") },
  { "<Control>Left <Control>Right <Control>Up <Control>Down", N_("Along a partnership") },
  { "Left Right Up Down", N_("Move what is selected") },
  { "<Shift>Left <Shift>Right <Shift>Up <Shift>Down", N_("Move it ten times as far") },
  { "Return", N_("Rename, or show the details of a partnership") },
  { "c", N_("Partnership with an institution whose name you type") },
  { "space", N_("Select the institution that the keyboard is on") },
  { "Menu <Shift>F10", N_("Menu of what is selected") },
  { "plus minus", N_("Larger, smaller") },
  { "Escape", N_("A step back") },
};

/* What happens while a name is typed on the canvas. */
static const CanvasKey entry_keys[] = {
  { "Return", N_("Done") },
  { "Tab", N_("Done, and the next institution beside it as its partner") },
  { "Up Down", N_("Choose among institutions with that name, or kinds") },
  { "Escape", N_("Leave it as it was") },
};

static void
add_row (AdwPreferencesGroup *group, const char *keys, const char *label)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", label, "title-lines", 2, NULL);
  GtkWidget *shown = gtk_shortcut_label_new (keys);

  gtk_widget_set_valign (shown, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), shown);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (NetzShortcuts *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_actions (NetzShortcuts *self, NetzActionGroup which)
{
  AdwPreferencesGroup *group = add_group (self, netz_action_group_get_label (which));
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (actions[i].group == which && actions[i].keys != NULL)
      {
        g_autofree char *key = netz_action_get_key (&actions[i]);

        add_row (group, key, netz_action_get_label (&actions[i]));
      }
}

static void
add_keys (NetzShortcuts *self, const char *title, const CanvasKey *keys, guint n_keys)
{
  AdwPreferencesGroup *group = add_group (self, title);

  for (guint i = 0; i < n_keys; i++)
    add_row (group, keys[i].keys, _(keys[i].label));
}

static void
netz_shortcuts_class_init (NetzShortcutsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-shortcuts.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzShortcuts, page);
}

static void
netz_shortcuts_init (NetzShortcuts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (NetzActionGroup group = 0; group < NETZ_N_ACTION_GROUPS; group++)
    add_actions (self, group);
  add_keys (self, _("On the Canvas"), canvas_keys, G_N_ELEMENTS (canvas_keys));
  add_keys (self, _("While Typing a Name"), entry_keys, G_N_ELEMENTS (entry_keys));
}

/**
 * netz_shortcuts_new:
 *
 * Returns: (transfer none): a window that waits to be presented
 */
GtkWidget *
netz_shortcuts_new (void)
{
  return g_object_new (NETZ_TYPE_SHORTCUTS, NULL);
}
