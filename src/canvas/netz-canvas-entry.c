/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and texts typed on the canvas: new institutions, partners, and what has a name already. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include "canvas/netz-name-entry.h"
#include "canvas/netz-text-entry.h"
#include "canvas/netz-walk.h"
#include "model/netz-operations.h"

#include <glib/gi18n-lib.h>

/* Kept free around an entry, and between it and what it names; logical pixels. */
#define MARGIN 6.0
#define GAP 6.0

static void
open_entry (NetzCanvas *self,
            GtkWidget  *entry,
            const char *id,
            NetzPoint   place,
            double      below)
{
  self->entry = entry;
  self->entry_id = g_strdup (id);
  self->entry_place = place;
  self->entry_below = below;
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (entry);
  netz_canvas_update_hover (self);
  g_object_notify (G_OBJECT (self), "editing");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "hint");
}

static GtkWidget *
take_entry (NetzCanvas *self)
{
  GtkWidget *entry = g_object_ref (self->entry);

  self->entry = NULL;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (entry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "hint");
  g_object_notify (G_OBJECT (self), "editing");
  return entry;
}

static void
scroll_to_place (NetzCanvas *self,
                 NetzPoint   place)
{
  NetzRect room = { place.x - 60, place.y - 40, 120, 80 };

  if (netz_viewport_reveal (&self->view, &room, 2 * MARGIN))
    netz_canvas_view_moved (self);
}

/* The two as partners, in the draft. */
static const char *
connect_in (NetzCanvas *self,
            NetzDraft  *draft,
            const char *from,
            const char *to)
{
  g_autoptr (GError) error = NULL;
  const char *id = netz_connect (draft, from, to, NULL, NULL, &error);

  if (id == NULL)
    netz_canvas_emit (self, NETZ_CANVAS_MESSAGE, error->message);
  return id;
}

static char *
add_named (NetzCanvas *self,
           const char *name,
           const char *kind,
           const char *partner)
{
  NetzDraft *draft = netz_draft_new (netz_canvas_get_network (self), _("Add an institution"));
  NetzPoint place = self->entry_place;
  char *id = g_strdup (netz_add_institution (draft, name, kind, place.x, place.y));
  const char *ids[] = { id, NULL };

  netz_settle_in_frames (draft, ids);
  if (partner != NULL)
    connect_in (self, draft, partner, id);
  netz_canvas_commit (self, draft, NULL);
  return id;
}

static char *
take_existing (NetzCanvas *self,
               const char *existing,
               const char *partner)
{
  g_autofree char *id = g_strdup (existing);

  if (partner != NULL)
    {
      NetzDraft *draft = netz_draft_new (netz_canvas_get_network (self), _("Add a partnership"));

      if (connect_in (self, draft, partner, id) != NULL)
        netz_canvas_commit (self, draft, NULL);
      else
        netz_draft_free (draft);
    }
  return g_steal_pointer (&id);
}

/* The next one is a partner of the same institution; of the first one, where
 * there was none. */
static void
begin_next (NetzCanvas *self,
            const char *partner)
{
  NetzInstitution *beside = netz_network_get_institution (netz_canvas_get_network (self), partner);
  NetzPoint place = self->entry_place;

  if (beside != NULL && netz_institution_is_placed (beside))
    place = (NetzPoint) { beside->x, beside->y };
  place = netz_walk_find_room (self->scene, place);
  scroll_to_place (self, place);
  netz_canvas_begin_name (self, place, NULL, partner);
}

