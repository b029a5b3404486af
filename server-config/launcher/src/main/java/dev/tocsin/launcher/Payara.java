package dev.tocsin.launcher;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payara Server: an instance is a domain directory of its own on a shared, unchanged home. */
final class Payara implements ServerType {
  @Override
  public Path archive() {
    return Archives.named("tocsin.server.zip");
  }

  @Override
  public List<String> scripts() {
    return List.of();
  }

  @Override
  public List<Integer> javaVersions() {
    return List.of(17, 21);
  }

  @Override
  public void configure(Path home, Path scripts) {
    throw new LaunchFailure("Payara is not supported yet.");
  }

  @Override
  public Start prepare(Path home, Path instance, Node node) {
    throw new LaunchFailure("Payara is not supported yet.");
  }

  @Override
  public @Nullable String deploymentFailure(Path instance) {
    return null;
  }

  @Override
  public Path log(Path instance) {
    return instance.resolve("logs").resolve("server.log");
  }
}
