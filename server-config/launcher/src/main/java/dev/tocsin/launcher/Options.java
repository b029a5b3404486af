package dev.tocsin.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for.
 *
 * @param port the HTTP port, 0 for any free one
 * @param database an existing database to use, or null for an embedded PostgreSQL
 */
record Options(
    ServerKind server, int port, Path data, Path ear, @Nullable Database database, boolean help) {

  static final String USAGE =
      """
      Options:
        --server wildfly|payara   the server to run Tocsin on (wildfly)
        --port N                  the HTTP port; the others follow it (8080; 0 for a free one)
        --data DIR                where everything is kept (~/.tocsin)
        --ear FILE                the Tocsin EAR to deploy
      Environment:
        TOCSIN_DB_URL, TOCSIN_DB_USER, TOCSIN_DB_PASSWORD
                                  an existing PostgreSQL 15+ instead of an embedded one
        TOCSIN_BASE_URL           how people reach the console, for links in mails
                                  (http://127.0.0.1 and the port)
        TOCSIN_SECRET_KEYS        the keys of stored secrets instead of those in DIR/secret.keys
      """;

  /**
   * Read the options.
   *
   * @throws LaunchFailure at the first one that cannot be meant
   */
  static Options parse(List<String> arguments, Map<String, String> env, Properties properties) {
    ServerKind server = ServerKind.WILDFLY;
    int port = 8080;
    Path data = Path.of(properties.getProperty("user.home"), ".tocsin");
    String ear = properties.getProperty("tocsin.ear", "");
    boolean help = false;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--server" -> server = ServerKind.named(value(option, rest));
        case "--port" -> port = port(value(option, rest));
        case "--data" -> data = Path.of(value(option, rest));
        case "--ear" -> ear = value(option, rest);
        case "--help", "-h" -> help = true;
        default ->
            throw new LaunchFailure("There is no option \"" + option + "\": see --help for all.");
      }
    }
    if (!help && (ear.isBlank() || !Files.isRegularFile(Path.of(ear)))) {
      throw new LaunchFailure(
          ear.isBlank()
              ? "Name the Tocsin EAR with --ear FILE."
              : "The EAR " + ear + " does not exist.");
    }
    return new Options(
        server,
        port,
        data.toAbsolutePath().normalize(),
        Path.of(ear).toAbsolutePath(),
        Database.fromEnvironment(env),
        help);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new LaunchFailure("Option " + option + " needs a value.");
    }
    return rest.next();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, like a number out of range
    }
    throw new LaunchFailure("\"" + text + "\" is not a port: choose one from 1 to 65535.");
  }
}
