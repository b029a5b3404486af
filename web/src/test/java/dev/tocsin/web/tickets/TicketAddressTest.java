package dev.tocsin.web.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.SlaState;
import dev.tocsin.ticketing.TicketFilter;
import dev.tocsin.ticketing.TicketQuery;
import dev.tocsin.ticketing.TicketStatus;
import dev.tocsin.ticketing.work.TicketColumn;
import dev.tocsin.web.console.Filters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TicketAddressTest {

  private static Filters address(String query) {
    Filters filters = new Filters();
    for (String pair : query.substring(1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        filters.getValues().put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return filters;
  }

  @Test
  void withoutAWordTheListShowsWhatStillNeedsSomebody() {
    TicketFilter plain = TicketAddress.filter(address("?"));
    assertThat(plain.status()).isEqualTo(TicketFilter.unfinished().status());
    assertThat(TicketAddress.of(TicketFilter.unfinished(), TicketColumn.usual())).isEqualTo("?");
    assertThat(TicketAddress.filter(address("?status=all")).status()).isNull();
  }

  @Test
  void severalValuesStandWithCommas() {
    TicketFilter filter =
        TicketAddress.filter(address("?status=open,waiting,nonsense&sla=at_risk,breached"));
    assertThat(filter.status()).containsExactly(TicketStatus.OPEN, TicketStatus.WAITING);
    assertThat(filter.sla()).containsExactly(SlaState.AT_RISK, SlaState.BREACHED);
    assertThat(TicketAddress.filter(address("?assignee=somebody")).assigneeId()).isNull();
  }

  @Test
  void aSavedFilterIsTheSameBehindItsAddress() {
    TicketFilter filter =
        new TicketFilter(
            List.of(TicketStatus.RESOLVED),
            List.of(Priority.P0, Priority.P1),
            List.of("vip"),
            "me",
            null,
            null,
            List.of(SlaState.BREACHED),
            List.of("plan:gold"),
            "can't log in & out",
            TicketQuery.Sort.PRIORITY_ASC);
    assertThat(TicketAddress.filter(address(TicketAddress.of(filter, TicketColumn.usual()))))
        .isEqualTo(filter);
    assertThat(Objects.requireNonNull(TicketAddress.filter(address("?q=x")).q())).isEqualTo("x");
  }

  @Test
  void columnsStandInTheAddressInTheirOrderUnlessTheyAreTheUsual() {
    List<TicketColumn> columns = List.of(TicketColumn.TAGS, TicketColumn.SUBJECT);
    String address = TicketAddress.of(TicketFilter.unfinished(), columns);
    assertThat(address).isEqualTo("?columns=tags%2Csubject");
    assertThat(TicketAddress.columns(address(address))).isEqualTo(columns);
    assertThat(TicketAddress.columns(address("?"))).isEqualTo(TicketColumn.usual());
    assertThat(TicketAddress.columns(address("?columns=nonsense"))).isEqualTo(TicketColumn.usual());
  }

  @Test
  void whateverTheColumnsATicketCanBeOpened() {
    assertThat(TicketAddress.columns(address("?columns=tags")))
        .containsExactly(TicketColumn.NUMBER, TicketColumn.TAGS);
  }
}
