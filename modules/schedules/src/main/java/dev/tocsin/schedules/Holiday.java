package dev.tocsin.schedules;

import java.time.LocalDate;

/**
 * A holiday of a country.
 *
 * @param country ISO 3166, two capitals
 * @param source {@code feed} when the country's feed said so, {@code rules} when it was computed
 */
public record Holiday(LocalDate date, String country, String name, String source) {}
