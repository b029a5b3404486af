/**
 * Drives the built EAR on a real server, from outside: over HTTP, in a browser, with a real
 * Alertmanager, a real SMTP server and a real webhook receiver.
 */
@NullMarked
package dev.tocsin.system;

import org.jspecify.annotations.NullMarked;
