/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-look.h"

#include "planning/netz-scope-edit.h"

static NetzStyleId
choose_style (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "style");
  const NetzStyle *style = g_str_equal (name, "auto") ? NULL : netz_style_find (name);

  if (style != NULL)
    return style->id;
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? NETZ_STYLE_DARK : NETZ_STYLE_LIGHT;
}

static void
on_look_changed (NetzWindow *window)
{
  netz_window_apply_look (window);
}

/**
 * netz_window_apply_look:
 *
 * Gives the window's scene what the settings say.
 */
void
netz_window_apply_look (NetzWindow *window)
{
  NetzSession *session = netz_window_get_session (window);
  GSettings *settings = netz_window_get_settings (window);
  g_autofree char *language = g_settings_get_string (settings, "name-language");
  NetzScene *scene = NULL;

  if (session == NULL)
    return;
  scene = netz_session_get_scene (session);
  netz_scene_set_style (scene, choose_style (settings));
  /* Who filters for what has ended wants to see it. */
  netz_scene_set_show_ended (scene, g_settings_get_boolean (settings, "show-ended") ||
                                        netz_scope_asks_for_status (netz_session_get_scope (session), "ended"));
  netz_scene_set_size_by_degree (scene, g_settings_get_boolean (settings, "size-by-degree"));
  netz_session_set_language (session, g_str_equal (language, "auto") ? NULL : language);
}

/**
 * netz_window_follow_look:
 *
 * Applies the look again whenever the settings or the desktop's light and dark change.
 */
void
netz_window_follow_look (NetzWindow *window)
{
  GSettings *settings = netz_window_get_settings (window);

  g_signal_connect_object (settings, "changed::style", G_CALLBACK (on_look_changed), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::name-language", G_CALLBACK (on_look_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::show-ended", G_CALLBACK (on_look_changed), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::size-by-degree", G_CALLBACK (on_look_changed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_look_changed), window,
                           G_CONNECT_SWAPPED);
}
