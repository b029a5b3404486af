package dev.tocsin.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {

  @Test
  @Tag("support-26")
  void aFilterLetsItsOwnTypesPassAndAnEmptyOneLetsAllPass() {
    assertThat(EventTypes.wanted(List.of("sla.breach"), EventTypes.TICKET_CREATED)).isFalse();
    assertThat(EventTypes.wanted(List.of("sla.breach"), EventTypes.SLA_BREACH)).isTrue();
    assertThat(EventTypes.wanted(List.of(), EventTypes.TICKET_CREATED)).isTrue();
  }

  @Test
  void aFamilyLetsAllOfItsTypesPass() {
    List<String> filter = List.of("escalation.*");
    assertThat(EventTypes.all().stream().filter(type -> EventTypes.wanted(filter, type)))
        .containsExactly(
            EventTypes.ESCALATION_PAGED,
            EventTypes.ESCALATION_STOPPED,
            EventTypes.ESCALATION_EXHAUSTED,
            EventTypes.ESCALATION_NOBODY_PAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticket.created", "sla.breach", "ticket.*", "incident.*"})
  void typesAndFamiliesAreKnown(String entry) {
    assertThat(EventTypes.known(entry)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", ".*", "ticket", "ticket.", "tick.*", "nothing.*", "Ticket.created"})
  void anythingElseIsNot(String entry) {
    assertThat(EventTypes.known(entry)).isFalse();
  }
}
