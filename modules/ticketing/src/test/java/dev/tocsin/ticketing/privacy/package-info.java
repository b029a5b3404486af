@org.jspecify.annotations.NullMarked
package dev.tocsin.ticketing.privacy;
