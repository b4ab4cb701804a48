/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-coverage-matrix-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (NetzCoverageMatrix, netz_coverage_matrix, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOW,
  SIGNAL_PLAN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- where things lie ---- */

double
netz_coverage_matrix_get_name_width (NetzCoverageMatrix *self)
{
  return CLAMP (gtk_widget_get_width (GTK_WIDGET (self)) * 0.27, 150, 320);
}

double
netz_coverage_matrix_get_column_width (NetzCoverageMatrix *self)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - netz_coverage_matrix_get_name_width (self) - MATRIX_SUM;
  guint n = self->coverage != NULL ? self->coverage->n_columns : 0;

  return n > 0 ? floor (CLAMP (room / n, 24, 84)) : 0;
}

const MatrixLine *
netz_coverage_matrix_get_line (NetzCoverageMatrix *self, guint line)
{
  return &g_array_index (self->lines, MatrixLine, line);
}

double
netz_coverage_matrix_get_line_height (const MatrixLine *line)
{
  return line->row == NETZ_COVERAGE_ALL ? MATRIX_GROUP : MATRIX_ROW;
}

/**
 * netz_coverage_matrix_get_cursor_area:
 * @area: (out): where the cell with the cursor is, in pixels of the widget
 */
void
netz_coverage_matrix_get_cursor_area (NetzCoverageMatrix *self, GdkRectangle *area)
{
  const MatrixLine *line = netz_coverage_matrix_get_line (self, self->line);
  double names = netz_coverage_matrix_get_name_width (self);
  double cell = netz_coverage_matrix_get_column_width (self);
  int n = (int) self->coverage->n_columns;

  area->x = self->column < 0 ? 0 : (int) (names + self->column * cell);
  area->width = (int) (self->column < 0 ? names : self->column == n ? MATRIX_SUM : cell);
  area->y = (int) (self->line == 0 ? MATRIX_NAMES + 4
                                   : MATRIX_HEAD + line->y - gtk_adjustment_get_value (self->adjustment));
  area->height = (int) (self->line == 0 ? MATRIX_HEAD - MATRIX_NAMES - 6 : netz_coverage_matrix_get_line_height (line));
}

static gboolean
find_cell (NetzCoverageMatrix *self, double x, double y, guint *line, int *column)
{
  double names = netz_coverage_matrix_get_name_width (self);
  double cell = netz_coverage_matrix_get_column_width (self);
  double below = y - MATRIX_HEAD + gtk_adjustment_get_value (self->adjustment);

  if (self->coverage == NULL || self->lines->len == 0
      || x > names + cell * self->coverage->n_columns + MATRIX_SUM)
    return FALSE;
  *column = x < names || cell <= 0 ? COLUMN_NAME : MIN ((int) ((x - names) / cell), (int) self->coverage->n_columns);
  *line = 0;
  if (y < MATRIX_HEAD)
    return TRUE;
  for (guint i = 1; i < self->lines->len; i++)
    {
      const MatrixLine *one = netz_coverage_matrix_get_line (self, i);

      *line = i;
      if (below < one->y + netz_coverage_matrix_get_line_height (one))
        return TRUE;
    }
  return FALSE;
}

/* ---- the cursor ---- */

static void
scroll_to_cursor (NetzCoverageMatrix *self)
{
  const MatrixLine *line = netz_coverage_matrix_get_line (self, self->line);

  if (self->line > 0)
    gtk_adjustment_clamp_page (self->adjustment, line->y, line->y + netz_coverage_matrix_get_line_height (line));
}

