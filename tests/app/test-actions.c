/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of actions: every line is whole, no key means two things.
 */
#include "app/netz-window-actions.h"

#include <locale.h>

static void
test_labels (void)
{
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);

  g_assert_cmpuint (n_actions, >, 40);
  for (guint i = 0; i < n_actions; i++)
    {
      g_assert_true (g_str_has_prefix (actions[i].name, "win.") || g_str_has_prefix (actions[i].name, "app."));
      g_assert_cmpuint (strlen (netz_action_get_label (&actions[i])), >, 2);
      g_assert_true (netz_actions_find (actions[i].name) == &actions[i]);
      g_assert_nonnull (netz_action_group_get_label (actions[i].group));
    }
  g_assert_null (netz_actions_find ("win.no-such-action"));
}

static void
test_keys (void)
{
  guint n_actions = 0;
  const NetzAction *actions = netz_actions_get (&n_actions);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_actions; i++)
    {
      g_auto (GStrv) keys = g_strsplit (actions[i].keys != NULL ? actions[i].keys : "", " ", -1);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (keys[k]);
          char *canonical = NULL;

          g_assert_nonnull (trigger);
          canonical = gtk_shortcut_trigger_to_string (trigger);
          if (!g_hash_table_add (seen, canonical))
            g_error ("%s is the key of %s and of another action", keys[k], actions[i].name);
        }
    }
}

static void
test_tooltip (void)
{
  g_autofree char *save = netz_action_get_tooltip (netz_actions_find ("win.save"));
  g_autofree char *background = netz_action_get_tooltip (netz_actions_find ("win.remove-background"));

  g_assert_cmpstr (save, ==, "Save (Ctrl+S)");
  g_assert_cmpstr (background, ==, "Remove Background Picture");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actions/labels", test_labels);
  g_test_add_func ("/actions/keys", test_keys);
  g_test_add_func ("/actions/tooltip", test_tooltip);
  return g_test_run ();
}
