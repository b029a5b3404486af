/**
 * Who changed what, and who decided about whom: an append-only chain in which every entry proves
 * the ones before it. The head is anchored with a key that the database does not hold.
 */
@NullMarked
package dev.tocsin.platform.audit;

import org.jspecify.annotations.NullMarked;
