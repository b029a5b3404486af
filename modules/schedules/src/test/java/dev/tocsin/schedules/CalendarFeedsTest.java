package dev.tocsin.schedules;

import static dev.tocsin.schedules.Crew.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.ical.SampleTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalendarFeedsTest {
  private static final Pattern EVENT =
      Pattern.compile("BEGIN:VEVENT\r\nUID:(\\S+)\r\nSEQUENCE:(\\d+)\r\n(.*?)END:VEVENT\r\n", 32);

  @RegisterExtension static final Crew crew = new Crew();

  private final Schedules schedules = crew.get(Schedules.class);
  private final Absences absences = crew.get(Absences.class);
  private final CalendarFeeds feeds = crew.get(CalendarFeeds.class);
  private final FeedTokens tokens = crew.get(FeedTokens.class);
  private final Actor ann = as(crew.hire("ann", Role.ADMIN));
  private final Actor bob = as(crew.hire("bob"));

  @BeforeEach
  void noon() {
    crew.clock().set(at("2026-03-10T12:00:00Z"));
  }

  @Test
  void aFeedSaysTheSameUntilSomethingChangesAndThenCountsUp() {
    UUID id = schedule("Primary", "ann", "bob");
    String token = token(bob, id, null);
    CalendarFeed first = ofSchedule(id, token);
    crew.clock().advance(Duration.ofMinutes(10));
    assertThat(ofSchedule(id, token)).isEqualTo(first);
    assertThat(events(first).values()).allMatch(event -> event.startsWith("0 "));

    crew.clock().set(at("2026-03-10T13:00:00.123456Z"));
    OverrideView override =
        absences.addOverride(
            bob,
            id,
            new CreateOverride(
                "bob", null, at("2026-03-11T00:00:00Z"), at("2026-03-11T06:00:00Z"), null));
    CalendarFeed second = ofSchedule(id, token);
    assertThat(second.tag()).isNotEqualTo(first.tag());
    assertThat(second.lastModified()).isEqualTo("2026-03-10T13:00:00Z");
    Map<String, String> before = events(first);
    Map<String, String> after = events(second);
    assertThat(after.keySet()).containsAll(before.keySet());
    List<String> changed =
        before.entrySet().stream()
            .filter(event -> !event.getValue().equals(after.get(event.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(changed).singleElement().satisfies(uid -> assertThat(uid).endsWith(".1@tocsin"));
    assertThat(after.get(changed.get(0))).startsWith("1 ").contains("DTEND:20260311T000000Z");
    assertThat(after.get(override.id() + ".0.1@tocsin"))
        .startsWith("0 ")
        .contains("DTSTAMP:20260310T130000Z");

    absences.removeOverride(bob, id, override.id());
    assertThat(events(ofSchedule(id, token)).get(changed.get(0))).startsWith("2 ");
  }

  @Test
  void renamingTheScheduleIsAChangeOfEveryShift() {
    UUID id = schedule("Primary", "ann");
    String token = token(bob, null, null);
    ofSchedule(id, token);
    schedules.change(
        ann, id, new ChangeSchedule("Second", null, null, null, null, null, null, null), null);
    assertThat(events(ofSchedule(id, token)).values()).allMatch(event -> event.startsWith("1 "));
  }

  @Test
  void whoReadsAtOnceCountsAChangeOnce() throws Exception {
    UUID id = schedule("Primary", "ann", "bob");
    String token = token(bob, id, null);
    ofSchedule(id, token);
    schedules.change(
        ann, id, new ChangeSchedule("Second", null, null, null, null, null, null, null), null);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService readers = Executors.newFixedThreadPool(8);
    List<Future<CalendarFeed>> read = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      read.add(
          readers.submit(
              () -> {
                start.await();
                return ofSchedule(id, token);
              }));
    }
    start.countDown();
    for (Future<CalendarFeed> feed : read) {
      assertThat(events(feed.get()).values()).allMatch(event -> event.startsWith("1 "));
    }
    readers.shutdown();
  }

  @Test
  void aPersonsFeedHoldsTheirShiftsOfEverySchedule() {
    UUID first = schedule("First", "ann", "bob");
    schedule("Second", "Bob");
    schedule("Third", "somebody else");
    CalendarFeed feed = ofUser(id(bob), token(ann, null, id(bob)));
    assertThat(feed.text())
        .contains("X-WR-CALNAME:On call: bob\r\n", "SUMMARY:On call: First\r\n")
        .contains("SUMMARY:On call: Second\r\n")
        .doesNotContain("Third");
    Map<String, String> all = events(ofSchedule(first, token(ann, null, null)));
    assertThat(all.keySet()).hasSizeGreaterThan(30);
    assertThat(events(feed).keySet().stream().filter(all::containsKey))
        .hasSizeBetween(all.size() / 2 - 1, all.size() / 2 + 1);
  }

  @Test
  void aWrongTokenIsAMissingFeed() {
    UUID first = schedule("First", "ann");
    UUID second = schedule("Second", "ann");
    String forFirst = token(bob, first, null);
    String forBob = token(bob, null, id(bob));
    String forAll = token(bob, null, null);
    assertThat(ofSchedule(first, forFirst).text()).contains("First");
    assertThat(ofSchedule(second, forAll).text()).contains("Second");
    assertThat(ofUser(id(ann), forAll).text()).contains("On call: ann");

    List<NotFound> refusals =
        List.of(
            refused(first, null),
            refused(first, ""),
            refused(first, forFirst + "x"),
            refused(first, "x".repeat(5000)),
            refused(second, forFirst),
            refused(first, forBob),
            refused(Ids.next(), forAll),
            refused(null, forAll),
            userRefused(id(ann), forBob),
            userRefused(id(bob), forFirst),
            userRefused(Ids.next(), forAll));
    assertThat(refusals)
        .extracting(NotFound::code, NotFound::detail)
        .containsOnly(org.assertj.core.groups.Tuple.tuple("not_found", "No such calendar."));
  }

  @Test
  void deactivatingSomebodyEndsTheirTokensAndTheirFeed() {
    UUID schedule = schedule("First", "ann", "bob");
    String bobs = token(bob, schedule, null);
    String annsOfBob = token(ann, null, id(bob));
    String anns = token(ann, null, null);
    crew.get(Users.class).deactivate(ann, id(bob), null);
    assertThat(refused(schedule, bobs)).isNotNull();
    assertThat(userRefused(id(bob), anns)).isNotNull();
    assertThat(tokens.list(ann, PageRequest.first()).data())
        .extracting(FeedTokenView::ownerId, FeedTokenView::userId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(id(ann), null));
    assertThat(annsOfBob).startsWith("tcf_");
  }

  @Test
  void aTokenIsShownOnceListedToItsOwnerAndRevoked() {
    UUID schedule = schedule("First", "ann");
    FeedTokenCreated made = tokens.create(bob, new CreateFeedToken("phone", schedule, null));
    assertThat(made.path())
        .isEqualTo("/api/v1/schedules/" + schedule + "/calendar.ics?token=" + made.token());
    assertThat(made.toString()).doesNotContain(made.token());
    assertThat(crew.db().<Long>call("schedules", em -> count(em, made.token()))).isZero();
    Actor cy = as(crew.hire("cy"));
    assertThat(tokens.list(cy, PageRequest.first()).data()).isEmpty();
    assertThatThrownBy(() -> tokens.revoke(cy, made.id())).isInstanceOf(NotFound.class);
    ofSchedule(schedule, made.token());
    assertThat(tokens.require(bob, made.id()))
        .extracting(FeedTokenView::name, FeedTokenView::lastUsedAt)
        .containsExactly("phone", crew.clock().instant());
    tokens.revoke(bob, made.id());
    assertThat(refused(schedule, made.token())).isNotNull();
  }

  @Test
  void whatATokenCannotOpenIsRefusedWhenItIsMade() {
    UUID schedule = schedule("First", "ann");
    assertThat(faults(new CreateFeedToken(null, schedule, id(bob)))).containsExactly("/user_id");
    assertThat(faults(new CreateFeedToken(null, Ids.next(), null))).containsExactly("/schedule_id");
    assertThat(faults(new CreateFeedToken(null, null, Ids.next()))).containsExactly("/user_id");
    assertThatThrownBy(
            () ->
                tokens.create(
                    as(crew.hire("eve", Role.VIEWER)), new CreateFeedToken(null, null, null)))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void anotherParserReadsWhatWasMeant() throws Exception {
    CalendarReader.install();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String name = SampleTexts.random(random, 15);
    UUID id = schedule(name, "ann", "bob");
    Map<String, String> reasons = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      Instant start = at("2026-04-01T00:00:00Z").plus(Duration.ofDays(i));
      String reason = SampleTexts.random(random, 80);
      String person = "p" + i;
      absences.addOverride(
          ann, id, new CreateOverride(person, null, start, start.plusSeconds(3600), reason));
      reasons.put(start.toString(), person + " (override: " + SampleTexts.kept(reason) + ")");
    }
    CalendarFeed feed = ofSchedule(id, token(ann, id, null));
    JsonNode read = CalendarReader.read(feed);
    assertThat(read.at("/refresh").asText()).isEqualTo("PT15M");
    Map<String, String> written = events(feed);
    assertThat(read.at("/events")).hasSameSizeAs(written.keySet());
    int seen = 0;
    for (JsonNode event : read.at("/events")) {
      assertThat(written).containsKey(event.at("/uid").asText());
      assertThat(event.at("/transparency").asText()).isEqualTo("TRANSPARENT");
      assertThat(event.at("/sequence").asInt()).isZero();
      assertThat(at(event.at("/stamp").asText())).isEqualTo(crew.clock().instant());
      String reason = reasons.get(at(event.at("/start").asText()).toString());
      if (reason != null) {
        seen++;
        assertThat(event.at("/description").asText())
            .as("seed %d", seed)
            .isEqualTo(SampleTexts.kept(name) + ": " + reason);
        assertThat(Duration.between(at(event.at("/start").asText()), at(event.at("/end").asText())))
            .isEqualTo(Duration.ofHours(1));
      }
    }
    assertThat(seen).isEqualTo(reasons.size());
  }

  private static Long count(jakarta.persistence.EntityManager em, String secret) {
    return (Long)
        em.createNativeQuery(
                "SELECT count(*) FROM schedules.feed_tokens t WHERE CAST(t AS text) LIKE ?1")
            .setParameter(1, "%" + secret + "%")
            .getSingleResult();
  }

  private List<String> faults(CreateFeedToken command) {
    return catchThrowableOfType(Rejected.class, () -> tokens.create(bob, command)).faults().stream()
        .map(fault -> fault.pointer())
        .toList();
  }

  private NotFound refused(@Nullable UUID schedule, @Nullable String token) {
    return catchThrowableOfType(NotFound.class, () -> feeds.ofSchedule(schedule, token));
  }

  private NotFound userRefused(@Nullable UUID user, @Nullable String token) {
    return catchThrowableOfType(NotFound.class, () -> feeds.ofUser(user, token));
  }

  private CalendarFeed ofSchedule(UUID id, String token) {
    return feeds.ofSchedule(id, token);
  }

  private CalendarFeed ofUser(UUID id, String token) {
    return feeds.ofUser(id, token);
  }

  private String token(Actor actor, @Nullable UUID schedule, @Nullable UUID user) {
    return tokens.create(actor, new CreateFeedToken(null, schedule, user)).token();
  }

  /** Every event by its UID: its sequence, a blank, and the rest of it. */
  private static Map<String, String> events(CalendarFeed feed) {
    Map<String, String> events = new LinkedHashMap<>();
    for (MatchResult event : EVENT.matcher(feed.text().replace("\r\n ", "")).results().toList()) {
      assertThat(events.put(event.group(1), event.group(2) + " " + event.group(3))).isNull();
    }
    return events;
  }

  private UUID schedule(String name, String... people) {
    List<Person> participants =
        List.of(people).stream().map(person -> new Person(person, null)).toList();
    CreateLayer layer =
        new CreateLayer(
            "daily",
            null,
            RotationType.DAILY,
            null,
            "2026-01-01T09:00",
            null,
            null,
            null,
            participants);
    return schedules
        .create(
            ann,
            new CreateSchedule(
                name,
                null,
                "Europe/Berlin",
                null,
                null,
                null,
                null,
                null,
                List.of(layer),
                null,
                null))
        .id();
  }

  private static UUID id(Actor actor) {
    return java.util.Objects.requireNonNull(actor.id());
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
