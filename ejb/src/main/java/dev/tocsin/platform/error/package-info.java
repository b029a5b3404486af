/**
 * The one exception tree. Every error a person or a program can cause has a stable code; the web
 * layer maps the tree once.
 */
@NullMarked
package dev.tocsin.platform.error;

import org.jspecify.annotations.NullMarked;
