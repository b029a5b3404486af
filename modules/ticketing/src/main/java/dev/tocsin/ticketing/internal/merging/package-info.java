/** What moves when tickets are merged and split. */
@NullMarked
package dev.tocsin.ticketing.internal.merging;

import org.jspecify.annotations.NullMarked;
