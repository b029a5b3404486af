@NullMarked
package dev.tocsin.schedules.internal;

import org.jspecify.annotations.NullMarked;
