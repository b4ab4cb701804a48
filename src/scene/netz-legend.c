/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-scene"

#include "scene/netz-legend.h"
#include "model/netz-describe.h"
#include "scene/netz-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In units of the type's size. */
#define ROW_HEIGHT 1.9
#define SYMBOL_WIDTH 2.0
#define LINE_WIDTH 3.4
#define COLUMN_GAP 1.6
#define GROUP_GAP 0.7
#define WIDEST_COLUMN 26.0

#define MEASURED_SIZE 16.0

struct _NetzLegend
{
  GPtrArray *entries;
  const NetzStyle *style;
  NetzLabelCache *labels;
  NetzIcons *icons;
};

/* Where the entries of one type are, in units of the type's size. */
typedef struct
{
  guint first; /* index of its first entry */
  guint n;
  guint rows;
  double symbol_width;
} Group;

static void
free_entry (gpointer data)
{
  NetzLegendEntry *entry = data;

  g_clear_object (&entry->record);
  g_free (entry->id);
  g_free (entry->name);
  g_free (entry);
}

static void
add_entry (NetzLegend *self,
           NetzLegendType type,
           const char *id,
           const char *name,
           guint count,
           gpointer record)
{
  NetzLegendEntry *entry;

  if (count == 0)
    return;

  entry = g_new0 (NetzLegendEntry, 1);
  entry->type = type;
  entry->id = g_strdup (id != NULL ? id : "");
  entry->name = g_strdup (name);
  entry->count = count;
  entry->record = record != NULL ? g_object_ref (record) : NULL;
  g_ptr_array_add (self->entries, entry);
}

static int
rank_group (const NetzLegendEntry *entry)
{
  static const char *const groups[] = { "steering", "provider", "school" };
  const NetzKind *kind = (NetzKind *) entry->record;

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (kind->group, groups[i]) == 0)
      return i;
  return kind != NULL ? 3 : 4;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const NetzLegendEntry *first = *(NetzLegendEntry *const *) a;
  const NetzLegendEntry *second = *(NetzLegendEntry *const *) b;

  if (first->type != second->type)
    return (int) first->type - (int) second->type;
  if (first->type == NETZ_LEGEND_STATUS)
    return 0;
  if (first->type == NETZ_LEGEND_KIND && rank_group (first) != rank_group (second))
    return rank_group (first) - rank_group (second);
  if ((first->record == NULL) != (second->record == NULL))
    return first->record == NULL ? 1 : -1;
  return g_utf8_collate (first->name, second->name);
}

static void
count_items (NetzScene *scene,
             const NetzRect *area,
             guint *kinds,
             guint *programmes,
             guint *statuses)
{
  const NetzRect all = { -2 * NETZ_COORDINATE_LIMIT, -2 * NETZ_COORDINATE_LIMIT, 4 * NETZ_COORDINATE_LIMIT,
                         4 * NETZ_COORDINATE_LIMIT };
  g_autoptr (GArray) items = netz_items_collect (scene->items, area != NULL ? area : &all);

  for (guint i = 0; i < items->len; i++)
    {
      guint32 item = g_array_index (items, guint32, i);

      if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_NODE)
        {
          const NetzNodeItem *node = netz_items_get_node (scene->items, NETZ_ITEM_SLOT (item));
          NetzRect shape = netz_items_get_shape (scene->items, item);

          if (!node->faded && (area == NULL || netz_rect_intersects (&shape, area)))
            kinds[node->look]++;
        }
      else if (NETZ_ITEM_TYPE (item) == NETZ_ITEM_EDGE)
        {
          const NetzEdgeItem *edge = netz_items_get_edge (scene->items, NETZ_ITEM_SLOT (item));
          NetzCurve curve;

          netz_items_get_curve (scene->items, NETZ_ITEM_SLOT (item), &curve);
          if (edge->faded || (area != NULL && !netz_curve_intersects (&curve, area)))
            continue;
          programmes[edge->look]++;
          statuses[edge->status]++;
        }
    }
}

