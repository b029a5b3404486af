package dev.tocsin.sla;

import static dev.tocsin.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.OpeningHours;
import dev.tocsin.ticketing.RoutingActions;
import dev.tocsin.ticketing.RoutingConditions;
import dev.tocsin.ticketing.RoutingRuleDraft;
import dev.tocsin.ticketing.TicketRouting;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlaCalendarsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db =
      TestDatabase.withSchemas("platform", "accounts", "ticketing", "sla");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class, ServiceLevels.class);

  private static final List<String> MORNING = List.of("09:00", "12:00");
  private static final List<String> AFTERNOON = List.of("13:00", "17:00");

  private SlaCalendars calendars;

  @BeforeEach
  void find() {
    calendars = beans.get(SlaCalendars.class);
  }

  private static CalendarDraft draft(
      String zone, @Nullable Map<String, List<List<String>>> weekly, Holiday... holidays) {
    return new CalendarDraft("Office", zone, weekly, List.of(holidays));
  }

  private static Holiday holiday(String date) {
    return new Holiday(LocalDate.parse(date), null);
  }

  @Test
  void aCalendarIsKeptReplacedAndRemoved() {
    CalendarView made =
        calendars.create(
            SlaDesk.ADMIN,
            draft(
                "Europe/Berlin",
                Map.of("tue", List.of(MORNING), "mon", List.of(MORNING, AFTERNOON)),
                holiday("2026-12-25"),
                holiday("2026-05-01")));
    CalendarView read = calendars.require(SlaDesk.AGENT, made.id());
    assertThat(read).isEqualTo(made);
    assertThat(read.weekly())
        .containsExactly(entry("mon", List.of(MORNING, AFTERNOON)), entry("tue", List.of(MORNING)));
    assertThat(read.holidays())
        .extracting(h -> h.date().toString())
        .first()
        .isEqualTo("2026-05-01");

    CalendarView always =
        calendars.change(SlaDesk.ADMIN, made.id(), draft("UTC", null), made.version());
    assertThat(always.weekly()).isNull();
    assertThatThrownBy(
            () -> calendars.change(SlaDesk.ADMIN, made.id(), draft("UTC", null), made.version()))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> calendars.create(SlaDesk.AGENT, draft("UTC", null)))
        .isInstanceOf(Forbidden.class);
    calendars.delete(SlaDesk.ADMIN, made.id(), null);
    assertThatThrownBy(() -> calendars.require(SlaDesk.AGENT, made.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aCalendarThatAPolicyIsJustTakingUpStays() {
    UUID id = calendars.create(SlaDesk.ADMIN, draft("UTC", null)).id();
    CompletableFuture<Void> removal =
        beans.inTransaction(
            () -> {
              new SlaDesk(beans).promise(new PolicyTarget(RESOLUTION, Duration.ofHours(1), id));
              CompletableFuture<Void> begun =
                  CompletableFuture.runAsync(() -> calendars.delete(SlaDesk.ADMIN, id, null));
              await().until(() -> begun.isDone() || isAnybodyWaiting());
              return begun;
            });
    assertThatThrownBy(removal::join).hasCauseInstanceOf(Conflict.class);
    assertThat(calendars.require(SlaDesk.AGENT, id).id()).isEqualTo(id);
  }

  private static boolean isAnybodyWaiting() {
    return db.<Boolean>call(
        "sla",
        unit ->
            !unit.createNativeQuery("SELECT 1 FROM pg_locks WHERE NOT granted")
                .getResultList()
                .isEmpty());
  }

  @Test
  void everyFaultOfACalendarIsNamed() {
    CalendarDraft bad =
        draft(
            "Mars/Olympus",
            Map.of(
                "mon", List.of(MORNING, List.of("11:59", "13:00"), List.of("10:00", "10:00")),
                "tue", List.of(List.of("25:00", "26:00"), List.of("09:00")),
                "wed", List.of(List.of("22:00", "06:00")),
                "thu", List.of(List.of("05:00", "08:00"), List.of("24:00", "01:00")),
                "someday", List.of(MORNING)),
            holiday("2026-05-01"),
            holiday("2026-05-01"));
    assertThatThrownBy(() -> calendars.create(SlaDesk.ADMIN, bad))
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer, Fault::code)
        .contains(
            tuple("/time_zone", "unknown"),
            tuple("/weekly/mon/1", "overlap"),
            tuple("/weekly/mon/2", "zero_length"),
            tuple("/weekly/tue/0/0", "invalid"),
            tuple("/weekly/tue/0/1", "invalid"),
            tuple("/weekly/tue/1", "invalid"),
            tuple("/weekly/thu/1/0", "invalid"),
            tuple("/weekly/someday", "unknown_key"),
            tuple("/holidays/1/date", "duplicate"))
        .anyMatch(
            fault -> fault.toList().get(1).equals("overlap") && isNight(fault.toList().get(0)))
        .hasSize(10);
  }

  /** The night of Wednesday and the morning after meet; which is told depends on their order. */
  private static boolean isNight(Object pointer) {
    return pointer.equals("/weekly/thu/0") || pointer.equals("/weekly/wed/0");
  }

  private static String file(String... events) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"
        + String.join("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n", events)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  @Test
  void holidaysOfAFileAreAddedToThoseThere() {
    CalendarView made =
        calendars.create(
            SlaDesk.ADMIN, draft("UTC", null, new Holiday(LocalDate.parse("2026-12-25"), "Ours")));
    CalendarView more =
        calendars.importHolidays(
            SlaDesk.ADMIN,
            made.id(),
            file(
                "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas",
                "DTSTART;VALUE=DATE:20260101\r\nSUMMARY:New Year",
                "DTSTART:20260301T100000Z\r\nSUMMARY:Meeting"),
            null);
    assertThat(more.holidays())
        .extracting(day -> day.date().toString(), Holiday::name)
        .containsExactly(
            tuple("2026-01-01", "New Year"),
            tuple("2026-12-25", "Ours"),
            tuple("2026-12-26", "Christmas"));
    assertThat(more.recalculation()).isNotNull();
    assertThatThrownBy(
            () ->
                calendars.importHolidays(
                    SlaDesk.ADMIN, made.id(), file("DTSTART:20260102"), made.version()))
        .isInstanceOf(Stale.class);
  }

  @Test
  void aFileThatIsNoCalendarOrTellsNoHolidayIsRefused() {
    for (String bad : List.of("", "<html>", file("DTSTART:20260301T100000Z"))) {
      assertThatThrownBy(() -> calendars.readHolidays(SlaDesk.ADMIN, bad))
          .isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> calendars.readHolidays(SlaDesk.AGENT, file("DTSTART:20260102")))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void framesMayMeetAndReachOverTheEndOfTheWeek() {
    Map<String, List<List<String>>> nights =
        Map.of(
            "sun", List.of(List.of("20:00", "06:00")),
            "mon", List.of(List.of("06:00", "24:00")),
            "tue", List.of(List.of("00:00", "24:00")));
    assertThat(calendars.create(SlaDesk.ADMIN, draft("UTC", nights)).weekly()).hasSize(3);
    Map<String, List<List<String>>> meeting =
        Map.of(
            "sun", List.of(List.of("20:00", "06:01")), "mon", List.of(List.of("06:00", "07:00")));
    assertThatThrownBy(() -> calendars.create(SlaDesk.ADMIN, draft("UTC", meeting)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("overlaps");
    assertThatThrownBy(() -> calendars.create(SlaDesk.ADMIN, draft("UTC", Map.of())))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/weekly");
  }

  @Test
  void clocksCountByTheCalendarOfTheirTargetWhichThenStays() {
    CalendarView office =
        calendars.create(
            SlaDesk.ADMIN,
            draft("UTC", Map.of("mon", List.of(MORNING, AFTERNOON)), holiday("2026-03-09")));
    SlaDesk desk = new SlaDesk(beans);
    PolicyView policy =
        desk.promise(
            new PolicyTarget(Metric.FIRST_RESPONSE, Duration.ofHours(8), office.id()),
            new PolicyTarget(Metric.RESOLUTION, Duration.ofHours(8), null));
    TicketView ticket = desk.open(); // on Monday, 2 March, at midnight
    assertThat(desk.clocks(ticket))
        .extracting(ClockView::dueAt, ClockView::calendarId)
        .containsExactly(
            tuple(Instant.parse("2026-03-16T10:00:00Z"), office.id()),
            tuple(Instant.parse("2026-03-02T08:00:00Z"), null));
    desk.wait(Duration.ofHours(14));
    assertThat(desk.clocks(ticket).get(0).elapsed()).isEqualTo(Duration.ofHours(4));

    assertThatThrownBy(() -> calendars.delete(SlaDesk.ADMIN, office.id(), null))
        .isInstanceOf(Conflict.class);
    beans.get(SlaPolicies.class).delete(SlaDesk.ADMIN, policy.id(), null);
    assertThatThrownBy(() -> calendars.delete(SlaDesk.ADMIN, office.id(), null))
        .as("a clock still runs by it")
        .isInstanceOf(Conflict.class);
  }

  @Test
  void theRulesOfTicketsGoByCalendars() {
    UUID calendar =
        calendars
            .create(
                SlaDesk.ADMIN,
                draft("Europe/Berlin", Map.of("mon", List.of(MORNING)), holiday("2026-03-09")))
            .id();
    OpeningHours hours = beans.get(OpeningHours.class);
    assertThat(hours.exists(calendar)).isTrue();
    assertThat(hours.areOpen(calendar, Instant.parse("2026-03-02T07:59:59Z"))).isFalse();
    assertThat(hours.areOpen(calendar, Instant.parse("2026-03-02T08:00:00Z"))).isTrue();
    assertThat(hours.areOpen(calendar, Instant.parse("2026-03-02T11:00:00Z"))).isFalse();
    assertThat(hours.areOpen(calendar, Instant.parse("2026-03-09T09:00:00Z")))
        .as("a holiday")
        .isFalse();
    beans
        .get(TicketRouting.class)
        .create(
            SlaDesk.ADMIN,
            new RoutingRuleDraft(
                "in hours",
                null,
                null,
                new RoutingConditions(null, null, null, null, null, calendar),
                new RoutingActions(null, null, null, null, null)));
    assertThatThrownBy(() -> calendars.delete(SlaDesk.ADMIN, calendar, null))
        .isInstanceOf(Conflict.class);
    UUID gone = UUID.randomUUID();
    assertThat(hours.exists(gone) || hours.areOpen(gone, TestContainer.START)).isFalse();
  }
}
