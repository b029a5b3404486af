package dev.tocsin.platform.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Secret keys for tests: version n is always the same key. */
public final class TestKeys {

  private TestKeys() {}

  /** Returns a box with these versions. */
  public static SecretBox box(int... versions) {
    return SecretBox.of(text(versions));
  }

  /** Returns these versions as an operator would configure them. */
  public static String text(int... versions) {
    return Arrays.stream(versions)
        .mapToObj(version -> version + ":" + base64(version))
        .collect(Collectors.joining(","));
  }

  private static String base64(int version) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) version);
    return Base64.getEncoder().encodeToString(key);
  }
}