static void
accept_name (NetzCanvas *self,
             gboolean    next)
{
  g_autoptr (GtkWidget) widget = g_object_ref (self->entry);
  NetzNameEntry *entry = NETZ_NAME_ENTRY (widget);
  g_autofree char *name = netz_name_entry_get_text (entry);
  g_autofree char *kind = g_strdup (netz_name_entry_get_kind (entry));
  g_autofree char *existing = g_strdup (netz_name_entry_get_existing (entry));
  g_autofree char *partner = g_strdup (netz_name_entry_get_partner (entry));
  g_autofree char *id = NULL;

  g_object_unref (take_entry (self));
  if (*name == '\0')
    return;

  id = existing != NULL ? take_existing (self, existing, partner) : add_named (self, name, kind, partner);
  if (netz_network_find (netz_canvas_get_network (self), id) == NULL)
    return;
  netz_canvas_select_and_focus (self, id);
  netz_canvas_reveal (self, id);
  if (next)
    begin_next (self, partner != NULL ? partner : id);
}

static void
accept_text (NetzCanvas *self)
{
  g_autoptr (GtkWidget) entry = g_object_ref (self->entry);
  g_autofree char *text = netz_text_entry_get_text (NETZ_TEXT_ENTRY (entry));
  g_autofree char *id = g_steal_pointer (&self->entry_id);
  NetzRecord *record = netz_network_find (netz_canvas_get_network (self), id);
  NetzDraft *draft = NULL;

  g_object_unref (take_entry (self));
  if (record == NULL || (*text == '\0' && netz_record_get_table (record) == NETZ_TABLE_INSTITUTION))
    return;

  draft = netz_draft_new (netz_canvas_get_network (self),
                          netz_record_get_table (record) == NETZ_TABLE_NOTE ? _("Change a note") : _("Rename"));
  netz_rename (draft, id, text);
  if (netz_draft_is_empty (draft))
    netz_draft_free (draft);
  else
    netz_canvas_commit (self, draft, NULL);
}

static void
on_name_accepted (NetzCanvas *self,
                  gboolean    next)
{
  if (self->entry != NULL)
    accept_name (self, next);
}

static void
on_text_accepted (NetzCanvas *self)
{
  netz_canvas_close_entry (self, TRUE);
}

static void
on_cancelled (NetzCanvas *self)
{
  netz_canvas_close_entry (self, FALSE);
}

typedef struct
{
  NetzCanvas *canvas;
  char *text;
  NetzPoint place;
} Lines;

static void
free_lines (gpointer data)
{
  Lines *lines = data;

  g_object_unref (lines->canvas);
  g_free (lines->text);
  g_free (lines);
}

static gboolean
hand_over_lines (gpointer data)
{
  Lines *lines = data;

  if (lines->canvas->scene == NULL)
    return G_SOURCE_REMOVE;
  netz_canvas_close_entry (lines->canvas, FALSE);
  netz_canvas_emit (lines->canvas, NETZ_CANVAS_TEXT_DROPPED, lines->text, lines->place.x, lines->place.y);
  return G_SOURCE_REMOVE;
}

/* The text field that is being pasted into cannot go while it is at it. */
static void
on_lines_pasted (NetzCanvas *self,
                 const char *text)
{
  Lines *lines = g_new0 (Lines, 1);

  lines->canvas = g_object_ref (self);
  lines->text = g_strdup (text);
  lines->place = self->entry_place;
  g_idle_add_full (G_PRIORITY_DEFAULT, hand_over_lines, lines, free_lines);
}

/* Asks for the name of a new institution. */
void
netz_canvas_begin_name (NetzCanvas *self,
                        NetzPoint   place,
                        const char *kind,
                        const char *partner)
{
  GtkWidget *entry = NULL;

  netz_canvas_close_entry (self, TRUE);
  entry = netz_name_entry_new (self->scene, kind, partner);
  netz_name_entry_set_guess_func (NETZ_NAME_ENTRY (entry), self->guess, self->guess_data);
  g_signal_connect_swapped (entry, "accepted", G_CALLBACK (on_name_accepted), self);
  g_signal_connect_swapped (entry, "cancelled", G_CALLBACK (on_cancelled), self);
  g_signal_connect_swapped (entry, "lines-pasted", G_CALLBACK (on_lines_pasted), self);
  open_entry (self, entry, NULL, place, NETZ_NODE_RADIUS * self->view.zoom + GAP);
}

