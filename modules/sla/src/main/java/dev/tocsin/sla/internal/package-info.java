/**
 * How clocks run. {@link dev.tocsin.sla.internal.ClockRun} is the whole engine, a plain value;
 * around it stand its rows, what tickets tell it and the heartbeat's work.
 */
@NullMarked
package dev.tocsin.sla.internal;

import org.jspecify.annotations.NullMarked;
