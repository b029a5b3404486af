/**
 * How tickets hang together: related ones, parents and children, duplicates and their originals,
 * follow-ups of closed ones.
 */
@NullMarked
package dev.tocsin.ticketing.links;

import org.jspecify.annotations.NullMarked;
