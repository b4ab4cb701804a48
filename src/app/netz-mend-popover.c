/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-app"

#include "app/netz-mend-popover.h"

#include "model/netz-describe.h"
#include "model/netz-operations.h"
#include "model/netz-part.h"
#include "planning/netz-agreement.h"

#include <glib/gi18n-lib.h>

#define MONTHS_A_YEAR 12.0
#define LONGEST_TERM 20 /* years that the button goes up to */

struct _NetzMendPopover
{
  GtkPopover parent_instance;

  NetzSession *session;
  char *partnership;
  NetzCatalogueItem *criterion;

  GtkWidget *box;
  GtkWidget *field;
  GtkWidget *sides[2]; /* entries for the contacts of from and to, NULL where there is one */
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (NetzMendPopover, netz_mend_popover, GTK_TYPE_POPOVER)

static const char *const side_names[] = { "from", "to" };

/* Writes what was entered into a draft. */
typedef gboolean (*EnterFunc) (NetzMendPopover *self, NetzDraft *draft, GError **error);

/* How a type of criterion is mended. */
typedef struct
{
  const char *type;
  void (*create) (NetzMendPopover *self);
  EnterFunc enter;
  const char *button;
} Mending;

static NetzNetwork *
get_network (NetzMendPopover *self)
{
  return netz_session_get_network (self->session);
}

static NetzPartnership *
get_partnership (NetzMendPopover *self)
{
  return netz_network_get_partnership (get_network (self), self->partnership);
}

static gboolean
set_field (NetzMendPopover *self, NetzDraft *draft, const char *field, const char *text, GError **error)
{
  const char *const ids[] = { self->partnership, NULL };

  return netz_set_field (draft, ids, field, text, error);
}

static void
name_field (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_label (NetzMendPopover *self, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void on_enter (NetzMendPopover *self);

static GtkWidget *
add_entry (NetzMendPopover *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  name_field (entry, name);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), entry);
  return entry;
}

/* --- a written agreement --- */

static void
create_agreement (NetzMendPopover *self)
{
  self->field = add_entry (self, _("Agreement signed"));
  /* Translators: dates as people may type them */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->field), _("25/08/2008 or 8/2008"));
}

static gboolean
enter_agreement (NetzMendPopover *self, NetzDraft *draft, GError **error)
{
  return set_field (self, draft, "agreement", gtk_editable_get_text (GTK_EDITABLE (self->field)), error);
}

/* --- a term --- */

static void
create_term (NetzMendPopover *self)
{
  guint months = netz_catalogue_item_get_number (self->criterion, "months", 0);

  self->field = gtk_spin_button_new_with_range (0.5, LONGEST_TERM, 0.5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->field), months / MONTHS_A_YEAR);
  name_field (self->field, _("Term in years"));
  gtk_box_append (GTK_BOX (self->box), self->field);
}

static gboolean
enter_term (NetzMendPopover *self, NetzDraft *draft, GError **error)
{
  netz_record_set_number (netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, self->partnership), "term",
                          gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->field)));
  return TRUE;
}

/* --- contacts --- */

/* The first person of the institution itself is the likely one. */
static const char *
find_person (const NetzInstitution *institution)
{
  for (guint i = 0; institution != NULL && institution->contacts != NULL && i < institution->contacts->len; i++)
    {
      const char *person = netz_part_get (institution->contacts->pdata[i], "person");

      if (person != NULL && *person != '\0')
        return person;
    }
  return "";
}

static void
create_contacts (NetzMendPopover *self)
{
  const NetzPartnership *partnership = get_partnership (self);
  NetzSides without = netz_agreement_get_sides_without_contact (partnership);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      const NetzInstitution *institution
          = netz_network_get_institution (get_network (self), i == 0 ? partnership->from : partnership->to);
      const char *name = institution != NULL && institution->name != NULL ? institution->name : "";
      g_autofree char *label = g_strdup_printf (_("Contact of %s"), name);

      if ((without & (i == 0 ? NETZ_SIDE_FROM : NETZ_SIDE_TO)) == 0)
        continue;
      add_label (self, label, "caption-heading");
      self->sides[i] = add_entry (self, label);
      gtk_editable_set_text (GTK_EDITABLE (self->sides[i]), find_person (institution));
    }
}

static gboolean
enter_contacts (NetzMendPopover *self, NetzDraft *draft, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    if (self->sides[i] != NULL)
      netz_set_contact (draft, self->partnership, side_names[i],
                        gtk_editable_get_text (GTK_EDITABLE (self->sides[i])));
  return TRUE;
}

/* --- open to all --- */

static void
create_nothing (NetzMendPopover *self)
{
}

