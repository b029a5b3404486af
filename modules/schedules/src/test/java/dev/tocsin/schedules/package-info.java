@NullMarked
package dev.tocsin.schedules;

import org.jspecify.annotations.NullMarked;
