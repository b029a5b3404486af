@NullMarked
package dev.tocsin.schedules.internal.ical;

import org.jspecify.annotations.NullMarked;
