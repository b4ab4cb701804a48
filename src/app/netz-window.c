/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window.h"

#include "app/netz-pages.h"
#include "app/netz-safeguard.h"
#include "app/netz-session-file.h"
#include "app/netz-start.h"
#include "app/netz-timeline-bar.h"
#include "app/netz-window-actions.h"
#include "app/netz-window-canvas.h"
#include "app/netz-window-close.h"
#include "app/netz-window-commands.h"
#include "app/netz-window-drop.h"
#include "app/netz-window-look.h"
#include "app/netz-window-menus.h"
#include "app/netz-window-messages.h"
#include "app/netz-window-panels.h"

#include <glib/gi18n-lib.h>

struct _NetzWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  GtkWidget *left_button;
  GtkWidget *right_button;
  GtkWidget *undo_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *find_button;
  GtkWidget *timeline_slot;
  GtkSpinner *spinner;
  GtkMenuButton *menu_button;
  NetzScopeBar *scope_bar;
  NetzTimelineBar *timeline_bar;
  NetzMessages *messages;
  GtkStack *stack;
  NetzStart *start;
  AdwFlap *left_flap;
  AdwFlap *right_flap;
  AdwClamp *left_slot;
  AdwClamp *right_slot;
  NetzPages *pages;
  AdwViewSwitcher *switcher;

  GSettings *settings;
  guint inhibition; /* of the end of the desktop's session; 0: none */
  NetzSession *session;
  NetzSafeguard *safeguard;
};

