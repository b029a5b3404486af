package dev.tocsin.ticketing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a routing rule applies: every condition given must hold, by any of its values; a rule
 * without conditions always applies.
 *
 * @param tag the ticket has one of them
 * @param words one of them stands in subject or body, whatever its case
 * @param requesterDomain the part after the {@code @} of the requester's address
 * @param calendarId the ticket is opened while this calendar counts
 */
public record RoutingConditions(
    @Nullable @Size(max = 4) List<@NotNull Priority> priority,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            tag,
    @Nullable @Size(max = 1000) List<@NotNull UUID> customerId,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            words,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            requesterDomain,
    @Nullable UUID calendarId) {

  /** Returns the conditions that always hold. */
  public static RoutingConditions always() {
    return new RoutingConditions(null, null, null, null, null, null);
  }

  /** Returns the condition that the priority is one of these. */
  public static RoutingConditions priorities(Priority... any) {
    return new RoutingConditions(List.of(any), null, null, null, null, null);
  }
}
