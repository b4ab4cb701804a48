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
char *
netz_canvas_make_tooltip (NetzCanvas *self,
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
