package dev.tocsin.ticketing.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is held of a person.
 *
 * @param data by what it is, for example {@code tickets}
 */
public record RequesterExport(String email, Instant exportedAt, Map<String, List<?>> data) {}
