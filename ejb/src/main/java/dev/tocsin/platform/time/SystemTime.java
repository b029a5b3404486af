package dev.tocsin.platform.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where time enters the system. */
@Dependent
public class SystemTime {

  /** Returns the clock that every bean injects. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
