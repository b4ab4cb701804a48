/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-menus.h"

#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/* Names of actions; "-" begins a new section, the end is NULL. */
static const char *const edit_menu[] = { "win.undo", "win.redo", "-", "win.cut", "win.copy", "win.copy-picture",
                                         "win.paste", "win.duplicate", "win.delete", "-", "win.select-all",
                                         "win.select-none", "win.select-neighbours", "win.find", NULL };
static const char *const draw_menu[] = { "win.add-institution", "win.connect", "win.add-frame", "win.draw-frame",
                                         "win.add-note", "win.quick-entry", "-", "win.rename", "win.unite", "-",
                                         "win.choose-background", "win.remove-background", NULL };
static const char *const align_menu[] = { "win.align-left", "win.align-centre", "win.align-right", "win.align-top",
                                          "win.align-middle", "win.align-bottom", "-", "win.distribute-horizontally",
                                          "win.distribute-vertically", NULL };
static const char *const layout_menu[] = { "win.layout-force", "win.layout-kind", "win.layout-district",
                                           "win.layout-layered", "win.layout-circle", "win.layout-rings",
                                           "win.layout-map", "win.layout-tidy", NULL };
static const char *const arrange_menu[] = { "win.pin", "win.unpin", "-", "win.put-in-frame", "win.take-out-of-frame",
                                            "-", "win.place-unplaced", "win.snap", NULL };
static const char *const view_menu[] = { "win.filter", "win.filter-neighbourhood", "win.show-whole-network",
                                         "win.views", "-",
                                         "win.zoom-in", "win.zoom-out", "win.zoom-full", "win.zoom-fit",
                                         "win.zoom-selection", "-", "win.show-left-panel", "win.show-right-panel",
                                         "win.show-overview", "win.show-timeline", "win.show-ended",
                                         "win.size-by-degree", NULL };

static const char *const canvas_menu[] = { "win.add-institution", "win.add-frame", "win.add-note", "win.quick-entry",
                                           "-", "win.paste", "win.select-all", "-", "win.zoom-fit",
                                           "win.properties", NULL };
static const char *const institution_menu[] = { "win.rename", "win.connect", "win.unite", "-", "win.cut", "win.copy",
                                                "win.duplicate", "win.delete", "-", "win.select-neighbours",
                                                "win.filter-neighbourhood", "win.zoom-selection", NULL };
static const char *const place_menu[] = { "win.pin", "win.unpin", "win.put-in-frame", "win.take-out-of-frame",
                                          "win.add-frame", NULL };
static const char *const partnership_menu[] = { "win.delete", "win.zoom-selection", NULL };
static const char *const box_menu[] = { "win.rename", "-", "win.cut", "win.copy", "win.duplicate", "win.delete",
                                        NULL };

static GMenuItem *
create_item (const char *name)
{
  const NetzAction *action = netz_actions_find (name);
  GMenuItem *item = g_menu_item_new (netz_action_get_label (action), name);
  g_autofree char *key = netz_action_get_key (action);

  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  return item;
}

