package dev.tocsin.web.notifications;

import dev.tocsin.notifications.ChangeSubscription;
import dev.tocsin.notifications.CreateSubscription;
import dev.tocsin.notifications.SubscriptionView;
import java.io.Serializable;
import java.util.List;

/** What is typed about a subscription. */
public class WebhookDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private String url = "";
  private String events = "";

  void fill(SubscriptionView subscription) {
    name = subscription.name();
    url = subscription.url();
    events = String.join("\n", subscription.eventTypes());
  }

  CreateSubscription create() {
    return new CreateSubscription(name, url, types(), null);
  }

  ChangeSubscription change() {
    return new ChangeSubscription(name, url, types(), null);
  }

  private List<String> types() {
    return events.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getEvents() {
    return events;
  }

  public void setEvents(String events) {
    this.events = events;
  }
}
