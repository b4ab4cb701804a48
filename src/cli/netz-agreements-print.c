/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-cli"

#include "cli/netz-agreements-print.h"

#include "cli/netz-command.h"
#include "model/netz-date.h"
#include "model/netz-describe.h"

#include <glib/gi18n-lib.h>

static char *
describe (const NetzAgreementsPrint *self, const NetzPartnership *partnership)
{
  return netz_describe_record (self->network, NETZ_RECORD (partnership));
}

static char *
display_day (const GDate *day)
{
  g_autofree char *text = netz_date_print_day (day);

  return netz_date_display (text);
}

static void
print_counts (const NetzAgreementsPrint *self)
{
  const NetzAgreements *agreements = self->agreements;
  const char *title = netz_network_get_settings (self->network)->title;
  g_autofree char *day = display_day (self->day);

  netz_print_line (_("%s, as of %s"), title != NULL ? title : _("Untitled network"), day);
  netz_print ("\n");
  netz_print_line (_("Agreed partnerships that the criteria are made for: %u"), agreements->n_judged);
  netz_print_line (_("Of these registrable: %u"), agreements->n_registrable);
  netz_print_line (_("Without a contact on a side: %u"), agreements->n_without_contact);
}

static void
print_state (const NetzAgreementsPrint *self, NetzAgreementState state, const char *heading)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (self->agreements->rows, NetzAgreement, i);
      g_autofree char *name = NULL;
      g_autofree char *end = NULL;

      if (row->state != state)
        continue;
      if (!begun)
        {
          netz_print ("\n");
          netz_print_line ("%s", heading);
        }
      begun = TRUE;
      name = describe (self, row->partnership);
      end = display_day (&row->end);
      netz_print_line ("  %s  %s", end, name);
    }
}

static void
print_missing_of (const NetzAgreementsPrint *self, const NetzAgreement *row)
{
  g_autoptr (GPtrArray) missing = netz_agreements_get_missing (self->agreements, row);
  g_autofree char *name = describe (self, row->partnership);

  netz_print_line ("  %s", name);
  for (guint i = 0; i < missing->len; i++)
    netz_print_line ("    %s", netz_catalogue_item_get_name (missing->pdata[i], netz_language_get ()));
}

static gboolean
lacks (const NetzAgreement *row)
{
  return row->agreed && row->judged && row->missing != 0;
}

static void
print_missing (const NetzAgreementsPrint *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->agreements->rows->len; i++)
    {
      const NetzAgreement *row = &g_array_index (self->agreements->rows, NetzAgreement, i);

      if (!lacks (row))
        continue;
      if (!begun)
        {
          netz_print ("\n");
          netz_print_line ("%s", _("What is missing"));
        }
      begun = TRUE;
      print_missing_of (self, row);
    }
}

static char *
describe_step (const NetzNextStep *step)
{
  g_autofree char *due = netz_date_display (step->partnership->next_date);

  if (step->without_step && *due == '\0')
    return g_strdup (_("no next step"));
  if (*due == '\0')
    return g_strdup (step->partnership->next_step);
  if (step->overdue)
    return g_strdup_printf (_("overdue since %s: %s"), due,
                            step->without_step ? _("no next step") : step->partnership->next_step);
  return g_strdup_printf (_("by %s: %s"), due, step->without_step ? _("no next step") : step->partnership->next_step);
}

static void
print_steps (const NetzAgreementsPrint *self)
{
  netz_print_line ("%s", _("Next steps"));
  for (guint i = 0; i < self->steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (self->steps, NetzNextStep, i);
      g_autofree char *name = describe (self, step->partnership);
      g_autofree char *text = describe_step (step);

      netz_print_line ("  %s [%s]", name, netz_describe_status (netz_progress_get_status (step->progress)));
      if (step->responsible != NULL)
        netz_print_line ("    %s (%s)", text, step->responsible);
      else
        netz_print_line ("    %s", text);
    }
}

/**
 * netz_agreements_print_text:
 * @self: what is to be said
 *
 * Prints it for people.
 */
void
netz_agreements_print_text (const NetzAgreementsPrint *self)
{
  if (self->agreements != NULL && !self->only_missing)
    {
      g_autofree char *heading = g_strdup_printf (ngettext ("Ends within %u month", "Ends within %u months",
                                                            self->months), self->months);

      print_counts (self);
      print_state (self, NETZ_AGREEMENT_OVER, _("Already over"));
      print_state (self, NETZ_AGREEMENT_ENDING, heading);
    }
  else if (self->agreements != NULL)
    print_counts (self);
  if (self->agreements != NULL)
    print_missing (self);
  if (self->agreements != NULL && self->steps != NULL)
    netz_print ("\n");
  if (self->steps != NULL)
    print_steps (self);
}

/**
 * netz_agreements_print_found:
 * @self: what was asked for
 *
 * Returns: whether there is something to do about it
 */
gboolean
netz_agreements_print_found (const NetzAgreementsPrint *self)
{
  const NetzAgreements *agreements = self->agreements;

  if (agreements != NULL && agreements->n_registrable < agreements->n_judged)
    return TRUE;
  if (agreements != NULL && !self->only_missing && agreements->n_ending + agreements->n_over > 0)
    return TRUE;
  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      const NetzNextStep *step = &g_array_index (self->steps, NetzNextStep, i);

      if (step->overdue || step->without_step)
        return TRUE;
    }
  return FALSE;
}
