/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-start.h"

#include "app/netz-recent.h"
#include "format/netz-catalogue-folder.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

#define MAX_RECENT 9

struct _NetzStart
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkFlowBox *ways;
  GtkFlowBox *recent;
  GtkWidget *recent_box;
};

G_DEFINE_FINAL_TYPE (NetzStart, netz_start, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 17);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* A button as large as a card; the flow box leaves the keyboard to it. */
static GtkWidget *
create_card (GtkWidget *picture, const char *title, const char *text, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *name = text != NULL ? g_strdup_printf ("%s. %s", title, text) : g_strdup (title);

  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), create_label (title, "heading", 2));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), create_label (text, "dim-label", 9));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "start-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static GtkWidget *
create_icon (const char *name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (name);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  gtk_widget_set_halign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (image, 6);
  return image;
}

static void
add_catalogues (NetzStart *self)
{
  g_auto (GStrv) ids = netz_catalogue_list_ids ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NetzCatalogue) catalogue = netz_catalogue_load (ids[i], &error);
      g_autofree char *title = NULL;

      if (catalogue == NULL)
        {
          g_warning ("The catalogue %s is left out: %s", ids[i], error->message);
          continue;
        }
      /* Translators: %s is the name of a catalogue of kinds and programmes */
      title = g_strdup_printf (_("New: %s"), netz_catalogue_get_name (catalogue, netz_language_get ()));
      gtk_flow_box_append (self->ways, create_card (create_icon ("document-new-symbolic"), title,
                                                    netz_catalogue_get_text (catalogue, netz_language_get ()),
                                                    "app.new-from", ids[i]));
    }
}

static void
fill_ways (NetzStart *self)
{
  add_catalogues (self);
  gtk_flow_box_append (self->ways,
                       create_card (create_icon ("document-open-symbolic"), _("Open…"),
                                    _("A network that was saved before."), "app.open", NULL));
  gtk_flow_box_append (self->ways,
                       create_card (create_icon ("io.github.netzwerkstatt.Netzwerkstatt-symbolic"),
                                    _("The Cologne example"),
                                    _("A network around the council paper of 2008, to look at and to try."),
                                    "app.open-example", NULL));
}

static GtkWidget *
create_picture (const NetzRecentFile *file)
{
  GtkWidget *picture = NULL;

  if (file->picture == NULL)
    picture = create_icon ("text-x-generic-symbolic");
  else
    {
      picture = gtk_picture_new_for_filename (file->picture);
      gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
    }
  gtk_widget_set_size_request (picture, -1, 130);
  gtk_widget_add_css_class (picture, "recent-picture");
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return picture;
}

static void
fill_recent (NetzStart *self)
{
  g_autoptr (GPtrArray) files = netz_recent_list (MAX_RECENT);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_flow_box_remove (self->recent, child);
  for (guint i = 0; i < files->len; i++)
    {
      const NetzRecentFile *file = files->pdata[i];

      gtk_flow_box_append (self->recent, create_card (create_picture (file), file->name, file->folder,
                                                      "app.open-path", file->uri));
    }
  gtk_widget_set_visible (self->recent_box, files->len > 0);
}

static void
netz_start_map (GtkWidget *widget)
{
  fill_recent (NETZ_START (widget));
  GTK_WIDGET_CLASS (netz_start_parent_class)->map (widget);
}

static gboolean
netz_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (NETZ_START (widget)->ways), GTK_DIR_TAB_FORWARD);
}

static void
netz_start_dispose (GObject *object)
{
  g_clear_pointer (&NETZ_START (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (netz_start_parent_class)->dispose (object);
}

static void
netz_start_class_init (NetzStartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = netz_start_dispose;
  widget_class->map = netz_start_map;
  widget_class->grab_focus = netz_start_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/netzwerkstatt/Netzwerkstatt/netz-start.ui");
  gtk_widget_class_bind_template_child (widget_class, NetzStart, scroller);
  gtk_widget_class_bind_template_child (widget_class, NetzStart, ways);
  gtk_widget_class_bind_template_child (widget_class, NetzStart, recent);
  gtk_widget_class_bind_template_child (widget_class, NetzStart, recent_box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
netz_start_init (NetzStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_ways (self);
  fill_recent (self);
}
