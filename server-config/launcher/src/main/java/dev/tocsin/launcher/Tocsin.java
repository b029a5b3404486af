package dev.tocsin.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The program that runs Tocsin on this machine until Ctrl-C. */
public final class Tocsin {
  // Not System.out: under Maven that is Maven's own, which ends while this program is still
  // stopping.
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());

  private final Options options;
  private final Map<String, String> env;
  private final Teardown teardown = new Teardown();
  private volatile boolean started;

  private Tocsin(Options options, Map<String, String> env) {
    this.options = options;
    this.env = env;
  }

  /** Run until interrupted; ends the JVM with 1 and one sentence if Tocsin cannot be started. */
  public static void main(String[] arguments) {
    try {
      Options options = Options.parse(List.of(arguments), System.getenv(), System.getProperties());
      if (options.help()) {
        System.out.print(Options.USAGE);
        return;
      }
      new Tocsin(options, System.getenv()).runUntilStopped();
    } catch (LaunchFailure e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("Tocsin cannot be started: " + DataDirectory.reason(e));
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runUntilStopped() throws IOException, InterruptedException {
    try {
      run();
    } catch (LaunchFailure e) {
      if (!teardown.hasBegun()) {
        throw e;
      }
    }
    // Stopping has begun: the shutdown hook is at work, and the JVM ends when it is done.
    new CountDownLatch(1).await();
  }

  private void run() throws IOException, InterruptedException {
    long began = System.nanoTime();
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    DataDirectory data = teardown.add(DataDirectory.hold(options.data()));
    TocsinServerBuilder builder =
        TocsinServer.on(options.server())
            .ear(options.ear())
            .directory(options.data())
            .port(options.port());
    builder.stopLeftOver();
    Ports.claim(options.port());
    started = true;
    if (builder.isMissingInstallation()) {
      say("Unpacking and configuring " + options.server().title() + ", this once...");
      builder.install();
    }
    Database database = database();
    database.check();
    String setupToken = env.getOrDefault("TOCSIN_SETUP_TOKEN", SecretKeys.word(18));
    builder.database(database).environment("TOCSIN_SETUP_TOKEN", setupToken);
    if (!env.containsKey("TOCSIN_SECRET_KEYS")) {
      builder.environment("TOCSIN_SECRET_KEYS", SecretKeys.in(data.resolve("secret.keys")));
    }
    if (!env.containsKey("TOCSIN_CONSOLE_LEVEL")) {
      builder.environment("TOCSIN_CONSOLE_LEVEL", "WARN");
    }
    if (env.containsKey("TOCSIN_BASE_URL")) {
      builder.environment("TOCSIN_BASE_URL", env.get("TOCSIN_BASE_URL"));
    }
    say("Starting " + options.server().title() + "...");
    TocsinServer server = teardown.add(builder.startWithoutWaiting());
    server.awaitReady();
    announce(server, setupToken, (System.nanoTime() - began) / 1_000_000_000.0);
    server.awaitEnd();
    throw new LaunchFailure("The server has ended by itself; its log is " + server.log() + ".");
  }

  private Database database() {
    Database given = options.database();
    if (given != null) {
      return given;
    }
    say("Starting PostgreSQL...");
    return teardown.add(EmbeddedPostgres.start(options.data())).database();
  }

  private void announce(TocsinServer server, String setupToken, double seconds) {
    say(
        """

        Tocsin is ready after %.1f s.

          Console    %sconsole/
          First run  %sconsole/setup?setup_token=%s
          Data       %s
          Log        %s
          Stop       Ctrl-C
        """
            .formatted(
                seconds,
                server.baseUri(),
                server.baseUri(),
                setupToken,
                options.data(),
                server.log()));
  }

  private void shutDown() {
    if (started) {
      say("Stopping...");
    }
    teardown.run();
    if (started) {
      say("Tocsin has stopped.");
    }
  }

  private static void say(String text) {
    OUT.println(text);
  }
}
