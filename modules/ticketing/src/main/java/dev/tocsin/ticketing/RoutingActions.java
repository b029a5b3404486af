package dev.tocsin.ticketing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a routing rule does to a ticket.
 *
 * @param assign how a person is found; null is {@code FIXED}
 * @param tags added to the ticket's own
 */
public record RoutingActions(
    @Nullable UUID teamId,
    @Nullable UUID assigneeId,
    @Nullable Assign assign,
    @Nullable Priority priority,
    @Nullable @Size(max = 100)
        List<
                @NotNull @Size(max = 100)
                @Pattern(regexp = Texts.VISIBLE, message = Texts.VISIBLE_SAYS) String>
            tags) {

  /** How a rule finds a person. */
  public enum Assign {
    /** The one it names. */
    FIXED,
    /** Those of its team who are at work, one after the other. */
    ROUND_ROBIN,
    /** Whoever of its team is at work and has the fewest unfinished tickets. */
    LEAST_LOADED
  }

  /** Returns the action of assigning somebody of a team. */
  public static RoutingActions assignIn(UUID teamId, Assign way) {
    return new RoutingActions(teamId, null, way, null, null);
  }

  /** Returns the action of assigning this person. */
  public static RoutingActions assignTo(UUID userId) {
    return new RoutingActions(null, userId, Assign.FIXED, null, null);
  }
}
