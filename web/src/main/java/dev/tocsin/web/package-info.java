/**
 * The only WAR: the console, the REST resources and what the outside world calls. It speaks to the
 * modules through their public beans and records, and holds no rule of its own.
 */
@NullMarked
package dev.tocsin.web;

import org.jspecify.annotations.NullMarked;