static void
append_items (GMenu *menu, const char *const *names, gboolean only_possible)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "-"))
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
      else
        {
          g_autoptr (GMenuItem) item = create_item (names[i]);

          if (only_possible)
            g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
          g_menu_append_item (section, item);
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_names (GMenu *menu, const char *const *names)
{
  append_items (menu, names, FALSE);
}

static void
append_submenu (GMenu *menu, const char *label, const char *const *names)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  append_names (submenu, names);
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

/* What makes no sense for the item is not in its menu. */
static void
append_possible (GMenu *menu, const char *const *names)
{
  append_items (menu, names, TRUE);
}

/**
 * netz_menus_new_primary:
 *
 * Returns: (transfer full): the menu of the window
 */
GMenuModel *
netz_menus_new_primary (void)
{
  static const char *const file[] = { "app.new", "app.open", "-", "win.save", "win.save-as", "win.import", "win.export",
                                      "win.committee-paper", "win.network-in-words", NULL };
  static const char *const last[] = { "win.kinds", "win.properties", "win.issues", "-", "app.preferences",
                                      "win.shortcuts", "app.about", NULL };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) middle = g_menu_new ();
  g_autoptr (GMenu) arrange = g_menu_new ();

  append_names (arrange, layout_menu);
  append_submenu (arrange, _("Align and Distribute"), align_menu);
  append_names (arrange, arrange_menu);
  append_names (menu, file);
  append_submenu (middle, _("Edit"), edit_menu);
  append_submenu (middle, _("Draw"), draw_menu);
  g_menu_append_submenu (middle, _("Arrange"), G_MENU_MODEL (arrange));
  append_submenu (middle, _("View"), view_menu);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (middle));
  append_names (menu, last);
  return G_MENU_MODEL (menu);
}

static void
append_target (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* The menus of GTK take an underline for the mark of a key. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", pieces);
}

static void
append_programmes (GMenu *menu, NetzNetwork *network, const NetzPartnership *partnership, const char *language)
{
  g_autoptr (GPtrArray) programmes = netz_network_list (network, NETZ_TABLE_PROGRAMME);
  g_autoptr (GMenu) submenu = g_menu_new ();
  NetzInstitution *from = netz_network_get_institution (network, partnership->from);
  NetzInstitution *to = netz_network_get_institution (network, partnership->to);
  NetzKind *kind_a = from != NULL && from->kind != NULL ? netz_network_get_kind (network, from->kind) : NULL;
  NetzKind *kind_b = to != NULL && to->kind != NULL ? netz_network_get_kind (network, to->kind) : NULL;

  for (guint i = 0; i < programmes->len; i++)
    {
      NetzProgramme *programme = programmes->pdata[i];
      g_autofree char *label = escape_label (netz_programme_get_name (programme, language));

      if (kind_a == NULL || kind_b == NULL || netz_programme_joins (programme, kind_a, kind_b))
        append_target (submenu, label, "win.set-programme", netz_record_get_id (NETZ_RECORD (programme)));
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, _("Programme"), G_MENU_MODEL (submenu));
}

static void
append_statuses (GMenu *menu)
{
  const NetzField *field = netz_table_find_field (NETZ_TABLE_PARTNERSHIP, "status");
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (const NetzChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    append_target (submenu, netz_describe_status (choice->id), "win.set-status", choice->id);
  g_menu_append_submenu (menu, _("Status"), G_MENU_MODEL (submenu));
}

/**
 * netz_menus_new_for_item:
 * @id: (nullable): of the item that the menu is for; %NULL: the empty canvas
 * @language: (nullable): of the names of programmes
 *
 * Returns: (transfer full): the menu that the canvas shows
 */
GMenuModel *
netz_menus_new_for_item (NetzNetwork *network, const char *id, const char *language)
{
  NetzRecord *record = id != NULL ? netz_network_find (network, id) : NULL;
  GMenu *menu = g_menu_new ();

  if (record == NULL)
    {
      append_possible (menu, canvas_menu);
      return G_MENU_MODEL (menu);
    }

  switch (netz_record_get_table (record))
    {
    case NETZ_TABLE_INSTITUTION:
      append_possible (menu, institution_menu);
      append_submenu (menu, _("Align and Distribute"), align_menu);
      append_possible (menu, place_menu);
      break;
    case NETZ_TABLE_PARTNERSHIP:
      append_programmes (menu, network, NETZ_PARTNERSHIP (record), language);
      append_statuses (menu);
      append_possible (menu, partnership_menu);
      break;
    default:
      append_possible (menu, box_menu);
      append_submenu (menu, _("Align and Distribute"), align_menu);
      append_possible (menu, place_menu);
      break;
    }
  return G_MENU_MODEL (menu);
}
