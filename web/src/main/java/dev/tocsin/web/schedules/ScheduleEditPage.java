package dev.tocsin.web.schedules;

import dev.tocsin.incidents.EscalationPolicies;
import dev.tocsin.incidents.PolicyView;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.schedules.ScheduleView;
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

/** Makes a schedule, or changes its own fields. */
@Named
@ViewScoped
public class ScheduleEditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Schedules schedules;
  @Inject private EscalationPolicies policies;
  @Inject private Caller caller;

  private @Nullable UUID id;
  private long version;
  private final ScheduleDraft draft = new ScheduleDraft();

  /** Loads the schedule; without an id the page makes one. */
  public void load() {
    caller.actor().require(Role.ADMIN);
    UUID wanted = id;
    if (wanted != null) {
      ScheduleView known = schedules.require(caller.actor(), wanted);
      version = known.version();
      draft.fill(known);
    }
  }

  /** Saves and shows the schedule. */
  public String save() {
    UUID known = id;
    ScheduleView saved =
        known == null
            ? schedules.create(caller.actor(), draft.create())
            : schedules.change(caller.actor(), known, draft.change(), version);
    Messages.done("schedules.saved", saved.name());
    return "/console/schedules/detail?faces-redirect=true&id=" + saved.id();
  }

  /** Deletes the schedule. */
  public String delete() {
    schedules.delete(caller.actor(), UuidConverter.asked(id), version);
    Messages.done("schedules.deleted", draft.getName());
    return "/console/schedules/list?faces-redirect=true";
  }

  public @Nullable UUID getId() {
    return id;
  }

  public void setId(@Nullable UUID id) {
    this.id = id;
  }

  /** Returns the policies that incidents of this schedule could follow. */
  public List<PolicyView> getPolicies() {
    return policies.list(caller.actor(), new PageRequest(PageRequest.MAX_LIMIT, null)).data();
  }

  public ScheduleDraft getDraft() {
    return draft;
  }
}
