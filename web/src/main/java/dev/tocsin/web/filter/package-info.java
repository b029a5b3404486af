/**
 * What every request passes before anything else sees it: its id, its limits, its caller. The order
 * of the filters is the order of their mappings in {@code web.xml}.
 */
@NullMarked
package dev.tocsin.web.filter;

import org.jspecify.annotations.NullMarked;
