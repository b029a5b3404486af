package dev.tocsin.ticketing.work;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.internal.TicketReader;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;

/** Reads whole lists of tickets, page by page, so that none is ever in memory as a whole. */
@Stateless
public class TicketExport {

  @Inject private TicketReader reader;

  /**
   * Returns one page of tickets with everything the actor may see of them.
   *
   * @throws dev.tocsin.platform.error.Forbidden when the actor is a customer and asks for another's
   */
  @TransactionAttribute(SUPPORTS)
  public Page<TicketView> page(Actor actor, TicketQuery query, PageRequest page) {
    return reader.views(actor, query, page);
  }
}
