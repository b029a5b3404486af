package dev.tocsin.web.tickets;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.LinkTicket;
import dev.tocsin.ticketing.links.LinkView;
import dev.tocsin.ticketing.links.TicketLinks;
import dev.tocsin.ticketing.merging.MergeTicket;
import dev.tocsin.ticketing.merging.TicketMerging;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What hangs together with one ticket. */
@Named
@RequestScoped
public class TicketLinksPage {

  @Inject private TicketLinks links;
  @Inject private TicketMerging merging;
  @Inject private TicketPage page;
  @Inject private Caller caller;

  private LinkKind kind = LinkKind.RELATED;
  private String other = "";
  private @Nullable List<LinkView> all;

  /** Returns the links, oldest first, read once a request. */
  public List<LinkView> getAll() {
    List<LinkView> known = all;
    if (known == null) {
      known = links.list(caller.actor(), page.getId());
      all = known;
    }
    return known;
  }

  /** Links the ticket to the other one. */
  public void add() {
    links.add(caller.actor(), page.getId(), new LinkTicket(kind, other.strip()));
    other = "";
    reload();
  }

  /** Lets the other ticket take over what was said on this one, and goes there. */
  public String merge() {
    if (other.isBlank()) {
      throw new Rejected("/ticket_id", "required", Messages.text("ticket.merge_needed"));
    }
    try {
      MergeTicket command = new MergeTicket(other.strip());
      TicketView goesOn = merging.merge(caller.actor(), page.getId(), command);
      Messages.done("ticket.merged", goesOn.number());
      return "/console/tickets/detail?faces-redirect=true&id=" + goesOn.number();
    } catch (Rejected e) {
      throw e.at(pointer -> "/ticket_id"); // where its number is typed
    }
  }

  /** Removes a link. */
  public void remove(UUID link) {
    links.remove(caller.actor(), page.getId(), link);
    reload();
  }

  private void reload() {
    all = null;
    page.load();
  }

  public LinkKind getKind() {
    return kind;
  }

  public void setKind(LinkKind kind) {
    this.kind = kind;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }

  public LinkKind[] getKinds() {
    return LinkKind.values();
  }
}
