/** The parts of the service desk, one by one. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.ticketing.internal;
