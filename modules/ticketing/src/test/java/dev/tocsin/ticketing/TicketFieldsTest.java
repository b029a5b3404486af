package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.fields.CustomFieldDraft;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import dev.tocsin.ticketing.fields.TicketFields;
import dev.tocsin.ticketing.merging.SplitTicket;
import dev.tocsin.ticketing.merging.TicketMerging;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketFieldsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;
  private TicketFields fields;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket, ticketing.custom_field CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
    fields = beans.get(TicketFields.class);
  }

  private CustomFieldView field(String key, FieldType type, String... options) {
    return fields.create(
        desk.admin,
        new CustomFieldDraft(
            key, key, type, options.length == 0 ? null : List.of(options), null, null, null));
  }

  private TicketView open(Actor by, @Nullable Map<String, Object> values) {
    return desk.tickets.open(
        by,
        new OpenTicket(
            desk.customer1.id(), "Help", null, Priority.P2, null, null, null, null, values));
  }

  private static ChangeTicket change(Map<String, @Nullable Object> values) {
    return new ChangeTicket(null, null, null, null, null, null, null, values);
  }

  @Test
  void everyTypeTakesItsOwnValuesAndNoOthers() {
    field("note", FieldType.TEXT);
    field("seats", FieldType.NUMBER);
    field("until", FieldType.DATE);
    field("vip", FieldType.BOOLEAN);
    field("severity", FieldType.SELECT, "low", "high");
    field("areas", FieldType.MULTI_SELECT, "mail", "web");
    Map<String, Object> good =
        Map.of(
            "note",
            "x",
            "seats",
            3,
            "until",
            "2026-02-28",
            "vip",
            true,
            "severity",
            "high",
            "areas",
            List.of("web"),
            "of_a_program",
            "kept as it is");
    TicketView ticket = open(desk.agent, good);
    assertThat(ticket.customFields()).isEqualTo(good);
    Map<String, Object> bad =
        Map.of(
            "note",
            3,
            "seats",
            "3",
            "until",
            "2026-02-29",
            "vip",
            "yes",
            "severity",
            "medium",
            "areas",
            List.of("web", "web"),
            "of_a_program",
            Map.of("nested", "no"));
    String[] everyPointer =
        bad.keySet().stream().map(key -> "/custom_fields/" + key).toArray(String[]::new);
    assertThatThrownBy(() -> open(desk.agent, bad))
        .isInstanceOf(Rejected.class)
        .hasMessageContainingAll(everyPointer);
    assertThatThrownBy(
            () -> desk.tickets.change(desk.agent, ticket.number(), change(Map.copyOf(bad)), null))
        .isInstanceOf(Rejected.class)
        .hasMessageContainingAll(everyPointer);
  }

  @Test
  void whoWorksHereMustFillWhatIsRequired() {
    fields.create(
        desk.admin, new CustomFieldDraft("room", "Room", FieldType.TEXT, null, true, null, null));
    assertThatThrownBy(() -> open(desk.agent, null))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/custom_fields/room");
    open(desk.token1, null);
    TicketView ticket = open(desk.agent, Map.of("room", "12"));
    ChangeTicket emptied = change(Collections.singletonMap("room", null));
    assertThatThrownBy(() -> desk.tickets.change(desk.agent, ticket.number(), emptied, null))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/custom_fields/room");
    field("floor", FieldType.NUMBER);
    ChangeTicket other = change(Map.of("floor", 3));
    assertThat(desk.tickets.change(desk.agent, ticket.number(), other, null).customFields())
        .isEqualTo(Map.of("room", "12", "floor", 3));
  }

  @Test
  void whereNobodyIsAskedNothingIsMissing() {
    TicketView ticket = desk.open(desk.agent, Priority.P2);
    UUID comment =
        desk.tickets.comment(desk.agent, ticket.number(), AddComment.inPublic("Badger")).id();
    fields.create(
        desk.admin, new CustomFieldDraft("room", "Room", FieldType.TEXT, null, true, null, null));
    assertThat(
            desk.tickets
                .openUnasked(desk.agent, desk.ticket(Priority.P2, "By the support API"))
                .customFields())
        .isEmpty();
    beans
        .get(TicketMerging.class)
        .split(desk.agent, ticket.number(), new SplitTicket(List.of(comment), "Badger", null));
    OpenTicket strange =
        new OpenTicket(
            desk.customer1.id(),
            "Help",
            null,
            Priority.P2,
            null,
            null,
            null,
            null,
            Map.of("room", 12));
    assertThatThrownBy(() -> desk.tickets.openUnasked(desk.agent, strange))
        .as("what is given is judged all the same")
        .isInstanceOf(Rejected.class);
  }

  @Test
  void whatAProgramKeepsIsItsOwnToChangeAndToTakeAway() {
    TicketView ticket = open(desk.agent, Map.of("trace", List.of("a", "b")));
    ChangeTicket other = change(Map.of("trace", 2));
    assertThat(desk.tickets.change(desk.agent, ticket.number(), other, null).customFields())
        .isEqualTo(Map.of("trace", 2));
    ChangeTicket emptied = change(Collections.singletonMap("trace", null));
    assertThat(desk.tickets.change(desk.agent, ticket.number(), emptied, null).customFields())
        .isEmpty();
  }

  @Test
  void anArchivedFieldIsNoLongerAskedForAndItsValuesStay() {
    CustomFieldView room =
        fields.create(
            desk.admin,
            new CustomFieldDraft("room", "Room", FieldType.TEXT, null, true, null, null));
    TicketView ticket = open(desk.agent, Map.of("room", "12"));
    assertThatThrownBy(() -> fields.delete(desk.admin, room.id(), null))
        .isInstanceOf(Conflict.class);
    CustomFieldView archived =
        fields.change(
            desk.admin,
            room.id(),
            new CustomFieldDraft("room", "Room", FieldType.TEXT, null, true, null, true),
            room.version());
    assertThat(archived.archivedAt()).isEqualTo(TestContainer.START);
    open(desk.agent, null);
    assertThat(desk.tickets.require(desk.agent, ticket.number()).customFields())
        .containsEntry("room", "12");
    CustomFieldView unused = field("unused", FieldType.BOOLEAN);
    assertThat(fields.list(desk.viewer))
        .extracting(CustomFieldView::key)
        .as("archived ones come last")
        .containsExactly("unused", "room");
    fields.delete(desk.admin, unused.id(), null);
  }

  @ParameterizedTest
  @CsvSource({
    "seats:3, numbers",
    "seats:3.0, numbers",
    "vip:true, booleans",
    "areas:mail, lists",
    "note:3, texts",
    "until:2026-02-28, days"
  })
  void ticketsAreFoundByAFieldOfAnyType(String wanted, String which) {
    field("seats", FieldType.NUMBER);
    field("vip", FieldType.BOOLEAN);
    field("areas", FieldType.MULTI_SELECT, "mail", "web");
    field("note", FieldType.TEXT);
    field("until", FieldType.DATE);
    Map<String, UUID> tickets =
        Map.of(
            "numbers", open(desk.agent, Map.of("seats", 3)).id(),
            "booleans", open(desk.agent, Map.of("vip", true)).id(),
            "lists", open(desk.agent, Map.of("areas", List.of("web", "mail"))).id(),
            "texts", open(desk.agent, Map.of("note", "3")).id(),
            "days", open(desk.agent, Map.of("until", "2026-02-28")).id());
    TicketFilter filter =
        new TicketFilter(null, null, null, null, null, null, null, List.of(wanted), null, null);
    assertThat(desk.tickets.list(desk.agent, filter.query(desk.agent), PageRequest.first()).data())
        .extracting(TicketSummary::id)
        .containsExactly(tickets.get(which));
  }

  @Test
  void fieldsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> field("severity", FieldType.SELECT))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/options");
    assertThatThrownBy(() -> field("Bad Key", FieldType.TEXT))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/key");
    CustomFieldView known = field("known", FieldType.TEXT);
    assertThatThrownBy(() -> field("known", FieldType.NUMBER)).isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () ->
                fields.change(
                    desk.admin,
                    known.id(),
                    new CustomFieldDraft("other", "x", FieldType.DATE, null, null, null, null),
                    null))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/key")
        .hasMessageContaining("/type");
    Actor agent = new Actor(Actor.Kind.USER, desk.general.id(), "agent", Role.AGENT, null);
    assertThatThrownBy(() -> fields.delete(agent, known.id(), null)).isInstanceOf(Forbidden.class);
  }
}
