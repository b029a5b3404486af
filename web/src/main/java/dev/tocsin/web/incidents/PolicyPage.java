package dev.tocsin.web.incidents;

import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.incidents.SimulationView;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One policy and whom it would page if something broke now, by the engine's own code. */
@Named
@ViewScoped
public class PolicyPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable PolicyView policy;
  private @Nullable SimulationView simulation;

  /** Loads the policy and asks whom it would page now. */
  public void load() {
    UUID wanted = UuidConverter.asked(id);
    policy = policies.require(caller.actor(), wanted);
    simulation = policies.simulate(caller.actor(), wanted, null);
  }

  /** Returns the policy; null before it is loaded. */
  public @Nullable PolicyView getPolicy() {
    return policy;
  }

  /** Returns what would happen now; null before the policy is loaded. */
  public @Nullable SimulationView getSimulation() {
    return simulation;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
