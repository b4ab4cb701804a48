/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-report.h"

#include "report/netz-committee-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  NetzCommitteeSection section;
  const char *english; /* heading in the paper; NULL = none */
  const char *german;
  void (*write) (const NetzPaperWork *self);
  gboolean (*applies) (const NetzPaperWork *self);
} Section;

static const Section sections[] = {
  { { "head", N_("Form") }, NULL, NULL, NULL, NULL },
  { { "network", N_("The network") }, "The network", "Das Netz", netz_committee_write_network, NULL },
  { { "figures", N_("Figures") }, "Figures", "Zahlen", netz_committee_write_figures, NULL },
  { { "coverage", N_("Coverage") }, "Coverage by district", "Abdeckung nach Stadtbezirken",
    netz_committee_write_coverage, netz_committee_has_coverage },
  { { "changes", N_("Changes") }, "What has changed", "Was sich geändert hat", netz_committee_write_changes,
    netz_committee_has_changes },
  { { "synergies", N_("Synergies") }, "Synergies", "Synergien", netz_committee_write_synergies,
    netz_committee_has_synergies },
  { { "steps", N_("Next steps") }, "Next steps", "Nächste Schritte", netz_committee_write_steps, NULL },
  { { "picture", N_("Picture") }, NULL, NULL, netz_committee_write_picture, NULL },
  { { "sources", N_("Sources") }, "Sources", "Quellen", netz_committee_write_sources, NULL },
};

static const struct
{
  const char *id;
  const char *english;
  const char *german;
} reasons[] = {
  { "notice", "Notice of the administration", "Mitteilung der Verwaltung" },
  { "answer", "Answer to questions from earlier sessions", "Beantwortung von Anfragen aus früheren Sitzungen" },
  { "inquiry", "Answer to a question under § 4 of the rules of procedure",
    "Beantwortung einer Anfrage nach § 4 der Geschäftsordnung" },
  { "motion", "Comment on a motion under § 3 of the rules of procedure",
    "Stellungnahme zu einem Antrag nach § 3 der Geschäftsordnung" },
};

/**
 * netz_committee_report_get_sections:
 * @n_sections: (out): how many
 *
 * Returns: (transfer none): the sections of a paper, in their order
 */
const NetzCommitteeSection *
netz_committee_report_get_sections (guint *n_sections)
{
  static NetzCommitteeSection list[G_N_ELEMENTS (sections)];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
        list[i] = sections[i].section;
      g_once_init_leave (&filled, 1);
    }
  *n_sections = G_N_ELEMENTS (sections);
  return list;
}

/**
 * netz_committee_paper_leaves_out:
 * @paper: (nullable): a paper
 * @section: id of a section
 *
 * Returns: whether its author does not want it
 */
gboolean
netz_committee_paper_leaves_out (const NetzCommitteePaper *paper, const char *section)
{
  g_auto (GStrv) words = paper != NULL && paper->left_out != NULL ? g_strsplit (paper->left_out, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, section);
}

static const char *
get_title (const NetzPaperWork *self)
{
  const NetzCommitteePaper *paper = self->report->paper;

  if (paper != NULL && paper->title != NULL)
    return paper->title;
  return netz_say (self->wording, "State of the municipal education network",
                   "Stand des kommunalen Bildungsnetzwerks");
}

/* Body, date and item of the agenda, side by side; a line to write on where nothing is known. */
static void
add_table (const NetzPaperWork *self, const NetzCommitteePaper *paper)
{
  NetzWording w = self->wording;
  NetzDossierTable *table = netz_dossier_table_new (NULL);
  g_autofree char *date = paper != NULL ? netz_say_date (w, paper->date) : NULL;
  const char *cells[] = { paper != NULL && paper->body != NULL ? paper->body : " ", date != NULL ? date : " ",
                          paper != NULL && paper->item != NULL ? paper->item : " ", NULL };

  netz_dossier_table_set_form (table, TRUE);
  netz_dossier_table_add_column (table, netz_say (w, "Body", "Gremium"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "on", "am"), NETZ_COLUMN_START);
  netz_dossier_table_add_column (table, netz_say (w, "Agenda item", "TOP"), NETZ_COLUMN_START);
  netz_dossier_table_add_row (table, cells);
  netz_dossier_add_table (self->dossier, table);
}

