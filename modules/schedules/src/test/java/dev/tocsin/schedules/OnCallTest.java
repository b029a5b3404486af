package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static dev.tocsin.schedules.Crew.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnCallTest {

  @RegisterExtension static final Crew crew = new Crew();

  private final OnCall onCall = crew.get(OnCall.class);

  @BeforeEach
  void noon() {
    crew.clock().set(Instant.parse("2024-01-10T12:00:00Z"));
  }

  @Test
  @Tag("regen-35")
  @Tag("regen-36")
  void whoIsOnCallComesFromLayersAndOverridesWithTheUsersBehindTheNames() {
    UUID bob = crew.hire("bob").id();
    ScheduleView schedule =
        crew.schedule(weekly("primary", "2024-01-01T00:00:00Z", "alice", "Bob", "carol"));
    UUID id = schedule.id();
    assertThat(at(id, "2024-01-10T12:00:00Z"))
        .extracting(OnCallView::userName, OnCallView::userId, OnCallView::isOverride)
        .containsExactly("Bob", bob, false);
    assertThat(at(id, "2024-01-22T00:00:00Z").userName()).isEqualTo("alice");
    assertThat(at(id, "2023-12-31T00:00:00Z").userName()).isEmpty();

    crew.override(id, new Person("dave", null), "2024-01-10T10:00:00Z", "2024-01-10T14:00:00Z");
    assertThat(at(id, "2024-01-10T12:00:00Z"))
        .extracting(OnCallView::userName, OnCallView::userId, OnCallView::isOverride)
        .containsExactly("dave", null, true);
    assertThat(at(id, "2024-01-10T14:00:00Z").userName()).isEqualTo("Bob");
  }

  @Test
  void anAccountMadeLaterIsFoundBehindAName() {
    UUID id = crew.schedule(weekly("primary", "2024-01-01T00:00", "zoe")).id();
    assertThat(at(id, "2024-01-10T12:00:00Z").userId()).isNull();
    UUID zoe = crew.hire("Zoe").id();
    assertThat(at(id, "2024-01-10T12:00:00Z").userId()).isEqualTo(zoe);
  }

  @Test
  @Tag("regen-37")
  void leaveIsHeededAndTheTimelineAgrees() {
    UUID id = crew.schedule(weekly("primary", "2024-01-01T00:00", "alice", "bob", "carol")).id();
    crew.get(Absences.class)
        .addUnavailability(
            SYSTEM,
            id,
            new CreateUnavailability(
                "bob", null, LocalDate.of(2024, 1, 10), LocalDate.of(2024, 1, 10), "dentist"));
    OnCallTimeline timeline =
        onCall.timeline(
            SYSTEM,
            id,
            Instant.parse("2024-01-08T00:00:00Z"),
            Instant.parse("2024-01-15T00:00:00Z"));
    assertThat(timeline.segments())
        .extracting(segment -> segment.userName() + " " + segment.start())
        .containsExactly(
            "bob 2024-01-08T00:00:00Z", "carol 2024-01-10T00:00:00Z", "bob 2024-01-11T00:00:00Z");
    assertThat(at(id, "2024-01-10T12:00:00Z").userName()).isEqualTo("carol");
  }

  @Test
  void currentNamesEveryScheduleAndTheResponderIsTheFirstKnownUser() {
    UUID policy = Ids.next();
    crew.get(Schedules.class)
        .create(
            SYSTEM,
            new CreateSchedule(
                "a empty", null, "UTC", null, null, null, null, null, null, null, null));
    crew.schedule(weekly("x", "2024-01-01T00:00", "nobody we know"));
    UUID dora = crew.hire("dora").id();
    crew.get(Schedules.class)
        .create(
            SYSTEM,
            new CreateSchedule(
                "z",
                null,
                "UTC",
                null,
                policy,
                null,
                null,
                null,
                List.of(weekly("l", "2024-01-01T00:00", "dora")),
                null,
                null));
    assertThat(onCall.current(SYSTEM))
        .extracting(OnCallNow::scheduleName, OnCallNow::userName)
        .containsExactly(tuple("a empty", ""), tuple("Ops", "nobody we know"), tuple("z", "dora"));
    assertThat(onCall.responder(crew.clock().instant()))
        .hasValueSatisfying(
            responder -> {
              assertThat(responder.userId()).isEqualTo(dora);
              assertThat(responder.defaultEscalationPolicyId()).isEqualTo(policy);
            });
  }

  @Test
  void windowsAreBounded() {
    UUID id = crew.schedule(weekly("l", "2024-01-01T00:00", "dora")).id();
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    for (Instant to :
        List.of(from, from.minusSeconds(1), from.plusSeconds(401L * 86400), Instant.MAX)) {
      assertThatThrownBy(() -> onCall.timeline(SYSTEM, id, from, to)).isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> onCall.at(SYSTEM, id, Instant.MIN)).isInstanceOf(Rejected.class);
    OnCallTimeline usual = onCall.timeline(SYSTEM, id, null, null);
    assertThat(usual.from()).isEqualTo(crew.clock().instant());
    assertThat(usual.to()).isEqualTo(crew.clock().instant().plusSeconds(7 * 86400));
  }

  private OnCallView at(UUID schedule, String instant) {
    return onCall.at(SYSTEM, schedule, Instant.parse(instant));
  }
}