static void
tell_cursor (NetzCoverageMatrix *self)
{
  g_autofree char *text = netz_coverage_matrix_describe (self, self->line, self->column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
move_cursor (NetzCoverageMatrix *self, int line, int column)
{
  if (self->coverage == NULL || self->lines->len == 0)
    return;
  self->line = (guint) CLAMP (line, 0, (int) self->lines->len - 1);
  self->column = CLAMP (column, COLUMN_NAME, (int) self->coverage->n_columns);
  scroll_to_cursor (self);
  tell_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- what a cell stands for ---- */

static gboolean
is_gap_at_cursor (NetzCoverageMatrix *self)
{
  const MatrixLine *line = netz_coverage_matrix_get_line (self, self->line);

  return line->row != NETZ_COVERAGE_ALL && self->column >= 0 && self->column < (int) self->coverage->n_columns;
}

static void
plan (NetzCoverageMatrix *self)
{
  if (self->coverage != NULL && self->lines->len > 0 && is_gap_at_cursor (self))
    g_signal_emit (self, signals[SIGNAL_PLAN], 0, netz_coverage_matrix_get_line (self, self->line)->row,
                   (guint) self->column);
}

/* What is there is shown; where nothing is, something can be planned. */
static void
activate (NetzCoverageMatrix *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (self->coverage == NULL || self->lines->len == 0)
    return;
  ids = netz_coverage_matrix_list_at_cursor (self);
  if (ids->len > 1)
    g_signal_emit (self, signals[SIGNAL_SHOW], 0, ids->pdata);
  else
    plan (self);
}

/* ---- keys, pointer ---- */

static gboolean
on_key (NetzCoverageMatrix *self, guint key, guint code, GdkModifierType state)
{
  int line = (int) self->line;
  int page = MAX (1, (int) ((gtk_widget_get_height (GTK_WIDGET (self)) - MATRIX_HEAD) / MATRIX_ROW) - 1);
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up: move_cursor (self, line - 1, self->column); return TRUE;
    case GDK_KEY_Down: move_cursor (self, line + 1, self->column); return TRUE;
    case GDK_KEY_Left: move_cursor (self, line, self->column - 1); return TRUE;
    case GDK_KEY_Right: move_cursor (self, line, self->column + 1); return TRUE;
    case GDK_KEY_Page_Up: move_cursor (self, line - page, self->column); return TRUE;
    case GDK_KEY_Page_Down: move_cursor (self, line + page, self->column); return TRUE;
    case GDK_KEY_Home: move_cursor (self, 0, self->column); return TRUE;
    case GDK_KEY_End: move_cursor (self, G_MAXINT, self->column); return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter: activate (self); return TRUE;
    case GDK_KEY_Menu:
    case GDK_KEY_Insert: plan (self); return TRUE;
    case GDK_KEY_F10:
      if (shift)
        plan (self);
      return shift;
    default:
      return FALSE;
    }
}

static void
on_pressed (NetzCoverageMatrix *self, int n, double x, double y, GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint line;
  int column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &line, &column))
    return;
  move_cursor (self, (int) line, column);
  if (button == GDK_BUTTON_SECONDARY)
    plan (self);
}

/* A number or a mark shows what it stands for at once; a name only at the second click, for it can also be dragged. */
static void
on_released (NetzCoverageMatrix *self, int n, double x, double y, GtkGesture *gesture)
{
  guint line;
  int column;

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY
      && find_cell (self, x, y, &line, &column) && line == self->line && column == self->column
      && (column != COLUMN_NAME || n == 2))
    activate (self);
}

static gboolean
on_scroll (NetzCoverageMatrix *self, double dx, double dy)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + dy * 3 * MATRIX_ROW);
  return TRUE;
}

static GdkContentProvider *
on_drag_prepare (NetzCoverageMatrix *self, double x, double y)
{
  guint line;
  int column;
  const MatrixLine *one;

  if (!find_cell (self, x, y, &line, &column))
    return NULL;
  one = netz_coverage_matrix_get_line (self, line);
  if (one->row == NETZ_COVERAGE_ALL)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_STRING,
                                         netz_record_get_id (NETZ_RECORD (self->coverage->rows[one->row].school)));
}

static gboolean
on_query_tooltip (NetzCoverageMatrix *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  guint line = self->line;
  int column = self->column;

  if (self->coverage == NULL || self->lines->len == 0 || (!keyboard && !find_cell (self, x, y, &line, &column)))
    return FALSE;
  text = netz_coverage_matrix_describe (self, line, column);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* ---- the widget ---- */

static void
netz_coverage_matrix_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  netz_coverage_matrix_draw (NETZ_COVERAGE_MATRIX (widget), cr);
  cairo_destroy (cr);
}

