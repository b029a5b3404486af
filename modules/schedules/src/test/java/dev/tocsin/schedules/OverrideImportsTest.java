package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Warning;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** It is noon on the second of March 2026, and another tool's calendar says who is on call. */
class OverrideImportsTest {

  @RegisterExtension static final Crew crew = new Crew();

  private final UserView alice = crew.hire("alice");
  private final UserView bob = crew.hire("bob");
  private final UUID id = crew.daily("2026-03-01T09:00", alice);

  @BeforeEach
  void noon() {
    crew.clock().set(Instant.parse("2026-03-02T12:00:00Z"));
  }

  private OverrideImport run(String... events) {
    return run(id, calendar(events));
  }

  private static OverrideImport run(UUID schedule, String calendar) {
    return crew.get(OverrideImports.class).importCalendar(SYSTEM, schedule, calendar);
  }

  private static String calendar(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\r\n").append(event).append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private static String event(String uid, String start, String summary, String... more) {
    String rest = more.length == 0 ? "" : "\r\n" + String.join("\r\n", more);
    return "UID:" + uid + "\r\nDTSTART:" + start + "\r\nDURATION:PT2H\r\nSUMMARY:" + summary + rest;
  }

  private List<OverrideView> overrides() {
    return crew.get(Absences.class).overrides(SYSTEM, id);
  }

  private static List<Integer> counts(OverrideImport done) {
    return List.of(done.added(), done.removed(), done.unchanged(), done.skipped());
  }

  @Test
  void eventsPutTheirPeopleOnCall() {
    OverrideImport done =
        run(
            event("a", "20260303T100000Z", bob.name()),
            event("b", "20260304T100000Z", "Night", "ATTENDEE:mailto:" + bob.email()),
            event("c", "20260305T100000Z", "On call: Zoe, from the agency"),
            event("d", "20260101T100000Z", bob.name()));
    assertThat(counts(done)).containsExactly(3, 0, 0, 1);
    assertThat(crew.onCall(id, "2026-03-03T11:00:00Z")).isEqualTo(bob.name());
    assertThat(overrides())
        .extracting(OverrideView::userId)
        .containsExactly(bob.id(), bob.id(), null);
    assertThat(overrides()).extracting(OverrideView::reason).containsExactly(null, "Night", null);
    assertThat(crew.onCall(id, "2026-03-05T11:59:59Z")).isEqualTo("Zoe, from the agency");
    assertThat(crew.onCall(id, "2026-03-05T12:00:00Z")).isEqualTo(alice.name());
    assertThat(done.warnings()).extracting(Warning::code).containsExactly("unknown_person");
  }

  @Test
  void importingAgainNeverDoublesAndBringsUpToDateWhatItSpeaksOf() {
    String weekly = "RRULE:FREQ=WEEKLY;COUNT=3";
    run(event("a", "20260303T100000Z", bob.name(), weekly), event("b", "20260304T100000Z", "Zoe"));
    List<UUID> first = overrides().stream().map(OverrideView::id).toList();
    assertThat(first).hasSize(4);
    OverrideImport again =
        run(
            event("a", "20260303T100000Z", bob.name(), weekly),
            event("b", "20260304T100000Z", "Zoe"));
    assertThat(counts(again)).containsExactly(0, 0, 4, 0);
    assertThat(overrides()).extracting(OverrideView::id).containsExactlyElementsOf(first);

    OverrideImport moved =
        run(event("a", "20260303T100000Z", bob.name(), weekly, "EXDATE:20260310T100000Z"));
    assertThat(counts(moved)).containsExactly(0, 1, 2, 0);
    OverrideImport renamed = run(event("b", "20260304T110000Z", alice.name()));
    assertThat(counts(renamed)).containsExactly(1, 1, 0, 0);
    OverrideImport cancelled = run(event("b", "20260304T110000Z", "x", "STATUS:CANCELLED"));
    assertThat(counts(cancelled)).containsExactly(0, 1, 0, 1);
    assertThat(overrides()).extracting(OverrideView::userId).containsOnly(bob.id()).hasSize(2);
  }

