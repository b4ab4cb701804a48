/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-actions.h"

#include "app/netz-window-commands.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

#define EDITABLE (NETZ_FACT_SESSION | NETZ_FACT_WRITABLE)
#define SHOWN (NETZ_FACT_SESSION | NETZ_FACT_CONTENT)

/* The one table of everything that can be done. */
static const NetzAction actions[] = {
  { "app.new", N_("New Network…"), "<Control>n", NETZ_ACTIONS_FILE, NETZ_FACT_NONE, NULL },
  { "app.open", N_("Open…"), "<Control>o", NETZ_ACTIONS_FILE, NETZ_FACT_NONE, NULL },
  { "win.save", N_("Save"), "<Control>s", NETZ_ACTIONS_FILE, EDITABLE, netz_window_save },
  { "win.save-as", N_("Save As…"), "<Control><Shift>s", NETZ_ACTIONS_FILE, EDITABLE, netz_window_save_as },
  { "win.import", N_("Import a Table…"), NULL, NETZ_ACTIONS_FILE, SHOWN, netz_window_import },
  { "win.export", N_("Export as Picture…"), "<Control>e", NETZ_ACTIONS_FILE, SHOWN, netz_window_export },
  { "win.committee-paper", N_("Committee Paper…"), "<Control><Shift>d", NETZ_ACTIONS_FILE, SHOWN,
    netz_window_write_paper, FALSE },
  { "win.network-in-words", N_("Network in Words…"), NULL, NETZ_ACTIONS_FILE, SHOWN, netz_window_write_paper, TRUE },
  { "win.close", N_("Close Window"), "<Control>w", NETZ_ACTIONS_FILE, NETZ_FACT_NONE, netz_window_close_it },
  { "app.quit", N_("Quit"), "<Control>q", NETZ_ACTIONS_FILE, NETZ_FACT_NONE, NULL },

  { "win.undo", N_("Undo"), "<Control>z", NETZ_ACTIONS_EDIT, EDITABLE | NETZ_FACT_UNDO, netz_window_undo },
  { "win.redo", N_("Redo"), "<Control><Shift>z <Control>y", NETZ_ACTIONS_EDIT, EDITABLE | NETZ_FACT_REDO,
    netz_window_redo },
  { "win.cut", N_("Cut"), "<Control>x", NETZ_ACTIONS_EDIT, EDITABLE | NETZ_FACT_SELECTED, netz_window_cut },
  { "win.copy", N_("Copy"), "<Control>c", NETZ_ACTIONS_EDIT, NETZ_FACT_SESSION | NETZ_FACT_SELECTED,
    netz_window_copy },
  { "win.copy-picture", N_("Copy as Picture"), "<Control><Shift>c", NETZ_ACTIONS_EDIT, SHOWN,
    netz_window_copy_picture },
  { "win.paste", N_("Paste"), "<Control>v", NETZ_ACTIONS_EDIT, EDITABLE, netz_window_paste },
  { "win.duplicate", N_("Duplicate"), "<Control>d", NETZ_ACTIONS_EDIT, EDITABLE | NETZ_FACT_MOVABLE,
    netz_window_duplicate },
  { "win.delete", N_("Delete"), "Delete", NETZ_ACTIONS_EDIT, EDITABLE | NETZ_FACT_SELECTED, netz_window_delete },
  { "win.select-all", N_("Select All"), "<Control>a", NETZ_ACTIONS_EDIT, SHOWN, netz_window_select_all },
  { "win.select-none", N_("Select Nothing"), "<Control><Shift>a", NETZ_ACTIONS_EDIT,
    NETZ_FACT_SESSION | NETZ_FACT_SELECTED, netz_window_select_none },
  { "win.select-neighbours", N_("Select Partners Too"), "<Control><Alt>a", NETZ_ACTIONS_EDIT,
    NETZ_FACT_SESSION | NETZ_FACT_INSTITUTION, netz_window_select_neighbours },

  { "win.add-institution", N_("New Institution"), "Insert", NETZ_ACTIONS_DRAW, EDITABLE, netz_window_add_institution },
  { "win.quick-entry", N_("Type or Paste a List…"), "<Control><Shift>n", NETZ_ACTIONS_DRAW, EDITABLE,
    netz_window_quick_entry },
  { "win.connect", N_("New Partnership"), "<Control><Shift>p", NETZ_ACTIONS_DRAW,
    EDITABLE | NETZ_FACT_ONE_INSTITUTION, netz_window_connect },
  { "win.add-frame", N_("New Frame"), "<Control>g", NETZ_ACTIONS_DRAW, EDITABLE, netz_window_add_frame },
  { "win.draw-frame", N_("Draw a Frame"), "<Control><Shift>f", NETZ_ACTIONS_DRAW, EDITABLE, netz_window_draw_frame },
  { "win.add-note", N_("New Note"), "<Control><Shift>t", NETZ_ACTIONS_DRAW, EDITABLE, netz_window_add_note },
  { "win.rename", N_("Rename"), "F2", NETZ_ACTIONS_DRAW, EDITABLE | NETZ_FACT_NAMED, netz_window_rename },
  { "win.unite", N_("Unite the Two Institutions"), "<Control>u", NETZ_ACTIONS_DRAW,
    EDITABLE | NETZ_FACT_TWO_INSTITUTIONS, netz_window_unite },
  { "win.choose-background", N_("Background Picture…"), NULL, NETZ_ACTIONS_DRAW, EDITABLE,
    netz_window_choose_background },
  { "win.remove-background", N_("Remove Background Picture"), NULL, NETZ_ACTIONS_DRAW, EDITABLE | NETZ_FACT_BACKGROUND,
    netz_window_remove_background },
  { "win.kinds", N_("Kinds and Programmes…"), "<Control><Shift>k", NETZ_ACTIONS_DRAW, NETZ_FACT_SESSION,
    netz_window_edit_kinds },

  { "win.align-left", N_("Align Left"), "<Control><Alt>Left", NETZ_ACTIONS_ARRANGE, EDITABLE | NETZ_FACT_TWO_MOVABLE,
    netz_window_align, NETZ_ALIGN_LEFT },
  { "win.align-centre", N_("Align in One Column"), "<Control><Alt>c", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_TWO_MOVABLE, netz_window_align, NETZ_ALIGN_CENTRE },
  { "win.align-right", N_("Align Right"), "<Control><Alt>Right", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_TWO_MOVABLE, netz_window_align, NETZ_ALIGN_RIGHT },
  { "win.align-top", N_("Align Top"), "<Control><Alt>Up", NETZ_ACTIONS_ARRANGE, EDITABLE | NETZ_FACT_TWO_MOVABLE,
    netz_window_align, NETZ_ALIGN_TOP },
  { "win.align-middle", N_("Align in One Row"), "<Control><Alt>m", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_TWO_MOVABLE, netz_window_align, NETZ_ALIGN_MIDDLE },
  { "win.align-bottom", N_("Align Bottom"), "<Control><Alt>Down", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_TWO_MOVABLE, netz_window_align, NETZ_ALIGN_BOTTOM },
  { "win.distribute-horizontally", N_("Distribute Horizontally"), "<Control><Alt>h", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_THREE_MOVABLE, netz_window_distribute, FALSE },
  { "win.distribute-vertically", N_("Distribute Vertically"), "<Control><Alt>v", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_THREE_MOVABLE, netz_window_distribute, TRUE },
  { "win.layout-force", N_("By Forces"), "<Control><Alt>1", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 0 },
  { "win.layout-kind", N_("By Kind"), "<Control><Alt>2", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 1 },
  { "win.layout-district", N_("By District"), "<Control><Alt>3", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 2 },
  { "win.layout-layered", N_("In Layers"), "<Control><Alt>4", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 3 },
  { "win.layout-circle", N_("In a Circle"), "<Control><Alt>5", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 4 },
  { "win.layout-rings", N_("In Rings around One"), "<Control><Alt>6", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 5 },
  { "win.layout-map", N_("As on the Map"), "<Control><Alt>7", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 6 },
  { "win.layout-tidy", N_("Tidy Up"), "<Control><Alt>8", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_CONTENT, netz_window_lay_out, 7 },
  { "win.pin", N_("Pin in Place"), "<Control>p", NETZ_ACTIONS_ARRANGE, EDITABLE | NETZ_FACT_UNPINNED,
    netz_window_set_pinned, TRUE },
  { "win.unpin", N_("Unpin"), "<Control><Alt>p", NETZ_ACTIONS_ARRANGE, EDITABLE | NETZ_FACT_PINNED,
    netz_window_set_pinned, FALSE },
  { "win.put-in-frame", N_("Put into the Selected Frame"), "<Control><Shift>g", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_FRAME, netz_window_put_in_frame, TRUE },
  { "win.take-out-of-frame", N_("Take out of the Frame"), "<Control><Alt>g", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_FRAMED, netz_window_put_in_frame, FALSE },
  { "win.place-unplaced", N_("Give Places to Those without One"), "<Control><Shift>l", NETZ_ACTIONS_ARRANGE,
    EDITABLE | NETZ_FACT_UNPLACED, netz_window_place_unplaced },
  { "win.snap", N_("Snap into Line"), NULL, NETZ_ACTIONS_ARRANGE, NETZ_FACT_SESSION, NULL },

  { "win.find", N_("Find"), "<Control>f", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_find },
  { "win.page-network", N_("Network"), "<Alt>1", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_show_page,
    NETZ_PAGE_NETWORK },
  { "win.page-table", N_("Table"), "<Alt>2", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_show_page,
    NETZ_PAGE_TABLE },
  { "win.page-coverage", N_("Coverage"), "<Alt>3", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_show_page,
    NETZ_PAGE_COVERAGE },
  { "win.page-insights", N_("Insights"), "<Alt>4", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_show_page,
    NETZ_PAGE_INSIGHTS },
  { "win.page-workshop", N_("Workshop"), "<Alt>5", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_show_page,
    NETZ_PAGE_WORKSHOP },
  { "win.guided-round", N_("Guided Round"), "<Control><Alt>r", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_guide_round },
  { "win.round-next", N_("Next Question of the Round"), "<Alt>Page_Down", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_step_round, 1 },
  { "win.round-previous", N_("Previous Question of the Round"), "<Alt>Page_Up", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_step_round, -1 },
  { "win.close-workshop-session", N_("Close the Session of the Workshop"), NULL, NETZ_ACTIONS_EDIT, EDITABLE,
    netz_window_close_workshop_session },
  { "win.filter", N_("Filter…"), "<Control>l", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_add_filter },
  { "win.filter-neighbourhood", N_("Only the Neighbourhood"), "<Control><Shift>o", NETZ_ACTIONS_VIEW,
    NETZ_FACT_SESSION | NETZ_FACT_ONE_INSTITUTION, netz_window_filter_neighbourhood },
  { "win.show-whole-network", N_("Show the Whole Network"), "<Control><Alt>l", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_show_whole_network },
  { "win.views", N_("Views…"), "<Control><Shift>v", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_change_views },
  { "win.zoom-in", N_("Zoom In"), "<Control>plus <Control>equal <Control>KP_Add", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_zoom, NETZ_ZOOM_IN },
  { "win.zoom-out", N_("Zoom Out"), "<Control>minus <Control>KP_Subtract", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_zoom, NETZ_ZOOM_OUT },
  { "win.zoom-full", N_("Original Size"), "<Control>0 <Control>KP_0", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_zoom, NETZ_ZOOM_FULL },
  { "win.zoom-fit", N_("Show Everything"), "<Control>1 <Control>KP_1", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_zoom, NETZ_ZOOM_FIT },
  { "win.zoom-selection", N_("Show the Selection"), "<Control>2 <Control>KP_2", NETZ_ACTIONS_VIEW,
    NETZ_FACT_SESSION | NETZ_FACT_SELECTED, netz_window_zoom, NETZ_ZOOM_SELECTION },
  { "win.reveal", N_("Bring the Selection into Sight"), "<Control>3 <Control>KP_3", NETZ_ACTIONS_VIEW,
    NETZ_FACT_SESSION | NETZ_FACT_SELECTED, netz_window_reveal },
  { "win.focus-canvas", N_("Back to the Canvas"), "Escape", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_move_focus, NETZ_FOCUS_CANVAS },
  { "win.focus-next", N_("From Panel to Panel"), "F6", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, netz_window_move_focus,
    NETZ_FOCUS_NEXT },
  { "win.show-left-panel", N_("Legend and List"), "F9", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, NULL },
  { "win.show-right-panel", N_("Properties"), "<Control>F9 F8", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, NULL },
  { "win.show-overview", N_("Overview Map"), "<Control>m", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, NULL },
  { "win.show-timeline", N_("Timeline"), "<Control>t", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, NULL },
  { "win.show-ended", N_("Ended Partnerships"), "<Control><Shift>e", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION, NULL },
  { "win.size-by-degree", N_("Size by Number of Partnerships"), "<Control><Shift>b", NETZ_ACTIONS_VIEW,
    NETZ_FACT_SESSION, NULL },
  { "win.properties", N_("Properties of the Network"), "<Alt>Return", NETZ_ACTIONS_VIEW, NETZ_FACT_SESSION,
    netz_window_show_properties },
  { "win.issues", N_("Look for Mistakes…"), "<Control><Shift>m", NETZ_ACTIONS_VIEW, SHOWN, netz_window_show_issues },

  { "app.open-example", N_("The Cologne Example"), NULL, NETZ_ACTIONS_HELP, NETZ_FACT_NONE, NULL },
  { "app.preferences", N_("Preferences"), "<Control>comma", NETZ_ACTIONS_HELP, NETZ_FACT_NONE, NULL },
  { "win.shortcuts", N_("Keyboard Shortcuts"), "<Control>question F1", NETZ_ACTIONS_HELP, NETZ_FACT_NONE,
    netz_window_show_shortcuts },
  { "app.about", N_("About Netzwerkstatt"), NULL, NETZ_ACTIONS_HELP, NETZ_FACT_NONE, NULL },
};

