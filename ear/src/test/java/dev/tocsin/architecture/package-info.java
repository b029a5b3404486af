/** The arrows and laws of docs/architecture.md, checked on the jars that are shipped. */
@NullMarked
package dev.tocsin.architecture;

import org.jspecify.annotations.NullMarked;
