package dev.tocsin.incidents.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** The hash by which an alert without a fingerprint is known again: FNV-1a of 64 bits. */
final class Fnv1a {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fnv1a() {}

  /** Return 16 hex digits for labels, whatever their order: the hash of {@code k=v,} for each. */
  static String ofLabels(Map<String, String> labels) {
    long hash = OFFSET;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      String pair = label.getKey() + "=" + label.getValue() + ",";
      for (byte b : pair.getBytes(UTF_8)) {
        hash = (hash ^ (b & 0xff)) * PRIME;
      }
    }
    return String.format("%016x", hash);
  }
}
