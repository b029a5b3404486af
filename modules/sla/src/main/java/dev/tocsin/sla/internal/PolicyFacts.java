package dev.tocsin.sla.internal;

import dev.tocsin.ticketing.Priority;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What policies know of a ticket. */
record PolicyFacts(Priority priority, UUID customerId, List<String> tags, @Nullable UUID teamId) {}
