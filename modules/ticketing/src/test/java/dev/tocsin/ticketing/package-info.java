/** The service desk as other modules and the web use it, on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.ticketing;
