package dev.tocsin.ticketing.merging;

import jakarta.validation.constraints.NotBlank;

/**
 * Let another ticket take over what was said on this one.
 *
 * @param into the id or number of the ticket that goes on
 */
public record MergeTicket(@NotBlank String into) {}
