package dev.tocsin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The file with the keys that seal Tocsin's stored secrets, and other random things. */
final class SecretKeys {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretKeys() {}

  /**
   * Answer the keys in the file, in the notation of TOCSIN_SECRET_KEYS; makes the file, readable by
   * its owner only, if there is none.
   */
  static String in(Path file) throws IOException {
    if (!Files.exists(file)) {
      writePrivately(file, "1:" + base64(32) + "\n");
    }
    String keys = Files.readString(file).strip();
    if (keys.isEmpty()) {
      throw new LaunchFailure(
          file + " is empty: put back the key that was in it, or delete it and all data with it.");
    }
    return keys;
  }

  /** Answer that many random bytes in base64. */
  static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(bytes(bytes));
  }

  /** Answer a word of the given strength that may stand in a URL. */
  static String word(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
  }

  /** Write a new file that only its owner may read, all of it or nothing. */
  static void writePrivately(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var out =
        Files.newByteChannel(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      out.write(java.nio.charset.StandardCharsets.UTF_8.encode(text));
    }
    Files.move(part, file);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
