/** What a customer's people see: the tickets of their own organisation, and nothing else. */
@NullMarked
package dev.tocsin.web.portal;

import org.jspecify.annotations.NullMarked;
