/**
 * Starts Tocsin on one machine: unpacks a server, configures it with the scripts of {@code
 * server-config}, starts a PostgreSQL of its own and deploys the EAR.
 *
 * <p>The same classes are the system tests' way to start, kill and restart servers.
 */
@NullMarked
package dev.tocsin.launcher;

import org.jspecify.annotations.NullMarked;
