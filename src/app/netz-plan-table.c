/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-plan-table.h"

#include "app/netz-plan-bar.h"
#include "app/netz-window-page.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

struct _NetzPlanTable
{
  AdwBin parent_instance;

  GtkLabel *told;
  GtkDropDown *choice;
  GtkGrid *grid;

  GPtrArray *plans[2]; /* of NetzPlanRow, by NetzPlanBy */
};

G_DEFINE_FINAL_TYPE (NetzPlanTable, netz_plan_table, ADW_TYPE_BIN)

#define BAR_WIDTH 120
#define KEY_WIDTH 28
#define NAME_CHARS 22 /* least width of the first column */

/* Columns of the grid: the name, the bar, the statuses, the sum. */
enum
{
  NAME,
  BAR,
  FIRST_COUNT,
  SUM = FIRST_COUNT + NETZ_N_PROGRESS,
  N_COLUMNS,
};

static const char *
get_label (NetzPlanTable *self, const NetzPlanRow *row)
{
  if (row->label != NULL)
    return row->label;
  return gtk_drop_down_get_selected (self->choice) == NETZ_PLAN_BY_DISTRICT ? _("No district") : _("No programme");
}

static void
add_label (NetzPlanTable *self, const char *text, int column, int row, float align, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (column == NAME)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      gtk_widget_set_hexpand (label, TRUE);
    }
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
on_count (GtkWidget *button)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (button), "netz-ids");
  GtkWidget *page = gtk_widget_get_ancestor (button, NETZ_TYPE_WINDOW_PAGE);
  g_autofree const char **list = g_new0 (const char *, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    list[i] = ids->pdata[i];
  if (page != NULL)
    netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (page), list);
}

/* A number that shows what it counts. */
static void
add_count (NetzPlanTable *self, const NetzPlanRow *row, NetzProgress progress, int line)
{
  GPtrArray *ids = row->ids[progress];
  g_autofree char *text = g_strdup_printf ("%'u", ids->len);
  /* Translators: a programme or district, a status, and how many partnerships */
  g_autofree char *name = g_strdup_printf (_("%s, %s: %u"), get_label (self, row),
                                           netz_describe_status (netz_progress_get_status (progress)), ids->len);
  GtkWidget *button;

  if (ids->len == 0)
    {
      add_label (self, "–", FIRST_COUNT + (int) progress, line, 0.5f, "dim-label");
      return;
    }
  button = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_tooltip_text (button, _("Show on the canvas"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "netz-ids", g_ptr_array_ref (ids), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_count), NULL);
  gtk_grid_attach (self->grid, button, FIRST_COUNT + (int) progress, line, 1, 1);
}

static void
add_bar (NetzPlanTable *self, const guint *counts, guint whole, int line)
{
  GtkWidget *bar = netz_plan_bar_new (BAR_WIDTH);

  netz_plan_bar_set_counts (NETZ_PLAN_BAR (bar), counts, whole);
  gtk_grid_attach (self->grid, bar, BAR, line, 1, 1);
}

static void
add_row (NetzPlanTable *self, const NetzPlanRow *row, guint longest, int line)
{
  g_autofree char *total = g_strdup_printf ("%'u", netz_plan_row_get_total (row));
  guint counts[NETZ_N_PROGRESS];

  add_label (self, get_label (self, row), NAME, line, 0, NULL);
  for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
    {
      counts[progress] = netz_plan_row_count (row, progress);
      add_count (self, row, progress, line);
    }
  add_bar (self, counts, longest, line);
  add_label (self, total, SUM, line, 1, "numeric");
}

static void
add_heads (NetzPlanTable *self)
{
  gboolean by_district = gtk_drop_down_get_selected (self->choice) == NETZ_PLAN_BY_DISTRICT;

  add_label (self, by_district ? _("District") : _("Programme"), NAME, 0, 0, "caption-heading");
  for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
    {
      guint key[NETZ_N_PROGRESS] = { 0 };
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      GtkWidget *label = gtk_label_new (netz_describe_status (netz_progress_get_status (progress)));
      GtkWidget *bar = netz_plan_bar_new (KEY_WIDTH);

      key[progress] = 1;
      netz_plan_bar_set_counts (NETZ_PLAN_BAR (bar), key, 1);
      gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_box_append (GTK_BOX (box), label);
      gtk_grid_attach (self->grid, box, FIRST_COUNT + (int) progress, 0, 1, 1);
      gtk_box_append (GTK_BOX (box), bar);
    }
  add_label (self, _("All"), SUM, 0, 1, "caption-heading");
}

