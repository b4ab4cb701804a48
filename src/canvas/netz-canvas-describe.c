/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an item of the canvas is, in words: for the ear, and on hover. */
#define G_LOG_DOMAIN "netz-canvas"

#include "canvas/netz-canvas-private.h"

#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

static char *
describe_count (NetzCanvas *self,
                const char *id)
{
  GPtrArray *incident = netz_network_get_incident (netz_canvas_get_network (self), id);
  guint n = incident != NULL ? incident->len : 0;

  if (n == 0)
    return g_strdup (_("no partnerships"));
  return g_strdup_printf (ngettext ("%u partnership", "%u partnerships", n), n);
}

static const char *
describe_kind (NetzCanvas            *self,
               const NetzInstitution *institution)
{
  const char *kind = NULL;

  if (institution->kind != NULL)
    kind = netz_describe_kind (netz_canvas_get_network (self), institution->kind,
                               netz_scene_get_language (self->scene));
  return kind != NULL ? kind : _("Institution");
}

/* "Library, Stadtbibliothek Köln, 5 partnerships". NULL where the id is gone. */
char *
netz_canvas_describe (NetzCanvas *self,
                      const char *id)
{
  NetzRecord *record = netz_network_find (netz_canvas_get_network (self), id);

  if (record == NULL)
    return NULL;

  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      NetzInstitution *institution = NETZ_INSTITUTION (record);
      g_autofree char *count = describe_count (self, id);

      /* Translators: the kind of an institution, its name, and how many partnerships it has. */
      return g_strdup_printf (_("%s, %s, %s"), describe_kind (self, institution),
                              institution->name != NULL ? institution->name : "", count);
    }
  return netz_describe_record (netz_canvas_get_network (self), record);
}

/* Programme, status and since when; NULL where the id is none of a partnership. */
char *
netz_canvas_describe_briefly (NetzCanvas *self,
                              const char *id)
{
  NetzPartnership *partnership = netz_network_get_partnership (netz_canvas_get_network (self), id);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (partnership == NULL)
    return NULL;

  g_strv_builder_add (parts, netz_describe_programme (netz_canvas_get_network (self), partnership->programme,
                                                      netz_scene_get_language (self->scene)));
  g_strv_builder_add (parts, netz_describe_status (partnership->status));
  if (partnership->since != NULL)
    {
      g_autofree char *date = netz_date_display (partnership->since);
      g_autofree char *since = g_strdup_printf (_("since %s"), date);

      g_strv_builder_add (parts, since);
    }
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

/* Pango markup; NULL where there is nothing to add to what is seen: a
 * partnership has its plate. */
static char *
make_tooltip (NetzCanvas *self,
              const char *id)
{
  NetzRecord *record = netz_network_find (netz_canvas_get_network (self), id);

  if (record == NULL)
    return NULL;

  if (netz_record_get_table (record) == NETZ_TABLE_INSTITUTION)
    {
      NetzInstitution *institution = NETZ_INSTITUTION (record);
      g_autofree char *count = describe_count (self, id);

      return g_markup_printf_escaped ("<b>%s</b>\n%s · %s", institution->name != NULL ? institution->name : "",
                                      describe_kind (self, institution), count);
    }
  return NULL;
}

/* For what is under the pointer or what the keyboard is on. */
gboolean
netz_canvas_fill_tooltip (NetzCanvas *self,
                          gboolean    keyboard,
                          GtkTooltip *tooltip)
{
  const char *id = keyboard ? self->focus_item : self->hovered;
  g_autofree char *markup = NULL;
  NetzRect bounds;

  if (self->scene == NULL || self->entry != NULL || self->gesture != NULL || id == NULL)
    return FALSE;

  markup = make_tooltip (self, id);
  if (markup == NULL)
    return FALSE;

  if (netz_scene_get_shape_bounds (self->scene, id, &bounds)
      && netz_network_get_institution (netz_canvas_get_network (self), id) != NULL)
    {
      NetzRect rect = netz_viewport_rect_to_widget (&self->view, &bounds);

      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                           (int) rect.width, (int) rect.height });
    }
  gtk_tooltip_set_markup (tooltip, markup);
  return TRUE;
}
