/**
 * Work that falls due. A due time is a column, any node may claim any row, and one heartbeat asks
 * every kind of work each second.
 */
@NullMarked
package dev.tocsin.platform.work;

import org.jspecify.annotations.NullMarked;
