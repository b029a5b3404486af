/**
 * Who is on call at any instant, past or future, and why. Schedules are made of layers of rotating
 * participants; overrides stand above them, leave takes people out, and nobody in a layer falls
 * through to the next.
 */
@NullMarked
package dev.tocsin.schedules;

import org.jspecify.annotations.NullMarked;
