@NullMarked
package dev.tocsin.web.filter;

import org.jspecify.annotations.NullMarked;