G_DEFINE_FINAL_TYPE (NetzWindow, netz_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (NetzWindow *self)
{
  const char *title = self->session != NULL ? netz_session_get_title (self->session) : _("Netzwerkstatt");
  const char *subtitle = self->session != NULL ? netz_session_get_subtitle (self->session) : "";

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The tooltip names the step; without one it is that of the action. */
static void
name_step (GtkWidget *button, const char *action, const char *named)
{
  const NetzAction *line = netz_actions_find (action);
  g_autofree char *plain = netz_action_get_tooltip (line);

  gtk_widget_set_tooltip_text (button, named != NULL ? named : plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  named != NULL ? named : netz_action_get_label (line), -1);
}

static void
update_steps (NetzWindow *self)
{
  NetzHistory *history = self->session != NULL ? netz_session_get_history (self->session) : NULL;
  const char *undo = history != NULL ? netz_history_get_undo_label (history) : NULL;
  const char *redo = history != NULL ? netz_history_get_redo_label (history) : NULL;
  /* Translators: %s is what is undone, such as "Move" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : NULL;
  /* Translators: %s is what is done again, such as "Move" */
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : NULL;

  name_step (self->undo_button, "win.undo", undo_text);
  name_step (self->redo_button, "win.redo", redo_text);
}

static void
on_network_changed (NetzWindow *self)
{
  /* A toast that offers to take back an earlier step would take back this one. */
  netz_messages_withdraw_undo (self->messages);
  update_steps (self);
  netz_window_update_actions (self);
}

static void
on_history_changed (NetzWindow *self)
{
  update_steps (self);
  netz_window_update_actions (self);
}

static void
on_selection_changed (NetzWindow *self)
{
  netz_window_update_actions (self);
}

static void
on_refused (NetzWindow *self)
{
  netz_messages_toast (self->messages, _("This network can be read only: a newer version of the program wrote it."));
}

/* The desktop asks before it ends the program with unsaved changes. */
static void
update_inhibition (NetzWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean unsaved = self->session != NULL && netz_session_is_modified (self->session);

  if (application == NULL || unsaved == (self->inhibition != 0))
    return;
  if (unsaved)
    self->inhibition = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT,
                                                _("A network has unsaved changes."));
  else
    {
      gtk_application_uninhibit (application, self->inhibition);
      self->inhibition = 0;
    }
}

static void
forget_session (NetzWindow *self)
{
  if (self->session == NULL)
    return;
  g_signal_handlers_disconnect_by_data (netz_session_get_network (self->session), self);
  g_signal_handlers_disconnect_by_data (netz_session_get_history (self->session), self);
  g_signal_handlers_disconnect_by_data (netz_session_get_selection (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  netz_pages_set_session (self->pages, NULL);
  netz_scope_bar_set_session (self->scope_bar, NULL);
  netz_timeline_bar_set_session (self->timeline_bar, NULL);
  /* Whoever comes here has saved, or was asked: the journal has done its work. */
  netz_safeguard_end (self->safeguard);
  g_clear_object (&self->safeguard);
  g_clear_object (&self->session);
}

static void
on_trouble (NetzWindow *self, const char *message)
{
  /* Translators: %s is a sentence that says why */
  g_autofree char *text
      = g_strdup_printf (_ ("Unsaved work is not protected against a crash at present. %s"), message);

  netz_messages_show_bar (self->messages, "safeguard", GTK_MESSAGE_WARNING, text, NULL, NULL, NULL);
}

static void
follow_session (NetzWindow *self)
{
  NetzSession *session = self->session;

  g_signal_connect_object (session, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::subtitle", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (update_inhibition), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::path", G_CALLBACK (netz_window_remember_file), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "reverted", G_CALLBACK (netz_window_show_reverted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "scope-changed", G_CALLBACK (netz_window_apply_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "refused", G_CALLBACK (on_refused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "disk-changed", G_CALLBACK (netz_window_tell_disk_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (netz_session_get_network (session), "changed", G_CALLBACK (on_network_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (netz_session_get_history (session), "notify", G_CALLBACK (on_history_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (netz_session_get_selection (session), "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
}

/* A menu item that opened a dialog keeps the keyboard when its menu is gone, and then no key works any more. */
static void
on_active_changed (NetzWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!gtk_window_is_active (GTK_WINDOW (self)) || (focus != NULL && gtk_widget_get_mapped (focus)))
    return;
  gtk_widget_grab_focus (self->session != NULL ? GTK_WIDGET (self->pages) : GTK_WIDGET (self->start));
}

static gboolean
on_close_request (GtkWindow *window)
{
  NetzWindow *self = NETZ_WINDOW (window);

  if (netz_window_must_ask (self))
    {
      netz_window_ask_before_close (self);
      return TRUE;
    }
  netz_window_keep_state (self, self->settings);
  return GTK_WINDOW_CLASS (netz_window_parent_class)->close_request (window);
}

static void
netz_window_dispose (GObject *object)
{
  NetzWindow *self = NETZ_WINDOW (object);

  if (self->pages != NULL)
    forget_session (self);
  /* These two hold what they switch. */
  g_action_map_remove_action (G_ACTION_MAP (self), "show-left-panel");
  g_action_map_remove_action (G_ACTION_MAP (self), "show-right-panel");
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (netz_window_parent_class)->dispose (object);
}

static void
netz_window_class_init (NetzWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = on_close_request;

  g_type_ensure (NETZ_TYPE_MESSAGES);
  g_type_ensure (NETZ_TYPE_PAGES);
  g_type_ensure (NETZ_TYPE_SCOPE_BAR);
  g_type_ensure (NETZ_TYPE_START);
  g_type_ensure (NETZ_TYPE_TIMELINE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/netzwerkstatt/Netzwerkstatt/netz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, title);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, left_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, right_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, timeline_slot);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, scope_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, timeline_bar);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, start);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, left_flap);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, right_flap);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, left_slot);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, right_slot);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, NetzWindow, switcher);
}

/* A panel that gave way in a narrow window was not hidden by intent: that is not kept for the next one. */
static void
on_panel_revealed (AdwFlap *flap, GParamSpec *pspec, NetzWindow *self)
{
  const char *key = flap == self->left_flap ? "show-left-panel" : "show-right-panel";

  /* The legend and the list are the twin of the canvas: beside another page they are not in sight. */
  if (flap == self->left_flap && netz_pages_get_visible (self->pages) != NETZ_PAGE_NETWORK)
    return;
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (self->settings, key, adw_flap_get_reveal_flap (flap));
}

static void
follow_panel (NetzWindow *self, AdwFlap *flap, const char *key)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (key, flap, "reveal-flap");

  adw_flap_set_reveal_flap (flap, g_settings_get_boolean (self->settings, key));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (on_panel_revealed), self, 0);
}

static void
on_page_changed (NetzWindow *self)
{
  gboolean canvas = netz_pages_get_visible (self->pages) == NETZ_PAGE_NETWORK;

  /* A page that needs less room would let the panel open by itself. */
  adw_flap_set_locked (self->left_flap, !canvas);
  adw_flap_set_reveal_flap (self->left_flap, canvas && g_settings_get_boolean (self->settings, "show-left-panel"));
}

static void
follow_settings (NetzWindow *self)
{
  NetzStage *stage = netz_pages_get_stage (self->pages);

  follow_panel (self, self->left_flap, "show-left-panel");
  follow_panel (self, self->right_flap, "show-right-panel");
  g_settings_bind (self->settings, "show-overview", stage, "show-overview", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "show-timeline", self->timeline_bar, "visible", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "snap", netz_stage_get_canvas (stage), "snap", G_SETTINGS_BIND_GET);
  netz_window_follow_look (self);
}

static void
netz_window_init (NetzWindow *self)
{
  g_autoptr (GMenuModel) menu = netz_menus_new_primary ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.netzwerkstatt.Netzwerkstatt");

  netz_window_install_actions (self, self->settings);
  netz_window_install_targets (self);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  netz_action_name_button (self->left_button, "win.show-left-panel");
  netz_action_name_button (self->right_button, "win.show-right-panel");
  netz_action_name_button (self->find_button, "win.find");
  netz_window_panels_fill (self->left_slot, self->right_slot);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_changed), NULL);
  netz_window_follow_canvas (self);
  follow_settings (self);
  adw_view_switcher_set_stack (self->switcher, netz_pages_get_stack (self->pages));
  g_signal_connect_object (self->pages, "notify::visible-page", G_CALLBACK (on_page_changed), self, G_CONNECT_SWAPPED);
  netz_window_accept_files (self);
  netz_window_restore_state (self, self->settings);
  netz_window_set_session (self, NULL);
}