static void
fill (NetzLegend *self,
      NetzScene *scene,
      const NetzRect *area)
{
  const char *language = netz_scene_get_name_language (scene);
  g_autofree guint *kinds = g_new0 (guint, scene->looks->len);
  g_autofree guint *programmes = g_new0 (guint, scene->lines->len);
  guint statuses[NETZ_N_STATUSES] = { 0 };

  count_items (scene, area, kinds, programmes, statuses);

  for (guint i = 0; i < scene->looks->len; i++)
    {
      NetzKind *kind = g_ptr_array_index (scene->kinds, i);

      add_entry (self, NETZ_LEGEND_KIND, kind != NULL ? netz_record_get_id (NETZ_RECORD (kind)) : NULL,
                 kind != NULL ? netz_kind_get_name (kind, language) : _("Without a kind"), kinds[i], kind);
    }
  for (guint i = 0; i < scene->lines->len; i++)
    {
      NetzProgramme *programme = g_array_index (scene->lines, NetzLine, i).programme;

      add_entry (self, NETZ_LEGEND_PROGRAMME, programme != NULL ? netz_record_get_id (NETZ_RECORD (programme)) : NULL,
                 programme != NULL ? netz_programme_get_name (programme, language) : _("Without a programme"),
                 programmes[i], programme);
    }
  for (int i = 0; i < NETZ_N_STATUSES; i++)
    add_entry (self, NETZ_LEGEND_STATUS, netz_status_get_id (i), netz_describe_status (netz_status_get_id (i)),
               statuses[i], NULL);
  g_ptr_array_sort (self->entries, compare_entries);
}

static char *
print_entry (const NetzLegendEntry *entry)
{
  return g_strdup_printf ("%s (%u)", entry->name, entry->count);
}

static NetzLabelSpec
make_spec (const char *text,
           double unit)
{
  return (NetzLabelSpec) { text, unit, FALSE, WIDEST_COLUMN * unit, 1, NETZ_LABEL_LEFT };
}

static double
measure_entry (const NetzLegend *self,
               guint index)
{
  g_autofree char *text = print_entry (g_ptr_array_index (self->entries, index));
  NetzLabelSpec spec = make_spec (text, MEASURED_SIZE);

  return netz_label_cache_get (self->labels, &spec)->width / MEASURED_SIZE;
}

/* Each column is as wide as what is in it. */
static double
measure_column (const NetzLegend *self,
                const Group *group,
                guint column)
{
  double width = 0;

  for (guint i = column * group->rows; i < MIN ((column + 1) * group->rows, group->n); i++)
    width = MAX (width, measure_entry (self, group->first + i));
  return width + group->symbol_width + COLUMN_GAP;
}

/* As few rows as there is room for. */
static Group
measure_group (const NetzLegend *self,
               NetzLegendType type,
               double width)
{
  Group group = { .symbol_width = type == NETZ_LEGEND_KIND ? SYMBOL_WIDTH : LINE_WIDTH + 0.6 };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const NetzLegendEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->type < type)
        group.first++;
      group.n += entry->type == type;
    }

  for (group.rows = 1; group.rows < group.n; group.rows++)
    {
      double all = -COLUMN_GAP;

      for (guint column = 0; column * group.rows < group.n && all <= width; column++)
        all += measure_column (self, &group, column);
      if (all <= width)
        break;
    }
  return group;
}

static double
get_group_height (const Group *group)
{
  return group->n > 0 ? group->rows * ROW_HEIGHT + GROUP_GAP : 0;
}

static void
paint_symbol (const NetzLegend *self,
              cairo_t *cr,
              const NetzLegendEntry *entry,
              double x,
              double y,
              double unit)
{
  NetzLook look;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (entry->type == NETZ_LEGEND_KIND)
    {
      netz_look_init (&look, (NetzKind *) entry->record, self->style);
      netz_look_paint (&look, cr, self->icons, unit * 0.8, 0, unit * 0.8);
    }
  else
    {
      /* The strokes are made for type of the canvas' size. */
      double scale = unit / 13;

      cairo_scale (cr, scale, scale);
      netz_painter_paint_line (cr, entry->type == NETZ_LEGEND_PROGRAMME ? (NetzProgramme *)entry->record : NULL,
                               entry->type == NETZ_LEGEND_STATUS ? netz_status_parse (entry->id)
                                                                 : NETZ_STATUS_ESTABLISHED,
                               self->style, 0, 0, LINE_WIDTH * 13);
    }
  cairo_restore (cr);
}

