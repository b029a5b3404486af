package dev.tocsin.launcher;

import dev.tocsin.launcher.Commands.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WildFly: an instance is a server base directory of its own on a shared, unchanged home. */
final class WildFly implements ServerType {
  private static final String CONFIGURATION = "configuration";

  @Override
  public Path archive() {
    return Archives.named("tocsin.server.zip");
  }

  @Override
  public List<String> scripts() {
    return List.of(
        "wildfly/configure.sh",
        "wildfly/tocsin.cli",
        "wildfly/dedicated.cli",
        "wildfly/modules/org/postgresql/main/module.xml",
        "wildfly/modules/org/eclipse/persistence/main/module.xml");
  }

  @Override
  public List<Integer> javaVersions() {
    return List.of(17, 25);
  }

  @Override
  public void configure(Path home, Path scripts) {
    Path own = scripts.resolve("wildfly");
    Result result =
        Commands.run(
            home,
            Map.of("JBOSS_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")),
            List.of(
                own.resolve("configure.sh").toString(),
                home.toString(),
                Archives.driver().toString(),
                Archives.named("tocsin.eclipselink.jar").toString(),
                own.resolve("tocsin.cli").toString(),
                own.resolve("dedicated.cli").toString()));
    if (result.failed()) {
      throw new LaunchFailure("WildFly cannot be configured: " + result.output().strip());
    }
  }

  @Override
  public Start prepare(Path home, Path instance, Node node) throws IOException {
    for (String stale : List.of(CONFIGURATION, "deployments", "data", "tmp")) {
      Trees.delete(instance.resolve(stale));
    }
    Path template = home.resolve("standalone");
    for (String file :
        List.of(
            "standalone.xml",
            "logging.properties",
            "application-users.properties",
            "application-roles.properties",
            "mgmt-users.properties",
            "mgmt-groups.properties")) {
      Path target = instance.resolve(CONFIGURATION).resolve(file);
      Files.createDirectories(Trees.parentOf(target));
      Files.copy(template.resolve(CONFIGURATION).resolve(file), target);
    }
    Files.createDirectories(instance.resolve("deployments"));
    Files.copy(node.ear(), instance.resolve("deployments").resolve("tocsin.ear"));
    return new Start(
        List.of(
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + instance,
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.http.port=" + node.port(),
            "-Djboss.management.http.port=" + node.managementPort(),
            "-Djboss.node.name=tocsin-" + node.port(),
            "-Djboss.tx.node.id=tocsin-" + node.port()),
        Map.of(
            "JBOSS_HOME", home.toString(),
            "JBOSS_JAVA_SIZING", "-Xms256m -Xmx1g -XX:MetaspaceSize=128m",
            "LAUNCH_JBOSS_IN_BACKGROUND", "true"),
        null);
  }

  @Override
  public @Nullable String deploymentFailure(Path instance) {
    Path marker = instance.resolve("deployments").resolve("tocsin.ear.failed");
    try {
      return Files.exists(marker) ? Files.readString(marker).strip() : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Path log(Path instance) {
    return instance.resolve("log").resolve("server.log");
  }
}
