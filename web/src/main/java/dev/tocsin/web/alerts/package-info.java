/**
 * What monitoring sends in, and the alerts it becomes. Sources prove themselves by a token; what
 * they say is kept before it is judged.
 */
@NullMarked
package dev.tocsin.web.alerts;

import org.jspecify.annotations.NullMarked;
