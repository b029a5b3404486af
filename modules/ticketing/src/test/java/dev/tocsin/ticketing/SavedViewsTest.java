package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketQuery.Sort;
import dev.tocsin.ticketing.work.Audience;
import dev.tocsin.ticketing.work.SavedViewDetail;
import dev.tocsin.ticketing.work.SavedViewDraft;
import dev.tocsin.ticketing.work.SavedViews;
import dev.tocsin.ticketing.work.TicketColumn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SavedViewsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private SavedViews views;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.saved_view CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    views = beans.get(SavedViews.class);
  }

  private static SavedViewDraft draft(String name, @Nullable Integer order, TicketFilter filter) {
    return new SavedViewDraft(name, order, null, null, filter, null);
  }

  private List<UUID> found(Actor actor, TicketFilter filter) {
    return desk.tickets.list(actor, filter.query(actor), PageRequest.first()).data().stream()
        .map(TicketSummary::id)
        .toList();
  }

  private SavedViewDetail builtIn(String name) {
    return views.list(desk.agent).stream()
        .filter(view -> view.builtIn() && view.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEmptyDeskHasViewsToBeginWith() {
    List<SavedViewDetail> first = views.list(desk.agent);
    assertThat(first).hasSizeGreaterThan(4).allMatch(SavedViewDetail::builtIn);
    SavedViewDetail mine = builtIn("Mine");
    assertThat(views.require(desk.viewer, mine.id())).isEqualTo(mine);
    assertThatThrownBy(() -> views.delete(desk.admin, mine.id(), null))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> views.change(desk.admin, mine.id(), draft("x", null, TicketFilter.all()), null))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void meIsWhoeverAsksAndNoneIsNobody() {
    TicketView mine = desk.tickets.open(desk.agent, desk.assigned(Priority.P2, desk.general.id()));
    TicketView theirs = desk.tickets.open(desk.agent, desk.assigned(Priority.P2, desk.onCall.id()));
    TicketView nobodys = desk.open(desk.token1, Priority.P1);
    assertThat(found(desk.agent, builtIn("Mine").filter())).containsExactly(mine.id());
    assertThat(found(desk.viewer, builtIn("Mine").filter())).isEmpty();
    assertThat(found(desk.agent, builtIn("Nobody's").filter())).containsExactly(nobodys.id());
    assertThat(found(desk.agent, TicketFilter.all().withAssignee(desk.onCall.id().toString())))
        .containsExactly(theirs.id());
  }

  @Test
  void aViewIsKeptAsItWasDrawnUp() {
    TicketFilter filter =
        new TicketFilter(
            List.of(TicketStatus.OPEN),
            List.of(Priority.P0),
            List.of("vip"),
            "me",
            desk.team.id(),
            desk.customer1.id(),
            List.of(SlaState.AT_RISK),
            List.of("severity:high"),
            "printer",
            Sort.PRIORITY_ASC);
    SavedViewDetail kept =
        views.create(
            desk.agent,
            new SavedViewDraft(
                "VIPs", null, null, null, filter, List.of(TicketColumn.SUBJECT, TicketColumn.SLA)));
    assertThat(views.require(desk.agent, kept.id())).isEqualTo(kept);
    assertThat(kept.filter()).isEqualTo(filter);
    assertThat(kept.columns()).containsExactly(TicketColumn.SUBJECT, TicketColumn.SLA);
    assertThat(kept.audience()).isEqualTo(Audience.OWNER);
    assertThatThrownBy(() -> views.require(desk.viewer, kept.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> views.change(desk.agent, kept.id(), draft("y", null, filter), kept.version() + 1))
        .isInstanceOf(Stale.class);
  }

  @Test
  void viewsStandInTheirOrder() {
    views.create(desk.agent, draft("second", null, TicketFilter.all()));
    views.create(desk.agent, draft("third", null, TicketFilter.all()));
    views.create(desk.agent, draft("first", 0, TicketFilter.all()));
    assertThat(views.list(desk.agent).stream().filter(view -> !view.builtIn()))
        .extracting(SavedViewDetail::name)
        .containsExactly("first", "second", "third");
  }

  @Test
  void aFilterThatMeansNothingIsRefused() {
    TicketFilter nobody = TicketFilter.all().withAssignee("somebody");
    assertThatThrownBy(() -> views.create(desk.agent, draft("bad", null, nobody)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/filter/assignee_id");
    assertThatThrownBy(() -> nobody.query(desk.agent))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/assignee_id");
  }
}
