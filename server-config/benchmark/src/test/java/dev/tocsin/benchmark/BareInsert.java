package dev.tocsin.benchmark;

import dev.tocsin.launcher.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * A one-row insert over REST beside the same insert by pgbench, on the same database, in turns,
 * with {@code synchronous_commit=on}: prints a Markdown table of ratios.
 */
public final class BareInsert {

  private static final List<Integer> CLIENTS = List.of(1, 8, 16, 32);

  private BareInsert() {}

  /** Starts a database and the server that {@code -Dserver} names, measures, and stops both. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Run run = Run.named("bare");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(run.directory());
        Bare bare = Bare.start(run.kind(), run.directory(), postgres.database())) {
      Load load = new Load(run.directory());
      load.post(bare.url(), Bare.BODY, Map.of(), 16, run.warmUp());
      run.line("| clients | pgbench /s | REST /s | ratio | median ms | p99 ms | errors |");
      run.line("|---|---|---|---|---|---|---|");
      for (int clients : CLIENTS) {
        bare.clear();
        Figure floor = load.sql(bare.database(), Bare.INSERT, clients, run.seconds());
        Figure rest = load.post(bare.url(), Bare.BODY, Map.of(), clients, run.seconds());
        run.line(
            "| %d | %.0f | %.0f | %.2f | %.1f | %.1f | %d |"
                .formatted(
                    clients,
                    floor.perSecond(),
                    rest.perSecond(),
                    rest.perSecond() / floor.perSecond(),
                    rest.medianMillis(),
                    rest.p99Millis(),
                    rest.errors()));
      }
    }
  }
}
