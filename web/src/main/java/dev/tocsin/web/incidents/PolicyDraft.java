package dev.tocsin.web.incidents;

import dev.tocsin.incidents.ChangePolicy;
import dev.tocsin.incidents.CreatePolicy;
import dev.tocsin.incidents.CreateTier;
import dev.tocsin.incidents.PolicyView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is typed about a policy. */
public class PolicyDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String description = "";
  private boolean enabled = true;
  private int repeat;
  private final List<TierDraft> tiers = new ArrayList<>();

  void fill(PolicyView policy) {
    name = policy.name();
    description = Objects.requireNonNullElse(policy.description(), "");
    enabled = policy.enabled();
    repeat = policy.repeat();
    tiers.clear();
    policy.tiers().forEach(tier -> tiers.add(new TierDraft(tier)));
  }

  CreatePolicy create() {
    return new CreatePolicy(name, description, enabled, repeat, commands());
  }

  ChangePolicy change() {
    return new ChangePolicy(name, description, enabled, repeat, commands());
  }

  private List<CreateTier> commands() {
    return tiers.stream().map(TierDraft::command).toList();
  }

  /** Adds a tier after the others. */
  public void addTier() {
    tiers.add(new TierDraft());
  }

  /** Takes a tier away. */
  public void removeTier(TierDraft tier) {
    tiers.remove(tier);
  }

  public List<TierDraft> getTiers() {
    return tiers;
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

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public int getRepeat() {
    return repeat;
  }

  public void setRepeat(int repeat) {
    this.repeat = repeat;
  }
}
