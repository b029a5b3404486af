package dev.tocsin.web.accounts;

import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.UserView;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in the team that a page shows. */
@Named
@RequestScoped
public class TeamMembers {

  @Inject private Teams teams;
  @Inject private Caller caller;

  private @Nullable UUID chosen;

  /** Returns the people of a team by name; none while the team is not made yet. */
  public List<UserView> of(@Nullable UUID team) {
    return team == null ? List.of() : teams.members(caller.actor(), team);
  }

  /** Takes the chosen person in. */
  public void add(UUID team) {
    UUID person = chosen;
    if (person != null) {
      teams.addMember(caller.actor(), team, person);
      Messages.done("teams.members_saved");
    }
  }

  /** Takes a person out. */
  public void remove(UUID team, UUID person) {
    teams.removeMember(caller.actor(), team, person);
    Messages.done("teams.members_saved");
  }

  public @Nullable UUID getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable UUID chosen) {
    this.chosen = chosen;
  }
}
