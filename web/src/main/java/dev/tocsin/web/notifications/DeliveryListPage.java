package dev.tocsin.web.notifications;

import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What was sent, is being sent, and could not be sent. */
@Named
@ViewScoped
public class DeliveryListPage extends ListPage<DeliverySummary> {
  private static final long serialVersionUID = 1L;

  @Inject private Deliveries deliveries;
  @Inject private Caller caller;

  @Override
  protected Page<DeliverySummary> fetch(Filters wanted, PageRequest request) {
    DeliveryQuery query =
        new DeliveryQuery(
            wanted.one("state", DeliveryState.class),
            wanted.one("channel", Channel.class),
            wanted.text("type"),
            wanted.id("incident"),
            wanted.id("ticket"),
            wanted.id("receiver"));
    return deliveries.list(caller.actor(), query, request);
  }

  public DeliveryState[] getStates() {
    return DeliveryState.values();
  }

  public Channel[] getChannels() {
    return Channel.values();
  }
}
