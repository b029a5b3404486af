package dev.tocsin.sla;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.sla.internal.Compliance;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;

/** Tells how promises were kept; for those who work here. */
@Stateless
public class SlaReports {

  @Inject private Compliance compliance;

  /** Returns what was kept and broken, by name and metric; periods by time. */
  @TransactionAttribute(SUPPORTS)
  public List<ComplianceRow> compliance(Actor actor, SlaReportQuery query) {
    actor.requireStaff();
    return compliance.rows(query);
  }

  /** Returns a page of the missed deadlines with their ledgers, newest first. */
  @TransactionAttribute(SUPPORTS)
  public Page<BreachRow> breaches(Actor actor, SlaReportQuery query, PageRequest page) {
    actor.requireStaff();
    return compliance.breaches(query, page);
  }
}
