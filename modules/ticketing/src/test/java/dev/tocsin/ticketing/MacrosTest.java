package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Teams;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Patch;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.work.AdjustTicket;
import dev.tocsin.ticketing.work.ApplyMacro;
import dev.tocsin.ticketing.work.Audience;
import dev.tocsin.ticketing.work.MacroDraft;
import dev.tocsin.ticketing.work.MacroPreview;
import dev.tocsin.ticketing.work.MacroView;
import dev.tocsin.ticketing.work.Macros;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MacrosTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private static final String HELLO =
      "Hello {{requester.name|there}}, {{ticket.number}} is {{ agent.name }}'s now. $1 {{}";

  private Desk desk;
  private Macros macros;
  private Actor colleague;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.macro CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    macros = beans.get(Macros.class);
    colleague = new Actor(Actor.Kind.USER, desk.onCall.id(), desk.onCall.name(), Role.AGENT, null);
  }

  private static MacroDraft draft(@Nullable String reply, AdjustTicket change) {
    return new MacroDraft("Take over", null, null, null, reply, null, change);
  }

  private MacroDraft shared(Audience audience, @Nullable UUID team) {
    return new MacroDraft("Shared", null, audience, team, "Hi", null, null);
  }

  private static final AdjustTicket TAKE =
      new AdjustTicket(
          TicketStatus.IN_PROGRESS, null, true, null, Priority.P1, List.of("taken"), null);

  @Test
  void aMacroAnswersAndChangesInOneGo() {
    MacroView macro = macros.create(desk.agent, draft(HELLO, TAKE));
    TicketView ticket = desk.in(TicketStatus.TRIAGED);

    MacroPreview preview = macros.preview(desk.agent, ticket.number(), macro.id());
    String said =
        "Hello "
            + desk.general.name()
            + ", "
            + ticket.number()
            + " is "
            + desk.general.name()
            + "'s now. $1 {{}";
    assertThat(preview.reply()).isEqualTo(said);
    assertThat(preview.obstacle()).isNull();
    assertThat(preview.changes()).containsOnlyKeys("status", "assignee_id", "priority", "tags");
    assertThat(desk.tickets.require(desk.agent, ticket.number())).isEqualTo(ticket);

    TicketView after =
        macros.apply(
            desk.agent, ticket.number(), macro.id(), ApplyMacro.asItIs(), ticket.version());
    assertThat(after.status()).isEqualTo(TicketStatus.IN_PROGRESS);
    assertThat(after.assigneeId()).isEqualTo(desk.agent.id());
    assertThat(after.tags()).containsExactly("taken");
    assertThat(after.firstAnsweredAt()).as("an agent's public word answers").isNotNull();
    assertThat(desk.tickets.comments(desk.token1, ticket.number()))
        .extracting(CommentView::body)
        .containsExactly(said);
  }

  @Test
  void nothingIsHalfDone() {
    MacroView macro = macros.create(desk.agent, draft("On it", TAKE));
    TicketView open = desk.open(desk.token1, Priority.P3);
    assertThat(macros.preview(desk.agent, open.number(), macro.id()).obstacle())
        .contains("open", "in_progress");
    assertThatThrownBy(
            () ->
                macros.apply(
                    desk.agent, open.number(), macro.id(), ApplyMacro.asItIs(), open.version()))
        .isInstanceOf(IllegalTransition.class);
    assertThatThrownBy(
            () -> macros.apply(desk.agent, open.number(), macro.id(), ApplyMacro.asItIs(), 99L))
        .isInstanceOf(Stale.class);
    assertThat(desk.tickets.require(desk.agent, open.number())).isEqualTo(open);
    assertThat(desk.tickets.comments(desk.agent, open.number())).isEmpty();
  }

  @Test
  void anEditedReplyIsSaidInsteadAndAnInternalOneStaysInside() {
    MacroView macro =
        macros.create(
            desk.agent,
            new MacroDraft("Note", null, null, null, "Note", Visibility.INTERNAL, null));
    TicketView ticket = desk.open(desk.token1, Priority.P3);
    macros.apply(desk.agent, ticket.number(), macro.id(), new ApplyMacro("Edited"), null);
    assertThat(desk.tickets.comments(desk.token1, ticket.number())).isEmpty();
    assertThat(desk.tickets.comments(desk.agent, ticket.number()))
        .extracting(CommentView::body)
        .containsExactly("Edited");
  }

  @Test
  void takingFromEverybodyIsKeptAsIs() {
    AdjustTicket nobody = new AdjustTicket(null, Patch.to(null), null, null, null, null, null);
    MacroView macro = macros.create(desk.agent, draft(null, nobody));
    assertThat(macros.require(desk.agent, macro.id()).change()).isEqualTo(nobody);
    assertThat(Json.write(macro.change())).isEqualTo("{\"assignee_id\":null}");
    TicketView ticket = desk.in(TicketStatus.TRIAGED);
    assertThat(
            macros
                .apply(desk.agent, ticket.number(), macro.id(), ApplyMacro.asItIs(), null)
                .assigneeId())
        .isNull();
  }

  @Test
  void whoFindsAMacroAndWhoChangesIt() {
    MacroView own = macros.create(desk.agent, shared(Audience.OWNER, null));
    assertThat(macros.list(desk.agent)).extracting(MacroView::id).containsExactly(own.id());
    assertThat(macros.list(colleague)).isEmpty();
    assertThatThrownBy(() -> macros.require(colleague, own.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> macros.create(desk.agent, shared(Audience.EVERYONE, null)))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> macros.create(desk.agent, shared(Audience.TEAM, desk.team.id())))
        .as("not a member")
        .isInstanceOf(Forbidden.class);

    Teams teams = beans.get(Teams.class);
    teams.addMember(desk.admin, desk.team.id(), desk.general.id());
    MacroView teams1 = macros.create(desk.agent, shared(Audience.TEAM, desk.team.id()));
    assertThat(macros.list(colleague)).isEmpty();
    teams.addMember(desk.admin, desk.team.id(), desk.onCall.id());
    assertThat(macros.list(colleague)).extracting(MacroView::id).containsExactly(teams1.id());
    macros.change(colleague, teams1.id(), shared(Audience.TEAM, desk.team.id()), 1L);
    teams.delete(desk.admin, desk.team.id(), null);
    assertThat(macros.require(desk.agent, teams1.id()).audience()).isEqualTo(Audience.OWNER);
    assertThat(macros.list(colleague)).isEmpty();

    MacroView all = macros.create(desk.admin, shared(Audience.EVERYONE, null));
    assertThat(macros.list(desk.viewer)).extracting(MacroView::id).containsExactly(all.id());
    assertThatThrownBy(() -> macros.delete(desk.agent, all.id(), null))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> macros.list(desk.token1)).isInstanceOf(Forbidden.class);
  }

  @Test
  void aMacroThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> macros.create(desk.agent, draft(null, AdjustTicket.nothing())))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> macros.create(desk.agent, draft("{{requester.nmae}}", TAKE)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/reply");
    AdjustTicket unknown =
        new AdjustTicket(null, null, null, Patch.to(UUID.randomUUID()), null, null, null);
    assertThatThrownBy(() -> macros.create(desk.agent, draft(null, unknown)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/change/team_id");
  }
}
