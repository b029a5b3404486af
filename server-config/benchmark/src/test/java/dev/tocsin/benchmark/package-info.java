/** Runs the benchmarks: servers started by the launcher, load by wrk and pgbench. */
@NullMarked
package dev.tocsin.benchmark;

import org.jspecify.annotations.NullMarked;
