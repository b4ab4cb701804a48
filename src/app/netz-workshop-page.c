/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-workshop-page.h"

#include "app/netz-columns.h"
#include "app/netz-workshop-basics.h"
#include "app/netz-workshop-edit.h"
#include "app/netz-workshop-log.h"
#include "app/netz-workshop-people.h"
#include "app/netz-workshop-readiness.h"
#include "app/netz-workshop-sessions.h"
#include "format/netz-catalogue-folder.h"

#include <glib/gi18n-lib.h>

#define USUAL_CATALOGUE "bildungspartner-nrw"

enum
{
  BASICS,
  SESSIONS,
  PEOPLE,
  READINESS,
  LOG,
  N_PANELS,
};

struct _NetzWorkshopPage
{
  NetzWindowPage parent_instance;

  GtkStack *stack;
  GtkWidget *full;
  GtkWidget *empty;
  GtkDropDown *chooser;
  AdwBin *slot;

  NetzWorkshopPanel *panels[N_PANELS];
  NetzCatalogue *catalogue;
  GPtrArray *ids; /* of the workshops that the chooser offers */
  char *workshop;
  gboolean filling;
  gboolean new;   /* the workshop in sight was just made, and waits for its title */
};

G_DEFINE_FINAL_TYPE (NetzWorkshopPage, netz_workshop_page, NETZ_TYPE_WINDOW_PAGE)

static NetzSession *
get_session (NetzWorkshopPage *self)
{
  return netz_window_page_get_session (NETZ_WINDOW_PAGE (self));
}

static void
choose (NetzWorkshopPage *self, const char *id)
{
  char *old = self->workshop;

  self->workshop = g_strdup (id);
  g_free (old);
}

static const char *
name_workshop (NetzWorkshop *workshop)
{
  return workshop->title != NULL ? workshop->title : _("Workshop without a title");
}

/* Fills the chooser; the one in sight stays as long as it is there. */
static void
refresh_chooser (NetzWorkshopPage *self)
{
  g_autoptr (GPtrArray) workshops = netz_network_list (netz_session_get_network (get_session (self)),
                                                       NETZ_TABLE_WORKSHOP);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->filling = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < workshops->len; i++)
    {
      const char *id = netz_record_get_id (workshops->pdata[i]);

      g_ptr_array_add (self->ids, g_strdup (id));
      gtk_string_list_append (names, name_workshop (workshops->pdata[i]));
      if (g_strcmp0 (id, self->workshop) == 0)
        selected = i;
    }
  choose (self, self->ids->len > 0 ? self->ids->pdata[selected] : NULL);
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = FALSE;
}

static void
load_catalogue (NetzWorkshopPage *self)
{
  if (self->catalogue == NULL)
    self->catalogue = netz_workshop_page_load_catalogue (netz_session_get_network (get_session (self)));
}

static void
netz_workshop_page_refresh (NetzWindowPage *page)
{
  NetzWorkshopPage *self = NETZ_WORKSHOP_PAGE (page);

  refresh_chooser (self);
  load_catalogue (self);
  gtk_stack_set_visible_child (self->stack, self->workshop != NULL ? self->full : self->empty);
  if (self->workshop == NULL)
    return;
  for (guint i = 0; i < N_PANELS; i++)
    netz_workshop_panel_show (self->panels[i], get_session (self), self->workshop, self->catalogue);
  if (self->new)
    netz_workshop_basics_focus_title (NETZ_WORKSHOP_BASICS (self->panels[BASICS]));
  self->new = FALSE;
}

static void
netz_workshop_page_session_changed (NetzWindowPage *page)
{
  NetzWorkshopPage *self = NETZ_WORKSHOP_PAGE (page);

  choose (self, NULL);
  g_clear_pointer (&self->catalogue, netz_catalogue_unref);
}

static void
on_chosen (NetzWorkshopPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->filling || selected >= self->ids->len)
    return;
  choose (self, self->ids->pdata[selected]);
  netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (self));
}

static void
on_add (NetzWorkshopPage *self)
{
  g_autofree char *id = netz_workshop_edit_add (get_session (self));

  choose (self, id);
  self->new = TRUE;
  netz_window_page_queue_refresh (NETZ_WINDOW_PAGE (self));
}

static void
on_remove (NetzWorkshopPage *self)
{
  if (self->workshop != NULL)
    netz_workshop_edit_remove (get_session (self), self->workshop);
}

static void
on_show_on_canvas (NetzWorkshopPage *self, const char *const *ids)
{
  netz_window_page_show_on_canvas (NETZ_WINDOW_PAGE (self), ids);
}

static void
netz_workshop_page_dispose (GObject *object)
{
  NetzWorkshopPage *self = NETZ_WORKSHOP_PAGE (object);

  g_clear_pointer (&self->catalogue, netz_catalogue_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->workshop, g_free);
  G_OBJECT_CLASS (netz_workshop_page_parent_class)->dispose (object);
}

static void
netz_workshop_page_class_init (NetzWorkshopPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_workshop_page_dispose;
  NETZ_WINDOW_PAGE_CLASS (class)->refresh = netz_workshop_page_refresh;
  NETZ_WINDOW_PAGE_CLASS (class)->session_changed = netz_workshop_page_session_changed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/netzwerkstatt/Netzwerkstatt/netz-workshop-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzWorkshopPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NetzWorkshopPage, full);
  gtk_widget_class_bind_template_child (widget_class, NetzWorkshopPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NetzWorkshopPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, NetzWorkshopPage, slot);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static GtkWidget *
make_column (NetzWorkshopPage *self, const guint *panels, guint n_panels)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  for (guint i = 0; i < n_panels; i++)
    gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->panels[panels[i]]));
  return column;
}

static void
netz_workshop_page_init (NetzWorkshopPage *self)
{
  const GType types[N_PANELS] = { NETZ_TYPE_WORKSHOP_BASICS, NETZ_TYPE_WORKSHOP_SESSIONS, NETZ_TYPE_WORKSHOP_PEOPLE,
                                  NETZ_TYPE_WORKSHOP_READINESS, NETZ_TYPE_WORKSHOP_LOG };
  const guint left[] = { BASICS, SESSIONS, PEOPLE };
  const guint right[] = { READINESS, LOG };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_PANELS; i++)
    {
      self->panels[i] = g_object_new (types[i], NULL);
      g_signal_connect_object (self->panels[i], "show-on-canvas", G_CALLBACK (on_show_on_canvas), self,
                               G_CONNECT_SWAPPED);
    }
  adw_bin_set_child (self->slot, netz_columns_new (make_column (self, left, G_N_ELEMENTS (left)),
                                                   make_column (self, right, G_N_ELEMENTS (right))));
}

/**
 * netz_workshop_page_load_catalogue:
 *
 * Returns: (transfer full): the catalogue that the network began with, else the usual one; an empty one where it
 *   cannot be read
 */
NetzCatalogue *
netz_workshop_page_load_catalogue (NetzNetwork *network)
{
  const char *own = netz_network_get_settings (network)->catalogue;
  g_autoptr (GError) error = NULL;
  NetzCatalogue *catalogue = netz_catalogue_load (own != NULL ? own : USUAL_CATALOGUE, &error);

  if (catalogue == NULL && own != NULL)
    {
      g_clear_error (&error);
      catalogue = netz_catalogue_load (USUAL_CATALOGUE, &error);
    }
  if (catalogue == NULL)
    g_message ("%s", error->message);
  return catalogue != NULL ? catalogue : netz_catalogue_new ("none");
}
