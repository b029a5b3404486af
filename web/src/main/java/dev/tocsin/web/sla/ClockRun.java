package dev.tocsin.web.sla;

import dev.tocsin.sla.FrameView;
import dev.tocsin.web.sla.ClockBar.Kind;
import dev.tocsin.web.sla.ClockPart.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stretches in a row that become one part of a drawn clock. */
final class ClockRun {

  private record Sort(Kind kind, String reason, @Nullable String holiday) {}

  private final Map<Sort, Duration> lengths = new LinkedHashMap<>();
  private @Nullable Instant from;
  private @Nullable Instant to;

  void add(Kind kind, FrameView frame, Instant start, Instant end) {
    from = from == null ? start : from;
    to = end;
    Sort sort = new Sort(kind, frame.reason(), frame.holiday());
    lengths.merge(sort, Duration.between(start, end), Duration::plus);
  }

  boolean isEmpty() {
    return lengths.isEmpty();
  }

  void clear() {
    lengths.clear();
    from = null;
    to = null;
  }

  Duration length() {
    return lengths.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the part that this run is, as wide as given in percent of the line. */
  ClockPart part(double width) {
    List<Share> shares =
        lengths.entrySet().stream().map(entry -> share(entry.getKey(), entry.getValue())).toList();
    List<Kind> kinds = shares.stream().map(Share::kind).distinct().toList();
    double counted =
        shares.stream().filter(Share::counts).mapToDouble(share -> seconds(share.length())).sum();
    return new ClockPart(
        number(width),
        kinds.size() == 1 ? kinds.get(0) : Kind.MIXED,
        number(100 * counted / seconds(length())),
        Objects.requireNonNull(from),
        Objects.requireNonNull(to),
        shares);
  }

  private static Share share(Sort sort, Duration length) {
    return new Share(sort.kind, sort.reason, sort.holiday, length);
  }

  static double seconds(Duration length) {
    return length.toNanos() / 1e9;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
