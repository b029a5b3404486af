@org.jspecify.annotations.NullMarked
package dev.tocsin.ticketing.internal.work;
