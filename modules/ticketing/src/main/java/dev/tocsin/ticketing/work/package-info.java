/**
 * How people work through many tickets: lists they come back to, answers and changes they make
 * often, one change of many tickets at once. Everything here acts through {@link
 * dev.tocsin.ticketing.Ticketing}, so that a ticket cannot tell how it was worked on.
 */
@NullMarked
package dev.tocsin.ticketing.work;

import org.jspecify.annotations.NullMarked;
