package dev.tocsin.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * A small process beside this one that stops what was left running when this one is killed.
 *
 * <p>Who starts a process tells {@link #watch}, who has stopped it tells {@link #forget}.
 */
final class Keeper {
  private static final Keeper INSTANCE = new Keeper();

  private final PrintStream pipe;

  private Keeper() {
    try (var script = Keeper.class.getResourceAsStream("keeper.sh")) {
      if (script == null) {
        throw new IllegalStateException("keeper.sh is missing from the launcher's jar");
      }
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder("sh", "-c", text)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      pipe = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LaunchFailure("No shell could be started: " + DataDirectory.reason(e), e);
    }
  }

  static void watch(String what, long pid) {
    INSTANCE.tell(what, pid);
  }

  static void forget(long pid) {
    INSTANCE.tell("gone", pid);
  }

  private synchronized void tell(String verb, long pid) {
    pipe.println(verb + " " + pid);
  }
}
