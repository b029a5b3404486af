/**
 * Tickets over HTTP: their conversation, their history, and the rules that route them. What a
 * customer may see is the ticketing module's decision.
 */
@NullMarked
package dev.tocsin.web.tickets;

import org.jspecify.annotations.NullMarked;
