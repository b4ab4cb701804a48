/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-window-commands.h"
#include "format/netz-reader.h"
#include "format/netz-writer.h"
#include "interchange/netz-outline.h"
#include "model/netz-operations.h"
#include "scene/netz-picture.h"

#include <glib/gi18n-lib.h>

#define FRAGMENT_TYPE "application/x-netzwerkstatt+xml"
/* Larger selections go as data and text only; "copy as picture" makes pictures of any size. */
#define PICTURE_LIMIT 400
/* Nobody pastes more than this by intent, and it would take long. */
#define PASTE_LIMIT ((gsize) 64 * 1024 * 1024)
/* How far pasted things lie from where they were copied, in scene units. */
#define PASTE_OFFSET 40.0

static const char **
get_selected (NetzWindow *self)
{
  return netz_selection_get_ids (netz_session_get_selection (netz_window_get_session (self)));
}

static NetzNetwork *
get_network (NetzWindow *self)
{
  return netz_session_get_network (netz_window_get_session (self));
}

static GBytes *
paint_picture (NetzWindow *self, const char *const *ids, GError **error)
{
  NetzSession *session = netz_window_get_session (self);
  NetzScene *scene = netz_session_get_scene (session);
  NetzPictureOptions options;

  netz_picture_options_init (&options);
  options.format = NETZ_PICTURE_PNG;
  options.bare = TRUE;
  options.legend = FALSE;
  options.dpi = 192;
  options.ids = ids;
  options.show_ended = netz_scene_get_show_ended (scene);
  options.size_by_degree = netz_scene_get_size_by_degree (scene);
  options.language = netz_scene_get_language (scene);
  if (!netz_scope_is_everything (netz_session_get_scope (session)))
    options.part = netz_session_get_part (session);
  options.fade_rest = netz_session_get_scope (session)->fade;
  return netz_picture_render (get_network (self), &options, error);
}

static GdkContentProvider *
create_provider (NetzWindow *self, const char *const *ids)
{
  GdkContentProvider *providers[4] = { NULL };
  gsize n = 0;
  g_autoptr (NetzSnapshot) clip = netz_copy (get_network (self), ids);
  g_autoptr (NetzNetwork) part = netz_network_new_from_snapshot (clip);
  g_autoptr (NetzSnapshot) whole = netz_network_snapshot (part);
  g_autoptr (GBytes) fragment = netz_writer_write (whole);
  g_autofree char *outline = netz_outline_write (part);

  providers[n++] = gdk_content_provider_new_for_bytes (FRAGMENT_TYPE, fragment);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, outline);
  if (g_strv_length ((GStrv) ids) <= PICTURE_LIMIT)
    {
      g_autoptr (GBytes) picture = paint_picture (self, ids, NULL);

      if (picture != NULL)
        providers[n++] = gdk_content_provider_new_for_bytes ("image/png", picture);
    }
  return gdk_content_provider_new_union (providers, n);
}

/**
 * netz_window_copy:
 *
 * Puts what is selected into the clipboard: as a network for other windows, as lines of text, and as a picture.
 */
void
netz_window_copy (NetzWindow *self, int detail)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (GdkContentProvider) provider = create_provider (self, ids);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/**
 * netz_window_cut:
 *
 * Copies what is selected and deletes it.
 */
void
netz_window_cut (NetzWindow *self, int detail)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Cut"));

  netz_window_copy (self, 0);
  netz_delete (draft, ids);
  netz_window_commit (self, draft);
}

/**
 * netz_window_copy_picture:
 *
 * Puts a picture of what is selected, or of everything, into the clipboard.
 */
void
netz_window_copy_picture (NetzWindow *self, int detail)
{
  g_autofree const char **ids = get_selected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = paint_picture (self, ids[0] != NULL ? ids : NULL, &error);
  g_autoptr (GdkContentProvider) provider = NULL;

  if (picture == NULL)
    {
      netz_messages_toast (netz_window_get_messages (self), error->message);
      return;
    }
  provider = gdk_content_provider_new_for_bytes ("image/png", picture);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  netz_messages_toast (netz_window_get_messages (self),
                       ids[0] != NULL ? _("A picture of the selection is in the clipboard.")
                                      : _("A picture of the network is in the clipboard."));
}

