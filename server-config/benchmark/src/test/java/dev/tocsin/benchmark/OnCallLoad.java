package dev.tocsin.benchmark;

import dev.tocsin.launcher.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a schedule of 20 layers and 50 people who is on at any instant of a year. */
public final class OnCallLoad {

  private static final List<Integer> CLIENTS = List.of(1, 8, 16, 32);
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private OnCallLoad() {}

  /** Starts a database and the server that {@code -Dserver} names, measures, and stops both. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Run run = Run.named("on-call");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(run.directory());
        Whole whole =
            Whole.start(
                run.kind(),
                run.directory(),
                postgres.createDatabase("whole_" + System.currentTimeMillis()))) {
      String id = Whole.field("id", whole.post("api/v1/schedules", schedule()));
      String at =
          "'/api/v1/schedules/%s/oncall?at='..os.date('!%%Y-%%m-%%dT%%H:%%M:%%SZ', 1767225600 + math.random(31536000))"
              .formatted(id);
      Load load = new Load(run.directory());
      load.getEach(whole.url(""), at, whole.headers(), 16, run.warmUp());
      run.line("| clients | answers /s | median ms | p99 ms | errors |");
      run.line("|---|---|---|---|---|");
      for (int clients : CLIENTS) {
        Figure figure = load.getEach(whole.url(""), at, whole.headers(), clients, run.seconds());
        run.line(
            "| %d | %.0f | %.1f | %.1f | %d |"
                .formatted(
                    clients,
                    figure.perSecond(),
                    figure.medianMillis(),
                    figure.p99Millis(),
                    figure.errors()));
      }
    }
  }

  private static String schedule() {
    return "{\"name\":\"Large\",\"time_zone\":\"America/New_York\",\"layers\":[%s]}"
        .formatted(
            IntStream.range(0, 20).mapToObj(OnCallLoad::layer).collect(Collectors.joining(",")));
  }

  /** Four hours of some days each, and a last one for the rest. */
  private static String layer(int index) {
    String hours =
        index == 19
            ? ""
            : ",\"shift_duration\":\"PT4H\",\"weekdays\":[\"%s\",\"%s\"]"
                .formatted(DAYS.get(index % 7), DAYS.get((index + 2) % 7));
    return """
        {"name":"layer %d","order_index":%d,"rotation_type":"%s","rotation_length":1,
         "rotation_start":"2024-01-01T%02d:30:00"%s,"participants":[%s]}"""
        .formatted(
            index,
            index,
            index == 19 ? "weekly" : "daily",
            index * 5 % 24,
            hours,
            IntStream.range(0, 10)
                .mapToObj(i -> "{\"user_name\":\"person %d\"}".formatted((index * 7 + i * 3) % 50))
                .collect(Collectors.joining(",")))
        .replace("\n", "");
  }
}
