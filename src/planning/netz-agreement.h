/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * NetzAgreements: how the partnerships of a network keep the criteria of its
 * catalogue, and when their agreements end. Criteria are made for systematic
 * partnerships between a provider and a school: those of a systematic
 * programme, and those without a programme that join the two. Ideas and what
 * has ended are passed over.
 *
 * It belongs to whoever made it, keeps references to the records it tells of,
 * and does not change when the network does.
 */
#pragma once

#include "model/netz-catalogue.h"
#include "model/netz-network.h"

G_BEGIN_DECLS

/**
 * NetzSides:
 *
 * The two ends of a partnership, as bits.
 */
typedef enum
{
  NETZ_SIDE_NONE = 0,
  NETZ_SIDE_FROM = 1 << 0,
  NETZ_SIDE_TO = 1 << 1,
} NetzSides;

/**
 * NetzAgreementState:
 * @NETZ_AGREEMENT_OPEN: no end is known
 * @NETZ_AGREEMENT_RUNNING: it ends later than asked about
 * @NETZ_AGREEMENT_ENDING: it ends within the months asked about
 * @NETZ_AGREEMENT_OVER: its end has passed, though the partnership has not ended
 */
typedef enum
{
  NETZ_AGREEMENT_OPEN,
  NETZ_AGREEMENT_RUNNING,
  NETZ_AGREEMENT_ENDING,
  NETZ_AGREEMENT_OVER,
} NetzAgreementState;

/**
 * NetzAgreement:
 * @partnership: whose it is; in preparation, established or dormant
 * @agreed: whether it is established or dormant, so that the criteria are due
 * @judged: whether the criteria are made for it
 * @missing: of a judged one, the criteria that it does not keep: bits by their place in the catalogue's list
 * @without: of a judged one, the sides that have no contact
 * @end: the last day of the agreement; not valid where it is not known
 * @state: how that lies to the day asked about; only what is agreed ends
 */
typedef struct
{
  NetzPartnership *partnership;
  gboolean agreed;
  gboolean judged;
  guint missing;
  NetzSides without;
  GDate end;
  NetzAgreementState state;
} NetzAgreement;

/**
 * NetzAgreements:
 * @rows: (element-type NetzAgreement): what ends first comes first, what has no known end last, by name
 * @criteria: (element-type NetzCatalogueItem): the criteria of the catalogue
 * @n_judged: agreed ones that are judged
 * @n_registrable: of these, those that keep all criteria
 * @n_without_contact: of these, those that lack a contact on a side
 * @n_ending: that end within the months
 * @n_over: whose end has passed
 */
typedef struct
{
  GArray *rows;
  GPtrArray *criteria;
  guint n_judged;
  guint n_registrable;
  guint n_without_contact;
  guint n_ending;
  guint n_over;
} NetzAgreements;

NetzAgreements *
netz_agreements_new (NetzNetwork *network, const NetzCatalogue *catalogue, const GDate *day, guint months);
void netz_agreements_free (NetzAgreements *self);
void netz_agreement_judge_end (NetzAgreement *self, const GDate *day, guint months);
gboolean netz_agreement_is_registrable (const NetzAgreement *self);
GPtrArray *netz_agreements_get_missing (const NetzAgreements *self, const NetzAgreement *row);

gboolean netz_agreement_get_end (const NetzPartnership *partnership, GDate *end);
NetzSides netz_agreement_get_sides_without_contact (const NetzPartnership *partnership);
gboolean netz_agreement_meets (NetzNetwork *network, const NetzPartnership *partnership,
                               const NetzCatalogueItem *criterion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetzAgreements, netz_agreements_free)

G_END_DECLS
