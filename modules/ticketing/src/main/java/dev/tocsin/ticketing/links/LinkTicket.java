package dev.tocsin.ticketing.links;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Link a ticket to another.
 *
 * @param kind what the other is to this one
 * @param ticketId the other's id or number
 */
public record LinkTicket(@NotNull LinkKind kind, @NotBlank String ticketId) {}
