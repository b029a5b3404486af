package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.UserView;
import dev.tocsin.persistence.Patch;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.schedules.internal.ShiftNotices;
import dev.tocsin.schedules.internal.ZoneRulesCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Time begins at midnight; shifts change at nine, and an hour before that people are told. */
class ShiftNoticesTest {

  @RegisterExtension static final Crew crew = new Crew();

  private final UserView alice = crew.hire("alice");
  private final UserView bob = crew.hire("bob");
  private final UserView carol = crew.hire("carol");

  @Test
  @Tag("regen-41")
  void whoStandsInIsToldAheadAndAtTheHandoffOnceOnThreeNodesAndAfterARestart() throws Exception {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    crew.override(id, carol, "2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z");

    onThreeNodes("2026-03-02T07:59:59Z");
    assertThat(told()).isEmpty();
    onThreeNodes("2026-03-02T08:00:00Z");
    assertThat(told()).containsExactly("ahead 09:00 alice > carol");
    onThreeNodes("2026-03-02T09:00:00Z");
    beat("2026-03-02T09:00:01Z"); // as after a restart: whatever a node remembered is gone
    assertThat(told()).containsExactly("ahead 09:00 alice > carol", "handoff 09:00 alice > carol");
    onThreeNodes("2026-03-02T11:00:00Z");
    onThreeNodes("2026-03-02T12:00:00Z");
    assertThat(told())
        .containsExactly(
            "ahead 09:00 alice > carol",
            "handoff 09:00 alice > carol",
            "ahead 12:00 carol > bob",
            "handoff 12:00 carol > bob");
    assertThat(concerned(0)).containsExactly(alice.name(), carol.name());
  }

