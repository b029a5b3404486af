package dev.tocsin.benchmark;

import dev.tocsin.launcher.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Tickets created (routed, clocks started, history written) and read over REST, beside the bare
 * one-row insert on the same kind of server and a transaction of the same rows by pgbench, in
 * turns.
 */
public final class TicketLoad {

  private static final List<Integer> CLIENTS = List.of(1, 8, 16, 32);

  private TicketLoad() {}

  /** Starts one database and two servers of the kind that {@code -Dserver} names, and measures. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Run run = Run.named("tickets");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(run.directory());
        Bare bare =
            Bare.start(
                run.kind(),
                Files.createDirectories(run.directory().resolve("bare")),
                postgres.database());
        Whole whole =
            Whole.start(
                run.kind(),
                Files.createDirectories(run.directory().resolve("whole")),
                postgres.createDatabase("whole_" + System.currentTimeMillis()))) {
      measure(run, new Load(run.directory()), bare, whole);
    }
  }

  private static void measure(Run run, Load load, Bare bare, Whole whole)
      throws IOException, SQLException {
    String ticket =
        "{\"customer_id\":\"%s\",\"subject\":\"Printer on fire\",\"body\":\"It burns.\",\"priority\":\"P2\"}"
            .formatted(whole.newCustomer());
    String team =
        Whole.field(
            "id", whole.post("api/v1/teams", "{\"name\":\"First line\",\"handle\":\"first\"}"));
    whole.post(
        "api/v1/ticket-routing-rules",
        "{\"name\":\"P2\",\"conditions\":{\"priority\":[\"P2\"]},\"actions\":{\"team_id\":\"%s\"}}"
            .formatted(team));
    String id = Whole.field("id", whole.post("api/v1/tickets", ticket));
    String rows = new SampleTicket(whole.database(), id).transaction();
    Map<String, String> headers = whole.headers();
    load.post(bare.url(), Bare.BODY, Map.of(), 16, run.warmUp());
    load.post(whole.url("api/v1/tickets"), ticket, headers, 16, run.warmUp());
    load.get(whole.url("api/v1/tickets/" + id), headers, 16, run.warmUp() / 2);
    run.line(
        "| clients | bare /s | same rows, pgbench /s | created /s | to bare | p99 ms"
            + " | read /s | to bare | p99 ms | errors |");
    run.line("|---|---|---|---|---|---|---|---|---|---|");
    for (int clients : CLIENTS) {
      bare.clear();
      Figure floor = load.post(bare.url(), Bare.BODY, Map.of(), clients, run.seconds());
      Figure sql = load.sql(whole.database(), rows, clients, run.seconds());
      Figure created =
          load.post(whole.url("api/v1/tickets"), ticket, headers, clients, run.seconds());
      Figure read = load.get(whole.url("api/v1/tickets/" + id), headers, clients, run.seconds());
      run.line(
          "| %d | %.0f | %.0f | %.0f | %.2f | %.1f | %.0f | %.2f | %.1f | %d |"
              .formatted(
                  clients,
                  floor.perSecond(),
                  sql.perSecond(),
                  created.perSecond(),
                  created.perSecond() / floor.perSecond(),
                  created.p99Millis(),
                  read.perSecond(),
                  read.perSecond() / floor.perSecond(),
                  read.p99Millis(),
                  floor.errors() + created.errors() + read.errors()));
    }
  }
}
