package dev.tocsin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Searches for words, frequent and rare ones, over REST and by the same statement in SQL. */
final class Searches {

  private static final int ROUNDS = 300;
  private static final String WORD = "word%d";

  private final Whole whole;
  private final int[] words;

  Searches(Whole whole) {
    this.whole = whole;
    Random random = new Random(1);
    // as often asked for as said: mostly the frequent ones
    this.words =
        IntStream.range(0, ROUNDS)
            .map(i -> (int) (Math.pow(random.nextDouble(), 4) * 50_000))
            .toArray();
  }

  void measure(Run run) throws IOException, SQLException {
    String statements = Files.readString(Path.of(System.getProperty("tocsin.search.sql")));
    try (Connection connection = whole.database().connect();
        Statement query = connection.createStatement()) {
      // what psql would be asked, down to where the file begins to explain it
      query.execute(statements.substring(0, statements.indexOf("\\set")));
      IntUnaryOperator sql = word -> rows(query, word);
      IntUnaryOperator rest = word -> whole.get(path(word)).length();
      millis(sql);
      millis(rest);
      double[] floor = millis(sql);
      double[] whole = millis(rest);
      run.line("| %,d searches | median ms | p95 ms | slowest ms |".formatted(ROUNDS));
      run.line("|---|---|---|---|");
      line(run, "the statement in SQL", floor);
      line(run, "over REST", whole);
      run.line("p95 to p95: %.2f%n".formatted(at(whole, 0.95) / at(floor, 0.95)));
    }
  }

  private static String path(int word) {
    return "api/v1/tickets?q=" + WORD.formatted(word);
  }

  private static int rows(Statement query, int word) {
    String ask = "EXECUTE tocsin (websearch_to_tsquery('english', '" + WORD.formatted(word) + "'))";
    try (ResultSet found = query.executeQuery(ask)) {
      int rows = 0;
      while (found.next()) {
        rows++;
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private double[] millis(IntUnaryOperator search) {
    double[] taken = new double[words.length];
    long found = 0;
    for (int i = 0; i < words.length; i++) {
      long begun = System.nanoTime();
      found += search.applyAsInt(words[i]);
      taken[i] = (System.nanoTime() - begun) / 1e6;
    }
    if (found == 0) {
      throw new IllegalStateException("there was nothing to find");
    }
    Arrays.sort(taken);
    return taken;
  }

  private static void line(Run run, String what, double[] taken) {
    double slowest = taken[taken.length - 1];
    run.line(
        "| %s | %.1f | %.1f | %.1f |".formatted(what, at(taken, 0.5), at(taken, 0.95), slowest));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
