package dev.tocsin.ticketing.internal;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static dev.tocsin.ticketing.TicketStatus.IN_PROGRESS;
import static dev.tocsin.ticketing.TicketStatus.OPEN;
import static dev.tocsin.ticketing.TicketStatus.RESOLVED;
import static dev.tocsin.ticketing.TicketStatus.TRIAGED;
import static dev.tocsin.ticketing.TicketStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.OpenTicket;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketTransitioned;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofHours(1));
  private static final Actor AGENT = Actor.system("agent");
  private static final Map<TicketStatus, List<TicketStatus>> PATHS =
      Map.of(
          OPEN, List.of(),
          TRIAGED, List.of(TRIAGED),
          IN_PROGRESS, List.of(TRIAGED, IN_PROGRESS),
          WAITING, List.of(TRIAGED, WAITING),
          RESOLVED, List.of(TRIAGED, IN_PROGRESS, RESOLVED),
          CLOSED, List.of(CLOSED));

  private static Ticket open() {
    OpenTicket command =
        new OpenTicket(Ids.next(), "Help", "", Priority.P2, null, null, null, null, null);
    Ticket ticket = Ticket.open(1, command, null, START);
    ticket.route(RoutingDecision.NONE, AGENT);
    return ticket;
  }

  private static Ticket in(TicketStatus status) {
    Ticket ticket = open();
    Objects.requireNonNull(PATHS.get(status)).forEach(to -> ticket.moveTo(to, AGENT, START));
    ticket.diary().take();
    return ticket;
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(TicketStatus.values())
        .flatMap(from -> Stream.of(TicketStatus.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("everyPair")
  @Tag("support-16")
  void aTicketFollowsItsArrowsAndRefusesEverythingElse(TicketStatus from, TicketStatus to) {
    Ticket ticket = in(from);
    if (from.mayBecome(to)) {
      ticket.moveTo(to, AGENT, LATER);
      assertThat(ticket.view().status()).isEqualTo(to);
      assertThat(ticket.updatedAt()).isEqualTo(LATER);
      assertThat(events(ticket))
          .containsExactly(
              new TicketTransitioned(
                  ticket.id(), "TKT-000001", from, to, AGENT.id(), Set.of(), LATER));
    } else {
      assertThatThrownBy(() -> ticket.moveTo(to, AGENT, LATER))
          .isInstanceOf(IllegalTransition.class)
          .hasMessage("invalid transition from " + Code.of(from) + " to " + Code.of(to));
      assertThat(ticket.view().status()).isEqualTo(from);
      assertThat(ticket.diary().take()).isEmpty();
    }
  }

  private static List<TicketEvent> events(Ticket ticket) {
    return ticket.diary().take().stream()
        .map(Fact::event)
        .flatMap(event -> event == null ? Stream.empty() : Stream.of(event))
        .toList();
  }

  @Test
  void resolvingAndClosingAreStampedAndReopeningClears() {
    Ticket ticket = in(RESOLVED);
    assertThat(ticket.view().resolvedAt()).isEqualTo(START);
    ticket.moveTo(IN_PROGRESS, AGENT, LATER);
    assertThat(ticket.view().resolvedAt()).isNull();
    assertThat(ticket.view().reopenedAt()).isEqualTo(LATER);
    ticket.moveTo(CLOSED, AGENT, LATER);
    assertThat(ticket.view().closedAt()).isEqualTo(LATER);
  }

  @Test
  void aCustomersAnswerTakesATicketBackToWhereItWas() {
    Ticket waiting = in(WAITING);
    waiting.customerAnswered(AGENT, LATER);
    assertThat(waiting.view().status()).isEqualTo(TRIAGED);
    Ticket worked = in(IN_PROGRESS);
    worked.moveTo(WAITING, AGENT, START);
    worked.customerAnswered(AGENT, LATER);
    assertThat(worked.view().status()).isEqualTo(IN_PROGRESS);
    Ticket resolved = in(RESOLVED);
    resolved.customerAnswered(AGENT, LATER);
    assertThat(resolved.view().status()).isEqualTo(IN_PROGRESS);
    Ticket closed = in(CLOSED);
    closed.customerAnswered(AGENT, LATER);
    assertThat(closed.view().status()).isEqualTo(CLOSED);
  }

  @Test
  void theFirstPublicWordOfAnAgentAnswers() {
    Ticket ticket = in(TRIAGED);
    ticket.comment(AddComment.internal("hm"), true, AGENT, START);
    ticket.comment(AddComment.inPublic("hello?"), false, AGENT, START);
    assertThat(ticket.view().firstAnsweredAt()).isNull();
    ticket.comment(AddComment.inPublic("on it"), true, AGENT, LATER);
    ticket.comment(AddComment.inPublic("still"), true, AGENT, LATER.plusSeconds(9));
    assertThat(ticket.view().firstAnsweredAt()).isEqualTo(LATER);
  }

  @Test
  void aChangeRemembersWhatChangedAndNothingElse() {
    Ticket ticket = in(TRIAGED);
    ChangeTicket same = ChangeTicket.nothing().withPriority(Priority.P2);
    assertThat(ticket.change(same, AGENT, LATER)).isFalse();
    assertThat(ticket.diary().take()).isEmpty();
    assertThat(ticket.updatedAt()).isEqualTo(START);

    ticket.change(ChangeTicket.nothing().withPriority(Priority.P0), AGENT, LATER);
    assertThat(ticket.diary().take())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.action()).isEqualTo(Fact.Action.CHANGED);
              assertThat(fact.changes()).containsOnlyKeys("priority");
            });
  }

  @Test
  void customFieldsMergeAndNullRemoves() {
    Ticket ticket = in(TRIAGED);
    ticket.change(fields("room", "12"), AGENT, LATER);
    ticket.change(fields("floor", 3), AGENT, LATER);
    assertThat(ticket.view().customFields()).isEqualTo(Map.of("room", "12", "floor", 3));
    ticket.change(fields("room", null), AGENT, LATER);
    assertThat(ticket.view().customFields()).isEqualTo(Map.of("floor", 3));
  }

  private static ChangeTicket fields(String name, @Nullable Object value) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    fields.put(name, value);
    return new ChangeTicket(null, null, null, null, null, null, null, fields);
  }

  @Test
  void anOutdatedVersionIsStale() {
    Ticket ticket = open();
    ticket.expect(null);
    ticket.expect(0L);
    assertThatThrownBy(() -> ticket.expect(7L)).isInstanceOf(Stale.class);
  }
}