/**
 * netz_window_new:
 *
 * Returns: (transfer none): a window with the start page
 */
NetzWindow *
netz_window_new (GtkApplication *application)
{
  return g_object_new (NETZ_TYPE_WINDOW, "application", application, NULL);
}

/**
 * netz_window_get_session:
 *
 * Returns: (nullable) (transfer none): what is shown; %NULL: the start page is
 */
NetzSession *
netz_window_get_session (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return self->session;
}

static void
show_network (NetzWindow *self, gboolean shown)
{
  gtk_stack_set_visible_child (self->stack, shown ? GTK_WIDGET (self->left_flap) : GTK_WIDGET (self->start));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), shown);
  gtk_widget_set_visible (self->left_button, shown);
  gtk_widget_set_visible (self->right_button, shown);
  gtk_widget_set_visible (self->undo_box, shown);
  gtk_widget_set_visible (self->find_button, shown);
  gtk_widget_set_visible (self->timeline_slot, shown);
}

static void
set_session (NetzWindow *self, NetzSession *session, NetzJournal *journal)
{
  static const char *const bars[] = { "report", "disk", "save" };

  forget_session (self);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    netz_messages_hide_bar (self->messages, bars[i]);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      follow_session (self);
      netz_pages_set_session (self->pages, session);
      netz_scope_bar_set_session (self->scope_bar, session);
      netz_timeline_bar_set_session (self->timeline_bar, session);
      netz_window_follow_views (self);
      netz_window_apply_look (self);
      netz_session_watch_disk (session);
      self->safeguard = netz_safeguard_new (session, journal);
      g_signal_connect_object (self->safeguard, "trouble", G_CALLBACK (on_trouble), self, G_CONNECT_SWAPPED);
      netz_window_remember_file (self);
      netz_window_tell_report (self);
    }
  netz_window_panels_set_session (self->left_slot, self->right_slot, session);
  show_network (self, session != NULL);
  update_inhibition (self);
  update_title (self);
  update_steps (self);
  netz_window_update_actions (self);
  gtk_widget_grab_focus (session != NULL ? GTK_WIDGET (self->pages) : GTK_WIDGET (self->start));
}

/**
 * netz_window_set_session:
 * @session: (nullable): what is to be shown; %NULL: the start page
 */
