package dev.tocsin.ticketing.work;

import dev.tocsin.platform.error.Rejected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Change many tickets alike.
 *
 * @param ids ids or numbers; one named twice is changed once
 */
public record ChangeTickets(
    @NotEmpty @Size(max = MOST) List<@NotNull @Size(max = 50) String> ids,
    @NotNull @Valid AdjustTicket change) {

  /** The most tickets that one command changes: as many as a page of a list holds. */
  public static final int MOST = 250;

  public ChangeTickets {
    if (change != null && change.changesNothing()) {
      throw new Rejected("/change", "required", "changes something");
    }
  }
}
