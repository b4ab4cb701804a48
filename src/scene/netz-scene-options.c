/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "model/netz-describe.h"
#include "scene/netz-scene-private.h"

static gboolean
fill_set (GHashTable *set,
          const char *const *ids)
{
  guint n = ids != NULL ? g_strv_length ((char **) ids) : 0;
  gboolean same = n == g_hash_table_size (set);

  for (guint i = 0; same && i < n; i++)
    same = g_hash_table_contains (set, ids[i]);
  if (same)
    return FALSE;

  g_hash_table_remove_all (set);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, g_strdup (ids[i]));
  return TRUE;
}

const NetzStyle *
netz_scene_get_style (NetzScene *self)
{
  return self->style;
}

/**
 * netz_scene_set_style:
 * @self: a scene
 * @style: the style to paint in
 *
 * Rebuilds all items, O(n), where it is another: sizes and fonts differ among the styles.
 */
void
netz_scene_set_style (NetzScene *self,
                      NetzStyleId style)
{
  if (self->style->id == style)
    return;

  g_mutex_lock (&self->lock);
  self->style = netz_style_get (style);
  g_mutex_unlock (&self->lock);
  netz_scene_refresh (self);
}

/* The language of the names of kinds and programmes; NULL = that of the messages. */
/**
 * netz_scene_get_language:
 * @self: a scene
 *
 * Returns: (nullable) (transfer none): the language of the names of kinds and programmes as it was set, %NULL for that
 *   of the messages
 */
const char *
netz_scene_get_language (NetzScene *self)
{
  return self->language;
}

/* The same, the language of the messages in its place. */
const char *
netz_scene_get_name_language (NetzScene *self)
{
  return self->language != NULL ? self->language : netz_language_get ();
}

/**
 * netz_scene_set_language:
 * @self: a scene
 * @language: (nullable): language of the names of kinds and programmes, such as "de"; %NULL for that of the messages
 *
 * Reports everything as damaged where it is another.
 */
void
netz_scene_set_language (NetzScene *self,
                         const char *language)
{
  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_mutex_lock (&self->lock);
  g_free (self->language);
  self->language = g_strdup (language);
  g_mutex_unlock (&self->lock);
  netz_scene_damage_all (self);
}

/**
 * netz_scene_get_show_ended:
 * @self: a scene
 *
 * Returns: whether partnerships that have ended are in the picture
 */
gboolean
netz_scene_get_show_ended (NetzScene *self)
{
  return self->show_ended;
}

/**
 * netz_scene_set_show_ended:
 * @self: a scene
 * @show_ended: whether partnerships that have ended are in the picture
 *
 * Rebuilds all items, O(n), where it is another.
 */
void
netz_scene_set_show_ended (NetzScene *self,
                           gboolean show_ended)
{
  if (self->show_ended == show_ended)
    return;

  self->show_ended = show_ended;
  netz_scene_refresh (self);
}

double
netz_scene_get_font_scale (NetzScene *self)
{
  return self->font_scale;
}

/* What all type is multiplied with, from 0.5 to 3. */
void
netz_scene_set_font_scale (NetzScene *self,
                           double font_scale)
{
  double clamped = font_scale > 0 ? CLAMP (font_scale, 0.5, 3) : 1;

  if (self->font_scale == clamped)
    return;

  g_mutex_lock (&self->lock);
  self->font_scale = clamped;
  g_mutex_unlock (&self->lock);
  netz_scene_refresh (self);
}

gboolean
netz_scene_get_whole_names (NetzScene *self)
{
  return self->whole_names;
}

/**
 * netz_scene_get_size_by_degree:
 * @self: the scene
 *
 * Returns: whether the size of a shape shows how many partnerships the institution has
 */
gboolean
netz_scene_get_size_by_degree (NetzScene *self)
{
  return self->size_by_degree;
}

/**
 * netz_scene_set_size_by_degree:
 * @self: the scene
 * @size_by_degree: whether the size of a shape shows how many partnerships the institution has
 *
 * O(n); as long as it is on, so is each edit of partnerships.
 */
void
netz_scene_set_size_by_degree (NetzScene *self,
                               gboolean size_by_degree)
{
  if (self->size_by_degree == size_by_degree)
    return;

  self->size_by_degree = size_by_degree;
  netz_scene_refresh (self);
}

/**
 * netz_scene_set_whole_names:
 * @self: a scene
 * @whole_names: whether names have as many lines as they need, up to four, instead of two: for pictures, where nobody
 *   can point at them
 * @joined: whether their lines do not end at hyphens, which would be taken away where text is read out of a PDF
 */
