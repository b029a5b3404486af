package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.DeliveryCounts;
import dev.tocsin.platform.time.Times;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** The watchdog: how old the oldest unsent delivery is, and how many wait or were given up. */
@Startup
@Singleton
@DependsOn("ejb.jar#Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OutboxGauges {

  @Inject private DeliveryCounter counter;
  @Inject private MeterRegistry registry;
  @Inject private Clock clock;

  @PostConstruct
  void register() {
    Fresh<DeliveryCounts> figures = new Fresh<>(counter::counts, clock);
    Gauge.builder("tocsin.deliveries.oldest.pending.seconds", () -> figures.read(this::age))
        .description("Age of the oldest delivery that is neither sent nor given up")
        .register(registry);
    count("pending", figures, DeliveryCounts::pending);
    count("failed", figures, DeliveryCounts::failed);
    count("dead", figures, DeliveryCounts::dead);
  }

  private void count(
      String state, Fresh<DeliveryCounts> figures, ToDoubleFunction<DeliveryCounts> figure) {
    Gauge.builder("tocsin.deliveries", () -> figures.read(figure))
        .description("Deliveries that are not sent")
        .tag("state", state)
        .register(registry);
  }

  private double age(DeliveryCounts counts) {
    Instant oldest = counts.oldestPending();
    return oldest == null ? 0 : Duration.between(oldest, Times.now(clock)).toMillis() / 1000.0;
  }
}
