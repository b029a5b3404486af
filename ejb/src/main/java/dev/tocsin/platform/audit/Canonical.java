package dev.tocsin.platform.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Fields as bytes, each led by its length, so that no two lists of fields give the same bytes:
 * {@code ("ab", "c")} is not {@code ("a", "bc")}, and no text is not empty text.
 */
final class Canonical {

  private static final int NONE = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Starts a list of fields with the name of what they are. */
  Canonical(String kind) {
    add(kind);
  }

  Canonical add(@Nullable String field) {
    return field == null ? length(NONE) : add(field.getBytes(StandardCharsets.UTF_8));
  }

  Canonical add(byte[] field) {
    length(field.length);
    bytes.writeBytes(field);
    return this;
  }

  private Canonical length(int length) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
