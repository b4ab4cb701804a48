/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-session.h"

#include "app/netz-session-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (NetzSession, netz_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_MODIFIED,
  PROP_SAVING,
  PROP_READ_ONLY,
  PROP_PATH,
  PROP_LANGUAGE,
  N_PROPS,
};

enum
{
  SIGNAL_REVERTED,
  SIGNAL_REFUSED,
  SIGNAL_DISK_CHANGED,
  SIGNAL_SCOPE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What the network is called: by its title, else by its file. */
static char *
compose_title (NetzSession *self)
{
  NetzSettings *settings = netz_network_get_settings (self->network);
  g_autofree char *name = NULL;

  if (settings->title != NULL && *settings->title != '\0')
    return g_strdup (settings->title);
  if (self->path == NULL)
    return g_strdup (_("Untitled network"));
  name = g_filename_display_basename (self->path);
  if (g_str_has_suffix (name, ".netz"))
    name[strlen (name) - strlen (".netz")] = '\0';
  return g_steal_pointer (&name);
}

static char *
compose_subtitle (NetzSession *self)
{
  g_autofree char *name = netz_session_get_display_name (self);

  if (self->saves.length > 0)
    /* Translators: below the title of the window; %s is the file's name */
    return g_strdup_printf (_("%s · saving…"), name);
  if (self->read_only)
    return g_strdup_printf (_("%s · can be read only"), name);
  if (self->path == NULL)
    return g_strdup (_("not saved yet"));
  if (netz_history_is_modified (self->history))
    return g_strdup_printf (_("%s · unsaved changes"), name);
  return g_steal_pointer (&name);
}

/**
 * netz_session_refresh:
 *
 * Title, subtitle and flags depend on one another: they are computed together and told of only where they differ.
 */
void
netz_session_refresh (NetzSession *self)
{
  g_autofree char *title = compose_title (self);
  g_autofree char *subtitle = compose_subtitle (self);
  gboolean modified = netz_session_is_modified (self);
  gboolean saving = self->saves.length > 0;

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (title, self->title) != 0)
    {
      g_free (self->title);
      self->title = g_steal_pointer (&title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  if (g_strcmp0 (subtitle, self->subtitle) != 0)
    {
      g_free (self->subtitle);
      self->subtitle = g_steal_pointer (&subtitle);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
    }
  if (modified != self->told_modified)
    {
      self->told_modified = modified;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
    }
  if (saving != self->told_saving)
    {
      self->told_saving = saving;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * netz_session_set_file:
 * @path: (nullable) (type filename): where the document is from now on
 * @stamp: (nullable): what the file is now
 */
void
netz_session_set_file (NetzSession *self, const char *path, const NetzFileStamp *stamp)
{
  if (stamp != NULL)
    self->stamp = *stamp;
  self->has_stamp = stamp != NULL;
  self->disk_state = NETZ_STORE_UNCHANGED;

  if (g_strcmp0 (path, self->path) != 0)
    {
      char *copy = g_strdup (path);

      g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

      g_free (self->path);
      self->path = copy;
      netz_scene_set_background_folder (self->scene, folder);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
    }
  netz_session_refresh (self);
}

/**
 * netz_session_tell_disk_state:
 * @state: what was seen; told of only where it is news
 */
void
netz_session_tell_disk_state (NetzSession *self, NetzStoreState state)
{
  if (self->disk_state == state)
    return;
  self->disk_state = state;
  netz_session_refresh (self);
  g_signal_emit (self, signals[SIGNAL_DISK_CHANGED], 0, (int) state);
}

/**
 * netz_session_tell_reverted:
 * @edit: what undo or redo has applied
 */
void
netz_session_tell_reverted (NetzSession *self, NetzEdit *edit)
{
  g_signal_emit (self, signals[SIGNAL_REVERTED], 0, edit);
}

/**
 * netz_session_tell_refused:
 *
 * Says that somebody tried to change what can be read only.
 */
void
netz_session_tell_refused (NetzSession *self)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

/**
 * netz_session_tell_scope:
 *
 * Says that another part of the network is looked at.
 */
void
netz_session_tell_scope (NetzSession *self)
{
  g_signal_emit (self, signals[SIGNAL_SCOPE_CHANGED], 0);
}

/* What an edit took away cannot stay selected. */
static void
drop_lost (NetzSession *self)
{
  g_autofree const char **ids = netz_selection_get_ids (self->selection);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n = 0;

  for (n = 0; ids[n] != NULL; n++)
    if (netz_network_find (self->network, ids[n]) != NULL)
      g_ptr_array_add (kept, (gpointer) ids[n]);
  if (kept->len == n)
    return;
  g_ptr_array_add (kept, NULL);
  netz_selection_set (self->selection, (const char *const *) kept->pdata);
}

static void
on_network_changed (NetzSession *self, NetzEdit *edit)
{
  if (netz_edit_touches_table (edit, NETZ_TABLE_KIND))
    g_clear_pointer (&self->guess, netz_guess_free);
  drop_lost (self);
  netz_session_show_scope (self);
  netz_session_refresh (self);
}

static void
on_history_modified (NetzSession *self)
{
  netz_session_refresh (self);
}

static void
netz_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NetzSession *self = NETZ_SESSION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, netz_session_is_modified (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, netz_session_is_saving (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
netz_session_dispose (GObject *object)
{
  NetzSession *self = NETZ_SESSION (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->network != NULL)
    g_signal_handlers_disconnect_by_data (self->network, self);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->part);
  g_clear_object (&self->scene);
  g_clear_object (&self->selection);
  g_clear_object (&self->history);
  g_clear_object (&self->network);
  G_OBJECT_CLASS (netz_session_parent_class)->dispose (object);
}

static void
netz_session_finalize (GObject *object)
{
  NetzSession *self = NETZ_SESSION (object);

  g_queue_clear (&self->saves);
  g_clear_pointer (&self->report, netz_read_report_free);
  g_clear_pointer (&self->guess, netz_guess_free);
  g_clear_pointer (&self->scope, netz_scope_free);
  g_free (self->path);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->language);
  G_OBJECT_CLASS (netz_session_parent_class)->finalize (object);
}

static void
netz_session_class_init (NetzSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = netz_session_get_property;
  object_class->dispose = netz_session_dispose;
  object_class->finalize = netz_session_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REVERTED] = g_signal_new ("reverted", NETZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, NETZ_TYPE_EDIT);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", NETZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_DISK_CHANGED] = g_signal_new ("disk-changed", NETZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_SCOPE_CHANGED] = g_signal_new ("scope-changed", NETZ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);
}

static void
netz_session_init (NetzSession *self)
{
  g_queue_init (&self->saves);
  self->scope = netz_scope_new ();
}

/**
 * netz_session_new:
 * @snapshot: (nullable): what the network holds at first; %NULL: nothing
 *
 * A document that has no file yet. The caller keeps its reference to @snapshot.
 */
NetzSession *
netz_session_new (NetzSnapshot *snapshot)
{
  NetzSession *self = g_object_new (NETZ_TYPE_SESSION, NULL);

  self->network = snapshot != NULL ? netz_network_new_from_snapshot (snapshot) : netz_network_new ();
  self->history = netz_history_new (self->network);
  self->selection = netz_selection_new ();
  self->scene = netz_scene_new (self->network, NETZ_STYLE_LIGHT);
  g_signal_connect_object (self->network, "changed", G_CALLBACK (on_network_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (on_history_modified), self,
                           G_CONNECT_SWAPPED);
  netz_session_refresh (self);
  return self;
}

/**
 * netz_session_get_network:
 *
 * Returns: (transfer none): the network, the same as long as the session lives
 */
NetzNetwork *
netz_session_get_network (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->network;
}

/**
 * netz_session_get_history:
 *
 * Returns: (transfer none): what can be undone; commit through netz_session_commit()
 */
NetzHistory *
netz_session_get_history (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->history;
}

/**
 * netz_session_get_selection:
 *
 * Returns: (transfer none): what is selected, shared by all views of this document
 */
NetzSelection *
netz_session_get_selection (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->selection;
}

/**
 * netz_session_get_scene:
 *
 * Returns: (transfer none): the picture of the network, shared by all views of this document
 */
NetzScene *
netz_session_get_scene (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->scene;
}

/**
 * netz_session_get_title:
 *
 * Returns: the network's title, or a word for one without a title
 */
const char *
netz_session_get_title (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->title;
}

/**
 * netz_session_get_subtitle:
 *
 * Returns: the file's name and what is to be said of it
 */
const char *
netz_session_get_subtitle (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->subtitle;
}

/**
 * netz_session_get_path:
 *
 * Returns: (nullable) (type filename): the file on disk; %NULL: never saved
 */
const char *
netz_session_get_path (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * netz_session_get_display_name:
 *
 * Returns: (transfer full): the file's name without its folder, fit to be shown; the title where there is no file
 */
char *
netz_session_get_display_name (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->path != NULL ? g_filename_display_basename (self->path) : g_strdup (self->title);
}

/**
 * netz_session_get_language:
 *
 * Returns: (nullable): the language in which names of kinds and programmes are shown
 */
const char *
netz_session_get_language (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->language;
}

/**
 * netz_session_set_language:
 * @language: (nullable): "de", "en" …; %NULL: that of the messages
 */
void
netz_session_set_language (NetzSession *self, const char *language)
{
  g_return_if_fail (NETZ_IS_SESSION (self));

  if (g_strcmp0 (language, self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  netz_scene_set_language (self->scene, language);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * netz_session_is_modified:
 *
 * Returns: whether there is something that only this session holds. A file that went away counts, since saving
 *   brings it back.
 */
gboolean
netz_session_is_modified (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);

  return netz_history_is_modified (self->history) || self->disk_state == NETZ_STORE_GONE;
}

/**
 * netz_session_is_saving:
 *
 * Returns: whether a save is under way or waits for one
 */
gboolean
netz_session_is_saving (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);

  return self->saves.length > 0;
}

/**
 * netz_session_is_read_only:
 *
 * Returns: whether commits are refused, since a newer program wrote the file
 */
gboolean
netz_session_is_read_only (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);

  return self->read_only;
}

/**
 * netz_session_is_pristine:
 *
 * Returns: whether nobody ever did anything to this document and it has no file, so that another may take its place
 */
gboolean
netz_session_is_pristine (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), FALSE);

  return self->path == NULL && !netz_history_is_modified (self->history)
         && !netz_history_can_undo (self->history) && !netz_history_can_redo (self->history);
}

/**
 * netz_session_get_report:
 *
 * Returns: (nullable) (transfer none): what was noticed when the file was read
 */
NetzReadReport *
netz_session_get_report (NetzSession *self)
{
  g_return_val_if_fail (NETZ_IS_SESSION (self), NULL);

  return self->report;
}
