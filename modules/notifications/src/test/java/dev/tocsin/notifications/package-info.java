/** Tests of what other modules see of notifications. */
@NullMarked
package dev.tocsin.notifications;

import org.jspecify.annotations.NullMarked;
