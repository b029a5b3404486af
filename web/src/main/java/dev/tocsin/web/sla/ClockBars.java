package dev.tocsin.web.sla;

import dev.tocsin.persistence.Code;
import dev.tocsin.sla.ClockView;
import dev.tocsin.web.console.Format;
import dev.tocsin.web.sla.ClockPart.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** Draws clocks for pages, and puts what is drawn into words. */
@Named
@ApplicationScoped
public class ClockBars {

  @Inject private Format format;

  /** Returns a clock, drawn. */
  public ClockBar of(ClockView clock) {
    return ClockBar.of(clock);
  }

  /** Returns what a share of a part was, why, and for how long. */
  public String told(Share share) {
    return format.label("ledger." + Code.of(share.kind()))
        + ' '
        + format.label("reason." + share.reason())
        + (share.holiday() == null ? "" : ": " + share.holiday())
        + ", "
        + format.duration(share.length());
  }

  /** Returns what a part is made of. */
  public String words(ClockPart part) {
    return part.shares().stream().map(this::told).collect(Collectors.joining("; "));
  }
}
