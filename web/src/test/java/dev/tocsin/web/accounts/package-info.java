/** Tests of the console's own parts. They need no server. */
@NullMarked
package dev.tocsin.web.accounts;

import org.jspecify.annotations.NullMarked;
