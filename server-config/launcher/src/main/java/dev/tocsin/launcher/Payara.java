package dev.tocsin.launcher;

import dev.tocsin.launcher.Commands.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Payara Server: an instance is a domain directory of its own on a shared, unchanged home. */
final class Payara implements ServerType {
  private static final String DOMAIN = "domain1";
  private static final String LISTENER =
      "set configs.config.server-config.network-config.network-listeners.network-listener.";
  // What a domain as shipped listens on; moved while it is configured, whoever uses them here.
  private static final List<String> SHIPPED_PORTS =
      List.of("8080", "8181", "8686", "3700", "3820", "3920");
  private static final Pattern FAILED =
      Pattern.compile("Boot Command deploy failed.*?(Exception .*|Error .*)");

  @Override
  public Path archive() {
    return Archives.named("tocsin.server.zip");
  }

  @Override
  public List<String> scripts() {
    return List.of("payara/configure.sh", "payara/tocsin.asadmin", "payara/dedicated.asadmin");
  }

  @Override
  public List<Integer> javaVersions() {
    return List.of(17, 21);
  }

  @Override
  public void configure(Path home, Path scripts) {
    Path own = scripts.resolve("payara");
    Path domain = domains(home).resolve(DOMAIN);
    try {
      String adminPort = movePorts(domain.resolve("config/domain.xml"));
      asadmin(home, "start-domain", DOMAIN);
      run(
          home,
          own.resolve("configure.sh").toString(),
          "--port",
          adminPort,
          home.toString(),
          Archives.driver().toString(),
          own.resolve("tocsin.asadmin").toString(),
          own.resolve("dedicated.asadmin").toString());
      asadmin(home, "stop-domain", DOMAIN);
      // It knows the home by a name that is about to change.
      Trees.delete(domain.resolve("osgi-cache"));
    } catch (IOException e) {
      throw new LaunchFailure("Payara cannot be configured: " + DataDirectory.reason(e), e);
    }
  }

  @Override
  public Start prepare(Path home, Path instance, Node node) throws IOException {
    Path domain = instance.resolve(DOMAIN);
    for (String stale : List.of("config", "applications", "generated", "lib")) {
      Trees.delete(domain.resolve(stale));
    }
    Files.deleteIfExists(domain.resolve("logs/server.log"));
    for (String part : List.of("config", "lib")) {
      Trees.copy(domains(home).resolve(DOMAIN).resolve(part), domain.resolve(part));
    }
    Path ear =
        Files.copy(
            node.ear(),
            domain.resolve("tocsin.ear"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    // server.log has everything; console.log, which never ends, the worst of it.
    Path logging = domain.resolve("config/logging.properties");
    Files.writeString(
        logging,
        Files.readString(logging)
            .replace("ConsoleHandler.level=FINEST", "ConsoleHandler.level=WARNING"));
    // Without a page of the server's own.
    Files.createDirectories(domain.resolve("docroot"));
    Path before = instance.resolve("before-start.asadmin");
    Files.writeString(
        before,
        LISTENER
            + "http-listener-1.port="
            + node.port()
            + "\n"
            + LISTENER
            + "http-listener-1.address=127.0.0.1\n"
            + LISTENER
            + "admin-listener.port="
            + node.managementPort()
            + "\n");
    // As shipped the administrator has no password; here it gets one that nobody knows.
    Files.writeString(
        domain.resolve("config/admin-keyfile"),
        "admin;{SSHA256}" + SecretKeys.base64(40) + ";asadmin\n");
    Path after = instance.resolve("after-start.asadmin");
    Files.writeString(after, "deploy --name tocsin --force=true " + ear + "\n");
    Path password = instance.resolve("keystore.password");
    Files.writeString(password, "AS_ADMIN_MASTERPASSWORD=changeit\n");
    return new Start(command(home, instance, before, after), Map.of(), password);
  }

  /** Answer the command that asadmin would run; asked once, since asking takes seconds. */
  private static List<String> command(Path home, Path instance, Path before, Path after)
      throws IOException {
    Path remembered = instance.resolve("command");
    String madeFor = home + " " + System.getProperty("java.home");
    if (Files.exists(remembered)) {
      List<String> lines = Files.readAllLines(remembered);
      if (lines.size() > 1 && lines.get(0).equals(madeFor)) {
        return lines.subList(1, lines.size());
      }
    }
    // What it remembers of the home's modules is of another home.
    Trees.delete(instance.resolve(DOMAIN).resolve("osgi-cache"));
    List<String> command =
        javaCommand(
            asadmin(
                    home,
                    "start-domain",
                    "--dry-run",
                    "--prebootcommandfile",
                    before.toString(),
                    "--postbootcommandfile",
                    after.toString(),
                    "--domaindir",
                    instance.toString(),
                    DOMAIN)
                .output());
    List<String> lines = new ArrayList<>(List.of(madeFor));
    lines.addAll(command);
    Files.write(remembered, lines);
    return command;
  }

  @Override
  public @Nullable String deploymentFailure(Path instance) {
    try {
      var found = FAILED.matcher(Files.readString(log(instance)));
      return found.find() ? found.group(1).strip() : null;
    } catch (IOException notYet) {
      return null;
    }
  }

  @Override
  public Path log(Path instance) {
    return instance.resolve(DOMAIN).resolve("logs").resolve("server.log");
  }

  /** Answer the lines of a dry run that are the command, one argument each. */
  static List<String> javaCommand(String dump) {
    List<String> command = new ArrayList<>();
    for (String line : dump.lines().toList()) {
      if (line.isBlank() && !command.isEmpty()) {
        break;
      }
      if (!command.isEmpty() || line.endsWith("/bin/java")) {
        command.add(line);
      }
    }
    if (command.isEmpty()) {
      throw new LaunchFailure("Payara cannot be started: " + dump.strip());
    }
    return command;
  }

  private static String movePorts(Path domainXml) throws IOException {
    String xml = Files.readString(domainXml);
    for (String port : SHIPPED_PORTS) {
      xml = xml.replace("port=\"" + port + "\"", "port=\"" + Ports.free() + "\"");
    }
    String adminPort = Integer.toString(Ports.free());
    Files.writeString(domainXml, xml.replace("port=\"4848\"", "port=\"" + adminPort + "\""));
    return adminPort;
  }

  private static Path domains(Path home) {
    return home.resolve("glassfish/domains");
  }

  private static Result asadmin(Path home, String... arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/asadmin").toString()));
    command.addAll(List.of(arguments));
    return run(home, command.toArray(String[]::new));
  }

  private static Result run(Path home, String... command) {
    String java = System.getProperty("java.home");
    Result result =
        Commands.run(home, Map.of("AS_JAVA", java, "JAVA_HOME", java), List.of(command));
    if (result.failed()) {
      throw new LaunchFailure("Payara cannot be configured: " + result.output().strip());
    }
    return result;
  }
}
