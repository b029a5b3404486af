package dev.tocsin.web.tickets;

import dev.tocsin.persistence.PageRequest;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The unfinished tickets whose promise is broken or about to be, for the home page. */
@Named
@RequestScoped
public class TicketsAtRisk {

  private static final PageRequest SOME = new PageRequest(8, null);
  private static final TicketQuery UNFINISHED =
      TicketQuery.all()
          .withStatus(
              TicketStatus.OPEN,
              TicketStatus.TRIAGED,
              TicketStatus.IN_PROGRESS,
              TicketStatus.WAITING);
  private static final TicketQuery AT_RISK =
      UNFINISHED
          .withSla(SlaState.AT_RISK, SlaState.BREACHED)
          .sortedBy(TicketQuery.Sort.PRIORITY_ASC);

  @Inject private Ticketing ticketing;
  @Inject private Caller caller;

  private @Nullable List<TicketSummary> worst;

  /** Returns the most urgent of them, read once a request. */
  public List<TicketSummary> getWorst() {
    List<TicketSummary> known = worst;
    if (known == null) {
      known = ticketing.list(caller.actor(), AT_RISK, SOME).data();
      worst = known;
    }
    return known;
  }

  /** Returns how many there are, counted to ten thousand. */
  public long getCount() {
    return ticketing.count(caller.actor(), AT_RISK);
  }

  /** Returns how many tickets are unfinished, counted to ten thousand. */
  public long getUnfinished() {
    return ticketing.count(caller.actor(), UNFINISHED);
  }
}
