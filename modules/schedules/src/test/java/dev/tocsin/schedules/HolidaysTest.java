package dev.tocsin.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.internal.HolidayFetches;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HolidaysTest {
  private static final Actor ADMIN = Actor.system("test");
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  @RegisterExtension static final Crew crew = new Crew();

  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;
  private volatile String body = "";

  @SuppressWarnings("NullAway.Init") // opened before each test
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    set(List.of("US=" + url()), List.of("127.0.0.1/32"));
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  @Tag("regen-40")
  void aFeedIsReadOnceADayAgainAndAgainWithTheSameResultAndGoesWithTheLastScheduleThatWantsIt() {
    body = calendar("20260101", "New Ye\r\n ar's Day", "20260619T120000Z", "Party");
    UUID first = schedule("US");
    UUID second = schedule("US", "DE");
    beat();
    assertThat(names(first, 2026)).containsExactly("New Year's Day feed");
    assertThat(asked).hasValue(1);
    crew.clock().advance(Duration.ofHours(23));
    beat();
    assertThat(asked).hasValue(1);
    crew.clock().advance(Duration.ofHours(2));
    beat();
    assertThat(asked).hasValue(2);
    assertThat(names(first, 2026)).containsExactly("New Year's Day feed");
    assertThat(count("holidays")).isOne();

    countries(first, List.of());
    assertThat(count("holidays")).isOne();
    countries(second, List.of("DE"));
    assertThat(count("holidays")).isZero();
    assertThat(count("holiday_feeds")).isOne();
    crew.get(Schedules.class).delete(ADMIN, second, null);
    assertThat(count("holiday_feeds")).isZero();
  }

  @Test
  void whatTheFeedDoesNotSayIsComputed() {
    body = calendar("20260101", "From the feed");
    UUID schedule = schedule("US", "FR", "XX");
    assertThat(names(schedule, 2026)).contains("Independence Day rules", "Noël rules");
    beat();
    assertThat(names(schedule, 2026))
        .contains("From the feed feed", "Noël rules")
        .doesNotContain("Independence Day rules");
    assertThat(names(schedule, 2027)).contains("Independence Day rules");
    assertThat(holidays(schedule, NEW_YEAR, NEW_YEAR.plusDays(1)).data())
        .extracting(Holiday::country)
        .containsExactly("FR", "US");
  }

  @Test
  void aFeedThatFailsIsSeenToAndTriedLaterAndLaterAndLosesNothing() {
    body = calendar("20260101", "From the feed");
    UUID schedule = schedule("US");
    beat();
    status = 503;
    crew.clock().advance(Duration.ofHours(25));
    beat();
    assertThat(feed(schedule))
        .extracting(HolidayFeedView::failures, HolidayFeedView::error)
        .containsExactly(1, "the feed answered 503");
    status = 200;
    body = "<html>sign in</html>";
    crew.clock().advance(Duration.ofMinutes(16));
    beat();
    assertThat(feed(schedule).error()).isEqualTo("unfolded line 1 is no line of a calendar");
    assertThat(feed(schedule).nextAt())
        .isEqualTo(crew.clock().instant().plus(Duration.ofMinutes(30)));
    assertThat(names(schedule, 2026)).containsExactly("From the feed feed");
    body = calendar("20260102", "Another");
    crew.clock().advance(Duration.ofMinutes(31));
    beat();
    assertThat(names(schedule, 2026)).containsExactly("Another feed");
    assertThat(feed(schedule))
        .extracting(HolidayFeedView::failures, HolidayFeedView::error, HolidayFeedView::fetchedAt)
        .containsExactly(0, null, crew.clock().instant());
  }

  @Test
  void aFeedMayBeLongButNotEndless() {
    body = calendar("20260101", "x".repeat(3 * 1024 * 1024));
    UUID schedule = schedule("US");
    beat();
    assertThat(names(schedule, 2026)).hasSize(1);
    body = calendar("20260101", "x".repeat(5 * 1024 * 1024));
    set(List.of("US=" + url() + "long"), List.of("127.0.0.1/32"));
    beat();
    assertThat(feed(schedule).error()).isEqualTo("the feed is longer than 4 MiB");
  }

  @Test
  void anAddressInsideTheHouseIsNotDialled() {
    UUID schedule = schedule("US");
    set(List.of("US=" + url()), List.of());
    beat();
    assertThat(asked).hasValue(0);
    assertThat(feed(schedule).failures()).isOne();
    assertThat(feed(schedule).error()).isNotBlank();
  }

  @Test
  void withoutAnAddressNothingIsAskedAndWhatAnOldOneSaidIsForgotten() {
    body = calendar("20260101", "From the feed");
    UUID schedule = schedule("US");
    beat();
    set(List.of(), List.of("127.0.0.1/32"));
    beat();
    assertThat(asked).hasValue(1);
    assertThat(feed(schedule))
        .extracting(HolidayFeedView::hasFeed, HolidayFeedView::failures)
        .containsExactly(false, 0);
    assertThat(names(schedule, 2026)).contains("Independence Day rules");
  }

  @Test
  void theSettingIsJudged() {
    for (String bad :
        List.of("us=https://a.example/", "US=ftp://a.example/", "https://a.example")) {
      assertThatThrownBy(() -> set(List.of(bad), List.of())).isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(
            () -> set(List.of("US=https://a.example/", "US=https://b.example/"), List.of()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aWindowThatIsNoneIsRefused() {
    UUID schedule = schedule("US");
    assertThatThrownBy(() -> holidays(schedule, NEW_YEAR, NEW_YEAR)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> holidays(schedule, NEW_YEAR, NEW_YEAR.plusYears(4)))
        .isInstanceOf(Rejected.class);
  }

  /** Christmas 2026 in Germany: Friday and Saturday; Thursday is a working day. */
  @Test
  void aHolidayOfTheCountryIsPaidAsOneOrAsAWeekendAndThenWeekdayLayersRest() {
    UUID schedule = schedule("DE");
    List<String> weekdays = List.of("mon", "tue", "wed", "thu", "fri");
    layer(schedule, "office", weekdays, "olga");
    layer(schedule, "else", List.of(), "ed");
    assertThat(onCallAt(schedule, "2026-12-25T11:00:00Z")).isEqualTo("olga");
    DutyShare paid = share(schedule, "olga");
    assertThat(paid.holidays()).isEqualTo(1);
    assertThat(paid.hoursByKind().get(HourKind.HOLIDAY_DAY)).isEqualByComparingTo("16");
    assertThat(paid.hoursByKind().get(HourKind.WEEKDAY_DAY)).isEqualByComparingTo("16");

    change(schedule, new ChangeSchedule(null, null, null, null, null, null, true, null));
    assertThat(onCallAt(schedule, "2026-12-25T11:00:00Z")).isEqualTo("ed");
    assertThat(onCallAt(schedule, "2026-12-24T11:00:00Z")).isEqualTo("olga");
    assertThat(onCallAt(schedule, "2026-12-28T11:00:00Z")).isEqualTo("olga");
    assertThat(share(schedule, "olga").holidays()).isZero();
    DutyShare weekend = share(schedule, "ed");
    assertThat(weekend.holidays()).isEqualTo(2);
    assertThat(weekend.hoursByKind().get(HourKind.WEEKEND_DAY)).isEqualByComparingTo("48");
    assertThat(weekend.hoursByKind().get(HourKind.HOLIDAY_DAY)).isEqualByComparingTo("0");

    countries(schedule, List.of("US")); // where only Friday is one
    assertThat(share(schedule, "ed").holidays()).isEqualTo(1);
    countries(schedule, List.of());
    assertThat(onCallAt(schedule, "2026-12-25T11:00:00Z")).isEqualTo("olga");
  }

  private static void layer(UUID schedule, String name, List<String> weekdays, String person) {
    CreateLayer layer =
        new CreateLayer(
            name,
            null,
            RotationType.DAILY,
            null,
            "2026-01-01T00:00",
            null,
            weekdays,
            null,
            List.of(new Person(person, null)));
    crew.get(Schedules.class).addLayer(ADMIN, schedule, layer);
  }

  private static String onCallAt(UUID schedule, String at) {
    return crew.get(OnCall.class).at(ADMIN, schedule, Instant.parse(at)).userName();
  }

  /** Returns what somebody is on from Thursday to Sunday, midnight to midnight. */
  private static DutyShare share(UUID schedule, String person) {
    return crew
        .get(DutyReports.class)
        .of(
            ADMIN,
            schedule,
            Instant.parse("2026-12-23T23:00:00Z"),
            Instant.parse("2026-12-27T23:00:00Z"))
        .people()
        .stream()
        .filter(share -> share.userName().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private static String calendar(String... startsAndNames) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (int i = 0; i < startsAndNames.length; i += 2) {
      text.append("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:").append(startsAndNames[i]);
      text.append("\r\nSUMMARY:").append(startsAndNames[i + 1]).append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static void set(List<String> feeds, List<String> networks) {
    Map<String, JsonNode> settings = new HashMap<>();
    settings.put("holidays.feeds", Json.MAPPER.valueToTree(feeds));
    settings.put("egress.allowed_networks", Json.MAPPER.valueToTree(networks));
    settings.put("egress.allow_http", Json.MAPPER.valueToTree(true));
    crew.get(Settings.class).change(ADMIN, settings);
  }

  private static void beat() {
    while (crew.get(HolidayFetches.class).run(crew.clock().instant()).more()) {
      // one feed a run
    }
  }

  private static UUID schedule(String... countries) {
    CreateSchedule command =
        new CreateSchedule(
            "Primary",
            null,
            "Europe/Berlin",
            null,
            null,
            List.of(countries),
            null,
            null,
            null,
            null,
            null);
    return crew.get(Schedules.class).create(ADMIN, command).id();
  }

  private static void countries(UUID schedule, List<String> countries) {
    ChangeSchedule command =
        new ChangeSchedule(null, null, null, null, null, countries, null, null);
    change(schedule, command);
  }

  private static void change(UUID schedule, ChangeSchedule command) {
    crew.get(Schedules.class).change(ADMIN, schedule, command, null);
  }

  private static ScheduleHolidays holidays(UUID schedule, LocalDate from, LocalDate to) {
    return crew.get(Holidays.class).of(ADMIN, schedule, from, to);
  }

  private static List<String> names(UUID schedule, int year) {
    LocalDate first = LocalDate.ofYearDay(year, 1);
    return holidays(schedule, first, first.plusYears(1)).data().stream()
        .map(holiday -> holiday.name() + " " + holiday.source())
        .toList();
  }

  private static HolidayFeedView feed(UUID schedule) {
    return holidays(schedule, NEW_YEAR, NEW_YEAR.plusDays(1)).feeds().get(0);
  }

  private static long count(String table) {
    return crew.db()
        .<Long>call(
            "schedules",
            em ->
                (Long)
                    em.createNativeQuery("SELECT count(*) FROM schedules." + table)
                        .getSingleResult());
  }
}
