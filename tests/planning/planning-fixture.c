/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planning-fixture.h"

#include "model/netz-date.h"
#include "model/netz-operations.h"

static void
apply (NetzNetwork *network, NetzDraft *draft)
{
  g_autoptr (NetzEdit) edit = netz_draft_end (draft);

  netz_network_apply (network, edit);
}

/* Field and text by turns, to NULL. */
void
fixture_set (NetzNetwork *network, const char *id, ...)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");
  const char *const ids[] = { id, NULL };
  const char *field;
  va_list arguments;

  va_start (arguments, id);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      netz_set_field (draft, ids, field, va_arg (arguments, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
  apply (network, draft);
}

void
fixture_set_contact (NetzNetwork *network, const char *id, const char *side, const char *person)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");

  g_assert_true (netz_set_contact (draft, id, side, person));
  apply (network, draft);
}

void
fixture_make_systematic (NetzNetwork *network, const char *programme)
{
  g_autoptr (NetzDraft) draft = netz_draft_new (network, "Test");

  netz_record_set_boolean (netz_draft_edit (draft, NETZ_TABLE_PROGRAMME, programme), "systematic", TRUE);
  apply (network, draft);
}

GDate
fixture_day (const char *text)
{
  NetzDate date;
  GDate first, last;

  g_assert_true (netz_date_parse (text, &date));
  netz_date_get_span (&date, &first, &last);
  return last;
}
