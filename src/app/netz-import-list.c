/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-import-list.h"

#include <glib/gi18n-lib.h>

#define MOST_NOTES 3

/* What can be decided, by state; ends with SKIP. */
static const NetzImportDecision choices[NETZ_IMPORT_N_STATES][4] = {
  [NETZ_IMPORT_NEW] = { NETZ_IMPORT_ADD, NETZ_IMPORT_SKIP },
  [NETZ_IMPORT_GONE] = { NETZ_IMPORT_MARK, NETZ_IMPORT_DELETE, NETZ_IMPORT_SKIP },
  [NETZ_IMPORT_CHANGED] = { NETZ_IMPORT_UPDATE, NETZ_IMPORT_SKIP },
  [NETZ_IMPORT_UNSURE] = { NETZ_IMPORT_UPDATE, NETZ_IMPORT_ADD, NETZ_IMPORT_SKIP },
};

static const char *
name_decision (const NetzImportItem *item, NetzImportDecision decision)
{
  switch (decision)
    {
    case NETZ_IMPORT_ADD:
      return _("Add as new");
    case NETZ_IMPORT_UPDATE:
      return item->state == NETZ_IMPORT_UNSURE ? _("It is the same") : _("Take over");
    case NETZ_IMPORT_MARK:
      return _("Mark");
    case NETZ_IMPORT_DELETE:
      return _("Delete");
    case NETZ_IMPORT_SKIP:
    default:
      return item->state == NETZ_IMPORT_GONE || item->state == NETZ_IMPORT_CHANGED ? _("Leave as it is")
                                                                                   : _("Leave out");
    }
}

static const char *
name_state (NetzImportState state)
{
  static const char *const names[] = { N_("New"), N_("Gone"), N_("Changed"), N_("Unsure"), N_("Unchanged") };

  return _(names[state]);
}

static gboolean
is_possible (const NetzImportItem *item, NetzImportDecision decision)
{
  if (decision == NETZ_IMPORT_DELETE)
    return item->n_partnerships == 0;
  return decision != NETZ_IMPORT_UPDATE || item->id != NULL;
}

static void
on_decided (GtkDropDown *drop_down, GParamSpec *spec, gpointer data)
{
  NetzImportItem *item = g_object_get_data (G_OBJECT (drop_down), "item");
  guint wanted = gtk_drop_down_get_selected (drop_down), n = 0;

  for (guint i = 0; item != NULL && i < 4; i++)
    {
      NetzImportDecision decision = choices[item->state][i];

      if (is_possible (item, decision) && n++ == wanted)
        {
          item->decision = decision;
          return;
        }
      if (decision == NETZ_IMPORT_SKIP)
        return;
    }
}

static void
show_choices (GtkDropDown *drop_down, NetzImportItem *item)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0, n = 0;

  for (guint i = 0; i < 4; i++)
    {
      NetzImportDecision decision = choices[item->state][i];

      if (is_possible (item, decision))
        {
          gtk_string_list_append (names, name_decision (item, decision));
          if (item->decision == decision)
            selected = n;
          n++;
        }
      if (decision == NETZ_IMPORT_SKIP)
        break;
    }
  g_object_set_data (G_OBJECT (drop_down), "item", NULL);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
  g_object_set_data (G_OBJECT (drop_down), "item", item);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *state = gtk_label_new (NULL), *text = gtk_label_new (NULL), *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_width_chars (GTK_LABEL (state), 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_add_css_class (state, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), drop_down);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_decided), NULL);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const NetzImport *import = data;
  GtkStringObject *object = gtk_list_item_get_item (list_item);
  NetzImportItem *item = import->items->pdata[g_ascii_strtoull (gtk_string_object_get_string (object), NULL, 10)];
  GtkWidget *state = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *text = gtk_widget_get_next_sibling (state), *drop_down = gtk_widget_get_next_sibling (text);
  g_autofree char *description = netz_import_describe_item (import, item);

  gtk_label_set_text (GTK_LABEL (state), name_state (item->state));
  gtk_label_set_text (GTK_LABEL (text), description);
  show_choices (GTK_DROP_DOWN (drop_down), item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/**
 * netz_import_list_new:
 * @import: what is to be decided
 *
 * Returns: (transfer none): the lines, those that are unsure first
 */
GtkWidget *
netz_import_list_new (NetzImport *import)
{
  static const NetzImportState order[] = { NETZ_IMPORT_UNSURE, NETZ_IMPORT_GONE, NETZ_IMPORT_CHANGED, NETZ_IMPORT_NEW };
  GtkStringList *indices = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < import->items->len; i++)
      if (((NetzImportItem *) import->items->pdata[i])->state == order[k])
        gtk_string_list_take (indices, g_strdup_printf ("%u", i));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), import);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (indices))), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What would change"), -1);
  return list;
}

/**
 * netz_import_list_summarise:
 * @import: an import
 *
 * Returns: (transfer full): how many there are of each, a sentence
 */
char *
netz_import_list_summarise (const NetzImport *import)
{
  return g_strdup_printf (
    /* Translators: of the rows of a table that is compared with the network; “gone” are not in the table any more */
    _("%u new, %u gone, %u changed (%u renamed, %u of another kind, %u moved), %u unsure, %u unchanged."),
    netz_import_count (import, NETZ_IMPORT_NEW), netz_import_count (import, NETZ_IMPORT_GONE),
    netz_import_count (import, NETZ_IMPORT_CHANGED), netz_import_count_changes (import, NETZ_IMPORT_RENAMED),
    netz_import_count_changes (import, NETZ_IMPORT_OTHER_KIND), netz_import_count_changes (import, NETZ_IMPORT_MOVED),
    netz_import_count (import, NETZ_IMPORT_UNSURE), netz_import_count (import, NETZ_IMPORT_SAME));
}

/**
 * netz_import_list_print_notes:
 * @import: an import
 *
 * Returns: (transfer full): what was noticed while rows were read: the first sentences, and how many more there are
 */
char *
netz_import_list_print_notes (const NetzImport *import)
{
  GString *text = g_string_new (NULL);
  guint n_notes = import->notes->len;

  for (guint i = 0; i < MIN (n_notes, MOST_NOTES); i++)
    {
      const NetzExchangeNote *note = import->notes->pdata[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      if (note->line > 0)
        g_string_append_printf (text, _("Line %u: %s"), note->line, note->message);
      else
        g_string_append (text, note->message);
    }
  if (n_notes > MOST_NOTES)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", n_notes - MOST_NOTES),
                            n_notes - MOST_NOTES);
  return g_string_free (text, FALSE);
}