static gboolean
enter_open (NetzMendPopover *self, NetzDraft *draft, GError **error)
{
  netz_record_set_boolean (netz_draft_edit (draft, NETZ_TABLE_PARTNERSHIP, self->partnership), "open-to-all", TRUE);
  return TRUE;
}

/* --- a programme --- */

static void
create_programme (NetzMendPopover *self)
{
  g_autoptr (GPtrArray) programmes = netz_network_list (get_network (self), NETZ_TABLE_PROGRAMME);
  g_autoptr (NetzDraft) draft = netz_draft_new (get_network (self), "");
  const NetzPartnership *partnership = get_partnership (self);
  const NetzInstitution *from = netz_network_get_institution (get_network (self), partnership->from);
  const NetzInstitution *to = netz_network_get_institution (get_network (self), partnership->to);
  const char *likely = from != NULL && to != NULL ? netz_programme_for_kinds (draft, from->kind, to->kind) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->field = gtk_drop_down_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (self->field), "netz-programmes", g_ptr_array_ref (programmes),
                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < programmes->len; i++)
    gtk_string_list_append (names, netz_describe_programme (get_network (self),
                                                            netz_record_get_id (programmes->pdata[i]),
                                                            netz_session_get_language (self->session)));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->field), G_LIST_MODEL (names));
  for (guint i = 0; i < programmes->len; i++)
    if (g_strcmp0 (likely, netz_record_get_id (programmes->pdata[i])) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->field), i);
  name_field (self->field, _("Programme"));
  gtk_box_append (GTK_BOX (self->box), self->field);
}

static gboolean
enter_programme (NetzMendPopover *self, NetzDraft *draft, GError **error)
{
  GPtrArray *programmes = g_object_get_data (G_OBJECT (self->field), "netz-programmes");
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field));
  const char *const ids[] = { self->partnership, NULL };

  if (selected < programmes->len)
    netz_set_programme (draft, ids, netz_record_get_id (programmes->pdata[selected]));
  return TRUE;
}

static const Mending mendings[] = {
  { "agreement", create_agreement, enter_agreement, N_("_Enter") },
  { "term", create_term, enter_term, N_("_Enter") },
  { "contacts", create_contacts, enter_contacts, N_("_Enter") },
  { "open-to-all", create_nothing, enter_open, N_("It Is _Open to All") },
  { "programme", create_programme, enter_programme, N_("_Enter") },
};

static const Mending *
find_mending (NetzMendPopover *self)
{
  const char *type = netz_catalogue_item_get (self->criterion, "type");

  for (guint i = 0; i < G_N_ELEMENTS (mendings); i++)
    if (g_strcmp0 (mendings[i].type, type) == 0)
      return &mendings[i];
  return NULL;
}

static void
on_enter (NetzMendPopover *self)
{
  const Mending *mending = find_mending (self);
  g_autoptr (NetzDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NetzMendPopover) kept = g_object_ref (self);

  /* It went away while the popover was open. */
  if (get_partnership (self) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  draft = netz_draft_new (get_network (self), _("Add What Was Missing"));
  if (!mending->enter (self, draft, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  netz_session_commit (self->session, draft);
}

static void
fill (NetzMendPopover *self)
{
  const char *language = netz_language_get ();
  const Mending *mending = find_mending (self);
  GtkWidget *button;

  add_label (self, netz_catalogue_item_get_name (self->criterion, language), "heading");
  add_label (self, netz_catalogue_item_get_text (self->criterion, language), "dim-label");
  if (mending == NULL)
    return;
  mending->create (self);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 36);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  button = gtk_button_new_with_mnemonic (_(mending->button));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
netz_mend_popover_finalize (GObject *object)
{
  NetzMendPopover *self = NETZ_MEND_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->criterion, netz_catalogue_item_unref);
  g_free (self->partnership);
  G_OBJECT_CLASS (netz_mend_popover_parent_class)->finalize (object);
}

static void
netz_mend_popover_class_init (NetzMendPopoverClass *class)
{
  G_OBJECT_CLASS (class)->finalize = netz_mend_popover_finalize;
}

static void
netz_mend_popover_init (NetzMendPopover *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->problem = gtk_label_new (NULL);
  gtk_widget_set_margin_start (self->box, 6);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
}

/**
 * netz_mend_popover_new:
 * @session: whose partnership it is
 * @partnership: its id
 * @criterion: what it does not keep
 *
 * Returns: (transfer floating): a popover that waits for a parent
 */
GtkWidget *
netz_mend_popover_new (NetzSession *session, const char *partnership, NetzCatalogueItem *criterion)
{
  NetzMendPopover *self = g_object_new (NETZ_TYPE_MEND_POPOVER, NULL);

  self->session = g_object_ref (session);
  self->partnership = g_strdup (partnership);
  self->criterion = netz_catalogue_item_ref (criterion);
  fill (self);
  return GTK_WIDGET (self);
}
