package dev.tocsin.web.notifications;

import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryCounts;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliveryState;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What could not be delivered, for the home page. */
@Named
@RequestScoped
public class FailedDeliveries {

  private static final int SOME = 8;

  @Inject private Deliveries deliveries;
  @Inject private Caller caller;

  private @Nullable List<DeliverySummary> newest;
  private @Nullable DeliveryCounts counts;

  /** Returns those given up and those being retried, the given up first; read once a request. */
  public List<DeliverySummary> getNewest() {
    List<DeliverySummary> known = newest;
    if (known == null) {
      known = Stream.concat(in(DeliveryState.DEAD), in(DeliveryState.FAILED)).limit(SOME).toList();
      newest = known;
    }
    return known;
  }

  /** Returns how many wait, fail and were given up; read once a request. */
  public DeliveryCounts getCounts() {
    DeliveryCounts known = counts;
    if (known == null) {
      known = deliveries.counts(caller.actor());
      counts = known;
    }
    return known;
  }

  private Stream<DeliverySummary> in(DeliveryState state) {
    return deliveries
        .list(caller.actor(), DeliveryQuery.inState(state), new PageRequest(SOME, null))
        .data()
        .stream();
  }
}
