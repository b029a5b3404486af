/**
 * One REST resource that inserts one row, and nothing else: what every request of Tocsin is
 * measured beside. Never part of a Tocsin that ships.
 */
@NullMarked
package dev.tocsin.benchmark.bare;

import org.jspecify.annotations.NullMarked;