static const char *const group_labels[NETZ_N_ACTION_GROUPS] = {
  [NETZ_ACTIONS_FILE] = N_("Files and Windows"),
  [NETZ_ACTIONS_EDIT] = N_("Editing"),
  [NETZ_ACTIONS_DRAW] = N_("Drawing"),
  [NETZ_ACTIONS_ARRANGE] = N_("Arranging"),
  [NETZ_ACTIONS_VIEW] = N_("Looking"),
  [NETZ_ACTIONS_HELP] = N_("Help"),
};

static void
on_activate (GSimpleAction *simple, GVariant *parameter, gpointer data)
{
  g_autofree char *name = g_strconcat ("win.", g_action_get_name (G_ACTION (simple)), NULL);
  const NetzAction *action = netz_actions_find (name);

  action->run (NETZ_WINDOW (data), action->detail);
}

/* The palette's: the only action that is told something. */
static void
on_add_of_kind (GSimpleAction *simple, GVariant *kind, gpointer data)
{
  netz_canvas_add_of_kind (netz_window_get_canvas (NETZ_WINDOW (data)), g_variant_get_string (kind, NULL));
}

static void
install_keys (NetzWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Entries must have Ctrl+C, Delete and their like first, so the window's keys come last. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_LOCAL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) keys = g_strsplit (actions[i].keys != NULL ? actions[i].keys : "", " ", -1);

      for (guint k = 0; keys[k] != NULL; k++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[k]),
                                                                gtk_named_action_new (actions[i].name)));
    }
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * netz_window_install_actions:
 * @settings: the program's settings; actions without a function of their own switch one of them
 *
 * Adds all actions of the table whose names begin with "win.", and the keys of all.
 */
