/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-institution-chooser.h"
#include "app/netz-symbol.h"
#include "model/netz-describe.h"
#include "model/netz-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SHOWN 40
#define SYMBOL_SIZE 20

/* An institution with what it is found and sorted by, made once. */
typedef struct
{
  NetzInstitution *institution;
  char *folded;
  char *key;
} Entry;

struct _NetzInstitutionChooser
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *rest;
  NetzNetwork *network;
  GArray *entries; /* Entry, by name */
};

G_DEFINE_FINAL_TYPE (NetzInstitutionChooser, netz_institution_chooser, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->institution);
  g_free (entry->folded);
  g_free (entry->key);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->key, ((const Entry *) b)->key);
}

static void
add_entry (NetzInstitutionChooser *self, NetzInstitution *institution)
{
  const char *name = institution->name != NULL ? institution->name : "";
  Entry entry = { g_object_ref (institution), NULL, g_utf8_collate_key (name, -1) };
  g_autofree char *words
      = g_strjoin (" ", name, institution->short_name != NULL ? institution->short_name : "",
                   institution->district != NULL ? institution->district : "", NULL);

  entry.folded = netz_fold (words);
  g_array_append_val (self->entries, entry);
}

static GtkWidget *
make_row (NetzInstitutionChooser *self, NetzInstitution *institution)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *symbol = netz_symbol_new (SYMBOL_SIZE);
  GtkWidget *label = gtk_label_new (institution->name);
  NetzKind *kind = institution->kind != NULL ? netz_network_get_kind (self->network, institution->kind) : NULL;

  if (kind != NULL)
    netz_symbol_set_kind (NETZ_SYMBOL (symbol), kind);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (row, netz_describe_kind (self->network, institution->kind, NULL));
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  institution->name != NULL ? institution->name : "", -1);
  g_object_set_data_full (G_OBJECT (row), "netz-id", g_strdup (netz_record_get_id (NETZ_RECORD (institution))), g_free);
  return row;
}

static void
tell_rest (NetzInstitutionChooser *self, guint n_found)
{
  g_autofree char *text = NULL;

  if (n_found == 0)
    text = g_strdup (_("Nothing found"));
  else if (n_found > MOST_SHOWN)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more; type a part of the name",
                                         "%u more; type a part of the name", n_found - MOST_SHOWN),
                            n_found - MOST_SHOWN);
  gtk_label_set_label (self->rest, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rest), text != NULL);
}

static void
find (NetzInstitutionChooser *self)
{
  g_autofree char *folded = netz_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *child;
  guint n_found = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (strstr (entry->folded, folded) == NULL)
        continue;
      if (++n_found <= MOST_SHOWN)
        gtk_list_box_append (self->list, make_row (self, entry->institution));
    }
  tell_rest (self, n_found);
}

static void
on_row_activated (NetzInstitutionChooser *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "netz-id"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

/* Enter takes the first that is found. */
static void
on_activate (NetzInstitutionChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    on_row_activated (self, first);
}

static void
netz_institution_chooser_finalize (GObject *object)
{
  NetzInstitutionChooser *self = NETZ_INSTITUTION_CHOOSER (object);

  g_clear_object (&self->network);
  g_clear_pointer (&self->entries, g_array_unref);
  G_OBJECT_CLASS (netz_institution_chooser_parent_class)->finalize (object);
}

static void
netz_institution_chooser_class_init (NetzInstitutionChooserClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_institution_chooser_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NETZ_TYPE_INSTITUTION_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
netz_institution_chooser_init (NetzInstitutionChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Find institutions"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find institutions"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Institutions found"),
                                  -1);
  self->rest = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rest));
  gtk_widget_set_size_request (box, 320, -1);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
}

/**
 * netz_institution_chooser_new:
 *
 * Returns: (transfer floating): a chooser that offers nothing yet
 */
GtkWidget *
netz_institution_chooser_new (void)
{
  return g_object_new (NETZ_TYPE_INSTITUTION_CHOOSER, NULL);
}

/**
 * netz_institution_chooser_fill:
 * @network: whose institutions to offer
 * @ids: (nullable) (element-type utf8): only these
 *
 * O(n log n).
 */
void
netz_institution_chooser_fill (NetzInstitutionChooser *self, NetzNetwork *network, GPtrArray *ids)
{
  g_return_if_fail (NETZ_IS_INSTITUTION_CHOOSER (self));

  g_set_object (&self->network, network);
  g_array_set_size (self->entries, 0);
  if (ids != NULL)
    {
      for (guint i = 0; i < ids->len; i++)
        {
          NetzInstitution *institution = netz_network_get_institution (network, ids->pdata[i]);

          if (institution != NULL)
            add_entry (self, institution);
        }
    }
  else
    {
      NetzNetworkIter iter;
      NetzInstitution *institution;

      netz_network_iter_init (&iter, network, NETZ_TABLE_INSTITUTION);
      while (netz_network_iter_next (&iter, &institution))
        add_entry (self, institution);
    }
  g_array_sort (self->entries, compare_entries);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  find (self);
}

/* What a button with a chooser offers when it is pressed. */
typedef struct
{
  NetzNetwork *network;
  GPtrArray *ids;
  NetzChosenFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Offer;

static void
free_offer (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->network);
  g_clear_pointer (&offer->ids, g_ptr_array_unref);
  if (offer->destroy != NULL)
    offer->destroy (offer->data);
  g_free (offer);
}

static void
on_popover_shown (GtkWidget *popover, Offer *offer)
{
  NetzInstitutionChooser *chooser = NETZ_INSTITUTION_CHOOSER (gtk_popover_get_child (GTK_POPOVER (popover)));

  netz_institution_chooser_fill (chooser, offer->network, offer->ids);
  gtk_widget_grab_focus (GTK_WIDGET (chooser->search));
}

static void
on_button_chosen (NetzInstitutionChooser *chooser, const char *id, Offer *offer)
{
  NetzChosenFunc func = offer->func;
  gpointer data = offer->data;

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (chooser), GTK_TYPE_POPOVER)));
  func (id, data);
}

/**
 * netz_institution_chooser_new_button:
 * @label: what the button says
 * @network: whose institutions to offer
 * @ids: (nullable) (element-type utf8): only these
 * @func: called with the one that is chosen
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): a button that opens a chooser
 */
GtkWidget *
netz_institution_chooser_new_button (const char *label,
                                     NetzNetwork *network,
                                     GPtrArray *ids,
                                     NetzChosenFunc func,
                                     gpointer data,
                                     GDestroyNotify destroy)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *chooser = netz_institution_chooser_new ();
  Offer *offer = g_new0 (Offer, 1);

  offer->network = g_object_ref (network);
  offer->ids = ids != NULL ? g_ptr_array_ref (ids) : NULL;
  offer->func = func;
  offer->data = data;
  offer->destroy = destroy;
  gtk_popover_set_child (GTK_POPOVER (popover), chooser);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "netz-offer", offer, free_offer);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_shown), offer);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_button_chosen), offer);
  return button;
}
