package dev.tocsin.notifications.internal;

import static java.lang.System.Logger.Level.DEBUG;

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

  private static final System.Logger LOG = System.getLogger(OutboxGauges.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(1);

  @Inject private DeliveryCounter counter;
  @Inject private MeterRegistry registry;
  @Inject private Clock clock;

  private volatile Reading last = new Reading(Instant.EPOCH, new DeliveryCounts(0, 0, 0, null));

  private record Reading(Instant at, DeliveryCounts counts) {
    double age() {
      Instant oldest = counts.oldestPending();
      return oldest == null ? 0 : Duration.between(oldest, at).toMillis() / 1000.0;
    }
  }

  @PostConstruct
  void register() {
    Gauge.builder("tocsin.deliveries.oldest.pending.seconds", this, self -> self.read(Reading::age))
        .description("Age of the oldest delivery that is neither sent nor given up")
        .register(registry);
    count("pending", reading -> reading.counts().pending());
    count("failed", reading -> reading.counts().failed());
    count("dead", reading -> reading.counts().dead());
  }

  private void count(String state, ToDoubleFunction<Reading> figure) {
    Gauge.builder("tocsin.deliveries", this, self -> self.read(figure))
        .description("Deliveries that are not sent")
        .tag("state", state)
        .register(registry);
  }

  /** One scrape asks for several figures and reads them once. */
  private double read(ToDoubleFunction<Reading> figure) {
    Instant now = Times.now(clock);
    Reading reading = last;
    if (reading.at().plus(FRESH).isBefore(now)) {
      try {
        reading = new Reading(now, counter.counts());
        last = reading;
      } catch (RuntimeException e) {
        LOG.log(DEBUG, "the outbox could not be counted", e);
        return Double.NaN;
      }
    }
    return figure.applyAsDouble(reading);
  }
}
