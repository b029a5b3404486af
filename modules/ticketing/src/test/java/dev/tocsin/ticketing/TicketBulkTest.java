package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Patch;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.BulkResult;
import dev.tocsin.ticketing.work.ChangeTickets;
import dev.tocsin.ticketing.work.TicketBulk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketBulkTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private TicketBulk bulk;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    bulk = beans.get(TicketBulk.class);
  }

  private BulkResult change(AdjustTicket change, TicketView... tickets) {
    return bulk.change(
        desk.agent,
        new ChangeTickets(List.of(tickets).stream().map(TicketView::number).toList(), change));
  }

  private TicketView now(TicketView ticket) {
    return desk.tickets.require(desk.agent, ticket.number());
  }

  @Test
  void everyTicketIsChangedByItselfWithItsOwnHistory() {
    TicketView one = desk.in(TicketStatus.TRIAGED);
    TicketView other = desk.in(TicketStatus.IN_PROGRESS);
    AdjustTicket change =
        new AdjustTicket(
            TicketStatus.WAITING,
            null,
            true,
            Patch.to(desk.team.id()),
            Priority.P1,
            List.of("storm"),
            null);
    BulkResult result = change(change, one, other);
    assertThat(result.changed()).isEqualTo(2);
    for (TicketView ticket : List.of(one, other)) {
      TicketView now = now(ticket);
      assertThat(now.status()).isEqualTo(TicketStatus.WAITING);
      assertThat(now.assigneeId()).isEqualTo(desk.agent.id());
      assertThat(now.teamId()).isEqualTo(desk.team.id());
      assertThat(now.priority()).isEqualTo(Priority.P1);
      assertThat(now.tags()).containsExactly("storm");
      assertThat(desk.tickets.history(desk.agent, ticket.number()))
          .extracting(HistoryView::action)
          .endsWith("changed", "transitioned");
    }
  }

  @Test
  void whatOneRefusesDoesNotUndoTheOthers() {
    TicketView open = desk.open(desk.token1, Priority.P2);
    TicketView working = desk.in(TicketStatus.IN_PROGRESS);
    String missing = Ids.next().toString();
    AdjustTicket change =
        new AdjustTicket(TicketStatus.RESOLVED, null, null, null, null, List.of("done"), null);
    BulkResult result =
        bulk.change(
            desk.agent,
            new ChangeTickets(List.of(open.number(), missing, working.id().toString()), change));
    assertThat(result.results())
        .extracting(BulkResult.One::id, BulkResult.One::done, BulkResult.One::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(open.number(), false, "illegal_transition"),
            org.assertj.core.groups.Tuple.tuple(missing, false, "not_found"),
            org.assertj.core.groups.Tuple.tuple(working.id().toString(), true, null));
    assertThat(result.failed()).isEqualTo(2);
    assertThat(now(open).tags()).as("nothing of it is half done").isEmpty();
    assertThat(now(open).version()).isEqualTo(open.version());
    assertThat(now(working).status()).isEqualTo(TicketStatus.RESOLVED);
  }

  @Test
  void aTicketThatIsAsWantedStaysAndIsNamedOnce() {
    TicketView ticket = desk.in(TicketStatus.RESOLVED);
    BulkResult result = change(AdjustTicket.to(TicketStatus.RESOLVED), ticket, ticket);
    assertThat(result.results()).singleElement().matches(BulkResult.One::done);
    assertThat(now(ticket).version()).isEqualTo(ticket.version());
  }

  @Test
  void theAuditTellsWhoChangedWhatAlike() {
    TicketView ticket = desk.open(desk.agent, Priority.P2);
    change(AdjustTicket.tag("storm"), ticket);
    assertThat(audited("\"changed\":1") && audited(ticket.number()) && audited("storm")).isTrue();
  }

  private static boolean audited(String words) {
    return db.call(
        "ticketing",
        em ->
            (boolean)
                em.createNativeQuery(
                        "SELECT detail LIKE '%' || ?1 || '%' FROM platform.audit_entry"
                            + " WHERE action = 'tickets.changed' ORDER BY seq DESC LIMIT 1")
                    .setParameter(1, words)
                    .getSingleResult());
  }

  @Test
  void badCommandsAreRefusedAsAWhole() {
    assertThatThrownBy(() -> new ChangeTickets(List.of("TKT-000001"), AdjustTicket.nothing()))
        .isInstanceOf(Rejected.class);
    AdjustTicket tag = AdjustTicket.tag("x");
    List<String> many = Collections.nCopies(ChangeTickets.MOST + 1, "TKT-000001");
    for (ChangeTickets bad :
        List.of(new ChangeTickets(List.of(), tag), new ChangeTickets(many, tag))) {
      assertThatThrownBy(() -> bulk.change(desk.agent, bad)).isInstanceOf(Rejected.class);
    }
    ChangeTickets good = new ChangeTickets(List.of("TKT-000001"), tag);
    for (Actor stranger : List.of(desk.viewer, desk.token1)) {
      assertThatThrownBy(() -> bulk.change(stranger, good)).isInstanceOf(Forbidden.class);
    }
    TicketView ticket = desk.open(desk.agent, Priority.P2);
    AdjustTicket nobody =
        new AdjustTicket(null, Patch.to(Ids.next()), null, null, null, null, null);
    assertThat(change(nobody, ticket).results())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.errors())
                    .extracting(Fault::pointer)
                    .containsExactly("/assignee_id"));
  }

  @Test
  void tagsAddedByManyAtOnceAreAllThere() throws Exception {
    TicketView ticket = desk.open(desk.agent, Priority.P2);
    int writers = 8;
    CountDownLatch ready = new CountDownLatch(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<BulkResult>> running = new ArrayList<>();
      for (String tag : tags(writers)) {
        running.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return change(AdjustTicket.tag(tag), ticket);
                }));
      }
      for (Future<BulkResult> one : running) {
        assertThat(one.get().results()).allMatch(BulkResult.One::done);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(now(ticket).tags()).containsExactlyInAnyOrderElementsOf(tags(writers));
  }

  private static List<String> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> "tag-" + i).toList();
  }
}
