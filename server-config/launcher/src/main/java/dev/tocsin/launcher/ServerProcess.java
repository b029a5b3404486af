package dev.tocsin.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process tree of a running server, remembered in a file for whoever comes after a crash. */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** Start a server whose output goes to console.log of the instance. */
  static ServerProcess start(
      ServerType.Start start, java.util.Map<String, String> env, Path instance) throws IOException {
    File console = instance.resolve("console.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(start.command())
            .directory(instance.toFile())
            .redirectErrorStream(true)
            .redirectInput(start.input() == null ? new File("/dev/null") : start.input().toFile())
            .redirectOutput(console);
    // A server's own variables, set for another server on this machine, would mislead this one.
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("JBOSS_") || name.startsWith("AS_"));
    builder.environment().remove("JAVA_OPTS");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(env);
    builder.environment().putAll(start.environment());
    ServerProcess server = new ServerProcess(builder.start());
    Keeper.watch("server", server.process.pid());
    Files.writeString(pidFile(instance), describe(server.process.toHandle()));
    return server;
  }

  /** Stop a server that an earlier, killed launcher left running on the instance. */
  static void stopLeftOver(Path instance) throws IOException {
    Path file = pidFile(instance);
    if (!Files.exists(file)) {
      return;
    }
    String description = Files.readString(file);
    Optional<ProcessHandle> leftOver =
        ProcessHandle.of(Long.parseLong(description.split(" ", 2)[0]))
            .filter(handle -> describe(handle).equals(description));
    if (leftOver.isPresent()) {
      end(leftOver.get(), PATIENCE);
    }
    Files.delete(file);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ask the server to stop and wait until it has; kill it if it takes too long. */
  void stop() {
    end(process.toHandle(), PATIENCE);
    Keeper.forget(process.pid());
  }

  /** End the server as a power cut would: it gets no chance to do anything. */
  void kill() {
    end(process.toHandle(), Duration.ZERO);
    Keeper.forget(process.pid());
  }

  void waitFor() throws InterruptedException {
    process.waitFor();
  }

  private static void end(ProcessHandle root, Duration patience) {
    List<ProcessHandle> tree = Stream.concat(Stream.of(root), root.descendants()).toList();
    if (!patience.isZero()) {
      tree.forEach(ProcessHandle::destroy);
      tree.forEach(handle -> await(handle, patience));
    }
    tree.forEach(ProcessHandle::destroyForcibly);
    tree.forEach(handle -> await(handle, Duration.ofSeconds(10)));
  }

  private static void await(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException late) {
      // The caller goes on to harder means.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path pidFile(Path instance) {
    return instance.resolve("server.pid");
  }

  private static String describe(ProcessHandle handle) {
    return handle.pid() + " " + handle.info().startInstant().map(Object::toString).orElse("");
  }
}
