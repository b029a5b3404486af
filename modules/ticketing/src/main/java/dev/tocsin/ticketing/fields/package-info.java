/**
 * The fields a desk adds to its tickets: what they are called, what they may hold, who must fill
 * them. Their values are part of each ticket.
 */
@NullMarked
package dev.tocsin.ticketing.fields;

import org.jspecify.annotations.NullMarked;
