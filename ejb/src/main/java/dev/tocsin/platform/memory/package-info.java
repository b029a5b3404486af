/** What nodes remember of the database, and how they know that it still holds. */
@NullMarked
package dev.tocsin.platform.memory;

import org.jspecify.annotations.NullMarked;
