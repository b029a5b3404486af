package dev.tocsin.schedules.internal;

import dev.tocsin.accounts.UserDeactivated;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Ends the feeds of whoever may no longer sign in, in the same transaction. */
@Dependent
public class FeedEnds {

  @Inject private FeedTokenRows tokens;

  public void on(@Observes UserDeactivated event) {
    tokens.endAllOf(event.userId());
  }
}
