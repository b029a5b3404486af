package dev.tocsin.benchmark;

import dev.tocsin.launcher.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/**
 * What a desk of a million open tickets costs: the heartbeat's look at 100 due clocks beside that
 * of a desk of ten thousand, the edit of a calendar that 100,000 open clocks run by, and searches.
 */
public final class LargeDesk {

  private static final int SMALL = 10_000;
  private static final int LARGE = Integer.getInteger("large", 1_000_000);
  private static final int ON_A_CALENDAR = Integer.getInteger("on-a-calendar", 50_000);

  private LargeDesk() {}

  /** Starts a database and the server that {@code -Dserver} names, measures, and stops both. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Run run = Run.named("large");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(run.directory());
        Whole whole =
            Whole.start(
                run.kind(),
                run.directory(),
                postgres.createDatabase("whole_" + System.currentTimeMillis()))) {
      String customer = whole.newCustomer();
      DueClocks due = new DueClocks(whole);
      SampleTicket sample = ticket(whole, customer, "P3");
      sample.multiply(SMALL - 1);
      due.warmUp();
      double small = due.millisOfAHundred();
      run.line("| open tickets | 100 due clocks, ms (median of 15) | ratio |");
      run.line("|---|---|---|");
      run.line("| %,d | %.0f | 1 |".formatted(SMALL, small));
      sample.multiply(LARGE - SMALL);
      double large = due.millisOfAHundred();
      run.line("| %,d | %.0f | %.2f |%n".formatted(LARGE, large, large / small));
      new Searches(whole).measure(run);
      CalendarEdit edit = CalendarEdit.of(whole, "P2");
      ticket(whole, customer, "P2").multiply(ON_A_CALENDAR - 1);
      edit.measure(run);
    }
  }

  private static SampleTicket ticket(Whole whole, String customer, String priority)
      throws SQLException {
    String made =
        whole.post(
            "api/v1/tickets",
            "{\"customer_id\":\"%s\",\"subject\":\"Printer\",\"body\":\"It burns.\",\"priority\":\"%s\"}"
                .formatted(customer, priority));
    return new SampleTicket(whole.database(), Whole.field("id", made));
  }
}
