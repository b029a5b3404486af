/** The rows behind links, and what follows from them. */
@NullMarked
package dev.tocsin.ticketing.internal.links;

import org.jspecify.annotations.NullMarked;
