package dev.tocsin.accounts.neighbour;

import dev.tocsin.accounts.CustomerDeleted;
import dev.tocsin.accounts.UserMentions;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** Counts on everybody, and needs the customer {@code kept}. */
@ApplicationScoped
public class Neighbour implements UserMentions {

  @Override
  public List<Warning> mentionsOf(UUID userId) {
    return List.of(new Warning("on_call", "is on call " + userId));
  }

  void keep(@Observes CustomerDeleted deleted) {
    if (deleted.key().equals("kept")) {
      throw new Conflict("customer_has_tickets", "The customer has tickets.");
    }
  }
}
