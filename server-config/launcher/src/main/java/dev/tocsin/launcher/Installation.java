package dev.tocsin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A server unpacked and configured once, named after its version and the scripts that did it. */
final class Installation {
  private final ServerType type;
  private final Path directory;

  Installation(ServerType type, Path directory) {
    this.type = type;
    this.directory = directory;
  }

  /** Answer the configured server's home, made if there is none; half-made ones are never seen. */
  Path home() throws IOException {
    Path home = directory.resolve(name());
    if (!Files.exists(home)) {
      Path part = directory.resolve(name() + ".part-" + ProcessHandle.current().pid());
      Trees.delete(part);
      Trees.unzip(type.archive(), part);
      type.configure(part, unpackScripts(part.resolve("tocsin")));
      Files.move(part, home);
    }
    return home;
  }

  /** Answer whether the first start, which takes its time, is still ahead. */
  boolean isMissing() throws IOException {
    return !Files.exists(directory.resolve(name()));
  }

  /** Delete the same server of other versions or scripts, which nobody may be running. */
  void deleteOthers() throws IOException {
    String kind = type.archive().getFileName().toString().replaceFirst("-[0-9].*", "-");
    try (Stream<Path> all = Files.list(directory)) {
      for (Path each : all.toList()) {
        String other = each.getFileName().toString();
        if (other.startsWith(kind) && !other.equals(name())) {
          Trees.delete(each);
        }
      }
    }
  }

  private String name() throws IOException {
    return type.archive().getFileName().toString().replace(".zip", "") + "-" + fingerprint();
  }

  private Path unpackScripts(Path target) throws IOException {
    for (String script : type.scripts()) {
      Path file = target.resolve(script);
      Files.createDirectories(Trees.parentOf(file));
      try (InputStream in = open(script)) {
        Files.copy(in, file);
      }
      if (script.endsWith(".sh")) {
        Trees.makeExecutable(file);
      }
    }
    return target;
  }

  private String fingerprint() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String script : type.scripts()) {
        try (InputStream in = open(script)) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String script) throws IOException {
    InputStream in = Installation.class.getResourceAsStream(script);
    if (in == null) {
      throw new IOException(script + " is missing from the launcher's jar");
    }
    return in;
  }
}
