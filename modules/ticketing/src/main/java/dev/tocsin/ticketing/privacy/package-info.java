/** What is held of the people who ask: told to them, and forgotten at their wish. */
@NullMarked
package dev.tocsin.ticketing.privacy;

import org.jspecify.annotations.NullMarked;
