package dev.tocsin.web.schedules;

import dev.tocsin.schedules.DoubleBooking;
import dev.tocsin.schedules.Gap;
import dev.tocsin.schedules.QualityReport;
import dev.tocsin.schedules.QualityWarning;
import dev.tocsin.schedules.ScheduleQuality;
import dev.tocsin.web.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody should look at in a schedule, weeks before it matters. */
@Named
@RequestScoped
public class QualityPage {

  @Inject private ScheduleQuality quality;
  @Inject private SchedulePage page;
  @Inject private Caller caller;

  private @Nullable QualityReport report;

  /** Returns when nobody is on call within four weeks. */
  public List<Gap> getGaps() {
    return report().gaps();
  }

  /** Returns who is on call in two places at once within four weeks. */
  public List<DoubleBooking> getDoubleBookings() {
    return report().doubleBookings();
  }

  /** Returns how much there is to look at. */
  public int getCount() {
    return getGaps().size() + getDoubleBookings().size() + getWarnings().size();
  }

  /** Returns what else will go wrong within four weeks. */
  public List<QualityWarning> getWarnings() {
    return report().warnings().stream()
        .filter(warning -> !warning.code().equals("nobody_on"))
        .toList();
  }

  /** Asks once a request. */
  private QualityReport report() {
    QualityReport found = report;
    if (found == null) {
      found = quality.report(caller.actor(), page.required().id(), null, null);
      report = found;
    }
    return found;
  }
}
