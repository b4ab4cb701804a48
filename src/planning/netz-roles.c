/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "netz-planning"

#include "planning/netz-roles.h"

static gboolean
is_in_group (NetzNetwork *network, const NetzInstitution *institution, const char *group)
{
  const NetzKind *kind;

  if (institution == NULL || institution->kind == NULL)
    return FALSE;
  kind = netz_network_get_kind (network, institution->kind);
  return kind != NULL && g_strcmp0 (kind->group, group) == 0;
}

/**
 * netz_role_is_school:
 * @network: a network
 * @institution: (nullable): an institution
 *
 * Returns: whether its kind is one of the schools; %FALSE where it has none that the network knows
 */
gboolean
netz_role_is_school (NetzNetwork *network, const NetzInstitution *institution)
{
  return is_in_group (network, institution, "school");
}

/**
 * netz_role_is_provider:
 * @network: a network
 * @institution: (nullable): an institution
 *
 * Returns: whether its kind is one of the service providers
 */
gboolean
netz_role_is_provider (NetzNetwork *network, const NetzInstitution *institution)
{
  return is_in_group (network, institution, "provider");
}

/**
 * netz_role_is_steering:
 * @network: a network
 * @institution: (nullable): an institution
 *
 * Returns: whether its kind is one of the steering bodies
 */
gboolean
netz_role_is_steering (NetzNetwork *network, const NetzInstitution *institution)
{
  return is_in_group (network, institution, "steering");
}

/**
 * netz_role_is_partner_link:
 * @network: a network
 * @partnership: a partnership
 *
 * Returns: whether it joins two different service providers, whatever its programme and status
 */
gboolean
netz_role_is_partner_link (NetzNetwork *network, const NetzPartnership *partnership)
{
  return g_strcmp0 (partnership->from, partnership->to) != 0
         && netz_role_is_provider (network, netz_network_get_institution (network, partnership->from))
         && netz_role_is_provider (network, netz_network_get_institution (network, partnership->to));
}

/**
 * netz_role_is_school_partnership:
 * @network: a network
 * @partnership: a partnership
 * @provider: (out) (optional) (nullable) (transfer none): the end that serves
 * @school: (out) (optional) (nullable) (transfer none): the end that is served
 *
 * Returns: whether it joins a service provider and a school, in either direction, whatever its programme and status
 */
gboolean
netz_role_is_school_partnership (NetzNetwork *network,
                                 const NetzPartnership *partnership,
                                 NetzInstitution **provider,
                                 NetzInstitution **school)
{
  NetzInstitution *from = netz_network_get_institution (network, partnership->from);
  NetzInstitution *to = netz_network_get_institution (network, partnership->to);
  gboolean turned = netz_role_is_school (network, from) && netz_role_is_provider (network, to);
  gboolean found = turned || (netz_role_is_provider (network, from) && netz_role_is_school (network, to));

  if (provider != NULL)
    *provider = found ? (turned ? to : from) : NULL;
  if (school != NULL)
    *school = found ? (turned ? from : to) : NULL;
  return found;
}
