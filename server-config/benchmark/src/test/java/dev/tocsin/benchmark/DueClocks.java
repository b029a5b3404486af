package dev.tocsin.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

/** Makes clocks fall due and reads from the node's own measurements what looking at them took. */
final class DueClocks {

  private static final int AT_ONCE = 100;
  private static final int ROUNDS = 15;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TIME = "tocsin_work_runs_seconds_sum{work=\"sla-deadlines\"}";
  private static final String DONE =
      "tocsin_work_rows_total{outcome=\"done\",work=\"sla-deadlines\"}";

  /** Moves clocks into the past by as much as they had left, so that they are late by a second. */
  private static final String FALL_DUE =
      """
      UPDATE sla.clock c SET started_at = c.started_at - d.left, since = c.since - d.left,
             due_at = c.due_at - d.left, wake_at = now()
      FROM (SELECT id, due_at - now() + interval '1 second' AS left FROM sla.clock
            WHERE metric = 'first_response' AND state = 'running' ORDER BY id LIMIT %d) d
      WHERE c.id = d.id"""
          .formatted(AT_ONCE);

  private final Whole whole;

  DueClocks(Whole whole) {
    this.whole = whole;
  }

  /** Lets the server compile what it is going to be measured at. */
  void warmUp() throws SQLException {
    for (int round = 0; round < 2 * ROUNDS; round++) {
      millis();
    }
  }

  /** Returns what the heartbeat spent on a hundred breaches, the middle of some rounds. */
  double millisOfAHundred() throws SQLException {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      rounds[round] = millis();
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private double millis() throws SQLException {
    double time = whole.metric(TIME);
    double done = whole.metric(DONE);
    int moved = Sql.execute(whole.database(), FALL_DUE);
    if (moved != AT_ONCE) {
      throw new IllegalStateException("only " + moved + " clocks were left to fall due");
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (whole.metric(DONE) < done + AT_ONCE) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the heartbeat did not look at what is due");
      }
      Thread.onSpinWait();
    }
    return (whole.metric(TIME) - time) * 1000;
  }
}
