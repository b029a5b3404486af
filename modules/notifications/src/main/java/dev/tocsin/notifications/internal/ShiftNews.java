package dev.tocsin.notifications.internal;

import dev.tocsin.notifications.EventTypes;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.ShiftChangeAnnounced;
import dev.tocsin.schedules.ShiftNoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells that on call passes to others: by mail to those who go and come, to subscriptions all. */
@ApplicationScoped
public class ShiftNews {

  /**
   * What {@code schedule.shift_upcoming} and {@code schedule.shift_changed} tell.
   *
   * @param notificationChannelId where the schedule wants it told; null for nowhere
   * @param revision above 1 when what was told ahead is put right; with nobody outgoing and nobody
   *     incoming the handoff does not take place
   * @param onCall everybody on call from then on
   */
  public record Shift(
      UUID scheduleId,
      String scheduleName,
      String timeZone,
      @Nullable UUID notificationChannelId,
      Instant handoffAt,
      int revision,
      List<Person> outgoing,
      List<Person> incoming,
      List<Person> onCall) {}

  @Inject private Pager pager;
  @Inject private Announcer announcer;

  /** Tells it once for each schedule, handoff, kind and revision. */
  public void on(@Observes ShiftChangeAnnounced event) {
    String type =
        event.kind() == ShiftNoticeKind.AHEAD
            ? EventTypes.SHIFT_UPCOMING
            : EventTypes.SHIFT_CHANGED;
    String key = event.scheduleId() + ":" + event.handoffAt() + ":" + event.revision();
    List<UUID> people =
        event.concerned().stream().map(Person::userId).filter(Objects::nonNull).toList();
    pager.reachAll(people, type + ":" + key, type, ShiftTexts.change(event, pager.links()));
    announcer.announce(
        type, () -> new Announcement(type, key, event.at(), shift(event), null, null));
  }

  private static Shift shift(ShiftChangeAnnounced event) {
    return new Shift(
        event.scheduleId(),
        event.scheduleName(),
        event.timeZone(),
        event.notificationChannelId(),
        event.handoffAt(),
        event.revision(),
        event.outgoing(),
        event.incoming(),
        event.onCall());
  }
}
