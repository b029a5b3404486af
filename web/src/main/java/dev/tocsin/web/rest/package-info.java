/**
 * How HTTP becomes a command and an outcome becomes HTTP: strict JSON, problem details, the caller.
 * Nothing here knows a capability; resources of the capabilities stand on it.
 */
@NullMarked
package dev.tocsin.web.rest;

import org.jspecify.annotations.NullMarked;
