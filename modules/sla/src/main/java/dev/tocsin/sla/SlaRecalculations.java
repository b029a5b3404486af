package dev.tocsin.sla;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.platform.Actor;
import dev.tocsin.sla.internal.Recalculation;
import dev.tocsin.sla.internal.Recalculations;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Shows how far edits of calendars and policies have come to the clocks they concern. */
@Stateless
public class SlaRecalculations {

  @Inject private Recalculations recalculations;

  /** Returns one; for those who work here. */
  @TransactionAttribute(SUPPORTS)
  public RecalculationView require(Actor actor, UUID id) {
    actor.requireStaff();
    return recalculations.require(id).view();
  }

  /** Returns those that still run, oldest first. */
  @TransactionAttribute(SUPPORTS)
  public List<RecalculationView> running(Actor actor) {
    actor.requireStaff();
    return recalculations.running().stream().map(Recalculation::view).toList();
  }
}
