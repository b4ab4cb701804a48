/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-agreements-cells.h"

#include "app/netz-mend-popover.h"
#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

/**
 * netz_agreements_cells_describe_state:
 * @agreement: what was found out
 *
 * Returns: (transfer none): how its end lies to today
 */
const char *
netz_agreements_cells_describe_state (const NetzAgreement *agreement)
{
  switch (agreement->state)
    {
    case NETZ_AGREEMENT_OVER:
      return _("over");
    case NETZ_AGREEMENT_ENDING:
      return _("ends soon");
    case NETZ_AGREEMENT_RUNNING:
      return _("running");
    case NETZ_AGREEMENT_OPEN:
    default:
      return g_date_valid (&agreement->end) ? "" : _("no end known");
    }
}

/* --- the end --- */

static void
create_end (NetzTodoCell *cell)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = gtk_image_new ();
  GtkWidget *day = gtk_label_new (NULL);
  GtkWidget *state = gtk_label_new (NULL);

  cell->widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  cell->inner = day;
  cell->extra = state;
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_widget_add_css_class (day, "numeric");
  gtk_widget_add_css_class (state, "caption");
  gtk_box_append (GTK_BOX (lines), day);
  gtk_box_append (GTK_BOX (lines), state);
  gtk_box_append (GTK_BOX (cell->widget), sign);
  gtk_box_append (GTK_BOX (cell->widget), lines);
}

static void
set_css_class (GtkWidget *widget, const char *css, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css);
  else
    gtk_widget_remove_css_class (widget, css);
}

static void
show_end (NetzTodoCell *cell)
{
  const NetzAgreement *agreement = &cell->item->agreement;
  GtkWidget *sign = gtk_widget_get_first_child (cell->widget);
  g_autofree char *day = netz_date_print_day (&agreement->end);
  g_autofree char *text = netz_date_display (day);
  gboolean over = agreement->state == NETZ_AGREEMENT_OVER;
  gboolean ending = agreement->state == NETZ_AGREEMENT_ENDING;

  gtk_image_set_from_icon_name (GTK_IMAGE (sign), over ? "dialog-warning-symbolic" : "alarm-symbolic");
  gtk_widget_set_opacity (sign, over || ending ? 1 : 0);
  set_css_class (sign, "error", over);
  set_css_class (cell->extra, "error", over);
  set_css_class (sign, "warning", ending);
  set_css_class (cell->extra, "warning", ending);
  set_css_class (cell->extra, "dim-label", !over && !ending);
  gtk_widget_set_visible (cell->inner, *text != '\0');
  gtk_label_set_label (GTK_LABEL (cell->inner), text);
  gtk_label_set_label (GTK_LABEL (cell->extra), netz_agreements_cells_describe_state (agreement));
}

/* --- the criteria --- */

/* Not at once: the click that closes it still goes through it. */
static gboolean
let_go (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
on_popover_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (popover), g_object_unref);
}

static void
on_mend (NetzTodoCell *cell, GtkWidget *button)
{
  NetzCatalogueItem *criterion = g_object_get_data (G_OBJECT (button), "netz-criterion");
  GtkWidget *popover;

  if (cell->item == NULL || *cell->session == NULL)
    return;
  popover = netz_mend_popover_new (*cell->session, netz_todo_item_get_id (cell->item), criterion);
  gtk_widget_set_parent (popover, cell->widget);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
create_criteria (NetzTodoCell *cell)
{
  cell->widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (cell->widget, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (cell->widget, GTK_ALIGN_START);
}

static GtkWidget *
create_sentence (const char *icon, const char *text, const char *css)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, css);
  return box;
}

static void
add_mending (NetzTodoCell *cell, NetzCatalogueItem *criterion)
{
  const char *name = netz_catalogue_item_get_name (criterion, netz_language_get ());
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_sentence ("list-add-symbolic", name, "netz-mend-label"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "netz-mend");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "netz-criterion", netz_catalogue_item_ref (criterion),
                          (GDestroyNotify) netz_catalogue_item_unref);
  /* Translators: something that is missing, as a button that lets one enter it */
  netz_todo_name_widget (cell, button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_mend), cell);
  gtk_box_append (GTK_BOX (cell->widget), button);
}

static void
show_criteria (NetzTodoCell *cell)
{
  GPtrArray **criteria = cell->data;
  const NetzAgreement *agreement = &cell->item->agreement;
  GtkWidget *child = gtk_widget_get_first_child (cell->widget);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      /* An open popover is a child, too, and goes by itself. */
      if (!GTK_IS_POPOVER (child))
        gtk_box_remove (GTK_BOX (cell->widget), child);
      child = next;
    }
  if (!agreement->judged)
    gtk_box_append (GTK_BOX (cell->widget),
                    create_sentence (NULL, _("no criteria for this programme"), "dim-label"));
  else if (agreement->missing == 0)
    gtk_box_append (GTK_BOX (cell->widget),
                    create_sentence ("object-select-symbolic",
                                     agreement->agreed ? _("Registrable") : _("Nothing is missing"), "success"));
  else
    for (guint i = 0; *criteria != NULL && i < (*criteria)->len; i++)
      if ((agreement->missing & (1u << i)) != 0)
        add_mending (cell, (*criteria)->pdata[i]);
}

static const NetzTodoColumn columns[] = {
  { N_("Partnership"), 244, FALSE, netz_todo_create_partnership, netz_todo_show_partnership },
  { N_("Status"), 136, FALSE, netz_todo_create_status, netz_todo_show_status },
  { N_("Agreement ends"), 132, FALSE, create_end, show_end },
  { N_("Criteria: what is missing"), 0, TRUE, create_criteria, show_criteria },
};

/**
 * netz_agreements_cells_add:
 * @view: a list
 * @session: where to look for the session
 * @criteria: where to look for the criteria
 */
void
netz_agreements_cells_add (GtkColumnView *view, NetzSession **session, GPtrArray **criteria)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    netz_todo_add_column (view, &columns[i], session, criteria);
}
