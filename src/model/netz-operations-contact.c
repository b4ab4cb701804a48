/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-model"

#include "model/netz-operations.h"

#include "model/netz-part.h"

/**
 * netz_set_contact:
 * @draft: a draft
 * @partnership: the id of a partnership
 * @side: whose contact it is: "from", "to", or "lead" for who is responsible
 * @person: a name; "" to take the contact away
 *
 * Names the first contact of a side, or adds one where there is none. Role,
 * phone and e-mail belong to the person, and go where the name becomes another.
 *
 * Returns: whether there is such a partnership
 */
gboolean
netz_set_contact (NetzDraft *draft, const char *partnership, const char *side, const char *person)
{
  NetzPartnership *found = NETZ_PARTNERSHIP (netz_draft_get (draft, NETZ_TABLE_PARTNERSHIP, partnership));
  g_autofree char *name = g_strstrip (g_strdup (person));
  const char *values[] = { side, name, NULL, NULL, NULL };
  g_autoptr (GPtrArray) contacts = netz_parts_new ();
  gboolean done = FALSE;

  if (found == NULL)
    return FALSE;
  for (guint i = 0; found->contacts != NULL && i < found->contacts->len; i++)
    {
      NetzPart *contact = found->contacts->pdata[i];

      if (done || g_strcmp0 (netz_part_get (contact, "side"), side) != 0
          || g_strcmp0 (netz_part_get (contact, "person"), name) == 0)
        g_ptr_array_add (contacts, netz_part_ref (contact));
      else if (*name != '\0')
        g_ptr_array_add (contacts, netz_part_new (&netz_side_contact_part, values));
      done = done || g_strcmp0 (netz_part_get (contact, "side"), side) == 0;
    }
  if (!done && *name != '\0')
    g_ptr_array_add (contacts, netz_part_new (&netz_side_contact_part, values));
  return netz_set_list (draft, NETZ_TABLE_PARTNERSHIP, partnership, "contacts", contacts);
}
