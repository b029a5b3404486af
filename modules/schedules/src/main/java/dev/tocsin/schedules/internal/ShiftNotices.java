package dev.tocsin.schedules.internal;

import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.time.Times;
import dev.tocsin.platform.time.ZoneRulesChanged;
import dev.tocsin.platform.work.DueRow;
import dev.tocsin.platform.work.DueRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the schedules in which a handoff is due to be told. */
@ApplicationScoped
public class ShiftNotices extends DueRows {

  /** The name by which a changed schedule wakes this work. */
  static final String NAME = "shift-notices";

  @Inject private ShiftNoticeRows notices;
  @Inject private ScheduleRows schedules;
  @Inject private ShiftAnnouncer announcer;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  protected List<DueRow> due(Instant now, int limit) {
    return notices.due(now, limit);
  }

  @Override
  protected boolean perform(UUID id, Instant now) {
    Optional<ShiftWatch> due = notices.lockIfFree(id).filter(watch -> watch.isDue(now));
    due.ifPresent(watch -> look(schedules.require(id), watch, now));
    return due.isPresent();
  }

  private void look(Schedule schedule, ShiftWatch watch, Instant now) {
    Integer own = schedule.noticeLeadMinutes();
    long minutes = own == null ? settings.require(ScheduleSettings.NOTICE_LEAD_MINUTES) : own;
    announcer.look(schedule, watch, Duration.ofMinutes(minutes), now);
  }

  /** Looks at every schedule anew: by other rules its next handoff may be another instant. */
  public void on(@Observes ZoneRulesChanged change) {
    notices.lookAtAll(Times.now(clock));
  }

  @Override
  protected void postpone(UUID id, Instant until, int failures, String reason) {
    notices.lock(id).ifPresent(watch -> watch.postpone(until, failures));
  }
}
