package dev.tocsin.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a load run measured.
 *
 * @param perSecond completed requests a second
 * @param medianMillis the middle latency; NaN when the tool does not tell
 * @param p99Millis the latency that one request in a hundred exceeds; NaN likewise
 * @param errors requests that failed or were answered other than 2xx and 3xx
 */
record Figure(double perSecond, double medianMillis, double p99Millis, long errors) {

  private static final Pattern WRK_RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern WRK_LATENCY = Pattern.compile("\\s(50|99)%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern WRK_REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern WRK_SOCKET =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Pattern PGBENCH_RATE = Pattern.compile("tps = ([\\d.]+)");

  /** Reads what {@code wrk --latency} printed. */
  static Figure ofWrk(String output) {
    double median = Double.NaN;
    double p99 = Double.NaN;
    Matcher latency = WRK_LATENCY.matcher(output);
    while (latency.find()) {
      double millis = Double.parseDouble(latency.group(2)) * inMillis(latency.group(3));
      if (latency.group(1).equals("50")) {
        median = millis;
      } else {
        p99 = millis;
      }
    }
    long errors = 0;
    Matcher refused = WRK_REFUSED.matcher(output);
    if (refused.find()) {
      errors += Long.parseLong(refused.group(1));
    }
    Matcher socket = WRK_SOCKET.matcher(output);
    if (socket.find()) {
      for (int group = 1; group <= 4; group++) {
        errors += Long.parseLong(socket.group(group));
      }
    }
    return new Figure(number(WRK_RATE, output), median, p99, errors);
  }

  /** Reads what {@code pgbench} printed. */
  static Figure ofPgbench(String output) {
    return new Figure(number(PGBENCH_RATE, output), Double.NaN, Double.NaN, 0);
  }

  private static double inMillis(String unit) {
    return switch (unit) {
      case "us" -> 0.001;
      case "ms" -> 1;
      default -> 1000;
    };
  }

  private static double number(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("not the output that was expected:\n" + output);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
