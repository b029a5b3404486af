package dev.tocsin.web.sla;

import dev.tocsin.sla.ClockView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Draws clocks for pages. */
@Named
@ApplicationScoped
public class ClockBars {

  /** Returns a clock, drawn. */
  public ClockBar of(ClockView clock) {
    return ClockBar.of(clock);
  }
}
