package dev.tocsin.incidents;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes an incident; what is null stays.
 *
 * @param status the state it shall be in; the one it is in is no change
 * @param commanderId who leads; the nil UUID clears
 */
public record ChangeIncident(
    @Nullable IncidentStatus status,
    @Nullable IncidentSeverity severity,
    @Nullable @Size(max = 5000) String summary,
    @Nullable UUID commanderId) {

  /** Return the change that only moves to another state. */
  public static ChangeIncident to(IncidentStatus status) {
    return new ChangeIncident(status, null, null, null);
  }
}
