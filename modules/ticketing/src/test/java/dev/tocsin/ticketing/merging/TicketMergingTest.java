package dev.tocsin.ticketing.merging;

import static dev.tocsin.ticketing.TicketStatus.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Desk;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketEvent;
import dev.tocsin.ticketing.TicketMerged;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketSummary;
import dev.tocsin.ticketing.TicketTransitioned;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.TicketWatchers;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Watcher;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.ticketing.attachments.Upload;
import dev.tocsin.ticketing.links.LinkKind;
import dev.tocsin.ticketing.links.LinkTicket;
import dev.tocsin.ticketing.links.LinkView;
import dev.tocsin.ticketing.links.TicketLinks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketMergingTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private TicketMerging merging;
  private TicketLinks links;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket CASCADE");
    desk = new Desk(beans);
    merging = beans.get(TicketMerging.class);
    links = beans.get(TicketLinks.class);
  }

  private TicketView open(String subject) {
    return desk.tickets.open(desk.token1, desk.ticket(Priority.P2, subject));
  }

  private CommentView say(TicketView ticket, Actor actor, AddComment said) {
    beans.clock().advance(Duration.ofMinutes(1));
    return desk.tickets.comment(actor, ticket.number(), said);
  }

  private AttachmentView attach(TicketView ticket, @Nullable UUID comment) {
    try (Upload upload = Upload.receive("a.txt", new ByteArrayInputStream(new byte[] {'x'}))) {
      return beans.get(TicketAttachments.class).add(desk.agent, ticket.number(), comment, upload);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<UUID> filesOf(TicketView ticket) {
    return beans.get(TicketAttachments.class).list(desk.agent, ticket.number()).stream()
        .map(AttachmentView::id)
        .toList();
  }

  private TicketView merge(TicketView ticket, TicketView into) {
    return merging.merge(desk.agent, ticket.number(), new MergeTicket(into.number()));
  }

  private List<String> found(Actor actor, String words) {
    return desk
        .tickets
        .list(actor, TicketQuery.all().withWords(words), PageRequest.first())
        .data()
        .stream()
        .map(TicketSummary::number)
        .toList();
  }

  private static void assertConflict(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.code()).isEqualTo(code));
  }

  @Test
  void whatWasSaidGoesOnInTheOther() {
    TicketView first = open("Printer jammed");
    TicketView again = open("Printer still jammed");
    CommentView hello = say(first, desk.token1, AddComment.inPublic("hello"));
    CommentView badger = say(again, desk.token1, AddComment.inPublic("a badger"));
    CommentView note = say(again, desk.agent, AddComment.internal("their zeppelin"));
    CommentView last = say(first, desk.agent, AddComment.inPublic("on it"));
    AttachmentView ofTicket = attach(again, null);
    AttachmentView ofComment = attach(again, note.id());
    TicketWatchers watchers = beans.get(TicketWatchers.class);
    watchers.add(desk.agent, again.number(), desk.onCall.id());

    TicketView merged = merge(again, first);

    assertThat(merged.id()).isEqualTo(first.id());
    assertThat(desk.tickets.comments(desk.agent, first.number()))
        .extracting(CommentView::id, CommentView::number)
        .containsExactly(
            tuple(hello.id(), first.number() + "-C1"),
            tuple(badger.id(), first.number() + "-C3"),
            tuple(note.id(), first.number() + "-N1"),
            tuple(last.id(), first.number() + "-C2"));
    assertThat(desk.tickets.comments(desk.token1, first.number())).hasSize(3);
    assertThat(desk.tickets.comments(desk.agent, again.number())).isEmpty();
    assertThat(filesOf(first)).containsExactly(ofTicket.id(), ofComment.id());
    assertThat(watchers.list(desk.agent, first.number()))
        .extracting(Watcher::userId)
        .containsExactly(desk.onCall.id());

    TicketView source = desk.tickets.require(desk.token1, again.number());
    assertThat(source.status()).isEqualTo(CLOSED);
    assertThat(source.mergedInto()).isEqualTo(first.id());
    assertThat(links.list(desk.token1, again.number()))
        .extracting(LinkView::kind, link -> link.ticket().id())
        .containsExactly(tuple(LinkKind.ORIGINAL, first.id()));
    assertThat(links.list(desk.token1, first.number()))
        .extracting(LinkView::kind)
        .containsExactly(LinkKind.DUPLICATE);
    assertThat(found(desk.agent, "badger")).containsExactly(first.number());
    assertThat(found(desk.agent, "zeppelin")).containsExactly(first.number());
    assertThat(found(desk.token1, "zeppelin")).isEmpty();
    assertThat(found(desk.agent, "still")).containsExactly(again.number());
    assertThat(desk.tickets.history(desk.token1, first.number()))
        .filteredOn(row -> row.action().equals("merged"))
        .singleElement()
        .satisfies(row -> assertThat(row.changes().toString()).contains(again.number()));
  }

  @Test
  void aMergeIsToldBeforeTheTicketIsClosed() {
    TicketView first = open("one");
    TicketView again = open("two");
    merge(again, first);
    assertThat(beans.announced(TicketEvent.class))
        .filteredOn(event -> event.ticketId().equals(again.id()))
        .extracting(TicketEvent::getClass)
        .endsWith(TicketMerged.class, TicketTransitioned.class);
  }

  @Test
  void linksMoveAndThoseThatCannotStay() {
    TicketView first = open("one");
    TicketView again = open("two");
    TicketView parent = open("parent");
    TicketView friend = open("friend");
    link(first, LinkKind.RELATED, again);
    link(again, LinkKind.RELATED, friend);
    link(again, LinkKind.PARENT, parent);
    link(first, LinkKind.PARENT, friend);
    merge(again, first);
    assertThat(links.list(desk.agent, first.number()))
        .extracting(LinkView::kind, link -> link.ticket().id())
        .containsExactlyInAnyOrder(
            tuple(LinkKind.PARENT, friend.id()),
            tuple(LinkKind.RELATED, friend.id()),
            tuple(LinkKind.DUPLICATE, again.id()));
    assertThat(links.list(desk.agent, again.number()))
        .extracting(LinkView::kind, link -> link.ticket().id())
        .as("the other has a parent already")
        .containsExactlyInAnyOrder(
            tuple(LinkKind.PARENT, parent.id()), tuple(LinkKind.ORIGINAL, first.id()));
  }

  private void link(TicketView ticket, LinkKind kind, TicketView other) {
    links.add(desk.agent, ticket.number(), new LinkTicket(kind, other.number()));
  }

  @Test
  void whatIsSaidOnAMergedTicketIsSaidOnTheOther() {
    TicketView first = open("one");
    TicketView again = open("two");
    merge(again, first);
    CommentView reply = say(again, desk.token1, AddComment.inPublic("any news?"));
    assertThat(reply.number()).isEqualTo(first.number() + "-C1");
    CommentView answer = say(again, desk.agent, AddComment.inPublic("not yet"));
    assertThat(answer.number()).isEqualTo(first.number() + "-C2");
  }

  @Test
  void whatCannotBeMergedStaysAsItWas() {
    TicketView one = open("one");
    TicketView two = open("two");
    TicketView theirs =
        desk.tickets.open(desk.token2, Desk.ticket(desk.customer2.id(), Priority.P1, "Theirs"));
    say(one, desk.token1, AddComment.inPublic("hello"));
    assertThatThrownBy(() -> merge(one, one))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/into");
    assertThatThrownBy(() -> merging.merge(desk.agent, one.number(), new MergeTicket("TKT-999999")))
        .isInstanceOf(Rejected.class);
    assertConflict("other_customer", () -> merge(one, theirs));
    for (Actor actor : List.of(desk.token1, desk.viewer)) {
      assertThatThrownBy(() -> merging.merge(actor, one.number(), new MergeTicket(two.number())))
          .isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(
            () -> merging.merge(desk.token2, one.number(), new MergeTicket(theirs.number())))
        .isInstanceOf(NotFound.class);
    assertThat(desk.tickets.comments(desk.agent, one.number())).hasSize(1);
    assertThat(links.list(desk.agent, one.number())).isEmpty();
    assertThat(desk.tickets.require(desk.agent, one.number()).status()).isNotEqualTo(CLOSED);

    merge(one, two);
    assertConflict("already_merged", () -> merge(one, two));
    assertConflict("closed", () -> merge(two, one));
  }

  @Test
  void ofTwoWhoMergeIntoEachOtherAtOnceOneDoes() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 10; round++) {
        TicketView one = open("one");
        TicketView two = open("two");
        say(one, desk.token1, AddComment.inPublic("of one"));
        say(two, desk.token1, AddComment.inPublic("of two"));
        List<Callable<Boolean>> both = List.of(() -> isMerged(one, two), () -> isMerged(two, one));
        int merged = 0;
        for (Future<Boolean> outcome : pool.invokeAll(both)) {
          merged += outcome.get() ? 1 : 0;
        }
        assertThat(merged).isEqualTo(1);
        boolean oneGoesOn = desk.tickets.require(desk.agent, two.number()).status() == CLOSED;
        TicketView left = oneGoesOn ? one : two;
        assertThat(desk.tickets.comments(desk.agent, left.number())).hasSize(2);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean isMerged(TicketView ticket, TicketView into) {
    try {
      merge(ticket, into);
      return true;
    } catch (Conflict e) {
      assertThat(e.code()).isEqualTo("closed");
      return false;
    }
  }

  @Test
  void aPartBecomesATicketOfItsOwn() {
    TicketView whole = open("Two things");
    CommentView stays = say(whole, desk.token1, AddComment.inPublic("the printer"));
    CommentView moves = say(whole, desk.token1, AddComment.inPublic("and the badger"));
    AttachmentView file = attach(whole, null);
    CommentView answer = say(whole, desk.agent, AddComment.inPublic("on the badger, see file"));
    AttachmentView withIt = attach(whole, answer.id());

    TicketView part =
        merging.split(
            desk.agent,
            whole.number(),
            new SplitTicket(List.of(answer.id(), moves.id()), "The badger", null));

    assertThat(part.customerId()).isEqualTo(whole.customerId());
    assertThat(part.requester()).isEqualTo(whole.requester());
    assertThat(part.priority()).isEqualTo(whole.priority());
    assertThat(part.firstAnsweredAt()).as("its own clocks begin now").isNull();
    assertThat(desk.tickets.comments(desk.agent, part.number()))
        .extracting(CommentView::id, CommentView::number)
        .containsExactly(
            tuple(moves.id(), part.number() + "-C1"), tuple(answer.id(), part.number() + "-C2"));
    assertThat(desk.tickets.comments(desk.agent, whole.number()))
        .extracting(CommentView::id)
        .containsExactly(stays.id());
    assertThat(filesOf(whole)).containsExactly(file.id());
    assertThat(filesOf(part)).containsExactly(withIt.id());
    assertThat(found(desk.agent, "badger")).containsExactly(part.number());
    assertThat(links.list(desk.agent, part.number()))
        .extracting(LinkView::kind, link -> link.ticket().id())
        .containsExactly(tuple(LinkKind.RELATED, whole.id()));
    assertThat(desk.tickets.history(desk.agent, part.number()))
        .extracting(HistoryView::action)
        .contains("opened", "split", "linked");
  }

  @Test
  void aPartIsMadeOfCommentsOfTheTicketOnly() {
    TicketView whole = open("whole");
    TicketView other = open("other");
    CommentView own = say(whole, desk.token1, AddComment.inPublic("x"));
    CommentView foreign = say(other, desk.token1, AddComment.inPublic("y"));
    SplitTicket split = new SplitTicket(List.of(own.id(), foreign.id(), Ids.next()), "Part", null);
    assertThatThrownBy(() -> merging.split(desk.agent, whole.number(), split))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/comment_ids/1")
        .hasMessageContaining("/comment_ids/2");
    SplitTicket none = new SplitTicket(List.of(), " ", null);
    assertThatThrownBy(() -> merging.split(desk.agent, whole.number(), none))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/comment_ids")
        .hasMessageContaining("/subject");
    assertThatThrownBy(
            () ->
                merging.split(
                    desk.token1, whole.number(), new SplitTicket(List.of(own.id()), "Part", null)))
        .isInstanceOf(Forbidden.class);
    assertThat(desk.tickets.count(desk.agent, TicketQuery.all())).isEqualTo(2);
    assertThat(desk.tickets.comments(desk.agent, whole.number())).hasSize(1);
  }
}
