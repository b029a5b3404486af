/** Service levels as other modules and the web see them, on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.sla;
