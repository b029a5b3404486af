package dev.tocsin.schedules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On call passes to others, or is about to; announced once for each handoff and kind, and again
 * ahead of it when the plan has changed since.
 *
 * @param notificationChannelId where the schedule wants it told as well; null for nowhere
 * @param revision 1, and one more each time a notice ahead was put right
 * @param outgoing who is on call before the handoff and no longer after it
 * @param incoming who is on call after it and was not before; with nobody outgoing either, an
 *     announced handoff does not take place
 * @param onCall everybody on call after it; empty for nobody
 * @param concerned everybody to tell: outgoing, incoming, and whom an earlier revision named
 */
public record ShiftChangeAnnounced(
    UUID scheduleId,
    String scheduleName,
    String timeZone,
    @Nullable UUID notificationChannelId,
    ShiftNoticeKind kind,
    int revision,
    Instant handoffAt,
    List<Person> outgoing,
    List<Person> incoming,
    List<Person> onCall,
    List<Person> concerned,
    Instant at)
    implements ScheduleEvent {}