void
netz_window_install_actions (NetzWindow *window, GSettings *settings)
{
  g_autoptr (GSimpleAction) add_of_kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GAction) added = NULL;
      const char *name = actions[i].name + strlen ("win.");

      if (!g_str_has_prefix (actions[i].name, "win."))
        continue;
      if (actions[i].run == NULL)
        added = g_settings_create_action (settings, name);
      else
        {
          added = G_ACTION (g_simple_action_new (name, NULL));
          g_signal_connect (added, "activate", G_CALLBACK (on_activate), window);
        }
      g_action_map_add_action (G_ACTION_MAP (window), added);
    }
  add_of_kind = g_simple_action_new ("add-of-kind", G_VARIANT_TYPE_STRING);
  g_signal_connect (add_of_kind, "activate", G_CALLBACK (on_add_of_kind), window);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (add_of_kind));
  install_keys (window);
}

static NetzFacts
count_selected (NetzNetwork *network, NetzSelection *selection)
{
  g_autofree const char **ids = netz_selection_get_ids (selection);
  guint n_institutions = 0;
  guint n_partnerships = 0;
  guint n_frames = 0;
  guint n_notes = 0;
  NetzFacts facts = NETZ_FACT_NONE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      NetzRecord *record = netz_network_find (network, ids[i]);
      NetzTable table = record != NULL ? netz_record_get_table (record) : NETZ_TABLE_SETTINGS;

      n_institutions += table == NETZ_TABLE_INSTITUTION;
      n_partnerships += table == NETZ_TABLE_PARTNERSHIP;
      n_frames += table == NETZ_TABLE_FRAME;
      n_notes += table == NETZ_TABLE_NOTE;
      if (table == NETZ_TABLE_INSTITUTION)
        {
          facts |= NETZ_INSTITUTION (record)->pinned ? NETZ_FACT_PINNED : NETZ_FACT_UNPINNED;
          facts |= NETZ_INSTITUTION (record)->frame != NULL ? NETZ_FACT_FRAMED : 0;
        }
      if (table == NETZ_TABLE_NOTE && NETZ_NOTE (record)->frame != NULL)
        facts |= NETZ_FACT_FRAMED;
    }

  const guint n_movable = n_institutions + n_frames + n_notes;
  const guint n_all = n_movable + n_partnerships;

  facts |= n_all > 0 ? NETZ_FACT_SELECTED : 0;
  facts |= n_all == 1 ? NETZ_FACT_ONE : 0;
  facts |= n_movable > 0 ? NETZ_FACT_MOVABLE : 0;
  facts |= n_movable > 1 ? NETZ_FACT_TWO_MOVABLE : 0;
  facts |= n_movable > 2 ? NETZ_FACT_THREE_MOVABLE : 0;
  facts |= n_institutions > 0 ? NETZ_FACT_INSTITUTION : 0;
  facts |= n_institutions == 1 && n_all == 1 ? NETZ_FACT_ONE_INSTITUTION : 0;
  facts |= n_institutions == 2 && n_all == 2 ? NETZ_FACT_TWO_INSTITUTIONS : 0;
  facts |= n_movable == 1 && n_all == 1 ? NETZ_FACT_NAMED : 0;
  facts |= n_frames == 1 && n_institutions + n_notes > 0 ? NETZ_FACT_FRAME : 0;
  facts |= n_partnerships > 0 ? NETZ_FACT_PARTNERSHIP : 0;
  return facts;
}

