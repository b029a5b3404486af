/**
 * Where time comes from, and by which rules it becomes local. Nothing else may ask the system what
 * time it is.
 */
@NullMarked
package dev.tocsin.platform.time;

import org.jspecify.annotations.NullMarked;