/**
 * netz_legend_new:
 * @scene: a scene
 * @area: (nullable): only what is in this rectangle counts
 *
 * O(n).
 *
 * Returns: (transfer full): its legend: kinds by group, programmes, statuses
 */
NetzLegend *
netz_legend_new (NetzScene *scene,
                 const NetzRect *area)
{
  NetzLegend *self = g_new0 (NetzLegend, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->style = netz_scene_get_style (scene);
  self->labels = netz_label_cache_new ();
  self->icons = netz_icons_new ();
  fill (self, scene, area);
  return self;
}

/**
 * netz_legend_free:
 * @self: (transfer full): a legend
 */
void
netz_legend_free (NetzLegend *self)
{
  g_ptr_array_unref (self->entries);
  netz_label_cache_free (self->labels);
  netz_icons_unref (self->icons);
  g_free (self);
}

/**
 * netz_legend_set_name:
 * @self: a legend
 * @index: of an entry
 * @name: what it says instead, for legends in another language than that of the messages
 */
void
netz_legend_set_name (NetzLegend *self, guint index, const char *name)
{
  NetzLegendEntry *entry = g_ptr_array_index (self->entries, index);

  g_free (entry->name);
  entry->name = g_strdup (name);
}

/**
 * netz_legend_get_size:
 * @self: a legend
 *
 * Returns: how many entries it has
 */
guint
netz_legend_get_size (const NetzLegend *self)
{
  return self->entries->len;
}

/**
 * netz_legend_get_nth:
 * @self: a legend
 * @index: below its size
 *
 * Returns: (transfer none): that entry
 */
const NetzLegendEntry *
netz_legend_get_nth (const NetzLegend *self,
                     guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);
  return g_ptr_array_index (self->entries, index);
}

/**
 * netz_legend_measure:
 * @self: a legend
 * @width: of the room for it
 * @unit: size of its type
 * @height: (out): what it needs
 */
void
netz_legend_measure (const NetzLegend *self,
                     double width,
                     double unit,
                     double *height)
{
  *height = 0;
  for (int type = NETZ_LEGEND_KIND; type <= NETZ_LEGEND_STATUS; type++)
    {
      Group group = measure_group (self, type, width / unit);

      *height += get_group_height (&group) * unit;
    }
}

/**
 * netz_legend_paint:
 * @self: a legend
 * @cr: what to paint on
 * @x: its left side
 * @y: its top
 * @width: of the room for it
 * @unit: size of its type
 * @sink: (nullable): takes the text instead
 * @sink_data: for @sink
 */
void
netz_legend_paint (const NetzLegend *self,
                   cairo_t *cr,
                   double x,
                   double y,
                   double width,
                   double unit,
                   NetzTextSink sink,
                   gpointer sink_data)
{
  for (int type = NETZ_LEGEND_KIND; type <= NETZ_LEGEND_STATUS; type++)
    {
      Group group = measure_group (self, type, width / unit);
      double left = x;

      for (guint i = 0; i < group.n; i++)
        {
          const NetzLegendEntry *entry = g_ptr_array_index (self->entries, group.first + i);
          double middle = y + (i % group.rows + 0.5) * ROW_HEIGHT * unit;
          g_autofree char *text = print_entry (entry);
          NetzLabelSpec spec = make_spec (text, unit);
          const NetzLabel *label;

          if (i > 0 && i % group.rows == 0)
            left += measure_column (self, &group, i / group.rows - 1) * unit;
          paint_symbol (self, cr, entry, left, middle, unit);
          label = netz_label_cache_get (self->labels, &spec);
          netz_label_paint (label, cr, left + group.symbol_width * unit, middle - label->height / 2, 1,
                            &self->style->text, NULL, sink, sink_data);
        }
      y += get_group_height (&group) * unit;
    }
}
