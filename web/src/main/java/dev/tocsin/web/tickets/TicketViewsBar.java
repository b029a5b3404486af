package dev.tocsin.web.tickets;

import dev.tocsin.ticketing.work.Audience;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViewDraft;
import dev.tocsin.ticketing.work.SavedViews;
import dev.tocsin.web.console.Messages;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The saved views above the list of tickets: each is an address; the one shown can be saved. */
@Named
@RequestScoped
public class TicketViewsBar {

  @Inject private SavedViews views;
  @Inject private TicketListPage page;
  @Inject private Caller caller;

  private String name = "";
  private boolean shared;
  private @Nullable List<SavedViewDetail> all;

  /** Returns the views there are for the reader, read once a request. */
  public List<SavedViewDetail> getAll() {
    List<SavedViewDetail> known = all;
    if (known == null) {
      known = views.list(caller.actor());
      all = known;
    }
    return known;
  }

  /** Returns the address of a view's list. */
  public String address(SavedViewDetail view) {
    return TicketAddress.of(view);
  }

  /** Returns whether the list shows what a view wants. */
  public boolean shows(SavedViewDetail view) {
    return address(view)
        .equals(TicketAddress.of(TicketAddress.filter(page.getFilters()), page.getColumns()));
  }

  /** Saves what the list shows as a view of its own. */
  public String save() {
    SavedViewDraft draft =
        new SavedViewDraft(
            name,
            null,
            shared ? Audience.EVERYONE : Audience.OWNER,
            null,
            TicketAddress.filter(page.getFilters()),
            page.getColumns());
    SavedViewDetail saved = views.create(caller.actor(), draft);
    Messages.done("tickets.view_saved", saved.name());
    return "/console/tickets/list?faces-redirect=true&" + address(saved).substring(1);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isShared() {
    return shared;
  }

  public void setShared(boolean shared) {
    this.shared = shared;
  }
}
