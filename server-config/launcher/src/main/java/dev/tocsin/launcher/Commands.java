package dev.tocsin.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs short commands to their end. */
final class Commands {
  private Commands() {}

  /** What a command that has ended said, both streams together. */
  record Result(int exitCode, String output) {
    boolean failed() {
      return exitCode != 0;
    }
  }

  /** Run the command in a directory, without anything to read, and answer when it has ended. */
  static Result run(Path directory, Map<String, String> env, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(env);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new LaunchFailure(command.get(0) + " cannot be run: " + DataDirectory.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + command.get(0), e);
    }
  }
}