static void
add_reasons (const NetzPaperWork *self, const NetzCommitteePaper *paper)
{
  const char *chosen = paper != NULL && paper->reason != NULL ? paper->reason : reasons[0].id;
  const char *items[G_N_ELEMENTS (reasons) + 1] = { NULL };
  guint ticked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      items[i] = netz_say (self->wording, reasons[i].english, reasons[i].german);
      if (g_str_equal (reasons[i].id, chosen))
        ticked |= 1u << i;
    }
  netz_dossier_add_boxes (self->dossier, netz_say (self->wording, "Reason:", "Anlass:"), items, ticked);
}

static void
add_form (const NetzPaperWork *self)
{
  const NetzCommitteePaper *paper = self->report->paper;
  const NetzSettings *settings = netz_network_get_settings (self->network);
  g_autofree char *office = settings->municipality != NULL && settings->office != NULL
                                ? g_strdup_printf ("%s · %s", settings->municipality, settings->office)
                                : g_strdup (settings->municipality != NULL ? settings->municipality
                                                                           : settings->office);

  netz_dossier_add_note (self->dossier, office);
  netz_dossier_add_lead (self->dossier,
                         self->public ? netz_say (self->wording, "Paper for the public part of the session",
                                                  "Unterlage zur Sitzung im öffentlichen Teil")
                                      : netz_say (self->wording, "Paper for the non-public part of the session",
                                                  "Unterlage zur Sitzung im nichtöffentlichen Teil"));
  add_table (self, paper);
  add_reasons (self, paper);
  netz_dossier_add_title (self->dossier, NULL, get_title (self));
}

/* What the author wrote to stand after a section; what names none that there is comes after the form. */
static void
add_own_paragraphs (const NetzPaperWork *self, const char *section, gboolean also_lost)
{
  GPtrArray *parts = self->report->paper != NULL ? self->report->paper->paragraphs : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const char *after = netz_part_get (parts->pdata[i], "after");
      const char *heading = netz_part_get (parts->pdata[i], "heading");
      gboolean known = FALSE;

      for (guint k = 0; after != NULL && k < G_N_ELEMENTS (sections); k++)
        known = known || g_str_equal (after, sections[k].section.id);
      if (known ? !g_str_equal (after, section) : !also_lost)
        continue;
      if (heading != NULL && *heading != '\0')
        netz_dossier_add_heading (self->dossier, 1, heading);
      netz_dossier_add_paragraph (self->dossier, netz_part_get (parts->pdata[i], "text"));
    }
}

static void
add_section (const NetzPaperWork *self, const Section *section)
{
  if (section->write != NULL && !netz_committee_paper_leaves_out (self->report->paper, section->section.id) &&
      (section->applies == NULL || section->applies (self)))
    {
      if (section->english != NULL)
        netz_dossier_add_heading (self->dossier, 1, netz_say (self->wording, section->english, section->german));
      section->write (self);
    }
  add_own_paragraphs (self, section->section.id, section->write == NULL);
}

static void
add_footer (const NetzPaperWork *self)
{
  const NetzCommitteePaper *paper = self->report->paper;
  g_autofree char *date = paper != NULL ? netz_say_date (self->wording, paper->date) : NULL;
  g_autofree char *footer = NULL;

  if (paper != NULL && paper->body != NULL && date != NULL)
    footer = g_strdup_printf (netz_say (self->wording, "%1$s, %2$s", "%1$s, %2$s"), paper->body, date);
  netz_dossier_set_footer (self->dossier, footer != NULL ? footer : get_title (self));
}

/**
 * netz_committee_report_write:
 * @self: what the paper is made of; its networks belong to this thread
 *
 * O(n) but for the synergies.
 *
 * Returns: (transfer full): the paper, ready to be written in any format
 */
NetzDossier *
netz_committee_report_write (const NetzCommitteeReport *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);
  const NetzCommitteePaper *paper = self->paper;
  NetzPaperWork work = { .report = self, .network = self->network };

  work.wording = netz_wording_get (self->language != NULL ? self->language : settings->language);
  work.language = netz_wording_get_language (work.wording);
  work.public = paper == NULL || g_strcmp0 (paper->part, "non-public") != 0;
  work.as_of = paper != NULL && paper->as_of != NULL ? paper->as_of
               : settings->as_of != NULL            ? settings->as_of
                                                    : self->today;
  work.dossier = netz_dossier_new (get_title (&work), work.language);
  netz_dossier_set_author (work.dossier, settings->office != NULL ? settings->office : settings->municipality);
  add_footer (&work);
  add_form (&work);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (&work, &sections[i]);
  return work.dossier;
}
