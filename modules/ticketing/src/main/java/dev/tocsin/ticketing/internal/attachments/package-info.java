/** Where the bytes of attachments lie, and how none is left over. */
@NullMarked
package dev.tocsin.ticketing.internal.attachments;

import org.jspecify.annotations.NullMarked;
