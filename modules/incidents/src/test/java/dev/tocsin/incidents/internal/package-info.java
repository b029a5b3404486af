@NullMarked
package dev.tocsin.incidents.internal;

import org.jspecify.annotations.NullMarked;
