package dev.tocsin.web.incidents;

import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.schedules.ScheduleSummary;
import dev.tocsin.schedules.Schedules;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.console.UuidConverter;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes or changes an escalation policy and its tiers. */
@Named
@ViewScoped
public class PolicyEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EscalationPolicies policies;
  @Inject private Schedules schedules;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private @Nullable Long version;
  private List<ScheduleSummary> choices = List.of();
  private final PolicyDraft draft = new PolicyDraft();

  /** Loads the policy; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    choices = schedules.list(caller.actor(), new PageRequest(PageRequest.MAX_LIMIT, null)).data();
    UUID wanted = id;
    if (wanted == null) {
      draft.addTier();
    } else {
      PolicyView known = policies.require(caller.actor(), wanted);
      version = known.version();
      draft.fill(known);
    }
  }

  /** Saves and shows the policy. */
  public String save() {
    UUID known = id;
    PolicyView saved =
        known == null
            ? policies.create(caller.actor(), draft.create())
            : policies.change(caller.actor(), known, draft.change(), version);
    Messages.done("escalation.saved", saved.name());
    return "/console/escalation/detail?faces-redirect=true&id=" + saved.id();
  }

  /** Deletes the policy. */
  public String delete() {
    policies.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("escalation.deleted", draft.getName());
    return "/console/escalation/list?faces-redirect=true";
  }

  /** Returns the schedules a tier can page. */
  public List<ScheduleSummary> getChoices() {
    return choices;
  }

  public PolicyDraft getDraft() {
    return draft;
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }
}
