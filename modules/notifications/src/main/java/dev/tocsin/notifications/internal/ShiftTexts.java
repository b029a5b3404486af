package dev.tocsin.notifications.internal;

import dev.tocsin.persistence.Code;
import dev.tocsin.schedules.LeaveRequestMoved;
import dev.tocsin.schedules.LeaveRequestView;
import dev.tocsin.schedules.Period;
import dev.tocsin.schedules.Person;
import dev.tocsin.schedules.RequestState;
import dev.tocsin.schedules.ShiftChangeAnnounced;
import dev.tocsin.schedules.ShiftNoticeKind;
import dev.tocsin.schedules.SwapRequestMoved;
import dev.tocsin.schedules.SwapRequestView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What emails about shifts say; times are those of the schedule's zone, with their offset. */
final class ShiftTexts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

  private ShiftTexts() {}

  /** Returns the notice that on call passes to others. */
  static MailText change(ShiftChangeAnnounced event, Links links) {
    String at = time(event.handoffAt(), event.timeZone());
    String onCall = names(event.onCall());
    String change =
        event.outgoing().isEmpty() && event.incoming().isEmpty()
            ? "At %s nothing changes after all.".formatted(at)
            : "At %s on call passes from %s to %s."
                .formatted(at, names(event.outgoing()), names(event.incoming()));
    String word = event.kind() == ShiftNoticeKind.HANDOFF ? "now" : "from " + at;
    return new MailText(
        "%sOn call in %s %s: %s"
            .formatted(event.revision() > 1 ? "Changed: " : "", event.scheduleName(), word, onCall),
        """
        %s

        Schedule: %s (%s)
        On call from then on: %s
        %s
        """
            .formatted(
                change,
                event.scheduleName(),
                event.timeZone(),
                onCall,
                links.schedule(event.scheduleId())));
  }

  /** Returns the news of a swap request. */
  static MailText swap(SwapRequestMoved event, Links links) {
    SwapRequestView request = event.request();
    String who = request.requester().name();
    String zone = event.timeZone();
    boolean open = request.state() == RequestState.OFFERED;
    return new MailText(
        open
            ? "%s asks for a swap in %s".formatted(who, event.scheduleName())
            : "Swap in %s %s".formatted(event.scheduleName(), Code.of(request.state())),
        """
        %s

        %s hands over: %s
        %s takes over: %s
        Asked: %s
        Reason: %s

        %s
        """
            .formatted(
                open
                    ? "Please answer before " + time(request.expiresAt(), zone) + "."
                    : decision(request.state(), request.decidedBy()),
                who,
                period(request.gives(), zone),
                who,
                period(request.takes(), zone),
                request.other() == null ? "anybody" : request.other().name(),
                orDash(request.reason()),
                links.schedule(request.scheduleId())));
  }

  /** Returns the news of a leave request. */
  static MailText leave(LeaveRequestMoved event, Links links) {
    LeaveRequestView request = event.request();
    String who = request.requester().name();
    boolean open = request.state() == RequestState.OFFERED;
    return new MailText(
        open
            ? "%s asks for leave in %s".formatted(who, event.scheduleName())
            : "Leave in %s %s".formatted(event.scheduleName(), Code.of(request.state())),
        """
        %s

        %s takes no shifts from %s to %s
        Reason: %s

        %s
        """
            .formatted(
                open
                    ? "Please grant or refuse it."
                    : decision(request.state(), request.decidedBy()),
                who,
                request.startDate(),
                request.endDate(),
                orDash(request.reason()),
                links.schedule(request.scheduleId())));
  }

  private static String decision(RequestState state, @Nullable String by) {
    return state == RequestState.EXPIRED
        ? "It has expired: nobody answered in time."
        : "It was %s by %s.".formatted(Code.of(state), by);
  }

  private static String names(List<Person> people) {
    return people.isEmpty()
        ? "nobody"
        : people.stream().map(Person::name).collect(Collectors.joining(", "));
  }

  private static String period(@Nullable Period period, String zone) {
    return period == null ? "-" : time(period.start(), zone) + " to " + time(period.end(), zone);
  }

  private static String time(Instant instant, String zone) {
    return TIME.format(instant.atZone(ZoneId.of(zone)));
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "-" : text;
  }
}
