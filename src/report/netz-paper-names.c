/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-report"

#include "report/netz-committee-private.h"

#include <string.h>

const char *const netz_paper_statuses[5] = { "idea", "preparation", "established", "dormant", "ended" };

static const char *const status_names[5][2] = {
  { "Idea", "Idee" },       { "In preparation", "In Anbahnung" }, { "Established", "Etabliert" },
  { "Dormant", "Ruht" },    { "Ended", "Beendet" },
};

/* The name of an institution. */
const char *
netz_paper_name (const NetzPaperWork *self, const char *institution)
{
  NetzInstitution *record = institution != NULL ? netz_network_get_institution (self->network, institution) : NULL;

  if (record == NULL && institution != NULL && self->report->earlier != NULL)
    record = netz_network_get_institution (self->report->earlier, institution);
  if (record == NULL || record->name == NULL)
    return netz_say (self->wording, "an institution without a name", "eine Einrichtung ohne Namen");
  return record->name;
}

const char *
netz_paper_name_kind (const NetzPaperWork *self, const char *kind)
{
  NetzKind *record = kind != NULL ? netz_network_get_kind (self->network, kind) : NULL;
  const char *name = record != NULL ? netz_kind_get_name (record, self->language) : NULL;

  if (kind == NULL)
    return netz_say (self->wording, "Without a kind", "Ohne Art");
  return name != NULL ? name : kind;
}

const char *
netz_paper_name_programme (const NetzPaperWork *self, const char *programme)
{
  NetzProgramme *record = programme != NULL ? netz_network_get_programme (self->network, programme) : NULL;
  const char *name = record != NULL ? netz_programme_get_name (record, self->language) : NULL;

  if (programme == NULL)
    return netz_say (self->wording, "Without a programme", "Ohne Programm");
  return name != NULL ? name : programme;
}

/* What has no status is an idea. */
const char *
netz_paper_name_status (NetzWording wording, const char *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (netz_paper_statuses); i++)
    if (status == NULL || g_str_equal (status, netz_paper_statuses[i]))
      return status_names[i][wording == NETZ_WORDING_GERMAN ? 1 : 0];
  return status;
}

/* "A – B (programme)", @partnership need not be in the network. */
char *
netz_paper_name_partnership (const NetzPaperWork *self, const NetzPartnership *partnership)
{
  const char *from = netz_paper_name (self, partnership->from);
  const char *to = netz_paper_name (self, partnership->to);

  if (partnership->programme == NULL)
    return g_strdup_printf ("%s – %s", from, to);
  return g_strdup_printf ("%s – %s (%s)", from, to, netz_paper_name_programme (self, partnership->programme));
}

/* The title of the network, or whose it is. */
char *
netz_paper_name_network (const NetzPaperWork *self)
{
  const NetzSettings *settings = netz_network_get_settings (self->network);

  if (settings->title != NULL)
    return g_strdup (settings->title);
  if (settings->municipality != NULL)
    return g_strdup_printf (netz_say (self->wording, "Education network %s", "Bildungsnetzwerk %s"),
                            settings->municipality);
  return g_strdup (netz_say (self->wording, "Education network", "Bildungsnetzwerk"));
}

typedef struct
{
  char *key;
  gpointer item;
} Sorted;

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Sorted *) a)->key, ((const Sorted *) b)->key);
}

static void
sort_by_keys (GPtrArray *items, const char *(*get_text) (gpointer item))
{
  g_autofree Sorted *sorted = g_new (Sorted, items->len);

  for (guint i = 0; i < items->len; i++)
    sorted[i] = (Sorted) { g_utf8_collate_key (get_text (items->pdata[i]), -1), items->pdata[i] };
  if (items->len > 1)
    qsort (sorted, items->len, sizeof *sorted, compare_sorted);
  for (guint i = 0; i < items->len; i++)
    {
      items->pdata[i] = sorted[i].item;
      g_free (sorted[i].key);
    }
}

static const char *
get_name (gpointer institution)
{
  const char *name = ((const NetzInstitution *) institution)->name;

  return name != NULL ? name : "";
}

static const char *
get_itself (gpointer text)
{
  return text;
}

/* Sorts institutions by name, and gives them back. */
GPtrArray *
netz_paper_sort_institutions (const NetzPaperWork *self, GPtrArray *institutions)
{
  sort_by_keys (institutions, get_name);
  return institutions;
}

void
netz_paper_sort_texts (GPtrArray *texts)
{
  sort_by_keys (texts, get_itself);
}

/* Lists texts, sorted; a long list ends with how many more there are. */
void
netz_paper_add_list (const NetzPaperWork *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *rest = NULL;
  guint n = MIN (items->len, NETZ_PAPER_LONGEST_LIST);

  netz_paper_sort_texts (items);
  if (items->len == n + 1)
    n++;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (shown, items->pdata[i]);
  if (items->len > n)
    {
      g_autofree char *number = netz_say_number (self->wording, items->len - n);

      rest = g_strdup_printf (netz_say (self->wording, "and %s more", "und %s weitere"), number);
      g_ptr_array_add (shown, rest);
    }
  g_ptr_array_add (shown, NULL);
  netz_dossier_add_list (self->dossier, (const char *const *) shown->pdata);
}
