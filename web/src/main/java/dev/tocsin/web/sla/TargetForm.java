package dev.tocsin.web.sla;

import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.web.console.Lengths;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is typed about one target; without a length nothing is promised. */
public class TargetForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String length = "";
  private @Nullable UUID calendarId;

  void fill(PolicyTarget target) {
    length = Lengths.text(target.target());
    calendarId = target.calendarId();
  }

  boolean isPromised() {
    return !length.isBlank();
  }

  PolicyTarget command(Metric metric, String input) {
    return new PolicyTarget(metric, Lengths.parse(length, "/" + input), calendarId);
  }

  public String getLength() {
    return length;
  }

  public void setLength(String length) {
    this.length = length;
  }

  public @Nullable UUID getCalendarId() {
    return calendarId;
  }

  public void setCalendarId(@Nullable UUID calendarId) {
    this.calendarId = calendarId;
  }
}
