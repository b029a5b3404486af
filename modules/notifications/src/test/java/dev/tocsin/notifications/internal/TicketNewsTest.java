package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.Deliveries;
import dev.tocsin.notifications.DeliveryQuery;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.sla.internal.SlaDeadlines;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.TransitionTicket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketNewsTest {

  private static final Actor ADMIN = Actor.system("test");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  @BeforeEach
  void subscribeToEverything() {
    db.sql("TRUNCATE notifications.delivery, notifications.subscription CASCADE");
    String secret = beans.get(SecretBox.class).seal(StandardWebhooks.newSecret());
    Subscription all =
        Subscription.of("all", "https://example.org/", List.of(), secret, TestContainer.START);
    db.run("notifications", em -> em.persist(all));
  }

  private static TicketView open() {
    CustomerView customer =
        beans
            .get(Customers.class)
            .create(ADMIN, new CreateCustomer("cust-" + Ids.next(), "Customer"));
    OpenTicket command =
        new OpenTicket(
            customer.id(), "Help", "It is broken", Priority.P1, null, null, null, null, null);
    return beans.get(Ticketing.class).open(ADMIN, command);
  }

  /** Types of what was written, the oldest first. */
  private static List<String> told() {
    return deliveries().stream().map(DeliverySummary::eventType).toList();
  }

  private static List<DeliverySummary> deliveries() {
    List<DeliverySummary> newestFirst =
        beans.get(Deliveries.class).list(ADMIN, DeliveryQuery.all(), PageRequest.first()).data();
    return newestFirst.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  private static JsonNode data(DeliverySummary delivery) throws JsonProcessingException {
    String body = beans.get(Deliveries.class).require(ADMIN, delivery.id()).body();
    return Json.MAPPER.readTree(String.valueOf(body)).at("/data");
  }

  @Test
  void theWholeLifeOfATicketIsToldInOrderAndEachFactOnce() {
    String ref = open().number();
    Ticketing ticketing = beans.get(Ticketing.class);
    ticketing.transition(ADMIN, ref, TransitionTicket.to(TicketStatus.TRIAGED));
    ticketing.transition(ADMIN, ref, TransitionTicket.to(TicketStatus.IN_PROGRESS));
    ticketing.comment(ADMIN, ref, AddComment.inPublic("Looking into it"));
    ticketing.transition(ADMIN, ref, TransitionTicket.to(TicketStatus.RESOLVED));
    ticketing.transition(ADMIN, ref, TransitionTicket.to(TicketStatus.CLOSED));

    assertThat(told())
        .containsExactly(
            EventTypes.TICKET_CREATED,
            EventTypes.TICKET_TRIAGED,
            EventTypes.TICKET_COMMENT_ADDED,
            EventTypes.TICKET_RESOLVED,
            EventTypes.TICKET_CLOSED);
  }

  @Test
  void aTicketIsToldWholeWithItsPublicCommentsOnly() throws Exception {
    TicketView ticket = open();
    Ticketing ticketing = beans.get(Ticketing.class);
    ticketing.comment(ADMIN, ticket.number(), AddComment.inPublic("said to all"));
    ticketing.comment(ADMIN, ticket.number(), AddComment.internal("said among us"));
    ticketing.transition(ADMIN, ticket.number(), TransitionTicket.to(TicketStatus.CLOSED));

    DeliverySummary closed = deliveries().get(3);
    assertThat(closed.ticketId()).isEqualTo(ticket.id());
    JsonNode data = data(closed);
    assertThat(data.at("/number").asText()).isEqualTo(ticket.number());
    assertThat(data.at("/status").asText()).isEqualTo("closed");
    assertThat(data.at("/body").asText()).isEqualTo("It is broken");
    assertThat(data.at("/comments").findValuesAsText("body")).containsExactly("said to all");
  }

  @Test
  void aCommentIsToldWithItsVisibility() throws Exception {
    TicketView ticket = open();
    beans
        .get(Ticketing.class)
        .comment(ADMIN, ticket.number(), AddComment.internal("said among us"));
    JsonNode data = data(deliveries().get(1));
    assertThat(data.at("/body").asText()).isEqualTo("said among us");
    assertThat(data.at("/visibility").asText()).isEqualTo("internal");
    assertThat(data.at("/ticket_id").asText()).isEqualTo(ticket.id().toString());
  }

  @Test
  @Tag("support-24")
  void aBreachIsToldOnceHoweverOftenTheClocksAreLookedAt() throws Exception {
    TicketView ticket = open();
    SlaDeadlines deadlines = beans.get(SlaDeadlines.class);
    beans.clock().advance(Duration.ofHours(1));
    deadlines.run(beans.clock().instant());
    assertThat(told()).doesNotContain(EventTypes.SLA_BREACH);

    beans.clock().advance(Duration.ofSeconds(1));
    deadlines.run(beans.clock().instant());
    beans.clock().advance(Duration.ofSeconds(1));
    deadlines.run(beans.clock().instant());

    assertThat(told())
        .containsExactly(
            EventTypes.TICKET_CREATED, EventTypes.SLA_THRESHOLD, EventTypes.SLA_BREACH);
    JsonNode band = data(deliveries().get(1));
    assertThat(band.at("/label").asText()).isEqualTo("Less than 15 minutes remaining");
    assertThat(band.at("/late").asBoolean()).isTrue();
    assertThat(band.at("/ticket/number").asText()).isEqualTo(ticket.number());
    DeliverySummary breach = deliveries().get(2);
    assertThat(breach.ticketId()).isEqualTo(ticket.id());
    JsonNode data = data(breach);
    assertThat(data.at("/metric").asText()).isEqualTo("first_response");
    assertThat(data.at("/ticket_id").asText()).isEqualTo(ticket.id().toString());
    assertThat(data.at("/due_at").asText()).isEqualTo("2026-03-02T01:00:00Z");
    assertThat(data.at("/breached_at").asText()).isEqualTo("2026-03-02T01:00:01Z");
    assertThat(data.at("/ticket/number").asText()).isEqualTo(ticket.number());
  }

  @Test
  void whatIsUndoneIsNotTold() {
    TicketView ticket = open();
    try {
      beans.inTransaction(
          () -> {
            beans
                .get(Ticketing.class)
                .transition(ADMIN, ticket.number(), TransitionTicket.to(TicketStatus.CLOSED));
            throw new IllegalStateException("undone");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("undone");
    }
    assertThat(told()).containsExactly(EventTypes.TICKET_CREATED);
  }
}
