package dev.tocsin.incidents.internal;

import dev.tocsin.incidents.ChangePolicy;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.TierView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says who is paged for an incident, in which order, and how long each is waited for. */
@Entity
@Table(name = "escalation_policies", schema = "incidents")
public class EscalationPolicy {

  @Id private UUID id;

  private String name;

  private @Nullable String description;

  private boolean enabled;

  private int repeat;

  @Convert(converter = TiersColumn.class)
  private List<PolicyTier> tiers;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected EscalationPolicy() {}

  EscalationPolicy(UUID id, CreatePolicy command, List<PolicyTier> tiers, Instant at) {
    this.id = id;
    this.name = command.name().strip();
    this.description = textOrNull(command.description());
    this.enabled = command.enabled() == null || command.enabled();
    this.repeat = command.repeat() == null ? 0 : command.repeat();
    this.tiers = List.copyOf(tiers);
    this.createdAt = at;
  }

  /** Takes over what a judged command names, but for the tiers. */
  void change(ChangePolicy command) {
    if (command.name() != null) {
      name = command.name().strip();
    }
    if (command.description() != null) {
      description = textOrNull(command.description());
    }
    if (command.enabled() != null) {
      enabled = command.enabled();
    }
    if (command.repeat() != null) {
      repeat = command.repeat();
    }
  }

  /** Replaces the tiers; their order is the order in which they are paged. */
  void pageInOrder(List<PolicyTier> newTiers) {
    tiers = List.copyOf(newTiers);
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  PolicyView view() {
    List<TierView> views =
        IntStream.range(0, tiers.size()).mapToObj(i -> tiers.get(i).view(i)).toList();
    return new PolicyView(id, name, description, enabled, repeat, views, createdAt, version);
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean isEnabled() {
    return enabled;
  }

  int repeat() {
    return repeat;
  }

  List<PolicyTier> tiers() {
    return tiers;
  }

  long version() {
    return version;
  }
}
