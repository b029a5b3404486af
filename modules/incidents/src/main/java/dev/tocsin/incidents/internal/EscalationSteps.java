package dev.tocsin.incidents.internal;

import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Goes on with the escalations whose waiting time is over. */
@ApplicationScoped
public class EscalationSteps extends DueRows {

  @Inject private EscalationRows rows;
  @Inject private IncidentRows incidents;
  @Inject private Escalator escalator;

  @Override
  public String name() {
    return "escalation-steps";
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return rows.due(now, limit);
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    // the incident first, as everybody does who answers it; else the two could wait for each other
    Optional<Incident> incident = rows.incidentOf(id).flatMap(incidents::lockIfFree);
    Optional<Escalation> due =
        incident.flatMap(locked -> rows.lock(id)).filter(escalation -> escalation.isDue(now));
    due.ifPresent(escalation -> escalator.goOn(incident.orElseThrow(), escalation, now));
    return due.isPresent();
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    rows.lock(id).ifPresent(escalation -> escalation.postpone(until, failures));
  }
}