/* Below what it names, or above where there is no room; never outside. */
void
netz_canvas_allocate_entry (NetzCanvas *self)
{
  NetzPoint at = netz_viewport_to_widget (&self->view, self->entry_place.x, self->entry_place.y);
  GtkRequisition size;
  double x, y;

  if (self->entry == NULL)
    return;

  gtk_widget_get_preferred_size (self->entry, NULL, &size);
  x = CLAMP (at.x - size.width / 2.0, MARGIN, MAX (self->view.width - size.width - MARGIN, MARGIN));
  y = at.y + self->entry_below;
  if (y + size.height > self->view.height - MARGIN)
    y = at.y - self->entry_below - size.height;
  y = CLAMP (y, MARGIN, MAX (self->view.height - size.height - MARGIN, MARGIN));
  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { (int) x, (int) y, size.width, size.height }, -1);
}

/**
 * netz_canvas_is_editing:
 * @self: the canvas
 *
 * While a name is being typed on the canvas, keys belong to it and not to the shortcuts of the window.
 *
 * Returns: whether a name is being typed
 */
gboolean
netz_canvas_is_editing (NetzCanvas *self)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), FALSE);

  return self->entry != NULL;
}

/**
 * netz_canvas_close_entry:
 * @self: the canvas
 * @accept: whether what was typed counts
 *
 * Puts away what is typed on the canvas, if anything is.
 */
void
netz_canvas_close_entry (NetzCanvas *self,
                         gboolean    accept)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->entry == NULL)
    return;
  if (accept && NETZ_IS_NAME_ENTRY (self->entry))
    accept_name (self, FALSE);
  else if (accept)
    accept_text (self);
  else
    g_object_unref (take_entry (self));
  g_clear_pointer (&self->entry_id, g_free);
}

/**
 * netz_canvas_get_place:
 * @self: the canvas
 *
 * Where something new goes that comes without a place: beside what the
 * keyboard is on, if that is in sight, else in the middle of the view.
 *
 * Returns: a free place, scene units
 */
NetzPoint
netz_canvas_get_place (NetzCanvas *self)
{
  NetzInstitution *beside = NULL;
  NetzRect visible;
  NetzPoint place;

  g_return_val_if_fail (NETZ_IS_CANVAS (self), ((NetzPoint) { 0, 0 }));

  place = netz_viewport_get_centre (&self->view);
  if (self->scene == NULL)
    return place;

  visible = netz_viewport_get_visible (&self->view);
  if (self->focus_item != NULL)
    beside = netz_network_get_institution (netz_canvas_get_network (self), self->focus_item);
  if (beside != NULL && netz_rect_contains_point (&visible, beside->x, beside->y))
    place = (NetzPoint) { beside->x, beside->y };
  return netz_walk_find_room (self->scene, place);
}

/**
 * netz_canvas_add_institution:
 * @self: the canvas
 * @partner: (nullable): an institution whose partner it becomes
 *
 * Asks for the name of a new institution.
 */
void
netz_canvas_add_institution (NetzCanvas *self,
                             const char *partner)
{
  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->scene == NULL)
    return;
  if (partner != NULL)
    netz_canvas_connect_from (self, partner);
  else
    {
      NetzPoint place = netz_canvas_get_place (self);

      scroll_to_place (self, place);
      netz_canvas_begin_name (self, place, NULL, NULL);
    }
}

/**
 * netz_canvas_add_of_kind:
 * @self: the canvas
 * @kind: id of a kind
 *
 * Asks for the name of a new institution of that kind.
 */
void
netz_canvas_add_of_kind (NetzCanvas *self,
                         const char *kind)
{
  NetzPoint place;

  g_return_if_fail (NETZ_IS_CANVAS (self));

  if (self->scene == NULL)
    return;
  place = netz_canvas_get_place (self);
  scroll_to_place (self, place);
  netz_canvas_begin_name (self, place, kind, NULL);
}

