/**
 * Service levels: how soon tickets must be answered and resolved. A clock runs by its policy's
 * target from the moment a ticket opens, pauses while the customer is asked, and a deadline missed
 * is found by its due time and announced once.
 */
@NullMarked
package dev.tocsin.sla;

import org.jspecify.annotations.NullMarked;
