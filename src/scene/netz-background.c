/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-background.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <string.h>

/* A picture with more pixels to a side is read smaller; a longer file is not read. */
#define LARGEST_SIDE 6000
#define LONGEST_FILE (100 * 1024 * 1024)

static void
on_size_prepared (GdkPixbufLoader *loader,
                  int width,
                  int height,
                  gpointer data)
{
  double factor = (double) LARGEST_SIDE / MAX (MAX (width, height), 1);

  if (factor < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * factor)), MAX (1, (int) (height * factor)));
}

/* Only a plain name in the network's own folder: files come from other people. */
static GBytes *
read_beside (const char *folder,
             const char *href)
{
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;
  g_autoptr (GMappedFile) file = NULL;

  if (folder == NULL || href == NULL || strchr (href, ':') != NULL || g_path_is_absolute (href))
    return NULL;
  if (strstr (href, "..") != NULL || strchr (href, '\\') != NULL)
    return NULL;

  path = g_build_filename (folder, href, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) > LONGEST_FILE)
    return NULL;
  return g_mapped_file_get_bytes (file);
}

static GBytes *
read_picture (const NetzSettings *settings,
              const char *folder)
{
  const char *data = settings->background;
  gsize length;
  guchar *decoded;

  if (data == NULL || *data == '\0')
    return read_beside (folder, settings->background_href);

  if (g_str_has_prefix (data, "data:") && strchr (data, ',') != NULL)
    data = strchr (data, ',') + 1;
  decoded = g_base64_decode (data, &length);
  return g_bytes_new_take (decoded, length);
}

/* Cairo keeps colours multiplied by their alpha, in words. */
static cairo_surface_t *
convert (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *to = cairo_image_surface_get_data (surface);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);

  if (to == NULL)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }

  for (int y = 0; y < height; y++)
    {
      const guchar *pixel = from + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *word = (gpointer) (to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, pixel += channels)
        {
          guint32 alpha = channels == 4 ? pixel[3] : 255;

          word[x] =
              alpha << 24 | (pixel[0] * alpha / 255) << 16 | (pixel[1] * alpha / 255) << 8 | pixel[2] * alpha / 255;
        }
    }

  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * netz_background_load:
 * @settings: of the network
 * @folder: (nullable): where its file is
 *
 * Returns: (transfer full) (nullable): the picture, %NULL where there is none or it cannot be read
 */
cairo_surface_t *
netz_background_load (const NetzSettings *settings,
                      const char *folder)
{
  g_autoptr (GBytes) bytes = read_picture (settings, folder);
  g_autoptr (GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf;
  gboolean whole;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return NULL;

  loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared), NULL);
  whole = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return whole && pixbuf != NULL ? convert (pixbuf) : NULL;
}

/**
 * netz_background_get_rect:
 * @settings: of the network
 * @picture: (nullable): its picture
 *
 * Returns: where it is, in scene units; empty where there is none
 */
NetzRect
netz_background_get_rect (const NetzSettings *settings,
                          cairo_surface_t *picture)
{
  double width, pixels_x, pixels_y;

  if (picture == NULL)
    return NETZ_RECT_EMPTY;

  pixels_x = cairo_image_surface_get_width (picture);
  pixels_y = cairo_image_surface_get_height (picture);
  width = settings->background_width;
  if (!(width > 0))
    width = pixels_x;
  width = MIN (width, NETZ_COORDINATE_LIMIT);

  return (NetzRect) { netz_coordinate_clamp (settings->background_x), netz_coordinate_clamp (settings->background_y),
                      width, width * pixels_y / pixels_x };
}
