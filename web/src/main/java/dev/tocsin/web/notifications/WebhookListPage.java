package dev.tocsin.web.notifications;

import dev.tocsin.notifications.SubscriptionView;
import dev.tocsin.notifications.WebhookSubscriptions;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.console.Filters;
import dev.tocsin.web.console.ListPage;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who outside is told of events. */
@Named
@ViewScoped
public class WebhookListPage extends ListPage<SubscriptionView> {
  private static final long serialVersionUID = 1L;

  @Inject private WebhookSubscriptions subscriptions;
  @Inject private Caller caller;

  @Override
  protected Page<SubscriptionView> fetch(Filters wanted, PageRequest request) {
    return subscriptions.list(caller.actor(), request);
  }
}