static gboolean
has_unplaced (NetzNetwork *network)
{
  NetzNetworkIter iter;
  NetzInstitution *institution = NULL;

  netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (!netz_institution_is_placed (institution))
      return TRUE;
  return FALSE;
}

static NetzFacts
find_facts (NetzSession *session)
{
  NetzNetwork *network = NULL;
  NetzHistory *history = NULL;
  NetzSettings *settings = NULL;
  NetzFacts facts = NETZ_FACT_SESSION;

  if (session == NULL)
    return NETZ_FACT_NONE;

  network = netz_session_get_network (session);
  history = netz_session_get_history (session);
  settings = netz_network_get_settings (network);
  facts |= netz_session_is_read_only (session) ? 0 : NETZ_FACT_WRITABLE;
  facts |= netz_network_get_size (network, NETZ_TABLE_INSTITUTION) > 0 ? NETZ_FACT_CONTENT : 0;
  facts |= netz_network_get_size (network, NETZ_TABLE_FRAME) > 0 ? NETZ_FACT_CONTENT : 0;
  facts |= netz_network_get_size (network, NETZ_TABLE_NOTE) > 0 ? NETZ_FACT_CONTENT : 0;
  facts |= netz_history_can_undo (history) ? NETZ_FACT_UNDO : 0;
  facts |= netz_history_can_redo (history) ? NETZ_FACT_REDO : 0;
  facts |= settings->background != NULL || settings->background_href != NULL ? NETZ_FACT_BACKGROUND : 0;
  facts |= has_unplaced (network) ? NETZ_FACT_UNPLACED : 0;
  return facts | count_selected (network, netz_session_get_selection (session));
}

