/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-shortcuts.h"

#include "app/netz-window-actions.h"

#include <glib/gi18n-lib.h>

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
  { "F6", N_("From panel to panel") },
};

/* What happens while a name is typed on the canvas. */
static const CanvasKey entry_keys[] = {
  { "Return", N_("Done") },
  { "Tab", N_("Done, and the next institution beside it as its partner") },
  { "Up Down", N_("Choose among institutions with that name, or kinds") },
  { "Escape", N_("Leave it as it was") },
};

static void
print_shortcut (GString *xml, const char *keys, const char *label)
{
  g_autofree char *line = g_markup_printf_escaped (
      "<child><object class=\"GtkShortcutsShortcut\"><property name=\"accelerator\">%s</property>"
      "<property name=\"title\">%s</property></object></child>\n",
      keys, label);

  g_string_append (xml, line);
}

static void
begin_group (GString *xml, const char *title)
{
  g_autofree char *line = g_markup_printf_escaped (
      "<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>\n", title);

  g_string_append (xml, line);
}

static void
end_group (GString *xml)
{
  g_string_append (xml, "</object></child>\n");
}

static void
print_actions (GString *xml, NetzActionGroup group)
{
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);

  begin_group (xml, netz_action_group_get_label (group));
  for (guint i = 0; i < n_actions; i++)
    if (actions[i].group == group && actions[i].keys != NULL)
      print_shortcut (xml, actions[i].keys, netz_action_get_label (&actions[i]));
  end_group (xml);
}

static void
print_keys (GString *xml, const char *title, const CanvasKey *keys, guint n_keys)
{
  begin_group (xml, title);
  for (guint i = 0; i < n_keys; i++)
    print_shortcut (xml, keys[i].keys, _(keys[i].label));
  end_group (xml);
}

/**
 * netz_shortcuts_print:
 *
 * Returns: (transfer full): the window as GtkBuilder reads it; made from the tables, so that nothing can be missing
 */
char *
netz_shortcuts_print (void)
{
  GString *xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                               "<property name=\"modal\">True</property>"
                               "<child><object class=\"GtkShortcutsSection\">"
                               "<property name=\"section-name\">all</property>"
                               "<property name=\"max-height\">14</property>\n");

  for (NetzActionGroup group = 0; group < NETZ_N_ACTION_GROUPS; group++)
    print_actions (xml, group);
  print_keys (xml, _("On the Canvas"), canvas_keys, G_N_ELEMENTS (canvas_keys));
  print_keys (xml, _("While Typing a Name"), entry_keys, G_N_ELEMENTS (entry_keys));
  g_string_append (xml, "</object></child></object></interface>\n");
  return g_string_free (xml, FALSE);
}

/**
 * netz_shortcuts_new:
 *
 * Returns: (transfer none): a window that waits to be presented
 */
GtkWidget *
netz_shortcuts_new (void)
{
  g_autofree char *xml = netz_shortcuts_print ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  if (!gtk_builder_add_from_string (builder, xml, -1, &error))
    g_error ("The window of the keys cannot be built: %s", error->message);
  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
