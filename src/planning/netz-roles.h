/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which part an institution has in the network, by the group of its kind: a
 * school is served, a service provider serves, a steering body decides. One
 * place for the question, so that all figures count the same. The records are
 * those of the network that is handed in or of a part of it.
 */
#pragma once

#include "model/netz-network.h"

G_BEGIN_DECLS

gboolean netz_role_is_school (NetzNetwork *network, const NetzInstitution *institution);
gboolean netz_role_is_provider (NetzNetwork *network, const NetzInstitution *institution);
gboolean netz_role_is_steering (NetzNetwork *network, const NetzInstitution *institution);
gboolean netz_role_is_partner_link (NetzNetwork *network, const NetzPartnership *partnership);
gboolean netz_role_is_school_partnership (NetzNetwork *network,
                                          const NetzPartnership *partnership,
                                          NetzInstitution **provider,
                                          NetzInstitution **school);

G_END_DECLS
