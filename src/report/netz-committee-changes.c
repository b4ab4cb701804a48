/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has changed: against an earlier file, or by the dates of the records since a day. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include "planning/netz-scope.h"

typedef enum
{
  CHANGE_JOINED,
  CHANGE_LEFT,
  CHANGE_ESTABLISHED,
  CHANGE_BEGUN,
  CHANGE_DORMANT,
  CHANGE_ENDED,
  N_CHANGES,
} Change;

typedef struct
{
  const NetzPaperWork *work;
  NetzNetwork *before;
  NetzNetwork *after;
  GPtrArray *lists[N_CHANGES];
  guint n;
} Changes;

static NetzNetwork *
bring_to (NetzNetwork *network, const char *day)
{
  NetzScope scope = { .as_of = (char *) day };
  g_autoptr (NetzSnapshot) part = netz_scope_cut (&scope, network, NULL);

  return part != NULL ? netz_network_new_from_snapshot (part) : g_object_ref (network);
}

static void
init_changes (Changes *self, const NetzPaperWork *work)
{
  const NetzCommitteeReport *report = work->report;

  *self = (Changes) { .work = work };
  if (report->earlier != NULL)
    {
      self->before = g_object_ref (report->earlier);
      self->after = g_object_ref (work->network);
    }
  else
    {
      self->before = bring_to (work->network, report->paper->since);
      self->after = bring_to (work->network, work->as_of);
    }
  for (guint i = 0; i < N_CHANGES; i++)
    self->lists[i] = g_ptr_array_new_with_free_func (g_free);
}

