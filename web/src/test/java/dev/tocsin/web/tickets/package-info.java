@NullMarked
package dev.tocsin.web.tickets;

import org.jspecify.annotations.NullMarked;
