/** How custom fields are kept, and how values are held against them. */
@NullMarked
package dev.tocsin.ticketing.internal.fields;

import org.jspecify.annotations.NullMarked;
