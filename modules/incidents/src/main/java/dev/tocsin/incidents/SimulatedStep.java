package dev.tocsin.incidents;

import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.List;

/**
 * A page that would go out.
 *
 * @param repeat how often the policy has begun anew by then
 * @param why how each target was found
 */
public record SimulatedStep(
    int tierIndex, int repeat, Instant at, List<Person> targets, String why) {}
