package dev.tocsin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/parity.md} true: every tagged acceptance case stands in it with its tests. */
class ParityTableIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TAG =
      Pattern.compile("@Tag\\(\"((?:regen|support|ticketpulse|tftsr)-\\d+)\"\\)");
  private static final Pattern METHOD = Pattern.compile("^\\s+(?:public )?void (\\w+)\\(");

  @Test
  void theTableNamesExactlyTheTaggedTests() throws IOException {
    String table = table();
    Path page = ROOT.resolve("docs/parity.md");
    if (Boolean.getBoolean("parity.write")) {
      Files.writeString(page, table);
    }
    assertThat(Files.readString(page))
        .as("run ./mvnw verify -Dparity.write=true and commit docs/parity.md")
        .isEqualTo(table);
  }

  private static String table() throws IOException {
    Map<String, Set<String>> cases =
        new TreeMap<>(
            Comparator.comparing((String id) -> id.substring(0, id.indexOf('-')))
                .thenComparing(id -> Integer.valueOf(id.substring(id.indexOf('-') + 1))));
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file :
          files
              .filter(path -> path.toString().contains("/src/test/java/"))
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("ParityTableIT.java"))
              .toList()) {
        collect(file, cases);
      }
    }
    StringBuilder page =
        new StringBuilder(
            """
            # Parity cases

            Acceptance cases of the systems Tocsin replaces, and the tests that hold them. The table is
            written from the tests' tags and checked by `ParityTableIT`.

            | case | tests |
            |---|---|
            """);
    cases.forEach(
        (id, tests) ->
            page.append("| ")
                .append(id)
                .append(" | ")
                .append(String.join("<br>", tests))
                .append(" |\n"));
    return page.toString();
  }

  private static void collect(Path file, Map<String, Set<String>> cases) throws IOException {
    String type = file.getFileName().toString().replace(".java", "");
    Set<String> pending = new TreeSet<>();
    boolean insideType = false;
    for (String line : Files.readAllLines(file)) {
      Matcher tag = TAG.matcher(line);
      while (tag.find()) {
        pending.add(tag.group(1));
      }
      Matcher method = METHOD.matcher(line);
      if (method.find()) {
        pending.forEach(id -> add(cases, id, type + "." + method.group(1)));
        pending.clear();
      } else if (!insideType
          && line.matches("^(?:public |final |abstract )*(?:class|interface) .*")) {
        insideType = true;
        pending.forEach(id -> add(cases, id, type));
        pending.clear();
      }
    }
    assertThat(pending).as("tags without a test in %s", file).isEmpty();
  }

  private static void add(Map<String, Set<String>> cases, String id, String test) {
    cases.computeIfAbsent(id, unused -> new TreeSet<>()).add("`" + test + "`");
  }
}
