package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.ChangeTeam;
import dev.tocsin.accounts.CreateTeam;
import dev.tocsin.accounts.TeamView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of people that work can be given to. */
@Entity
@Table(name = "teams", schema = "accounts")
public class Team {

  @Id private UUID id;

  private String handle;

  private String name;

  private @Nullable String description;

  @ElementCollection
  @CollectionTable(
      name = "team_members",
      schema = "accounts",
      joinColumns = @JoinColumn(name = "team_id"))
  @Column(name = "user_id")
  private Set<UUID> memberIds;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Team() {}

  public Team(UUID id, CreateTeam command, Instant at) {
    this.id = id;
    this.handle = command.handle();
    this.name = command.name().strip();
    this.description = command.description();
    this.memberIds = new HashSet<>();
    this.createdAt = at;
  }

  /** Takes over what a judged command says and returns what became different. */
  public Map<String, Object> describe(ChangeTeam change) {
    Map<String, Object> changed = new LinkedHashMap<>();
    if (change.handle() != null && !change.handle().equals(handle)) {
      handle = change.handle();
      changed.put("handle", handle);
    }
    if (change.name() != null && !change.name().strip().equals(name)) {
      name = change.name().strip();
      changed.put("name", name);
    }
    if (change.description() != null && !change.description().equals(description)) {
      description = change.description().isBlank() ? null : change.description();
      changed.put("description", change.description());
    }
    return changed;
  }

  /** Adds a person; returns false when they were a member already. */
  public boolean admit(UUID userId) {
    return memberIds.add(userId);
  }

  /** Takes a person out; returns false when they were no member. */
  public boolean release(UUID userId) {
    return memberIds.remove(userId);
  }

  public UUID id() {
    return id;
  }

  public String handle() {
    return handle;
  }

  public Set<UUID> memberIds() {
    return Set.copyOf(memberIds);
  }

  public long version() {
    return version;
  }

  public TeamView view() {
    return new TeamView(
        id, handle, name, description, memberIds.stream().sorted().toList(), createdAt, version);
  }
}
