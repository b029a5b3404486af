@NullMarked
package dev.tocsin.web.ops;

import org.jspecify.annotations.NullMarked;
