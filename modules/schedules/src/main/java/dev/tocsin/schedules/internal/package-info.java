/**
 * How schedules are stored and evaluated; nobody else's business. The evaluation ({@code Rotation},
 * {@code Roster}) is plain computation and knows neither the database nor the clock.
 */
@NullMarked
package dev.tocsin.schedules.internal;

import org.jspecify.annotations.NullMarked;
