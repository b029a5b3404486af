/** The engine of service levels, to the nanosecond. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.sla.internal;
