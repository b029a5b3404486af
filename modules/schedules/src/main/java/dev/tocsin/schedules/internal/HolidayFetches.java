package dev.tocsin.schedules.internal;

import static java.lang.System.Logger.Level.WARNING;

import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.egress.OutboundHttp;
import dev.tocsin.platform.egress.OutboundRequest;
import dev.tocsin.platform.egress.OutboundResponse;
import dev.tocsin.platform.ical.HolidayCalendar;
import dev.tocsin.platform.ical.UnreadableCalendar;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.settings.SettingsChanged;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.work.Batch;
import dev.tocsin.platform.work.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feeds of holidays, each once a day, one after the other.
 *
 * <p>A feed that cannot be read leaves the holidays as they were and says so where they are shown.
 */
@ApplicationScoped
public class HolidayFetches implements DueWork {
  private static final System.Logger LOG = System.getLogger(HolidayFetches.class.getName());
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  @Inject private HolidayRows rows;
  @Inject private ShiftNoticeRows notices;
  @Inject private OutboundHttp http;
  @Inject private Settings settings;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "holiday-feeds";
  }

  @Override
  public Batch run(Instant now) {
    Optional<String> country = transactions.call(() -> rows.lease(now));
    if (country.isEmpty()) {
      return Batch.NOTHING;
    }
    boolean good = fetch(country.get(), HolidaySettings.address(settings, country.get()));
    return new Batch(good ? 1 : 0, good ? 0 : 1, true, null);
  }

  private boolean fetch(String country, Optional<String> address) {
    if (address.isEmpty()) {
      record(country, feed -> feed.rest(Times.now(clock)), Set.of());
      return true;
    }
    try {
      Set<HolidayCalendar.Day> days = HolidayCalendar.read(textAt(address.get()));
      record(country, feed -> feed.succeeded(Times.now(clock)), days);
      return true;
    } catch (IOException | UnreadableCalendar e) {
      LOG.log(WARNING, "holidays of {0} could not be read: {1}", country, e);
      record(country, feed -> feed.failed(Times.now(clock), String.valueOf(e.getMessage())), null);
      return false;
    }
  }

  private String textAt(String address) throws IOException, UnreadableCalendar {
    OutboundResponse answer = http.send(OutboundRequest.get(address).upTo(MOST_BYTES));
    if (!answer.isSuccess()) {
      throw new UnreadableCalendar("the feed answered " + answer.status());
    }
    if (answer.truncated()) {
      throw new UnreadableCalendar("the feed is longer than 4 MiB");
    }
    return answer.body();
  }

  /** Records what came of it, unless nobody wants the country any more. */
  private void record(
      String country, Consumer<HolidayFeed> outcome, @Nullable Set<HolidayCalendar.Day> days) {
    transactions.run(
        () ->
            rows.find(country)
                .ifPresent(
                    feed -> {
                      outcome.accept(feed);
                      if (days != null) {
                        rows.replace(country, days);
                        notices.lookAtAll(Times.now(clock)); // a shift may be another's now
                      }
                    }));
  }

  /** Reads everything anew when somebody has changed where it is read. */
  public void on(@Observes SettingsChanged event) {
    if (event.keys().contains(HolidaySettings.FEEDS.key())) {
      rows.refetch(Times.now(clock));
    }
  }
}
