/**
 * The text of calendars as RFC 5545 has it: how its lines are written and read, and when its events
 * take place.
 */
@NullMarked
package dev.tocsin.platform.ical;

import org.jspecify.annotations.NullMarked;