  @Test
  void manyNodesTellEachOfManyHandoffsOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      crew.daily("2026-03-01T09:00", alice, bob);
    }
    onThreeNodes("2026-03-02T00:00:00Z");
    onThreeNodes("2026-03-02T09:00:00Z");
    beat("2026-03-02T09:00:01Z"); // what each node left to another is nobody's to tell any more
    assertThat(announced())
        .hasSize(40)
        .allMatch(notice -> notice.kind() == ShiftNoticeKind.HANDOFF)
        .extracting(ShiftChangeAnnounced::scheduleId)
        .doesNotHaveDuplicates();
  }

  @Test
  void theFirstShiftIsToldAndTheEndOfTheLast() {
    UUID id = crew.daily("2026-03-02T09:00:00Z", alice);
    beat("2026-03-02T09:00:00Z");
    assertThat(told()).containsExactly("handoff 09:00 nobody > alice");
    UUID layer = crew.get(Schedules.class).layers(SYSTEM, id).get(0).id();
    ChangeLayer short8 =
        new ChangeLayer(null, null, null, null, null, Duration.ofHours(8), null, null, null);
    crew.get(Schedules.class).changeLayer(SYSTEM, id, layer, short8, null);
    beat("2026-03-02T17:00:00Z");
    assertThat(told()).contains("handoff 17:00 alice > nobody");
  }

  @Test
  void leaveIsHeeded() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob, carol);
    CreateUnavailability leave =
        new CreateUnavailability(
            bob.name(), bob.id(), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), null);
    crew.get(Absences.class).addUnavailability(SYSTEM, id, leave);
    beat("2026-03-02T08:30:00Z");
    assertThat(told()).containsExactly("ahead 09:00 alice > carol");
  }

  @Test
  void nothingIsToldWhenTheSamePersonStays() {
    UUID id = crew.daily("2026-03-01T09:00", alice, alice);
    crew.override(id, alice, "2026-03-02T09:00:00Z", "2026-03-02T12:00:00Z");
    for (int hour = 1; hour < 14; hour++) {
      beat(Instant.parse("2026-03-02T00:00:00Z").plus(Duration.ofHours(hour)).toString());
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void aNoticeAheadIsPutRightWhenThePlanChangesAndNotRepeatedWhenItDoesNot() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    beat("2026-03-02T08:00:00Z");
    OverrideView override =
        crew.override(id, carol, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
    beat("2026-03-02T08:10:00Z");
    crew.override(id, bob, "2026-03-03T12:00:00Z", "2026-03-03T13:00:00Z");
    beat("2026-03-02T08:20:00Z");
    crew.get(Absences.class).removeOverride(SYSTEM, id, override.id());
    crew.override(id, alice, "2026-03-02T08:59:00Z", "2026-03-02T14:00:00Z");
    beat("2026-03-02T08:30:00Z");
    beat("2026-03-02T09:00:00Z");
    assertThat(told())
        .containsExactly(
            "ahead 09:00 alice > bob", "ahead 09:00 alice > carol", "ahead 09:00 nobody > nobody");
    assertThat(announced()).extracting(ShiftChangeAnnounced::revision).containsExactly(1, 2, 3);
    assertThat(concerned(1)).containsExactly(alice.name(), carol.name(), bob.name());
    assertThat(concerned(2)).containsExactly(alice.name(), carol.name());
    assertThat(announced().get(2).onCall()).extracting(Person::name).containsExactly(alice.name());
  }

  @Test
  void whatBeginsInThePastIsToldToNobodyButItsEndIs() {
    UUID id = crew.daily("2026-03-01T09:00", alice);
    beat("2026-03-02T03:00:00Z");
    crew.override(id, bob, "2026-03-02T02:55:00Z", "2026-03-02T05:00:00Z");
    crew.override(id, carol, "2026-03-02T02:00:00Z", "2026-03-02T02:50:00Z");
    beat("2026-03-02T03:00:01Z");
    assertThat(told()).isEmpty();
    beat("2026-03-02T05:00:00Z");
    assertThat(told()).containsExactly("handoff 05:00 bob > alice");
  }

  @Test
  void aHandoffIsToldAsItWasThoughTheScheduleIsChangedBeforeAnybodyLooked() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    beat("2026-03-02T08:00:00Z");
    crew.clock().set(Instant.parse("2026-03-02T09:00:00.500Z"));
    crew.override(id, carol, "2026-03-02T08:00:00Z", "2026-03-02T09:30:00Z");
    beat("2026-03-02T09:00:01Z");
    assertThat(told())
        .containsExactly(
            "ahead 09:00 alice > bob", "handoff 09:00 alice > bob", "ahead 09:30 carol > bob");
  }

  @Test
  void aHandoffMissedWhileNothingRanIsToldLateButNotTooLate() {
    crew.daily("2026-03-01T09:00", alice, bob);
    beat("2026-03-02T00:00:00Z");
    beat("2026-03-02T09:30:00Z");
    assertThat(told()).isEmpty();
    beat("2026-03-03T09:29:59Z");
    assertThat(told()).containsExactly("handoff 09:00 bob > alice");
    beat("2026-03-03T09:31:00Z");
    assertThat(told()).hasSize(1);
  }

  @Test
  void aScheduleMayTellEarlierOrNotAheadAndGoBackToTheSetting() {
    UUID id = crew.daily("2026-03-01T09:00", alice, bob);
    lead(id, Patch.to(180));
    beat("2026-03-02T06:00:00Z");
    assertThat(told()).containsExactly("ahead 09:00 alice > bob");
    lead(id, Patch.to(0));
    beat("2026-03-03T08:59:59Z");
    beat("2026-03-03T09:00:00Z");
    assertThat(told())
        .endsWith("handoff 09:00 bob > alice")
        .doesNotContain("ahead 09:00 bob > alice");
    lead(id, Patch.to(null));
    beat("2026-03-04T08:00:00Z");
    assertThat(told()).endsWith("ahead 09:00 alice > bob");
    assertThatThrownBy(() -> lead(id, Patch.to(-1))).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> lead(id, Patch.to(10_081))).isInstanceOf(Rejected.class);
  }

  private static void lead(UUID schedule, Patch<Integer> minutes) {
    ChangeSchedule command = new ChangeSchedule(null, null, null, null, null, null, null, minutes);
    crew.get(Schedules.class).change(SYSTEM, schedule, command, null);
  }

  @Test
  void afterTheZoneRulesHaveChangedEveryScheduleIsLookedAtAnew() {
    crew.daily("2026-03-01T09:00", alice, bob);
    beat("2026-03-02T00:00:00Z");
    crew.db()
        .sql("UPDATE schedules.shift_watches SET due_at = '2030-01-01'"); // as other rules had it
    beat("2026-03-02T08:00:00Z");
    assertThat(told()).isEmpty();
    crew.get(ZoneRulesCheck.class).run(Instant.parse("2026-03-02T08:00:00Z"));
    beat("2026-03-02T08:00:00Z");
    assertThat(told()).containsExactly("ahead 09:00 alice > bob");
  }

  /** Runs the work as the heartbeats of three nodes do, all at the same instant. */
  private void onThreeNodes(String at) throws Exception {
    crew.clock().set(Instant.parse(at));
    List<Callable<Batch>> nodes = Collections.nCopies(3, () -> notices().run(Instant.parse(at)));
    assertThat(Crew.atOnce(new ArrayList<>(nodes))).allMatch(batch -> batch.failed() == 0);
  }

  private void beat(String at) {
    crew.clock().set(Instant.parse(at));
    assertThat(notices().run(Instant.parse(at)).failed()).isZero();
  }

  private static ShiftNotices notices() {
    return crew.get(ShiftNotices.class);
  }

  private static List<ShiftChangeAnnounced> announced() {
    return crew.announced(ShiftChangeAnnounced.class);
  }

  private static List<String> told() {
    return announced().stream()
        .map(
            notice ->
                (notice.kind() + " ").toLowerCase(Locale.ROOT)
                    + notice.handoffAt().toString().substring(11, 16)
                    + " "
                    + names(notice.outgoing())
                    + " > "
                    + names(notice.incoming()))
        .toList();
  }

  private static List<String> concerned(int notice) {
    return announced().get(notice).concerned().stream().map(Person::name).toList();
  }

  private static String names(List<Person> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(Person::name).collect(Collectors.joining("+"));
  }
}
