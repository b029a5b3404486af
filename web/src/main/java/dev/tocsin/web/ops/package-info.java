/**
 * What operators and their tools ask a running system: is it alive, is it ready, what does it
 * measure, what does its API look like. None of it needs a credential, none of it tells a secret.
 */
@NullMarked
package dev.tocsin.web.ops;

import org.jspecify.annotations.NullMarked;