static void
clear_grid (NetzPlanTable *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
tell (NetzPlanTable *self)
{
  guint counts[NETZ_N_PROGRESS] = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->plans[NETZ_PLAN_BY_PROGRAMME]->len; i++)
    for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
      counts[progress] += netz_plan_row_count (self->plans[NETZ_PLAN_BY_PROGRAMME]->pdata[i], progress);
  text = g_strdup_printf (_("There: %u, of these dormant: %u. Planned: %u. Ended: %u."),
                          counts[NETZ_PROGRESS_ESTABLISHED] + counts[NETZ_PROGRESS_DORMANT],
                          counts[NETZ_PROGRESS_DORMANT],
                          counts[NETZ_PROGRESS_IDEA] + counts[NETZ_PROGRESS_PREPARATION],
                          counts[NETZ_PROGRESS_ENDED]);
  gtk_label_set_label (self->told, text);
}

static void
rebuild (NetzPlanTable *self)
{
  guint by = gtk_drop_down_get_selected (self->choice);
  guint longest = 0;

  if (by >= G_N_ELEMENTS (self->plans) || self->plans[by] == NULL)
    return;
  clear_grid (self);
  add_heads (self);
  for (guint i = 0; i < self->plans[by]->len; i++)
    longest = MAX (longest, netz_plan_row_get_total (self->plans[by]->pdata[i]));
  for (guint i = 0; i < self->plans[by]->len; i++)
    add_row (self, self->plans[by]->pdata[i], longest, (int) i + 1);
}

/**
 * netz_plan_table_show:
 * @by_programme: (element-type NetzPlanRow): the rows by programme
 * @by_district: (element-type NetzPlanRow): the rows by district
 */
void
netz_plan_table_show (NetzPlanTable *self, GPtrArray *by_programme, GPtrArray *by_district)
{
  g_ptr_array_ref (by_programme);
  g_ptr_array_ref (by_district);
  g_clear_pointer (&self->plans[NETZ_PLAN_BY_PROGRAMME], g_ptr_array_unref);
  g_clear_pointer (&self->plans[NETZ_PLAN_BY_DISTRICT], g_ptr_array_unref);
  self->plans[NETZ_PLAN_BY_PROGRAMME] = by_programme;
  self->plans[NETZ_PLAN_BY_DISTRICT] = by_district;
  tell (self);
  rebuild (self);
}

/**
 * netz_plan_table_create_sheet:
 *
 * Returns: (transfer full): the table that is shown
 */
NetzSheet *
netz_plan_table_create_sheet (NetzPlanTable *self)
{
  guint by = gtk_drop_down_get_selected (self->choice);
  const char *columns[NETZ_N_PROGRESS + 3] = { by == NETZ_PLAN_BY_DISTRICT ? _("District") : _("Programme") };
  NetzSheet *sheet;

  for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
    columns[progress + 1] = netz_describe_status (netz_progress_get_status (progress));
  columns[NETZ_N_PROGRESS + 1] = _("All");
  sheet = netz_sheet_new (_("Plan and Reality"), columns);
  for (guint i = 0; self->plans[by] != NULL && i < self->plans[by]->len; i++)
    {
      const NetzPlanRow *row = self->plans[by]->pdata[i];

      netz_sheet_add_text (sheet, get_label (self, row));
      for (NetzProgress progress = 0; progress < NETZ_N_PROGRESS; progress++)
        netz_sheet_add_number (sheet, netz_plan_row_count (row, progress));
      netz_sheet_add_number (sheet, netz_plan_row_get_total (row));
    }
  return sheet;
}

static void
on_choice (NetzPlanTable *self)
{
  rebuild (self);
}

static void
netz_plan_table_finalize (GObject *object)
{
  NetzPlanTable *self = NETZ_PLAN_TABLE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->plans); i++)
    g_clear_pointer (&self->plans[i], g_ptr_array_unref);
  G_OBJECT_CLASS (netz_plan_table_parent_class)->finalize (object);
}

static void
netz_plan_table_class_init (NetzPlanTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = netz_plan_table_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-plan-table.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzPlanTable, told);
  gtk_widget_class_bind_template_child (widget_class, NetzPlanTable, choice);
  gtk_widget_class_bind_template_child (widget_class, NetzPlanTable, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
}

static void
netz_plan_table_init (NetzPlanTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
