/** How saved views and macros are kept, and how a change finds its way to any ticket. */
@NullMarked
package dev.tocsin.ticketing.internal.work;

import org.jspecify.annotations.NullMarked;
