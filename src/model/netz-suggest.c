/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-suggest.h"

/* How precisely an end of a programme speaks of a kind. */
enum
{
  FIT_NONE = -1,
  FIT_ANY,
  FIT_GROUP,
  FIT_KIND,
};

static int
fit_end (const char *end, const NetzKind *kind)
{
  g_auto (GStrv) words = g_strsplit (end != NULL ? end : "", " ", -1);
  gboolean any = TRUE;
  int fit = FIT_NONE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      any = FALSE;
      if (g_strcmp0 (words[i], netz_record_get_id (&kind->parent_instance)) == 0)
        return FIT_KIND;
      if (words[i][0] == '@' && g_strcmp0 (words[i] + 1, kind->group) == 0)
        fit = FIT_GROUP;
    }
  return any ? FIT_ANY : fit;
}

static int
fit_programme (const NetzProgramme *programme, const NetzKind *from, const NetzKind *to)
{
  int one = fit_end (programme->from, from);
  int other = fit_end (programme->to, to);

  return one == FIT_NONE || other == FIT_NONE ? FIT_NONE : one + other;
}

/**
 * netz_suggest_learn:
 * @guess: what is being filled
 * @kind: a kind
 *
 * Adds the words of @kind; those that are not written as netz-guess.h says are left out.
 */
void
netz_suggest_learn (NetzGuess *guess, const NetzKind *kind)
{
  for (guint i = 0; kind->words != NULL && i < kind->words->len; i++)
    netz_guess_add (guess, netz_record_get_id (&kind->parent_instance), g_ptr_array_index (kind->words, i));
}

/**
 * netz_suggest_words:
 * @network: a network
 *
 * O(words of its kinds). Keep it while many names are guessed; it does not
 * notice when kinds change.
 *
 * Returns: (transfer full): what guesses the kind of a name by the words of @network's kinds
 */
NetzGuess *
netz_suggest_words (NetzNetwork *network)
{
  NetzGuess *guess = netz_guess_new ();
  g_autoptr (GPtrArray) kinds = netz_network_list (network, NETZ_TABLE_KIND);

  for (guint i = 0; i < kinds->len; i++)
    netz_suggest_learn (guess, g_ptr_array_index (kinds, i));
  return guess;
}

/**
 * netz_suggest_programme:
 * @programmes: (element-type NetzProgramme): those to choose from
 * @a: (nullable): the kind at one end
 * @b: (nullable): the kind at the other end
 * @turned: (out) (optional): whether @b is the programme's first end
 *
 * The programme whose ends speak most precisely of the two kinds: a kind named
 * goes before its group, a group before any. Of equals the first is taken.
 *
 * Returns: (transfer none) (nullable): the programme, or %NULL if none joins the two or a kind is not known
 */
NetzProgramme *
netz_suggest_programme (GPtrArray *programmes, const NetzKind *a, const NetzKind *b, gboolean *turned)
{
  NetzProgramme *best = NULL;
  gboolean best_turned = FALSE;
  int best_fit = FIT_NONE;

  for (guint i = 0; a != NULL && b != NULL && i < programmes->len; i++)
    {
      NetzProgramme *programme = g_ptr_array_index (programmes, i);
      int straight = fit_programme (programme, a, b);
      int backwards = fit_programme (programme, b, a);

      if (MAX (straight, backwards) <= best_fit)
        continue;
      best = programme;
      best_fit = MAX (straight, backwards);
      best_turned = backwards > straight;
    }
  if (turned != NULL)
    *turned = best_turned;
  return best;
}