void
netz_scene_set_whole_names (NetzScene *self,
                            gboolean whole_names,
                            gboolean joined)
{
  if (self->whole_names == whole_names && self->joined_names == joined)
    return;

  self->whole_names = whole_names;
  self->joined_names = joined;
  netz_scene_refresh (self);
}

gboolean
netz_scene_get_show_marks (NetzScene *self)
{
  return self->show_marks;
}

/* The small marks of notes, missing contacts and pins. */
void
netz_scene_set_show_marks (NetzScene *self,
                           gboolean show_marks)
{
  if (self->show_marks == show_marks)
    return;

  g_mutex_lock (&self->lock);
  self->show_marks = show_marks;
  g_mutex_unlock (&self->lock);
  netz_scene_damage_all (self);
}

/* The folder of the network's file, NULL where it has none: there the background picture's name begins. */
/**
 * netz_scene_set_background_folder:
 * @self: a scene
 * @folder: (nullable): the folder that a background picture is looked for in if the network only names it
 *
 * Reads the picture anew, and reports damage where it is another.
 */
void
netz_scene_set_background_folder (NetzScene *self,
                                  const char *folder)
{
  if (g_strcmp0 (self->background_folder, folder) == 0)
    return;

  g_free (self->background_folder);
  self->background_folder = g_strdup (folder);
  g_mutex_lock (&self->lock);
  netz_scene_load_background (self);
  g_mutex_unlock (&self->lock);
  netz_scene_damage_all (self);
}

/**
 * netz_scene_set_hidden_kinds:
 * @self: a scene
 * @kinds: (nullable): ids of the kinds to leave out, %NULL for none
 *
 * What it leaves out takes its partnerships along. Rebuilds all items, O(n), where the set is another.
 */
void
netz_scene_set_hidden_kinds (NetzScene *self,
                             const char *const *kinds)
{
  if (fill_set (self->hidden_kinds, kinds))
    netz_scene_refresh (self);
}

/**
 * netz_scene_is_kind_hidden:
 * @self: a scene
 * @kind: (nullable): id of a kind
 *
 * Returns: whether institutions of this kind are left out
 */
gboolean
netz_scene_is_kind_hidden (NetzScene *self,
                           const char *kind)
{
  return kind != NULL && g_hash_table_contains (self->hidden_kinds, kind);
}

void
netz_scene_set_hidden_programmes (NetzScene *self,
                                  const char *const *programmes)
{
  if (fill_set (self->hidden_programmes, programmes))
    netz_scene_refresh (self);
}

gboolean
netz_scene_is_programme_hidden (NetzScene *self,
                                const char *programme)
{
  return programme != NULL && g_hash_table_contains (self->hidden_programmes, programme);
}

void
netz_scene_set_hidden_ids (NetzScene *self,
                           const char *const *ids)
{
  if (fill_set (self->hidden_ids, ids))
    netz_scene_refresh (self);
}

void
netz_scene_set_faded_ids (NetzScene *self,
                          const char *const *ids)
{
  if (fill_set (self->faded_ids, ids))
    netz_scene_refresh (self);
}

/**
 * netz_scene_set_part:
 * @self: a scene
 * @part: (nullable): a network of the institutions and partnerships that are looked at, out of the scene's own; the
 *   statuses that it says are painted; %NULL = all
 * @fade: the others are faded instead of left out; legends do not count them
 *
 * Rebuilds all items, O(n). The part is not followed: after a change of the network it must be given anew.
 */
void
netz_scene_set_part (NetzScene *self,
                     NetzNetwork *part,
                     gboolean fade)
{
  if (self->part == part && self->fades_rest == fade)
    return;

  g_set_object (&self->part, part);
  self->fades_rest = fade;
  netz_scene_refresh (self);
}

/**
 * netz_scene_get_colouring:
 * @self: a scene
 *
 * Returns: (nullable) (transfer none): the groups that are shown by colour
 */
NetzColouring *
netz_scene_get_colouring (NetzScene *self)
{
  return self->colouring;
}

/**
 * netz_scene_set_colouring:
 * @self: a scene
 * @colouring: (nullable): groups to show by colour and number, %NULL for none
 *
 * Rebuilds all items, O(n). Emits "colouring-changed".
 */
void
netz_scene_set_colouring (NetzScene *self,
                          NetzColouring *colouring)
{
  if (self->colouring == colouring)
    return;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->colouring, netz_colouring_unref);
  self->colouring = colouring != NULL ? netz_colouring_ref (colouring) : NULL;
  g_mutex_unlock (&self->lock);
  netz_scene_refresh (self);
  g_signal_emit_by_name (self, "colouring-changed");
}
