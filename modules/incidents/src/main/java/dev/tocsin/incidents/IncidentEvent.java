package dev.tocsin.incidents;

import java.time.Instant;
import java.util.UUID;

/** What happened to an incident, announced inside the transaction in which it happens. */
public sealed interface IncidentEvent
    permits IncidentTriggered,
        IncidentAcknowledged,
        IncidentResolved,
        IncidentCanceled,
        EscalationPaged,
        EscalationStopped,
        EscalationExhausted,
        NobodyPaged {

  /** Return the incident's id. */
  UUID incidentId();

  /** Return the number as people say it, {@code INC-7}. */
  String number();

  /** Return when it happened. */
  Instant at();
}