void
netz_window_set_session (NetzWindow *self, NetzSession *session)
{
  g_return_if_fail (NETZ_IS_WINDOW (self));

  set_session (self, session, NULL);
}

/**
 * netz_window_set_recovered:
 * @session: what was recovered
 * @journal: (transfer full): the journal that it was recovered from, which goes on protecting it
 */
void
netz_window_set_recovered (NetzWindow *self, NetzSession *session, NetzJournal *journal)
{
  g_return_if_fail (NETZ_IS_WINDOW (self));

  set_session (self, session, journal);
}

/**
 * netz_window_get_canvas:
 *
 * Returns: (transfer none): the canvas
 */
NetzCanvas *
netz_window_get_canvas (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return netz_stage_get_canvas (netz_pages_get_stage (self->pages));
}

/**
 * netz_window_get_stage:
 *
 * Returns: (transfer none): the canvas with what lies on it
 */
NetzStage *
netz_window_get_stage (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return netz_pages_get_stage (self->pages);
}

/**
 * netz_window_get_pages:
 *
 * Returns: (transfer none): the canvas and the pages beside it
 */
NetzPages *
netz_window_get_pages (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return self->pages;
}

/**
 * netz_window_get_messages:
 *
 * Returns: (transfer none): where the window says what it has to say
 */
NetzMessages *
netz_window_get_messages (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return self->messages;
}

/**
 * netz_window_get_scope_bar:
 *
 * Returns: (transfer none): the filters
 */
NetzScopeBar *
netz_window_get_scope_bar (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return self->scope_bar;
}

/**
 * netz_window_get_settings:
 *
 * Returns: (transfer none): the program's settings
 */
GSettings *
netz_window_get_settings (NetzWindow *self)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), NULL);

  return self->settings;
}

/**
 * netz_window_commit:
 * @draft: what is to be done; the caller still frees it
 *
 * Returns: whether anything was changed
 */
gboolean
netz_window_commit (NetzWindow *self, NetzDraft *draft)
{
  g_return_val_if_fail (NETZ_IS_WINDOW (self), FALSE);

  return self->session != NULL && netz_session_commit (self->session, draft);
}

/**
 * netz_window_set_busy:
 * @text: (nullable): what is going on; %NULL: nothing any more
 */
void
netz_window_set_busy (NetzWindow *self, const char *text)
{
  g_return_if_fail (NETZ_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), text != NULL);
  gtk_spinner_set_spinning (self->spinner, text != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->spinner), text);
  if (text != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      adw_window_title_set_subtitle (self->title, text);
    }
  else
    update_title (self);
}

/**
 * netz_window_focus_search:
 *
 * Shows the left panel and puts the keyboard into its search.
 */
void
netz_window_focus_search (NetzWindow *self)
{
  g_return_if_fail (NETZ_IS_WINDOW (self));

  netz_pages_show (self->pages, NETZ_PAGE_NETWORK);
  adw_flap_set_reveal_flap (self->left_flap, TRUE);
  netz_window_panels_focus_search (self->left_slot);
}

/**
 * netz_window_focus_next:
 *
 * Moves the keyboard from the left panel to the canvas, from there to the right panel, and round.
 */
void
netz_window_focus_next (NetzWindow *self)
{
  GtkWidget *parts[] = { GTK_WIDGET (self->scope_bar), GTK_WIDGET (self->left_slot), GTK_WIDGET (self->pages),
                         GTK_WIDGET (self->right_slot), GTK_WIDGET (self->timeline_bar) };
  GtkWidget *focus = NULL;
  guint at = 0;

  g_return_if_fail (NETZ_IS_WINDOW (self));

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_is_ancestor (focus, parts[i]))
      at = i + 1;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[(at + i) % G_N_ELEMENTS (parts)];

      if (gtk_widget_get_child_visible (part) && gtk_widget_get_mapped (part)
          && gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/**
 * netz_window_focus_inspector:
 *
 * Shows the right panel and puts the keyboard into it.
 */
void
netz_window_focus_inspector (NetzWindow *self)
{
  g_return_if_fail (NETZ_IS_WINDOW (self));

  adw_flap_set_reveal_flap (self->right_flap, TRUE);
  netz_window_panels_focus_inspector (self->right_slot);
}
