/**
 * The way out for every address that a person can type: webhooks, feeds, confirmations. An address
 * is judged when it is saved and again, resolved and pinned, each time it is dialled.
 */
@NullMarked
package dev.tocsin.platform.egress;

import org.jspecify.annotations.NullMarked;