/**
 * netz_canvas_connect_from:
 * @self: the canvas
 * @id: (nullable): an institution
 *
 * Asks for the name of its new partner: one that is there already, or a new one.
 *
 * Returns: whether @id is an institution
 */
gboolean
netz_canvas_connect_from (NetzCanvas *self,
                          const char *id)
{
  g_return_val_if_fail (NETZ_IS_CANVAS (self), FALSE);

  if (self->scene == NULL || id == NULL || netz_network_get_institution (netz_canvas_get_network (self), id) == NULL)
    return FALSE;

  netz_canvas_close_entry (self, TRUE);
  netz_canvas_reveal (self, id);
  begin_next (self, id);
  return TRUE;
}

static GtkWidget *
make_text_entry (const NetzRecord *record)
{
  switch (netz_record_get_table (record))
    {
    case NETZ_TABLE_INSTITUTION:
      return netz_text_entry_new (NETZ_INSTITUTION (record)->name, _("Name of the institution"), FALSE);

    case NETZ_TABLE_FRAME:
      return netz_text_entry_new (NETZ_FRAME (record)->title, _("Title of the frame"), FALSE);

    case NETZ_TABLE_NOTE:
      return netz_text_entry_new (NETZ_NOTE (record)->text, _("Text of the note"), TRUE);

    case NETZ_TABLE_SETTINGS:
    case NETZ_TABLE_KIND:
    case NETZ_TABLE_PROGRAMME:
    case NETZ_TABLE_PARTNERSHIP:
    case NETZ_TABLE_VIEW:
    case NETZ_TABLE_WORKSHOP:
    case NETZ_TABLE_PAPER:
    default:
      return NULL;
    }
}

/* Over the text that it changes: a label below its shape, a title at the top
 * of a frame, all of a note. */
static NetzPoint
find_text (NetzCanvas       *self,
           const NetzRecord *record,
           double           *below)
{
  const char *id = netz_record_get_id (record);
  NetzRect rect = { 0, 0, 0, 0 };

  *below = 0;
  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      *below = NETZ_NODE_RADIUS * self->view.zoom + GAP;
      return (NetzPoint) { NETZ_INSTITUTION (record)->x, NETZ_INSTITUTION (record)->y };
    }
  netz_scene_get_item_bounds (self->scene, id, &rect);
  if (netz_record_get_table (record) == NETZ_TABLE_FRAME)
    rect = (NetzRect) { NETZ_FRAME (record)->x, NETZ_FRAME (record)->y, NETZ_FRAME (record)->width, 0 };
  return (NetzPoint) { rect.x + rect.width / 2, rect.y };
}

/**
 * netz_canvas_rename:
 * @self: the canvas
 * @id: an institution, frame or note
 *
 * Opens an entry for its name, title or text.
 *
 * Returns: whether it has one and is shown
 */
gboolean
netz_canvas_rename (NetzCanvas *self,
                    const char *id)
{
  NetzRecord *record = NULL;
  GtkWidget *entry = NULL;
  NetzRect bounds;
  NetzPoint place;
  double below;

  g_return_val_if_fail (NETZ_IS_CANVAS (self), FALSE);

  if (self->scene == NULL || id == NULL)
    return FALSE;
  netz_canvas_close_entry (self, TRUE);
  record = netz_network_find (netz_canvas_get_network (self), id);
  if (record == NULL || !netz_scene_get_item_bounds (self->scene, id, &bounds))
    return FALSE;
  entry = make_text_entry (record);
  if (entry == NULL)
    return FALSE;

  netz_canvas_reveal (self, id);
  place = find_text (self, record, &below);
  g_signal_connect_swapped (entry, "accepted", G_CALLBACK (on_text_accepted), self);
  g_signal_connect_swapped (entry, "cancelled", G_CALLBACK (on_cancelled), self);
  open_entry (self, entry, id, place, below);
  return TRUE;
}
