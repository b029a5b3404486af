package dev.tocsin.sla;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day on which nothing counts, in the calendar's own zone. */
public record Holiday(
    @NotNull LocalDate date,
    @Nullable @Size(max = 200) @Pattern(regexp = "[^\\u0000]*+") String name) {

  /** Returns two lists as one, by date; where both tell a day, it keeps its first name. */
  public static List<Holiday> together(List<Holiday> first, List<Holiday> second) {
    Map<LocalDate, Holiday> byDate = new TreeMap<>();
    Stream.concat(first.stream(), second.stream())
        .forEach(holiday -> byDate.putIfAbsent(holiday.date(), holiday));
    return List.copyOf(byDate.values());
  }
}
