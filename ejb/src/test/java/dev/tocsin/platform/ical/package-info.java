@NullMarked
package dev.tocsin.platform.ical;

import org.jspecify.annotations.NullMarked;
