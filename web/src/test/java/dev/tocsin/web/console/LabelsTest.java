package dev.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Pattern IN_PAGES = Pattern.compile("msg\\['([^']+)'\\]");
  private static final Pattern IN_BEANS =
      Pattern.compile("Messages\\s*\\.(?:done|failed|text)\\(\\s*\"([^\"]+)\"");

  private final ResourceBundle labels =
      ResourceBundle.getBundle("dev.tocsin.web.console.labels", Locale.ENGLISH);

  @Test
  void everyLabelThatAPageOrABeanNamesExists() {
    Set<String> named = named(Path.of("src/main/webapp"), ".xhtml", IN_PAGES);
    named.addAll(named(Path.of("src/main/java"), ".java", IN_BEANS));
    assertThat(named).hasSizeGreaterThan(200);
    assertThat(labels.keySet()).containsAll(named);
  }

  @Test
  void noPageHasScriptsOrHandlersOfItsOwn() {
    Pattern inline = Pattern.compile("(\\son[a-z]+=\"|<script>|javascript:)");
    assertThat(named(Path.of("src/main/webapp"), ".xhtml", inline)).isEmpty();
  }

  @Test
  void noTableTakesEnterAwayFromTheLinksInIt() {
    Pattern taking = Pattern.compile("(<p:dataTable (?!cellNavigation=\"false\"))");
    assertThat(named(Path.of("src/main/webapp"), ".xhtml", taking)).isEmpty();
  }

  @Test
  void everyPageIsShortEnoughToRead() {
    for (Path page : files(Path.of("src/main/webapp"), ".xhtml")) {
      assertThat(text(page).lines().count()).as(page.toString()).isLessThanOrEqualTo(150);
    }
  }

  private static Set<String> named(Path root, String suffix, Pattern pattern) {
    Set<String> named = new TreeSet<>();
    for (Path file : files(root, suffix)) {
      Matcher matcher = pattern.matcher(text(file));
      while (matcher.find()) {
        named.add(matcher.group(1));
      }
    }
    return named;
  }

  private static List<Path> files(Path root, String suffix) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
