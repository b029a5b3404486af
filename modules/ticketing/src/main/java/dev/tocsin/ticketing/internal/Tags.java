package dev.tocsin.ticketing.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags as tickets keep them: trimmed, each once, in the order given, case kept. */
final class Tags {

  private Tags() {}

  static List<String> of(@Nullable List<String> given) {
    return given == null ? List.of() : given.stream().map(String::strip).distinct().toList();
  }

  static List<String> plus(List<String> tags, List<String> more) {
    return of(Stream.concat(tags.stream(), more.stream()).toList());
  }
}