/**
 * netz_window_update_actions:
 *
 * Enables what makes sense now. O(institutions + selected).
 */
void
netz_window_update_actions (NetzWindow *window)
{
  NetzFacts facts = find_facts (netz_window_get_session (window));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action = NULL;

      if (actions[i].run == NULL || !g_str_has_prefix (actions[i].name, "win."))
        continue;
      action = g_action_map_lookup_action (G_ACTION_MAP (window), actions[i].name + strlen ("win."));
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (actions[i].needs & ~facts) == 0);
    }
}

/**
 * netz_actions_get:
 * @n_actions: (out): how many there are
 *
 * Returns: (transfer none): the table
 */
const NetzAction *
netz_actions_get (guint *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}

/**
 * netz_actions_find:
 * @name: with its prefix
 *
 * Returns: (nullable): the line of the table
 */
const NetzAction *
netz_actions_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  return NULL;
}

/**
 * netz_action_get_label:
 *
 * Returns: what it is called, translated
 */
const char *
netz_action_get_label (const NetzAction *self)
{
  return _(self->label);
}

/**
 * netz_action_get_key:
 *
 * Returns: (transfer full) (nullable): the key that is shown, as GTK writes it in files
 */
char *
netz_action_get_key (const NetzAction *self)
{
  const char *end = NULL;

  if (self->keys == NULL)
    return NULL;
  end = strchr (self->keys, ' ');
  return end != NULL ? g_strndup (self->keys, end - self->keys) : g_strdup (self->keys);
}

