/**
 * Lets a client repeat a POST that creates without creating twice. The first answer is kept with
 * the thing it created, in the same transaction, and given again for a day.
 */
@NullMarked
package dev.tocsin.platform.idempotency;

import org.jspecify.annotations.NullMarked;
