package dev.tocsin.web.sla;

import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.sla.SlaPolicies;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes a service level policy. */
@Named
@ViewScoped
public class SlaPolicyEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SlaPolicies policies;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable Long version;
  private final PolicyForm form = new PolicyForm();

  /** Loads the policy; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      PolicyView known = policies.require(caller.actor(), wanted);
      version = known.version();
      form.fill(known);
    }
  }

  /** Saves, and shows how the edit comes to the open clocks. */
  public String save() {
    UUID known = id;
    try {
      PolicyView saved =
          known == null
              ? policies.create(caller.actor(), form.command())
              : policies.change(caller.actor(), known, form.command(), version);
      Messages.done("policy.saved", saved.name());
      return "/console/sla/policies?faces-redirect=true" + Works.after(saved.recalculation());
    } catch (Rejected e) {
      throw e.at(form::input);
    }
  }

  /** Deletes the policy. */
  public String delete() {
    policies.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("policy.deleted", form.getName());
    return "/console/sla/policies?faces-redirect=true";
  }

  public PolicyForm getForm() {
    return form;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }

  public Metric[] getMetrics() {
    return Metric.values();
  }
}
