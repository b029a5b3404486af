package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.work.Audience;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about anything people keep and may share. */
public abstract class FormOfShared implements Serializable {

  private static final long serialVersionUID = 1L;

  private String name = "";
  private @Nullable Integer order;
  private Audience audience = Audience.OWNER;
  private @Nullable UUID teamId;

  void fill(String called, int place, Audience found, @Nullable UUID team) {
    name = called;
    order = place;
    audience = found;
    teamId = team;
  }

  /** Returns the team that finds it; null where the audience is no team, whatever was chosen. */
  @Nullable UUID team() {
    return audience == Audience.TEAM ? teamId : null;
  }

  /** Returns the audiences there are. */
  public Audience[] getAudiences() {
    return Audience.values();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable Integer getOrder() {
    return order;
  }

  public void setOrder(@Nullable Integer order) {
    this.order = order;
  }

  public Audience getAudience() {
    return audience;
  }

  public void setAudience(Audience audience) {
    this.audience = audience;
  }

  public @Nullable UUID getTeamId() {
    return teamId;
  }

  public void setTeamId(@Nullable UUID teamId) {
    this.teamId = teamId;
  }
}
