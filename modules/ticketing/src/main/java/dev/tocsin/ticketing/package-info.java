/**
 * Tickets: what customers ask for, who works on it and what was said. The module owns their life
 * cycle, routing, conversation, history and search; how fast they must be answered is the business
 * of others, who hear of every fact by its events.
 */
@NullMarked
package dev.tocsin.ticketing;

import org.jspecify.annotations.NullMarked;
