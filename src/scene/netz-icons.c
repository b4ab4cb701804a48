/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-icons.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

/* Sizes of masks come and go while zooming; beyond this many all are forgotten. */
#define MOST_MASKS 400
#define LARGEST_MASK 256

struct _NetzIcons
{
  gatomicrefcount ref_count;
  char *folder;
  GHashTable *sources; /* id -> GString, or NULL where there is no such icon */
  GHashTable *handles; /* "id #rrggbb" -> RsvgHandle */
  GHashTable *masks;   /* "id pixels" -> cairo_surface_t, A8 */
};

/* Ids come from files: one that could lead out of the folder is no id. */
static gboolean
is_safe_id (const char *id)
{
  if (id == NULL || *id == '\0' || strlen (id) > 64)
    return FALSE;

  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-' && *c != '_')
      return FALSE;

  return TRUE;
}

static void
free_source (gpointer data)
{
  if (data != NULL)
    g_string_free (data, TRUE);
}

static GString *
get_source (NetzIcons *self,
            const char *id)
{
  gpointer found;
  GString *source = NULL;

  if (g_hash_table_lookup_extended (self->sources, id, NULL, &found))
    return found;

  if (is_safe_id (id))
    {
      g_autofree char *name = g_strconcat (id, ".svg", NULL);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_get_contents (path, &text, &length, NULL))
        source = g_string_new_len (text, length);
    }

  g_hash_table_insert (self->sources, g_strdup (id), source);
  return source;
}

/* The icons are black by not saying what they are: the colour is put in at the root. */
static RsvgHandle *
get_handle (NetzIcons *self,
            const char *id,
            const NetzRgba *colour)
{
  g_autofree char *hex = g_strdup_printf ("#%02x%02x%02x", (guint) lround (colour->red * 255),
                                          (guint) lround (colour->green * 255), (guint) lround (colour->blue * 255));
  g_autofree char *key = g_strconcat (id, " ", hex, NULL);
  g_autofree char *begin = g_strconcat ("<svg fill=\"", hex, "\" ", NULL);
  g_autofree char *colour_value = g_strconcat ("\"", hex, "\"", NULL);
  RsvgHandle *handle = g_hash_table_lookup (self->handles, key);
  GString *source;

  if (handle != NULL || (source = get_source (self, id)) == NULL)
    return handle;

  {
    g_autoptr (GString) painted = g_string_new_len (source->str, source->len);

    g_string_replace (painted, "\"#000\"", colour_value, 0);
    g_string_replace (painted, "<svg ", begin, 1);
    handle = rsvg_handle_new_from_data ((const guint8 *) painted->str, painted->len, NULL);
  }

  if (handle != NULL)
    g_hash_table_insert (self->handles, g_steal_pointer (&key), handle);
  return handle;
}

static void
paint_vector (NetzIcons *self,
              cairo_t *cr,
              const char *id,
              const NetzRgba *colour,
              double x,
              double y,
              double size)
{
  RsvgHandle *handle = get_handle (self, id, colour);
  RsvgRectangle place = { x, y, size, size };

  if (handle != NULL)
    rsvg_handle_render_document (handle, cr, &place, NULL);
}

static cairo_surface_t *
get_mask (NetzIcons *self,
          const char *id,
          int pixels)
{
  const NetzRgba black = { 0, 0, 0, 1 };
  g_autofree char *key = g_strdup_printf ("%s %d", id, pixels);
  cairo_surface_t *mask = g_hash_table_lookup (self->masks, key);
  cairo_t *cr;

  if (mask != NULL)
    return mask;

  if (g_hash_table_size (self->masks) >= MOST_MASKS)
    g_hash_table_remove_all (self->masks);

  mask = cairo_image_surface_create (CAIRO_FORMAT_A8, pixels, pixels);
  cr = cairo_create (mask);
  paint_vector (self, cr, id, &black, 0, 0, pixels);
  cairo_destroy (cr);
  g_hash_table_insert (self->masks, g_steal_pointer (&key), mask);
  return mask;
}

/* On a raster an icon is the same few pixels again and again: paint it once, at whole pixels. */
static gboolean
paint_raster (NetzIcons *self,
              cairo_t *cr,
              const char *id,
              const NetzRgba *colour,
              double x,
              double y,
              double size)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double device_x, device_y, pixels_x, pixels_y;
  double scale_x = size, scale_y = size;
  int pixels;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  cairo_surface_get_device_scale (target, &device_x, &device_y);
  cairo_user_to_device_distance (cr, &scale_x, &scale_y);
  pixels = (int) lround (scale_x * device_x);
  if (device_x != device_y || pixels < 1 || pixels > LARGEST_MASK || fabs (scale_x - scale_y) > 1e-6)
    return FALSE;

  pixels_x = x;
  pixels_y = y;
  cairo_user_to_device (cr, &pixels_x, &pixels_y);

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / device_x, 1 / device_y);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_mask_surface (cr, get_mask (self, id, pixels), round (pixels_x * device_x), round (pixels_y * device_y));
  cairo_restore (cr);
  return TRUE;
}

/**
 * netz_icons_new:
 *
 * Returns: (transfer full): the icons of the folder in NETZ_DATA_DIR, or where they were installed
 */
NetzIcons *
netz_icons_new (void)
{
  const char *data = g_getenv ("NETZ_DATA_DIR");
  NetzIcons *self = g_new0 (NetzIcons, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->folder = g_build_filename (data != NULL && *data != '\0' ? data : NETZ_PKGDATADIR, "icons", "kinds", NULL);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_source);
  self->handles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

NetzIcons *
netz_icons_ref (NetzIcons *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
netz_icons_unref (NetzIcons *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->handles);
  g_hash_table_unref (self->masks);
  g_free (self->folder);
  g_free (self);
}

gboolean
netz_icons_has (NetzIcons *self,
                const char *id)
{
  return id != NULL && get_source (self, id) != NULL;
}

/**
 * netz_icons_paint:
 * @self: the icons
 * @cr: what to paint on
 * @id: (nullable): the icon's name
 * @colour: its colour
 * @x: the left side
 * @y: the top
 * @size: width and height, in units of @cr
 *
 * Paints the icon; a disc where there is no such icon.
 */
void
netz_icons_paint (NetzIcons *self,
                  cairo_t *cr,
                  const char *id,
                  const NetzRgba *colour,
                  double x,
                  double y,
                  double size)
{
  if (!netz_icons_has (self, id))
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + size / 2, y + size / 2, size * 0.22, 0, 2 * G_PI);
      cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
      cairo_fill (cr);
      return;
    }

  if (!paint_raster (self, cr, id, colour, x, y, size))
    paint_vector (self, cr, id, colour, x, y, size);
}