/* The middle of what has a place in a fragment; FALSE where nothing has. */
static gboolean
find_middle (NetzSnapshot *clip, NetzPoint *middle)
{
  NetzRect area = NETZ_RECT_EMPTY;

  for (guint i = 0; i < netz_snapshot_get_size (clip, NETZ_TABLE_INSTITUTION); i++)
    {
      NetzInstitution *institution = NETZ_INSTITUTION (netz_snapshot_get_nth (clip, NETZ_TABLE_INSTITUTION, i));
      NetzRect at = { institution->x, institution->y, 0, 0 };

      if (netz_institution_is_placed (institution))
        area = netz_rect_union (&area, &at);
    }
  if (netz_rect_is_empty (&area))
    return FALSE;
  *middle = (NetzPoint) { area.x + area.width / 2, area.y + area.height / 2 };
  return TRUE;
}

/* Beside the original where that is in sight, else in the middle of what is. */
static NetzPoint
find_offset (NetzWindow *self, NetzSnapshot *clip)
{
  NetzRect visible = netz_canvas_get_visible (netz_window_get_canvas (self));
  NetzPoint middle;

  if (!find_middle (clip, &middle) || netz_rect_contains_point (&visible, middle.x, middle.y))
    return (NetzPoint) { PASTE_OFFSET, PASTE_OFFSET };
  return (NetzPoint) { visible.x + visible.width / 2 - middle.x, visible.y + visible.height / 2 - middle.y };
}

static void
paste_fragment (NetzWindow *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzSnapshot) clip = netz_reader_read (bytes, NETZ_READ_DEFAULT, NULL, &error);
  g_autoptr (NetzDraft) draft = NULL;
  g_auto (GStrv) ids = NULL;
  NetzPoint offset;

  if (clip == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The clipboard could not be pasted: %s"), error->message);

      netz_messages_toast (netz_window_get_messages (self), text);
      return;
    }
  offset = find_offset (self, clip);
  draft = netz_draft_new (get_network (self), _("Paste"));
  ids = netz_paste (draft, clip, offset.x, offset.y);
  if (netz_window_commit (self, draft))
    netz_selection_set (netz_session_get_selection (netz_window_get_session (self)), (const char *const *) ids);
}

/* New institutions of an edit have no place yet: they stand around the point, in columns. */
static void
place_new (NetzDraft *draft, NetzNetwork *before, double x, double y)
{
  g_autoptr (GPtrArray) all = netz_draft_list (draft, NETZ_TABLE_INSTITUTION);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      NetzInstitution *institution = all->pdata[i];
      const char *id = netz_record_get_id (NETZ_RECORD (institution));

      if (netz_network_get_institution (before, id) != NULL || netz_institution_is_placed (institution))
        continue;
      netz_place (draft, id, x + (n % 5) * 140.0, y + (n / 5) * 120.0);
      n++;
    }
}

/**
 * netz_window_take_lines:
 * @text: lines of the outline notation, or names
 * @x: where new institutions go, in scene units
 *
 * Adds what the lines say, in one step.
 */
void
netz_window_take_lines (NetzWindow *self, const char *text, double x, double y)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), _("Paste Lines"));
  g_autoptr (GError) error = NULL;

  if (!netz_outline_apply (draft, text, NULL, &error))
    {
      netz_messages_toast (netz_window_get_messages (self), error->message);
      return;
    }
  place_new (draft, get_network (self), x, y);
  if (netz_window_commit (self, draft))
    netz_messages_toast_undo (netz_window_get_messages (self), _("The lines were added."));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  NetzPoint place;

  if (netz_window_get_session (self) == NULL)
    return;
  if (text == NULL || *text == '\0' || strlen (text) > PASTE_LIMIT)
    {
      netz_messages_toast (netz_window_get_messages (self), _("There is nothing in the clipboard that can be pasted."));
      return;
    }
  place = netz_canvas_get_place (netz_window_get_canvas (self));
  netz_window_take_lines (self, text, place.x, place.y);
}

static void
on_fragment_spliced (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  g_autoptr (GError) error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (netz_window_get_session (self) == NULL)
    return;
  if (size < 0 || (gsize) size > PASTE_LIMIT)
    {
      netz_messages_toast (netz_window_get_messages (self), _("There is nothing in the clipboard that can be pasted."));
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  paste_fragment (self, bytes);
}

static void
on_fragment_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (NetzWindow) self = data;
  const char *type = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    return;
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_fragment_spliced, g_object_ref (self));
}

/**
 * netz_window_paste:
 *
 * Adds what the clipboard holds: a part of a network, or lines of text.
 */
void
netz_window_paste (NetzWindow *self, int detail)
{
  static const char *types[] = { FRAGMENT_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), FRAGMENT_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_fragment_opened, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, g_object_ref (self));
}
