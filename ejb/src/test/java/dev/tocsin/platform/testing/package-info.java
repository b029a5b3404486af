/**
 * A container for tests. It runs the real beans of the modules on a real PostgreSQL: injection,
 * events and transactions as the servers do them, without a server.
 */
@NullMarked
package dev.tocsin.platform.testing;

import org.jspecify.annotations.NullMarked;
