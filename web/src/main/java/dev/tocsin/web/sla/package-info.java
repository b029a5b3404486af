/** Service levels over HTTP: the clocks of a ticket and the policies that set them. */
@NullMarked
package dev.tocsin.web.sla;

import org.jspecify.annotations.NullMarked;
