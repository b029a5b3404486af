/**
 * How people and systems are told, over HTTP: contact methods, webhook subscriptions, and every
 * delivery with its attempts.
 */
@NullMarked
package dev.tocsin.web.notifications;

import org.jspecify.annotations.NullMarked;
