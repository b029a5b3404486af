package dev.tocsin.ticketing.internal.work;

import dev.tocsin.accounts.TeamDeleted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Gives what a team shared back to its owners when the team is gone. */
@Dependent
public class SharedTeams {

  @Inject private SharedStore store;

  void withdraw(@Observes TeamDeleted gone) {
    store.forgetTeam(SavedView.class, gone.teamId());
    store.forgetTeam(Macro.class, gone.teamId());
  }
}
