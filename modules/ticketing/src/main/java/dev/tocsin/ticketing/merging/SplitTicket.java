package dev.tocsin.ticketing.merging;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Texts;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Let some of a ticket's comments be a ticket of their own.
 *
 * @param commentIds the comments that move
 * @param subject what the new ticket is about
 * @param priority null for that of the old one
 */
public record SplitTicket(
    @NotEmpty @Size(max = 500) List<@NotNull UUID> commentIds,
    @NotNull @Size(max = 500) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String subject,
    @Nullable Priority priority) {}
