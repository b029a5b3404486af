package dev.tocsin.ticketing;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.LinkTicket;
import dev.tocsin.ticketing.links.LinkView;
import dev.tocsin.ticketing.links.TicketLinks;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketLinksTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private TicketLinks links;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.routing_rule CASCADE");
    desk = new Desk(beans);
    links = beans.get(TicketLinks.class);
  }

  private String open() {
    return desk.open(desk.token1, Priority.P2).number();
  }

  private LinkView link(String ticket, LinkKind kind, String other) {
    return links.add(desk.agent, ticket, new LinkTicket(kind, other));
  }

  private static void assertConflict(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource
  void aLinkIsToldAtBothEndsAndRemovedFromBoth(LinkKind kind) {
    String one = open();
    String other = open();
    LinkView made = link(one, kind, other);
    assertThat(made.kind()).isEqualTo(kind);
    assertThat(links.list(desk.token1, one))
        .extracting(LinkView::kind, link -> link.ticket().number())
        .containsExactly(tuple(kind, other));
    assertThat(links.list(desk.token1, other))
        .extracting(LinkView::kind, link -> link.ticket().number())
        .containsExactly(tuple(kind.inverse(), one));
    assertConflict("linked", () -> link(other, kind.inverse(), one));
    links.remove(desk.agent, other, made.id());
    assertThat(links.list(desk.agent, one)).isEmpty();
    assertThatThrownBy(() -> links.remove(desk.agent, one, made.id())).isInstanceOf(NotFound.class);
    assertThat(desk.tickets.history(desk.token1, one))
        .extracting(HistoryView::action)
        .containsSubsequence("linked", "unlinked");
  }

  @Test
  void aParentMayNotBeAPartOfItsOwnChild() {
    String grandparent = open();
    String parent = open();
    String child = open();
    link(parent, LinkKind.PARENT, grandparent);
    link(parent, LinkKind.CHILD, child);
    assertConflict("circular_parent", () -> link(grandparent, LinkKind.PARENT, child));
    assertConflict("circular_parent", () -> link(child, LinkKind.CHILD, grandparent));
    assertConflict("has_parent", () -> link(child, LinkKind.PARENT, grandparent));
    assertThat(links.list(desk.agent, grandparent)).as("nothing half-done").hasSize(1);
    assertThat(desk.tickets.history(desk.agent, child))
        .filteredOn(row -> row.action().equals("linked"))
        .hasSize(1);
  }

  /** Four tickets, two half rings, both closed at once by tickets that share no row. */
  @Test
  void ofTwoWhoCloseARingAtOnceOneIsRefused() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        List<String> ring = Stream.generate(this::open).limit(4).toList();
        link(ring.get(0), LinkKind.PARENT, ring.get(1));
        link(ring.get(2), LinkKind.PARENT, ring.get(3));
        List<Callable<Boolean>> both =
            List.of(
                () -> isLinked(ring.get(1), ring.get(2)), () -> isLinked(ring.get(3), ring.get(0)));
        int made = 0;
        for (Future<Boolean> outcome : pool.invokeAll(both)) {
          made += outcome.get() ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean isLinked(String child, String parent) {
    try {
      link(child, LinkKind.PARENT, parent);
      return true;
    } catch (Conflict e) {
      assertThat(e.code()).isEqualTo("circular_parent");
      return false;
    }
  }

  @Test
  void aTicketIsNotLinkedToItselfNorToWhatIsNotThere() {
    String ticket = open();
    assertThatThrownBy(() -> link(ticket, LinkKind.RELATED, ticket))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/ticket_id");
    for (String nothing : List.of("TKT-999999", Ids.next().toString(), "nonsense")) {
      assertThatThrownBy(() -> link(ticket, LinkKind.RELATED, nothing))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("no such ticket");
    }
  }

  @Test
  void aCustomerSeesLinksToItsOwnTicketsOnlyAndMakesNone() {
    String mine = open();
    String mineToo = open();
    TicketView theirs =
        desk.tickets.open(desk.token2, Desk.ticket(desk.customer2.id(), Priority.P1, "Theirs"));
    link(mine, LinkKind.RELATED, theirs.number());
    link(mine, LinkKind.CHILD, mineToo);
    assertThat(links.list(desk.agent, mine)).hasSize(2);
    assertThat(links.list(desk.token1, mine))
        .extracting(link -> link.ticket().number())
        .containsExactly(mineToo);
    assertThat(desk.tickets.history(desk.token1, mine).toString())
        .contains(mineToo)
        .doesNotContain(theirs.number());
    assertThatThrownBy(() -> links.list(desk.token1, theirs.number())).isInstanceOf(NotFound.class);
    LinkTicket related = new LinkTicket(LinkKind.RELATED, mineToo);
    for (Actor actor : List.of(desk.token1, desk.viewer)) {
      assertThatThrownBy(() -> links.add(actor, mine, related)).isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(() -> links.add(desk.token2, mine, related)).isInstanceOf(NotFound.class);
  }

  @Test
  void aCustomersReplyToAClosedTicketOpensALinkedFollowUpAndTheNextJoinsIt() {
    TicketView closed = desk.in(CLOSED);
    CommentView first =
        desk.tickets.comment(desk.token1, closed.number(), AddComment.inPublic("still broken"));
    TicketView followUp = desk.tickets.require(desk.token1, first.ticketId().toString());
    assertThat(first.number()).isEqualTo(followUp.number() + "-C1");
    assertThat(followUp.subject()).isEqualTo(closed.subject());
    assertThat(followUp.requester()).isEqualTo(closed.requester());
    assertThat(links.list(desk.token1, closed.number()))
        .extracting(LinkView::kind, link -> link.ticket().id())
        .containsExactly(tuple(LinkKind.FOLLOW_UP, followUp.id()));
    CommentView second =
        desk.tickets.comment(desk.token1, closed.number(), AddComment.inPublic("really"));
    assertThat(second.number()).isEqualTo(followUp.number() + "-C2");
    assertThat(desk.tickets.comments(desk.agent, closed.number())).isEmpty();

    desk.move(followUp, CLOSED);
    CommentView third =
        desk.tickets.comment(desk.token1, closed.number(), AddComment.inPublic("again"));
    assertThat(third.number()).endsWith("-C1").doesNotStartWith(followUp.number());
  }

  @Test
  void whatManySayAtOnceOnAClosedTicketIsOneFollowUp() throws Exception {
    String closed = desk.in(CLOSED).number();
    Callable<CommentView> reply =
        () -> desk.tickets.comment(desk.token1, closed, AddComment.inPublic("still broken"));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Set<UUID> tickets = new HashSet<>();
      for (Future<CommentView> said : pool.invokeAll(Collections.nCopies(16, reply))) {
        tickets.add(said.get().ticketId());
      }
      assertThat(tickets).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(links.list(desk.token1, closed)).hasSize(1);
  }

  @Test
  void watchersAreCarriedByEventsAndACustomersPeopleChooseForThemselves() {
    TicketWatchers watchers = beans.get(TicketWatchers.class);
    String ticket = open();
    UserView person = desk.personOf(desk.customer1);
    UserView other = desk.personOf(desk.customer2);
    Actor petra = Desk.signedIn(person);
    Actor stranger = Desk.signedIn(other);
    watchers.add(desk.agent, ticket, desk.onCall.id());
    watchers.add(petra, ticket, person.id());
    watchers.add(petra, ticket, person.id());
    assertThat(watchers.list(desk.agent, ticket))
        .extracting(Watcher::userId)
        .containsExactlyInAnyOrder(desk.onCall.id(), person.id());
    assertThat(watchers.list(petra, ticket)).extracting(Watcher::userId).containsOnly(person.id());
    assertThatThrownBy(() -> watchers.add(petra, ticket, desk.onCall.id()))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> watchers.remove(petra, ticket, desk.onCall.id()))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> watchers.add(desk.agent, ticket, other.id()))
        .as("who may not see it")
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> watchers.add(stranger, ticket, other.id()))
        .isInstanceOf(NotFound.class);

    desk.tickets.comment(desk.agent, ticket, AddComment.inPublic("hello"));
    assertThat(beans.announced(TicketCommented.class))
        .singleElement()
        .satisfies(event -> assertThat(event.watchers()).contains(desk.onCall.id(), person.id()));
    watchers.remove(desk.agent, ticket, desk.onCall.id());
    desk.tickets.transition(desk.agent, ticket, TransitionTicket.to(CLOSED));
    assertThat(beans.announced(TicketTransitioned.class))
        .singleElement()
        .satisfies(event -> assertThat(event.watchers()).containsExactly(person.id()));
    assertThat(desk.tickets.history(petra, ticket))
        .extracting(HistoryView::action)
        .as("who watches is for those who work here")
        .doesNotContain("watched");
  }
}
