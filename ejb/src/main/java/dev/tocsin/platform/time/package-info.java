/** Where time comes from. Nothing else may ask the system what time it is. */
@NullMarked
package dev.tocsin.platform.time;

import org.jspecify.annotations.NullMarked;
