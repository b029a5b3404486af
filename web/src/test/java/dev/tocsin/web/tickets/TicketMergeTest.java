package dev.tocsin.web.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.persistence.Ids;
import dev.tocsin.ticketing.ChangeTicket;
import dev.tocsin.ticketing.HistoryView;
import dev.tocsin.ticketing.HistoryView.Shift;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.Requester;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.fields.CustomFieldView;
import dev.tocsin.ticketing.fields.FieldType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketMergeTest {

  private static final UUID ID = Ids.next();
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private static final CustomFieldView PLANT =
      new CustomFieldView(
          ID, "plant", "Plant", FieldType.TEXT, List.of(), false, 1, null, AT, AT, 1);

  private static TicketView ticket(String subject, Priority priority, String... tags) {
    return ticket(subject, priority, Map.of(), tags);
  }

  private static TicketView ticket(
      String subject, Priority priority, Map<String, Object> fields, String... tags) {
    return new TicketView(
        ID,
        "TKT-000001",
        ID,
        subject,
        "",
        priority,
        TicketStatus.OPEN,
        List.of(tags),
        null,
        null,
        null,
        fields,
        SlaState.OK,
        AT,
        AT,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  private static HistoryView changed(String by, Instant at, String property) {
    return new HistoryView(
        Ids.next(), at, by, null, "changed", Map.of(property, new Shift("a", "b")));
  }

  private static PropertiesForm typed(TicketView from, Priority priority, String tags) {
    PropertiesForm form = new PropertiesForm();
    form.fill(from, List.of(PLANT));
    form.setPriority(priority);
    form.setTagText(tags);
    return form;
  }

  @Test
  void whatOnlyOneSideChangedIsNoClash() {
    TicketView before = ticket("Help", Priority.P2, "vip");
    TicketView now = ticket("Help!", Priority.P2, "vip");
    TicketMerge merge = new TicketMerge(before, typed(before, Priority.P1, "vip"), now, List.of());
    assertThat(merge.clashes()).isEmpty();
    assertThat(merge.changed()).containsExactly("priority");
    assertThat(merge.changedElsewhere()).containsExactly("subject");
  }

  @Test
  void twoWhoWantTheSameDoNotClash() {
    TicketView before = ticket("Help", Priority.P2);
    TicketView now = ticket("Help", Priority.P1, "vip");
    assertThat(
            new TicketMerge(before, typed(before, Priority.P1, " vip "), now, List.of()).clashes())
        .isEmpty();
  }

  @Test
  void aClashSaysWhoChangedWhatAndWhen() {
    TicketView before = ticket("Help", Priority.P2, "a");
    TicketView now = ticket("Help", Priority.P0, "a", "b");
    List<HistoryView> history =
        List.of(
            changed("Anna", AT, "priority"),
            changed("Ben", AT.plusSeconds(60), "priority"),
            changed("Cleo", AT.plusSeconds(90), "subject"));
    TicketMerge merge = new TicketMerge(before, typed(before, Priority.P1, "a"), now, history);
    assertThat(merge.clashes())
        .extracting(
            Clash::property, Clash::who, Clash::at, Clash::before, Clash::mine, Clash::theirs)
        .containsExactly(tuple("priority", "Ben", AT.plusSeconds(60), "P2", "P1", "P0"));
  }

  @Test
  void onlyWhatIsWantedIsSent() {
    PropertiesForm form = typed(ticket("Help", Priority.P2), Priority.P1, "x, y");
    assertThat(form.change(Set.of("tags")))
        .isEqualTo(ChangeTicket.nothing().withTags(List.of("x", "y")));
    assertThat(form.change(Set.of())).isEqualTo(ChangeTicket.nothing());
    assertThat(form.change(Set.of("assignee_id")).assigneeId()).isNotNull();
  }

  @Test
  void twoWhoFillDifferentFieldsDoNotClashAndTwoWhoFillTheSameDo() {
    TicketView before = ticket("Help", Priority.P2, Map.of("plant", "North"));
    TicketView now = ticket("Help", Priority.P2, Map.of("plant", "North", "line", 7));
    PropertiesForm form = typed(before, Priority.P2, "");
    form.getFields().getInputs().get(0).setText("South");
    TicketMerge calm = new TicketMerge(before, form, now, List.of());
    assertThat(calm.clashes()).isEmpty();
    assertThat(form.change(calm.changed()))
        .isEqualTo(ChangeTicket.nothing().withCustomFields(Map.of("plant", "South")));

    TicketView moved = ticket("Help", Priority.P2, Map.of("plant", "West"));
    HistoryView otherField = fields("Anna", Map.of("plant", "North"), Map.of("plant", "West"));
    HistoryView sameField =
        fields("Ben", Map.of("plant", "West"), Map.of("plant", "West", "line", 7));
    assertThat(new TicketMerge(before, form, moved, List.of(otherField, sameField)).clashes())
        .extracting(Clash::property, Clash::who, Clash::mine, Clash::theirs)
        .containsExactly(tuple("custom_fields/plant", "Anna", "South", "West"));
  }

  private static HistoryView fields(String by, Map<String, Object> from, Map<String, Object> to) {
    return new HistoryView(
        Ids.next(), AT, by, null, "changed", Map.of("custom_fields", new Shift(from, to)));
  }

  @Test
  void whoAsksIsChangedAsOne() {
    PropertiesForm form = typed(ticket("Help", Priority.P2), Priority.P2, "");
    form.setRequesterName(" Jo ");
    assertThat(form.change(Set.of("requester")))
        .isEqualTo(ChangeTicket.nothing().withRequester(new Requester(null, "Jo")));
  }
}
