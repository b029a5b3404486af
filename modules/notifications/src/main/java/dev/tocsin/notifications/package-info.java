/**
 * Everything that leaves the system: deliveries by email and webhook, the ways a person can be
 * reached, and the subscriptions of other systems.
 *
 * <p>Other modules announce facts; this one turns each into delivery rows in the announcer's own
 * transaction and sends them afterwards, until each is sent or visibly given up.
 */
@NullMarked
package dev.tocsin.notifications;

import org.jspecify.annotations.NullMarked;
