package dev.tocsin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir Path directory;
  private Path ear = Path.of("");

  @BeforeEach
  void layAnEar() throws IOException {
    ear = Files.createFile(directory.resolve("tocsin.ear"));
  }

  @Test
  void withoutOptionsItIsWildFlyOnPort8080WithDataAtHome() {
    Options options = parse();

    assertThat(options.server()).isEqualTo(ServerKind.WILDFLY);
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.data()).isEqualTo(directory.resolve(".tocsin"));
    assertThat(options.ear()).isEqualTo(ear);
    assertThat(options.database()).isNull();
  }

  @Test
  void everyOptionIsTaken() {
    Options options = parse("--server", "Payara", "--port", "9080", "--data", "/srv/tocsin");

    assertThat(options.server()).isEqualTo(ServerKind.PAYARA);
    assertThat(options.port()).isEqualTo(9080);
    assertThat(options.data()).isEqualTo(Path.of("/srv/tocsin"));
  }

  @Test
  void theEnvironmentNamesADatabase() {
    Database database =
        Database.fromEnvironment(
            Map.of(
                "TOCSIN_DB_URL", "jdbc:postgresql://db:5432/tocsin",
                "TOCSIN_DB_USER", "tocsin",
                "TOCSIN_DB_PASSWORD", "secret"));

    assertThat(database)
        .isEqualTo(new Database("jdbc:postgresql://db:5432/tocsin", "tocsin", "secret"));
    assertThat(String.valueOf(database)).doesNotContain("secret");
  }

  @Test
  void aDatabaseNamedInPartIsRefused() {
    assertThatThrownBy(
            () -> Database.fromEnvironment(Map.of("TOCSIN_DB_URL", "jdbc:postgresql://db/tocsin")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("TOCSIN_DB_URL is set; set TOCSIN_DB_USER and TOCSIN_DB_PASSWORD as well.");
  }

  @Test
  void aDatabaseThatIsNotPostgresqlIsRefused() {
    assertThatThrownBy(
            () ->
                Database.fromEnvironment(
                    Map.of(
                        "TOCSIN_DB_URL", "postgres://db/tocsin",
                        "TOCSIN_DB_USER", "tocsin",
                        "TOCSIN_DB_PASSWORD", "secret")))
        .hasMessage(
            "TOCSIN_DB_URL must look like jdbc:postgresql://host:5432/tocsin, not"
                + " postgres://db/tocsin.");
  }

  @Test
  void whatCannotBeMeantIsSaidInOneSentence() {
    assertRefused("There is no option \"--prot\": see --help for all.", "--prot", "1");
    assertRefused("\"http\" is not a port: choose one from 1 to 65535.", "--port", "http");
    assertRefused("\"70000\" is not a port: choose one from 1 to 65535.", "--port", "70000");
    assertRefused("Option --data needs a value.", "--data");
    assertRefused(
        "There is no server \"tomcat\": choose wildfly or payara with --server.",
        "--server",
        "tomcat");
    assertRefused("The EAR /no/such.ear does not exist.", "--ear", "/no/such.ear");
  }

  @Test
  void helpNeedsNothingElse() {
    assertThat(Options.parse(List.of("--help"), Map.of(), properties()).help()).isTrue();
  }

  private void assertRefused(String sentence, String... arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage(sentence);
  }

  private Options parse(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--ear", ear.toString()));
    all.addAll(List.of(arguments));
    return Options.parse(all, Map.of(), properties());
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user.home", directory.toString());
    return properties;
  }
}