  @Test
  void whatIsOverStaysAsItWasAndOthersOverridesAreNobodysBusiness() {
    OverrideView byHand = crew.override(id, bob, "2026-03-03T10:00:00Z", "2026-03-03T12:00:00Z");
    run(event("a", "20260302T140000Z", bob.name()));
    crew.clock().set(Instant.parse("2026-03-02T20:00:00Z"));
    run(event("a", "20260302T150000Z", "Zoe"));
    assertThat(crew.onCall(id, "2026-03-02T14:30:00Z")).isEqualTo(bob.name());
    assertThat(crew.onCall(id, "2026-03-02T16:30:00Z")).isEqualTo(alice.name());
    assertThat(overrides()).extracting(OverrideView::id).containsExactly(byHand.id());
  }

  @Test
  void tocsinsOwnFeedOfOneScheduleIsUnderstoodByAnother() {
    UUID source = crew.daily("2026-03-01T09:00", bob, alice);
    UserView reader = crew.hire("reader");
    FeedTokenCreated token =
        crew.get(FeedTokens.class).create(Crew.as(reader), new CreateFeedToken("x", source, null));
    String feed = crew.get(CalendarFeeds.class).ofSchedule(source, token.token()).text();
    OverrideImport done = run(id, feed);
    assertThat(done.added()).isGreaterThan(100);
    for (int day = 3; day < 30; day++) {
      String at = "2026-03-%02dT12:00:00Z".formatted(day);
      assertThat(crew.onCall(id, at)).isEqualTo(crew.onCall(source, at));
    }
    assertThat(run(id, feed).added()).isZero();
  }

  @Test
  void everyEventThatCannotBeUnderstoodIsNamedAndNothingIsStored() {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () ->
                run(
                    event("good", "20260303T100000Z", bob.name()),
                    "UID:no-end\r\nDTSTART:20260303T100000Z\r\nSUMMARY:Lost",
                    "UID:nobody\r\nDTSTART:20260303T100000Z\r\nDURATION:PT1H",
                    "DTSTART:20260303T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Nameless"));
    assertThat(rejected.faults())
        .extracting(Fault::detail)
        .containsExactly(
            "the event \"Lost\" (UID no-end): it has no end",
            "the event (UID nobody): it names nobody",
            "the event \"Nameless\" (UID ): it has no UID to know it by");
    assertThat(overrides()).isEmpty();
  }

  @Test
  void whatIsNoCalendarOrTooMuchOfOneIsRefused() {
    assertThatThrownBy(() -> run(id, "hello")).hasMessageContaining("must be a calendar");
    assertThatThrownBy(() -> run(id, "x".repeat(1024 * 1024 + 1))).isInstanceOf(Rejected.class);
    String often = "RRULE:FREQ=HOURLY;INTERVAL=12";
    assertThatThrownBy(
            () ->
                run(
                    event("a", "20260303T100000Z", "Zoe", often),
                    event("b", "20260303T100000Z", "Zoe", often)))
        .hasMessageContaining("more than 1000 shifts");
    assertThatThrownBy(() -> run(UUID.randomUUID(), calendar())).isInstanceOf(NotFound.class);
    UserView viewer = crew.hire("eve", Role.VIEWER);
    assertThatThrownBy(
            () -> crew.get(OverrideImports.class).importCalendar(Crew.as(viewer), id, calendar()))
        .isInstanceOf(Forbidden.class);
    assertThat(overrides()).isEmpty();
  }

  @Test
  void overlapsAndLeaveAreWarnedOf() {
    OverrideImport done =
        run(event("a", "20260303T100000Z", "Zoe"), event("b", "20260303T110000Z", "Yan"));
    assertThat(done.warnings())
        .extracting(Warning::code)
        .containsExactly("unknown_person", "unknown_person", "overlapping_overrides");
  }

  @RepeatedTest(3)
  void ofManyWhoImportAtOnceOneAddsAndTheOthersFindItDone() throws Exception {
    String calendar = calendar(event("a", "20260303T100000Z", "Zoe", "RRULE:FREQ=DAILY;COUNT=20"));
    List<Callable<Integer>> imports = Collections.nCopies(4, () -> run(id, calendar).added());
    assertThat(Crew.atOnce(imports)).containsExactlyInAnyOrder(20, 0, 0, 0);
    assertThat(overrides()).hasSize(20);
  }
}
