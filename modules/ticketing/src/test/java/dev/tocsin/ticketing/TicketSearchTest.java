package dev.tocsin.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.TicketQuery.Sort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSearchTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private Desk desk;

  @BeforeEach
  void furnish() {
    db.sql("TRUNCATE ticketing.ticket CASCADE");
    desk = new Desk(beans);
    desk.fallBackTo(null);
  }

  private String ticket(String subject) {
    return desk.tickets.open(desk.token1, desk.ticket(Priority.P2, subject)).number();
  }

  private List<String> found(Actor actor, TicketQuery query) {
    List<String> numbers = new ArrayList<>();
    String cursor = null;
    do {
      Page<TicketSummary> page = desk.tickets.list(actor, query, new PageRequest(250, cursor));
      page.data().forEach(ticket -> numbers.add(ticket.number()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return numbers;
  }

  private List<String> found(Actor actor, String words) {
    return found(actor, TicketQuery.all().withWords(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pri",
        "PRINT",
        "printer",
        "printers",
        "the printer",
        "burning prin",
        "smoke or prin",
        "\"printer is burning\"",
        "printer -scanner",
        "burning the"
      })
  void aSearchFindsWhatIsMeantWhileItIsTyped(String typed) {
    String printer = ticket("The printer is burning");
    ticket("The scanner is cold");
    List<String> hits = found(desk.agent, typed);
    assertThat(hits).isEqualTo(typed.contains("or prin") ? List.of() : List.of(printer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pr", "rinter", "\"prin\"", "prin\"", "-printer", "the", "!", "'", "\\", ":*"})
  void andNothingElse(String typed) {
    ticket("The printer is burning");
    assertThat(found(desk.agent, typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "zepp, false",
    "zeppelin, false",
    "balloon -zeppelin, true",
    "ball, true",
    "balloon zep, false",
    "it's, false"
  })
  void aCustomersSearchKnowsNothingOfInternalComments(String typed, boolean isFound) {
    String number = ticket("Balloon");
    desk.tickets.comment(
        desk.agent, number, AddComment.internal("Their zeppelin is leaking. It's"));
    assertThat(found(desk.token1, typed)).isEqualTo(isFound ? List.of(number) : List.of());
    TicketQuery query = TicketQuery.all().withWords(typed);
    assertThat(desk.tickets.count(desk.token1, query)).isEqualTo(isFound ? 1 : 0);
  }

  /**
   * Makes tickets that have a word and, to compare with, the same as a tag; the first is newest.
   */
  private void many(int first, int last, String word) {
    db.sql(
        ("INSERT INTO ticketing.ticket (id, number, customer_id, subject, body, priority, status,"
                + " tags, watchers, custom_fields, sla_state, public_comments, internal_comments, created_at,"
                + " updated_at, version) SELECT gen_random_uuid(),"
                + " nextval('ticketing.ticket_number'), '%s', 'Weather', '', 'P' || n %% 4, 'open',"
                + " '[\"%s\"]', '[]', '{}', 'ok', 0, 0, at, at, 1 FROM generate_series(%d, %d) n,"
                + " LATERAL (SELECT timestamptz '2026-03-01' - n %% 50000 * interval '1 s' AS at) t")
            .formatted(desk.customer1.id(), word, first, last));
    db.sql(
        ("INSERT INTO ticketing.ticket_words SELECT id, to_tsvector('english', '%1$s'), 0"
                + " FROM ticketing.ticket WHERE tags = '[\"%1$s\"]'")
            .formatted(word));
    db.sql("ANALYZE ticketing.ticket, ticketing.ticket_words");
  }

  @Test
  void aFrequentWordIsFoundPageByPageInEveryOrder() {
    many(1, 4_000, "storm");
    String rare = ticket("Storm and needle");
    for (Sort sort : EnumSet.complementOf(EnumSet.of(Sort.RELEVANCE))) {
      TicketQuery all = TicketQuery.all().sortedBy(sort);
      List<String> stormy = found(desk.agent, all.withWords("storm"));
      List<String> everything = found(desk.agent, all);
      assertThat(stormy).as(sort.param()).hasSize(4_001).isEqualTo(everything);
      assertThat(found(desk.agent, all.withWords("storm needle"))).containsExactly(rare);
    }
  }

  @Test
  void aFrequentWordThatNoneOfTheFirstTicketsHasIsFoundInOrder() {
    many(1, 2_100, "calm");
    many(2_101, 52_200, "storm");
    TicketQuery tagged =
        new TicketFilter(null, null, List.of("storm"), null, null, null, null, null, null, null)
            .query(desk.agent);
    assertThat(twoPages(TicketQuery.all().withWords("storm"))).isEqualTo(twoPages(tagged));
  }

  private List<UUID> twoPages(TicketQuery query) {
    List<UUID> ids = new ArrayList<>();
    String cursor = null;
    for (int i = 0; i < 2; i++) {
      Page<TicketSummary> page = desk.tickets.list(desk.agent, query, new PageRequest(100, cursor));
      page.data().forEach(ticket -> ids.add(ticket.id()));
      cursor = page.nextCursor();
    }
    assertThat(ids).hasSize(200).doesNotHaveDuplicates();
    return ids;
  }

  @Test
  void filtersCombineWithFrequentWords() {
    many(1, 4_000, "storm");
    TicketQuery query =
        new TicketFilter(
                null,
                List.of(Priority.P3),
                null,
                "none",
                null,
                desk.customer1.id(),
                null,
                null,
                "storm",
                null)
            .query(desk.agent);
    assertThat(found(desk.agent, query)).hasSize(1_000);
    assertThat(desk.tickets.count(desk.agent, query)).isEqualTo(1_000);
    assertThat(found(desk.token2, "storm")).isEmpty();
  }

  private static TicketQuery best(String words) {
    return TicketQuery.all().withWords(words).sortedBy(Sort.RELEVANCE);
  }

  @Test
  void theBestMatchIsAWordInTheSubjectThenInTheBodyThenInAComment() {
    String said = ticket("Nothing");
    desk.tickets.comment(desk.token1, said, AddComment.inPublic("A zeppelin!"));
    String subject = ticket("The zeppelin leaks");
    String noted = ticket("Nothing else");
    desk.tickets.comment(desk.agent, noted, AddComment.internal("Their zeppelin."));
    String body = ticket("Balloon");
    desk.tickets.change(
        desk.agent,
        body,
        new ChangeTicket(null, "Not a zeppelin.", null, null, null, null, null, null),
        null);
    String newer = ticket("The zeppelin burns");
    assertThat(found(desk.agent, best("zeppelin")))
        .containsExactly(newer, subject, body, said, noted);
    assertThat(found(desk.agent, best("zeppelin balloon"))).containsExactly(body);
    assertThat(found(desk.agent, best("zepp"))).startsWith(newer, subject, body);
  }

  @Test
  void whatACustomerMayNotReadMovesNoTicketUp() {
    String first = ticket("A zeppelin");
    String second = ticket("A zeppelin");
    for (int i = 0; i < 3; i++) {
      desk.tickets.comment(desk.agent, first, AddComment.internal("Zeppelin, zeppelin."));
    }
    assertThat(found(desk.agent, best("zeppelin"))).containsExactly(first, second);
    assertThat(found(desk.token1, best("zeppelin"))).containsExactly(second, first);
  }

  @Test
  void byRelevanceTheNewestFiveHundredComePageByPage() {
    many(1, 1_500, "storm");
    db.sql(
        "UPDATE ticketing.ticket_words SET words = setweight(words, 'A') WHERE ticket_id IN (SELECT"
            + " id FROM ticketing.ticket ORDER BY updated_at DESC, id DESC OFFSET 300 LIMIT 5)");
    List<String> best = found(desk.agent, best("storm"));
    List<String> newest =
        found(desk.agent, TicketQuery.all().sortedBy(Sort.UPDATED_DESC)).subList(0, 500);
    assertThat(best).hasSize(500).containsExactlyInAnyOrderElementsOf(newest);
    assertThat(best.subList(0, 5)).containsExactlyInAnyOrderElementsOf(newest.subList(300, 305));
  }

  @Test
  void onlyASearchHasARelevanceAndACursorIsForItsOrder() {
    assertThatThrownBy(() -> TicketFilter.all().sortedBy(Sort.RELEVANCE).query(desk.agent))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("/sort");
    ticket("Storm");
    ticket("Storm");
    TicketQuery newest = TicketQuery.all().withWords("storm");
    String cursor = desk.tickets.list(desk.agent, newest, new PageRequest(1, null)).nextCursor();
    assertThatThrownBy(
            () -> desk.tickets.list(desk.agent, best("storm"), new PageRequest(1, cursor)))
        .isInstanceOf(InvalidCursor.class);
  }
}
