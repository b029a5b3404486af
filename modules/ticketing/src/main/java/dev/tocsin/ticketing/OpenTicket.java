package dev.tocsin.ticketing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open a ticket for a customer.
 *
 * @param priority required: nothing is critical by omission
 * @param requester null for the acting user
 * @param assigneeId null to let the routing rules choose
 * @param teamId null to let the routing rules choose
 */
public record OpenTicket(
    @NotNull UUID customerId,
    @NotNull @Size(max = 500) @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS)
        String subject,
    @Nullable @Pattern(regexp = Texts.ANY, message = Texts.ANY_SAYS) String body,
    @NotNull Priority priority,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            tags,
    @Nullable @Valid Requester requester,
    @Nullable UUID assigneeId,
    @Nullable UUID teamId,
    @Nullable @Size(max = 100)
        Map<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String,
                Object>
            customFields) {}
