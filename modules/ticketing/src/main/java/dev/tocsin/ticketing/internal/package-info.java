/**
 * How tickets are kept. Entities with verbs, the routing rules' matcher, the queries behind lists
 * and search; nobody else's business.
 */
@NullMarked
package dev.tocsin.ticketing.internal;

import org.jspecify.annotations.NullMarked;
