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

  private static final PageRequest SOME = new PageRequest(8, null);

  @Inject private Incidents incidents;
  @Inject private Caller caller;

  private @Nullable List<IncidentSummary> newest;

  /** Returns the newest of them, read once a request. */
  public List<IncidentSummary> getNewest() {
    List<IncidentSummary> known = newest;
    if (known == null) {
      IncidentQuery open = new IncidentQuery(null, null, null, null, null, true);
      known = incidents.list(caller.actor(), open, SOME).data();
      newest = known;
    }
    return known;
  }

  /** Returns how many there are. */
  public long getCount() {
    return incidents.openCount(caller.actor());
  }
}
