package dev.tocsin.notifications.internal.mail;

import dev.tocsin.notifications.internal.Fresh;
import dev.tocsin.notifications.mail.InboundCounts;
import dev.tocsin.notifications.mail.InboundMails;
import dev.tocsin.platform.Actor;
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
import java.util.function.ToDoubleFunction;

/** The watchdog of incoming mail: what waits, what could not be dealt with or not even read. */
@Startup
@Singleton
@DependsOn("ejb.jar#Migrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class InboundGauges {

  private static final Actor READER = Actor.system("metrics");

  @Inject private InboundMails mails;
  @Inject private MeterRegistry registry;
  @Inject private Clock clock;

  @PostConstruct
  void register() {
    Fresh<InboundCounts> figures = new Fresh<>(() -> mails.counts(READER), clock);
    count("received", figures, InboundCounts::received);
    count("held", figures, InboundCounts::held);
    count("failed", figures, InboundCounts::failed);
    Gauge.builder("tocsin.mailboxes.failing", () -> figures.read(InboundCounts::failing))
        .description("Mailboxes whose last reading went wrong")
        .register(registry);
  }

  private void count(
      String state, Fresh<InboundCounts> figures, ToDoubleFunction<InboundCounts> figure) {
    Gauge.builder("tocsin.inbound.mails.waiting", () -> figures.read(figure))
        .description("Messages not judged, waiting for a decision, and of those the failed")
        .tag("state", state)
        .register(registry);
  }
}
