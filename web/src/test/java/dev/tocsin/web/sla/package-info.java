/** What the service level pages and resources make of their data. */
@org.jspecify.annotations.NullMarked
package dev.tocsin.web.sla;
