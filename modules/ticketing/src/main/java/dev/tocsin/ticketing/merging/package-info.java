/** Making one ticket of two that say the same, and two of one that says too much. */
@NullMarked
package dev.tocsin.ticketing.merging;

import org.jspecify.annotations.NullMarked;
