/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things stand that this version does not know. Reader and writer agree
 * here on the slots of NetzExtras (model/netz-extras.h).
 *
 * In the extras of a record or a part:
 *
 *   ""                   attributes of its element; content at the end of its element
 *   "before"             content before its element
 *   "before/FIELD"       content before the element of a text field
 *   "in/FIELD"           attributes and content of the element of a text field
 *   "before/FIELD/TEXT"  content before the element of the string TEXT of a list
 *   "in/FIELD/TEXT"      attributes and content of that element
 *
 * In the extras of the settings, which stand for the whole network:
 *
 *   "prolog" "epilog"    comments and instructions outside the root element
 *   "network"            attributes of the root element; "version" where the file is of a newer one
 *   "network/CONTAINER"  content of the root element before a container ("network/kinds")
 *   "network/end"        content at the end of the root element
 *   "CONTAINER"          attributes of a container
 *   "CONTAINER/end"      content at the end of a container
 *
 * Content is a comment, a processing instruction, text, or an element that
 * needs nothing around it: the prefixes that it uses are declared at its
 * beginning, and what has no prefix is in our namespace. Attributes with a
 * prefix have the declaration beside them as an attribute "xmlns:PREFIX". So a
 * record can be moved to another network. The writer leaves out declarations
 * that are in force already.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NETZ_NAMESPACE "urn:netzwerkstatt:network"

#define NETZ_SLOT_SELF ""
#define NETZ_SLOT_BEFORE "before"
#define NETZ_SLOT_PROLOG "prolog"
#define NETZ_SLOT_EPILOG "epilog"
#define NETZ_SLOT_NETWORK "network"
#define NETZ_SLOT_NETWORK_END "network/end"

G_END_DECLS
