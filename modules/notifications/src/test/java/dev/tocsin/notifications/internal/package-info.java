/** Tests of the outbox at work. */
@NullMarked
package dev.tocsin.notifications.internal;

import org.jspecify.annotations.NullMarked;
