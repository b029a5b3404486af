/**
 * The support API, kept exactly as its clients know it: five routes, errors as one sentence. It
 * speaks to the same tickets as everything else.
 */
@NullMarked
package dev.tocsin.web.support;

import org.jspecify.annotations.NullMarked;
