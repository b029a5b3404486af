@NullMarked
package dev.tocsin.web.support;

import org.jspecify.annotations.NullMarked;
