/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the committee's paper that show the network itself: words, figures, picture, sources. */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

void
netz_committee_write_network (const NetzPaperWork *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);
  NetzPaperCounts counts;

  netz_paper_count (self->network, &counts);
  netz_dossier_add_paragraph (self->dossier, settings->description);
  netz_paper_describe_institutions (self, &counts);
  if (counts.institutions > 0)
    netz_paper_describe_partnerships (self, &counts);
}

void
netz_committee_write_figures (const NetzPaperWork *self)
{
  g_autofree char *day = netz_say_date (self->wording, self->as_of);
  g_autofree char *text = g_strdup_printf (netz_say (self->wording, "All figures are as of %s.",
                                                     "Stand aller Zahlen: %s."), day);

  netz_dossier_add_paragraph (self->dossier, text);
  if (netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION) > 0)
    netz_paper_add_kinds (self);
  if (netz_network_get_size (self->network, NETZ_TABLE_PARTNERSHIP) > 0)
    netz_paper_add_programmes (self);
}

void
netz_committee_write_picture (const NetzPaperWork *self)
{
  g_autoptr (NetzSnapshot) snapshot = netz_network_snapshot (self->network);
  g_autofree char *day = netz_say_date (self->wording, self->as_of);
  g_autofree char *name = netz_paper_name_network (self);
  g_autofree char *caption = NULL;
  g_autofree char *alternative = NULL;
  NetzPictureOptions options;
  NetzPaperCounts counts;

  if (netz_network_get_size (self->network, NETZ_TABLE_INSTITUTION) == 0)
    return;
  netz_paper_count (self->network, &counts);
  netz_picture_options_init (&options);
  options.language = self->language;
  caption = g_strdup_printf (netz_say (self->wording, "Picture: %1$s, as of %2$s", "Bild: %1$s, Stand %2$s"), name,
                             day);
  alternative = g_strdup_printf (netz_say (self->wording,
                                           "The institutions of the network as signs, the partnerships as lines "
                                           "between them. What it shows is told in the sections and tables of this "
                                           "paper; schools: %1$u, service providers: %2$u, established "
                                           "partnerships: %3$u.",
                                           "Die Einrichtungen des Netzes als Zeichen, die Partnerschaften als Linien "
                                           "dazwischen. Was es zeigt, steht in den Abschnitten und Tabellen dieser "
                                           "Vorlage; Schulen: %1$u, Bildungspartner: %2$u, etablierte "
                                           "Partnerschaften: %3$u."),
                                 counts.schools, counts.providers, counts.by_status[2]);
  netz_dossier_add_picture (self->dossier, snapshot, &options, alternative, caption);
}

static void
add_file (const NetzPaperWork *self)
{
  const NetzCommitteeReport *report = self->report;
  g_autofree char *day = netz_say_date (self->wording, report->today);
  g_autofree char *text = NULL;

  if (report->file_name != NULL && report->file_hash != NULL)
    text = g_strdup_printf (netz_say (self->wording,
                                      "Made on %1$s with Netzwerkstatt from the file “%2$s” (SHA-256 %3$s).",
                                      "Erstellt am %1$s mit Netzwerkstatt aus der Datei „%2$s“ (SHA-256 %3$s)."),
                            day, report->file_name, report->file_hash);
  else if (report->file_name != NULL)
    text = g_strdup_printf (netz_say (self->wording, "Made on %1$s with Netzwerkstatt from the file “%2$s”.",
                                      "Erstellt am %1$s mit Netzwerkstatt aus der Datei „%2$s“."),
                            day, report->file_name);
  else
    text = g_strdup_printf (netz_say (self->wording, "Made on %s with Netzwerkstatt.",
                                      "Erstellt am %s mit Netzwerkstatt."), day);
  netz_dossier_add_note (self->dossier, text);
}

void
netz_committee_write_sources (const NetzPaperWork *self)
{
  if (self->report->paper != NULL)
    netz_dossier_add_paragraph (self->dossier, self->report->paper->sources);
  add_file (self);
}
