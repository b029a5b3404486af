package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.CreateCustomer;
import dev.tocsin.accounts.CustomerView;
import dev.tocsin.accounts.Customers;
import dev.tocsin.notifications.DeliverySummary;
import dev.tocsin.notifications.EventTypes;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketNewsTest {

  @RegisterExtension static final Ground ground = new Ground();

  @BeforeEach
  void subscribeToEverything() {
    ground.subscribe();
  }

  private static TicketView open() {
    CustomerView customer =
        ground
            .get(Customers.class)
            .create(ADMIN, new CreateCustomer("cust-" + Ids.next(), "Customer"));
    OpenTicket command =
        new OpenTicket(
            customer.id(), "Help", "It is broken", Priority.P1, null, null, null, null, null);
    return ground.get(Ticketing.class).open(ADMIN, command);
  }

  /** Types of what was written, the oldest first. */
  private static List<String> told() {
    return ground.deliveries().stream().map(DeliverySummary::eventType).toList();
  }

  private static JsonNode data(DeliverySummary delivery) throws JsonProcessingException {
    return Json.MAPPER.readTree(ground.body(delivery.id())).at("/data");
  }

  @Test
  void theWholeLifeOfATicketIsToldInOrderAndEachFactOnce() {
    String ref = open().number();
    Ticketing ticketing = ground.get(Ticketing.class);
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
    Ticketing ticketing = ground.get(Ticketing.class);
    ticketing.comment(ADMIN, ticket.number(), AddComment.inPublic("said to all"));
    ticketing.comment(ADMIN, ticket.number(), AddComment.internal("said among us"));
    ticketing.transition(ADMIN, ticket.number(), TransitionTicket.to(TicketStatus.CLOSED));

    DeliverySummary closed = ground.deliveries().get(3);
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
    ground
        .get(Ticketing.class)
        .comment(ADMIN, ticket.number(), AddComment.internal("said among us"));
    JsonNode data = data(ground.deliveries().get(1));
    assertThat(data.at("/body").asText()).isEqualTo("said among us");
    assertThat(data.at("/visibility").asText()).isEqualTo("internal");
    assertThat(data.at("/ticket_id").asText()).isEqualTo(ticket.id().toString());
  }

  @Test
  @Tag("support-24")
  void aBreachIsToldOnceHoweverOftenTheClocksAreLookedAt() throws Exception {
    TicketView ticket = open();
    SlaDeadlines deadlines = ground.get(SlaDeadlines.class);
    ground.clock().advance(Duration.ofHours(1));
    deadlines.run(ground.clock().instant());
    assertThat(told()).doesNotContain(EventTypes.SLA_BREACH);

    ground.clock().advance(Duration.ofSeconds(1));
    deadlines.run(ground.clock().instant());
    ground.clock().advance(Duration.ofSeconds(1));
    deadlines.run(ground.clock().instant());

    assertThat(told())
        .containsExactly(
            EventTypes.TICKET_CREATED, EventTypes.SLA_THRESHOLD, EventTypes.SLA_BREACH);
    JsonNode band = data(ground.deliveries().get(1));
    assertThat(band.at("/label").asText()).isEqualTo("Less than 15 minutes remaining");
    assertThat(band.at("/late").asBoolean()).isTrue();
    assertThat(band.at("/ticket/number").asText()).isEqualTo(ticket.number());
    DeliverySummary breach = ground.deliveries().get(2);
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
      ground.inTransaction(
          () -> {
            ground
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
