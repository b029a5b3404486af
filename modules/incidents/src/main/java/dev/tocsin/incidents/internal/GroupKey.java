package dev.tocsin.incidents.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What alerts of one incident have in common. */
final class GroupKey {

  private GroupKey() {}

  /**
   * Return the key of an alert by these labels: the SHA-256 of {@code k=v} joined by {@code |}, in
   * the order of the names; empty when the alert has none of them, for such alerts have nothing in
   * common.
   */
  static Optional<String> of(Map<String, String> labels, Collection<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : new TreeSet<>(names)) {
      if (labels.containsKey(name)) {
        text.append(text.isEmpty() ? "" : "|").append(name).append('=').append(labels.get(name));
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(StorableText.sha256(text.toString()));
  }
}
