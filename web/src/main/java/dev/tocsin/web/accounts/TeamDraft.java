package dev.tocsin.web.accounts;

import dev.tocsin.accounts.ChangeTeam;
import dev.tocsin.accounts.CreateTeam;
import dev.tocsin.accounts.TeamView;
import java.io.Serializable;

/** What is typed about a team. */
public class TeamDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String handle = "";
  private String name = "";
  private String description = "";

  void fill(TeamView team) {
    handle = team.handle();
    name = team.name();
    description = team.description() == null ? "" : team.description();
  }

  CreateTeam create() {
    return new CreateTeam(handle, name, description.isBlank() ? null : description);
  }

  ChangeTeam change() {
    return new ChangeTeam(handle, name, description);
  }

  public String getHandle() {
    return handle;
  }

  public void setHandle(String handle) {
    this.handle = handle;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }
}
