package dev.tocsin.web.schedules;

import dev.tocsin.platform.error.NotFound;
import dev.tocsin.schedules.DutyReports;
import dev.tocsin.web.rest.Caller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who carries how much of a schedule in one month of its zone. */
@Named
@ViewScoped
public class ReportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  @Inject private DutyReports reports;
  @Inject private SchedulePage page;
  @Inject private Caller caller;
  @Inject private Clock clock;

  private String asked = "";
  private @Nullable YearMonth month;
  private transient @Nullable Shares shares;

  /** Adds up the month that the address names, by default the present one. */
  public void load() {
    page.load();
    ZoneId zone = ZoneId.of(page.required().timeZone());
    YearMonth wanted = asked.isBlank() ? YearMonth.now(clock.withZone(zone)) : parsed();
    month = wanted;
    shares =
        new Shares(
            reports.of(
                caller.actor(),
                page.required().id(),
                begin(wanted, zone),
                begin(wanted.plusMonths(1), zone)));
  }

  private YearMonth parsed() {
    try {
      return YearMonth.parse(asked);
    } catch (DateTimeException e) {
      throw new NotFound("month");
    }
  }

  private static Instant begin(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  /** Returns the month some months later, as the address names it; negative for earlier. */
  public String moved(int months) {
    return Objects.requireNonNull(month).plusMonths(months).toString();
  }

  /** Returns the month's name. */
  public String getTitle() {
    return TITLE.format(Objects.requireNonNull(month));
  }

  /** Returns what the month adds up to; null before the page is loaded. */
  public @Nullable Shares getShares() {
    return shares;
  }

  public String getMonth() {
    return asked;
  }

  public void setMonth(String month) {
    asked = month;
  }
}
