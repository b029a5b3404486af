/**
 * The outbox at work: writing, leasing, sending and recording deliveries, and the texts they carry.
 *
 * <p>Nothing in here calls the outside world while a transaction is open.
 */
@NullMarked
package dev.tocsin.notifications.internal;

import org.jspecify.annotations.NullMarked;
