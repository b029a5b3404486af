package dev.tocsin.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts the benchmark's WAR into an EAR, since that is what the launcher deploys. */
final class Wrapped {

  private static final String DESCRIPTOR =
      """
      <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
        <module><web><web-uri>bare.war</web-uri><context-root>/</context-root></web></module>
      </application>
      """;

  private Wrapped() {}

  /** Write an EAR with nothing but this WAR, at the root context, and answer it. */
  static Path in(Path ear, Path war) throws IOException {
    try (OutputStream out = Files.newOutputStream(ear);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/application.xml"));
      zip.write(DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("bare.war"));
      Files.copy(war, zip);
      zip.closeEntry();
    }
    return ear;
  }
}
