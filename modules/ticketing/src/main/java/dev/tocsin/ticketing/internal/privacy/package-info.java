/** How a person is found in tickets, and taken out of them. */
@NullMarked
package dev.tocsin.ticketing.internal.privacy;

import org.jspecify.annotations.NullMarked;