static void
clear_changes (Changes *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  for (guint i = 0; i < N_CHANGES; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, clear_changes)

static void
take (Changes *self, Change change, char *text)
{
  g_ptr_array_add (self->lists[change], text);
  self->n++;
}

static char *
name_institution (const Changes *self, const NetzInstitution *institution)
{
  const NetzPaperWork *work = self->work;
  const char *name = institution->name != NULL
                         ? institution->name
                         : netz_say (work->wording, "an institution without a name", "eine Einrichtung ohne Namen");

  return g_strdup_printf ("%s (%s)", name, netz_paper_name_kind (work, institution->kind));
}

/* Institutions of @in that are not in @other. */
static void
compare_institutions (Changes *self, NetzNetwork *in, NetzNetwork *other, Change change)
{
  NetzNetworkIter iter;
  NetzInstitution *institution;

  netz_network_iter_init (&iter, in, NETZ_TABLE_INSTITUTION);
  while (netz_network_iter_next (&iter, &institution))
    if (netz_network_get_institution (other, netz_record_get_id (NETZ_RECORD (institution))) == NULL)
      take (self, change, name_institution (self, institution));
}

/* Whether it is there and has not ended. */
static const char *
get_status (NetzNetwork *network, const char *id)
{
  NetzPartnership *partnership = netz_network_get_partnership (network, id);

  if (partnership == NULL || g_strcmp0 (partnership->status, "ended") == 0)
    return NULL;
  return partnership->status != NULL ? partnership->status : "idea";
}

static void
compare_partnership (Changes *self, const NetzPartnership *partnership)
{
  const char *id = netz_record_get_id (NETZ_RECORD (partnership));
  const char *before = get_status (self->before, id);
  const char *after = get_status (self->after, id);
  Change change;

  if (g_strcmp0 (before, after) == 0)
    return;
  if (after == NULL)
    change = CHANGE_ENDED;
  else if (g_str_equal (after, "established"))
    change = CHANGE_ESTABLISHED;
  else if (g_str_equal (after, "dormant"))
    change = CHANGE_DORMANT;
  else
    change = CHANGE_BEGUN;
  take (self, change, netz_paper_name_partnership (self->work, partnership));
}

static void
compare_partnerships (Changes *self)
{
  NetzNetworkIter iter;
  NetzPartnership *partnership;

  netz_network_iter_init (&iter, self->after, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    compare_partnership (self, partnership);
  netz_network_iter_init (&iter, self->before, NETZ_TABLE_PARTNERSHIP);
  while (netz_network_iter_next (&iter, &partnership))
    if (netz_network_get_partnership (self->after, netz_record_get_id (NETZ_RECORD (partnership))) == NULL)
      compare_partnership (self, partnership);
}

static char *
make_sentence (NetzWording w, Change change, guint n)
{
  switch (change)
    {
    case CHANGE_JOINED:
      return netz_say_count (w, n, "One institution has joined the network:",
                             "%s institutions have joined the network:",
                             "Eine Einrichtung ist dazugekommen:", "%s Einrichtungen sind dazugekommen:");
    case CHANGE_LEFT:
      return netz_say_count (w, n, "One institution is no longer in the network:",
                             "%s institutions are no longer in the network:",
                             "Eine Einrichtung gehört nicht mehr zum Netz:",
                             "%s Einrichtungen gehören nicht mehr zum Netz:");
    case CHANGE_ESTABLISHED:
      return netz_say_count (w, n, "One partnership is newly established:", "%s partnerships are newly established:",
                             "Eine Partnerschaft ist neu etabliert:", "%s Partnerschaften sind neu etabliert:");
    case CHANGE_BEGUN:
      return netz_say_count (w, n, "One partnership is newly planned or in preparation:",
                             "%s partnerships are newly planned or in preparation:",
                             "Eine Partnerschaft ist neu geplant oder in Anbahnung:",
                             "%s Partnerschaften sind neu geplant oder in Anbahnung:");
    case CHANGE_DORMANT:
      return netz_say_count (w, n, "One partnership has become dormant:", "%s partnerships have become dormant:",
                             "Eine Partnerschaft ruht neuerdings:", "%s Partnerschaften ruhen neuerdings:");
    case CHANGE_ENDED:
    default:
      return netz_say_count (w, n, "One partnership has ended:", "%s partnerships have ended:",
                             "Eine Partnerschaft ist zu Ende gegangen:", "%s Partnerschaften sind zu Ende gegangen:");
    }
}

static void
add_lists (Changes *self)
{
  for (guint i = 0; i < N_CHANGES; i++)
    {
      guint n = self->lists[i]->len;
      g_autofree char *text = make_sentence (self->work->wording, i, n);

      if (n == 0)
        continue;
      netz_dossier_add_paragraph (self->work->dossier, text);
      netz_paper_add_list (self->work, self->lists[i]);
    }
}

/* Since when, and how much: one sentence. */
static void
add_lead_in (Changes *self)
{
  const NetzPaperWork *work = self->work;
  const NetzCommitteePaper *paper = work->report->paper;
  NetzWording w = work->wording;
  g_autofree char *since = paper != NULL && paper->since != NULL ? netz_say_date (w, paper->since) : NULL;
  const char *earlier_day = work->report->earlier != NULL
                                ? netz_network_get_settings (work->report->earlier)->as_of
                                : NULL;
  g_autofree char *of_file = earlier_day != NULL ? netz_say_date (w, earlier_day) : NULL;
  g_autofree char *day = netz_say_date (w, work->as_of);
  g_autofree char *text = NULL;

  if (work->report->earlier == NULL)
    text = self->n > 0
               ? g_strdup_printf (netz_say (w, "From %1$s to %2$s this has changed:",
                                            "Vom Stand %1$s zum Stand %2$s hat sich geändert:"), since, day)
               : g_strdup_printf (netz_say (w, "Nothing has changed from %1$s to %2$s.",
                                            "Vom Stand %1$s zum Stand %2$s hat sich nichts geändert."), since, day);
  else if (of_file != NULL)
    text = self->n > 0
               ? g_strdup_printf (netz_say (w, "Compared with the network as of %s this has changed:",
                                            "Gegenüber dem Netz mit Stand %s hat sich geändert:"), of_file)
               : g_strdup_printf (netz_say (w, "Nothing has changed compared with the network as of %s.",
                                            "Gegenüber dem Netz mit Stand %s hat sich nichts geändert."),
                                  of_file);
  else
    text = g_strdup (self->n > 0 ? netz_say (w, "Compared with the earlier network this has changed:",
                                             "Gegenüber dem früheren Netz hat sich geändert:")
                                 : netz_say (w, "Nothing has changed compared with the earlier network.",
                                             "Gegenüber dem früheren Netz hat sich nichts geändert."));
  netz_dossier_add_paragraph (work->dossier, text);
}

gboolean
netz_committee_has_changes (const NetzPaperWork *self)
{
  return self->report->earlier != NULL || (self->report->paper != NULL && self->report->paper->since != NULL);
}

void
netz_committee_write_changes (const NetzPaperWork *self)
{
  g_auto (Changes) changes = { 0 };

  init_changes (&changes, self);
  compare_institutions (&changes, changes.after, changes.before, CHANGE_JOINED);
  compare_institutions (&changes, changes.before, changes.after, CHANGE_LEFT);
  compare_partnerships (&changes);
  add_lead_in (&changes);
  add_lists (&changes);
}
