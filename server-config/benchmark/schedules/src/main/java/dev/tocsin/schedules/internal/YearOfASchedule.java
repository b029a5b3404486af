package dev.tocsin.schedules.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tells who is on throughout a year: at one go, and by asking between each two boundaries.
 *
 * <p>Both answers are compared before anything is measured. Finding the boundaries costs the second
 * way something too, and is part of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class YearOfASchedule {

  private final LargeSchedule schedule = new LargeSchedule();
  private final Roster roster = schedule.roster();

  @Setup(Level.Trial)
  public void bothSayTheSame() {
    if (!timeline().equals(askedBetweenBoundaries())) {
      throw new IllegalStateException("the two answers differ");
    }
  }

  @Benchmark
  public List<Stretch> timeline() {
    return roster.timeline(LargeSchedule.FROM, LargeSchedule.TO);
  }

  @Benchmark
  public List<Stretch> askedBetweenBoundaries() {
    List<Instant> boundaries = schedule.boundaries();
    List<Stretch> answers = new ArrayList<>();
    for (int i = 1; i < boundaries.size(); i++) {
      Instant start = boundaries.get(i - 1);
      answers.add(new Stretch(start, boundaries.get(i), roster.at(start)));
    }
    return Stretches.tile(answers, LargeSchedule.FROM, LargeSchedule.TO);
  }
}
