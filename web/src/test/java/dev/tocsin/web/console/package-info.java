/** Tests of the console's own parts. They need no server. */
@NullMarked
package dev.tocsin.web.console;

import org.jspecify.annotations.NullMarked;
