/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A picture of a network that leaves the program: PNG, SVG or PDF, on white,
 * with title, date and legend, painted by the same painter as the screen.
 *
 * Pictures are made of a network that the calling thread owns; another thread
 * makes one with netz_network_new_from_snapshot().
 */
#pragma once

#include "scene/netz-scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NETZ_PICTURE_PNG,
  NETZ_PICTURE_SVG,
  NETZ_PICTURE_PDF,
} NetzPictureFormat;

typedef enum
{
  NETZ_PAPER_A4,
  NETZ_PAPER_A3,
  NETZ_PAPER_A2,
  NETZ_PAPER_A1,
  NETZ_PAPER_A0,
} NetzPaper;

#define NETZ_N_PAPERS (NETZ_PAPER_A0 + 1)

#define NETZ_PICTURE_ERROR (netz_picture_error_quark ())

/**
 * NetzPictureError:
 * @NETZ_PICTURE_ERROR_SIZE: larger than can be made; the message says the limit
 * @NETZ_PICTURE_ERROR_FAILED: the picture could not be made
 */
typedef enum
{
  NETZ_PICTURE_ERROR_SIZE,
  NETZ_PICTURE_ERROR_FAILED,
} NetzPictureError;

/**
 * NetzPictureOptions:
 * @format: of the file
 * @style: NETZ_STYLE_PRINT by default; the dark one is on its own ground, all others on white
 * @title: (nullable): above the picture; %NULL = the network's, "" = none
 * @subtitle: (nullable): below it; %NULL = municipality and office, "" = none
 * @date: (nullable): of the data, "2008-08-11"; %NULL = the network's "as of", else today; "" = none
 * @language: (nullable): of the names of kinds and programmes
 * @legend: whether there is one
 * @bare: only the network: no title, date, legend or margin around it
 * @width: of a PNG in pixels; 0 = by @dpi
 * @dpi: of a PNG where @width is 0, scene units being 1/96 inch; 0 = 96
 * @paper: of a PDF
 * @landscape: of a PDF
 * @tiles: pages of that paper side by side in a poster, as many above one another; 0 or 1 = one page
 * @area: (nullable): the part of the scene that is shown; %NULL = all of it
 * @ids: (nullable): only these and the partnerships among them
 * @hidden_kinds: (nullable): kinds that are left out
 * @part: (nullable): what is looked at, see netz_scene_set_part()
 * @fade_rest: what is not in @part is faded, not left out
 * @show_ended: whether ended partnerships are drawn
 * @size_by_degree: whether the size of a shape shows how many partnerships the institution has
 * @all_edge_labels: whether each partnership says what it is
 * @font_scale: 1 by default
 * @background_folder: (nullable): where the background picture's name begins
 *
 * Begin with netz_picture_options_init(). Nothing in it is owned.
 */
typedef struct
{
  NetzPictureFormat format;
  NetzStyleId style;
  const char *title;
  const char *subtitle;
  const char *date;
  const char *language;
  gboolean legend;
  gboolean bare;
  int width;
  double dpi;
  NetzPaper paper;
  gboolean landscape;
  guint tiles;
  const NetzRect *area;
  const char *const *ids;
  const char *const *hidden_kinds;
  NetzNetwork *part;
  gboolean fade_rest;
  gboolean show_ended;
  gboolean size_by_degree;
  gboolean all_edge_labels;
  double font_scale;
  const char *background_folder;
} NetzPictureOptions;

GQuark netz_picture_error_quark (void);
void netz_picture_options_init (NetzPictureOptions *options);
const char *netz_paper_get_name (NetzPaper paper);
void netz_paper_get_size (NetzPaper paper, gboolean landscape, double *width, double *height);
GBytes *netz_picture_render (NetzNetwork *network, const NetzPictureOptions *options, GError **error);

G_END_DECLS