static void
configure (NetzCoverageMatrix *self)
{
  double page = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - MATRIX_HEAD, 1);

  gtk_adjustment_configure (self->adjustment, gtk_adjustment_get_value (self->adjustment), 0,
                            MAX (self->height, page), MATRIX_ROW, page * 0.9, page);
}

static void
netz_coverage_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure (NETZ_COVERAGE_MATRIX (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
netz_coverage_matrix_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 500 : (int) (MATRIX_HEAD + 4 * MATRIX_ROW);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
  *minimum_baseline = *natural_baseline = -1;
}

static void
netz_coverage_matrix_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (netz_coverage_matrix_parent_class)->dispose (object);
}

static void
netz_coverage_matrix_finalize (GObject *object)
{
  NetzCoverageMatrix *self = NETZ_COVERAGE_MATRIX (object);

  g_array_unref (self->lines);
  g_object_unref (self->adjustment);
  G_OBJECT_CLASS (netz_coverage_matrix_parent_class)->finalize (object);
}

static void
netz_coverage_matrix_class_init (NetzCoverageMatrixClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_coverage_matrix_dispose;
  G_OBJECT_CLASS (class)->finalize = netz_coverage_matrix_finalize;
  widget_class->snapshot = netz_coverage_matrix_snapshot;
  widget_class->size_allocate = netz_coverage_matrix_size_allocate;
  widget_class->measure = netz_coverage_matrix_measure;

  signals[SIGNAL_SHOW] = g_signal_new ("show-ids", NETZ_TYPE_COVERAGE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[SIGNAL_PLAN] = g_signal_new ("plan", NETZ_TYPE_COVERAGE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
add_input (NetzCoverageMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (on_drag_prepare), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
netz_coverage_matrix_init (NetzCoverageMatrix *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (MatrixLine));
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, MATRIX_ROW, 1, 1));
  self->column = COLUMN_NAME;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  add_input (self);
}

static gboolean
is_shown (const NetzCoverage *coverage, guint row, NetzCoverageShow show)
{
  return show == NETZ_COVERAGE_SHOW_ALL
         || (show == NETZ_COVERAGE_SHOW_GAPS && coverage->rows[row].n_covered < coverage->n_columns)
         || (show == NETZ_COVERAGE_SHOW_WITHOUT && coverage->rows[row].n_covered == 0);
}

static void
add_line (NetzCoverageMatrix *self, guint group, guint row)
{
  const MatrixLine line = { self->height, group, row };

  g_array_append_val (self->lines, line);
  if (group != NETZ_COVERAGE_ALL)
    self->height += netz_coverage_matrix_get_line_height (&line);
}

/**
 * netz_coverage_matrix_set_coverage:
 * @coverage: (nullable) (transfer none): what is shown; it must live until another is set
 * @show: which schools; a group of which none is shown is left out
 *
 * The cursor and the place in sight stay where they are as far as they can. O(rows).
 */
void
netz_coverage_matrix_set_coverage (NetzCoverageMatrix *self, const NetzCoverage *coverage, NetzCoverageShow show)
{
  guint group = NETZ_COVERAGE_ALL;

  g_return_if_fail (NETZ_IS_COVERAGE_MATRIX (self));

  self->coverage = coverage;
  self->height = 0;
  g_array_set_size (self->lines, 0);
  if (coverage != NULL)
    add_line (self, NETZ_COVERAGE_ALL, NETZ_COVERAGE_ALL);
  for (guint i = 0; coverage != NULL && i < coverage->n_rows; i++)
    if (is_shown (coverage, i, show))
      {
        if (coverage->rows[i].group != group)
          add_line (self, coverage->rows[i].group, NETZ_COVERAGE_ALL);
        group = coverage->rows[i].group;
        add_line (self, group, i);
      }
  if (coverage != NULL)
    {
      configure (self);
      self->line = MIN (self->line, self->lines->len - 1);
      self->column = MIN (self->column, (int) coverage->n_columns);
      tell_cursor (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * netz_coverage_matrix_get_adjustment:
 *
 * Returns: (transfer none): for a scroll bar beside
 */
GtkAdjustment *
netz_coverage_matrix_get_adjustment (NetzCoverageMatrix *self)
{
  return self->adjustment;
}
