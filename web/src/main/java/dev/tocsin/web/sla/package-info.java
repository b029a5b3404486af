/**
 * Service levels over HTTP: the clocks of a ticket, the policies and calendars that set them, and
 * what clocks would do.
 */
@NullMarked
package dev.tocsin.web.sla;

import org.jspecify.annotations.NullMarked;
