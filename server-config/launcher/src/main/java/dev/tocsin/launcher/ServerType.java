package dev.tocsin.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between the servers: how each is configured, laid out and started. */
interface ServerType {
  /** The zip of the plain server. */
  Path archive();

  /** The files of server-config that configure it, as resources beside this class. */
  List<String> scripts();

  /** The oldest and the newest Java it runs on. */
  List<Integer> javaVersions();

  /**
   * Configure a freshly unpacked server, once.
   *
   * @param scripts the directory with the unpacked scripts
   */
  void configure(Path home, Path scripts);

  /**
   * Lay out an instance: what one running server changes, apart from the shared installation.
   *
   * @return the command and the environment that start it
   */
  Start prepare(Path home, Path instance, Node node) throws IOException;

  /** Answer the reason for which the application was not deployed, or null while none is known. */
  @Nullable String deploymentFailure(Path instance);

  /** The log of an instance. */
  Path log(Path instance);

  /** One server to start: its EAR and its ports. */
  record Node(Path ear, int port, int managementPort) {}

  /**
   * A command, with variables added to the environment.
   *
   * @param input the file it reads from, if any
   */
  record Start(List<String> command, Map<String, String> environment, @Nullable Path input) {}
}
