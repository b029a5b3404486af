package dev.tocsin.web.accounts;

import dev.tocsin.accounts.TeamView;
import dev.tocsin.accounts.Teams;
import dev.tocsin.platform.Role;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a team. */
@Named
@ViewScoped
public class TeamEditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/console/teams/list?faces-redirect=true";

  @Inject private Teams teams;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final TeamDraft draft = new TeamDraft();

  /** Loads the team; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      TeamView team = teams.require(caller.actor(), wanted);
      version = team.version();
      draft.fill(team);
    }
  }

  /** Saves; a new team goes on to its members. */
  public String save() {
    UUID known = id;
    TeamView saved =
        known == null
            ? teams.create(caller.actor(), draft.create())
            : teams.change(caller.actor(), known, draft.change(), version);
    Messages.done("teams.saved", saved.name());
    return known == null ? "/console/teams/edit?faces-redirect=true&id=" + saved.id() : LIST;
  }

  /** Deletes the team. */
  public String delete() {
    teams.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("teams.deleted", draft.getName());
    return LIST;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  public TeamDraft getDraft() {
    return draft;
  }
}
