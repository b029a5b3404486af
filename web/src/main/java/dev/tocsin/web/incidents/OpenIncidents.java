package dev.tocsin.web.incidents;

import dev.tocsin.incidents.IncidentQuery;
import dev.tocsin.incidents.IncidentSummary;
import dev.tocsin.incidents.Incidents;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The incidents that are not over, for the home page. */
@Named
@RequestScoped
public class OpenIncidents {

  private static final int SOME = 8;

  @Inject private Incidents incidents;
  @Inject private Caller caller;

  private @Nullable List<IncidentSummary> newest;
  private @Nullable List<IncidentSummary> unpaged;

  /** Returns the newest of them, read once a request. */
  public List<IncidentSummary> getNewest() {
    List<IncidentSummary> known = newest;
    if (known == null) {
      IncidentQuery open = new IncidentQuery(null, null, null, null, null, true);
      known = incidents.list(caller.actor(), open, new PageRequest(SOME, null)).data();
      newest = known;
    }
    return known;
  }

  /** Returns the newest of those for which nobody was paged, read once a request. */
  public List<IncidentSummary> getUnpaged() {
    List<IncidentSummary> known = unpaged;
    if (known == null) {
      known = incidents.unpaged(caller.actor(), SOME);
      unpaged = known;
    }
    return known;
  }

  /** Returns how many there are. */
  public long getCount() {
    return incidents.openCount(caller.actor());
  }
}