/**
 * netz_action_get_tooltip:
 *
 * Returns: (transfer full): the label and the key, for buttons
 */
char *
netz_action_get_tooltip (const NetzAction *self)
{
  g_autofree char *key = netz_action_get_key (self);
  g_autofree char *shown = NULL;
  GdkModifierType modifiers = 0;
  guint keyval = 0;

  if (key == NULL || !gtk_accelerator_parse (key, &keyval, &modifiers))
    return g_strdup (netz_action_get_label (self));
  shown = gtk_accelerator_get_label (keyval, modifiers);
  /* Translators: a button's tooltip: what it does, and its key */
  return g_strdup_printf (C_("tooltip", "%s (%s)"), netz_action_get_label (self), shown);
}

/**
 * netz_action_name_button:
 * @button: one with an icon instead of a text
 * @name: of its action, with its prefix
 *
 * Gives it a tooltip, and a name for those who do not see it.
 */
void
netz_action_name_button (GtkWidget *button, const char *name)
{
  const NetzAction *action = netz_actions_find (name);
  g_autofree char *tooltip = netz_action_get_tooltip (action);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  netz_action_get_label (action), -1);
}

/**
 * netz_action_group_get_label:
 *
 * Returns: the heading of a group of actions, translated
 */
const char *
netz_action_group_get_label (NetzActionGroup group)
{
  g_return_val_if_fail (group < NETZ_N_ACTION_GROUPS, NULL);

  return _(group_labels[group]);
}
