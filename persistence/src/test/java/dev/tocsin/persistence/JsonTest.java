package dev.tocsin.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  enum Colour {
    DARK_RED
  }

  enum Level implements Code {
    FIRST("L1");

    private final String code;

    Level(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  record Sample(
      String someText,
      @Nullable Instant at,
      @Nullable Duration length,
      @Nullable Colour colour,
      @Nullable Level level,
      int number) {}

  @Test
  void enumsAreTheirCodesAlsoAsKeys() {
    assertThat(Json.write(Map.of(Colour.DARK_RED, Level.FIRST))).isEqualTo("{\"dark_red\":\"L1\"}");
    assertThat(Json.write(Map.of(Level.FIRST, 1))).isEqualTo("{\"L1\":1}");
  }

  @Test
  void aRecordGoesOutAndComesBackInTheHouseDialect() {
    Sample sample =
        new Sample(
            "x",
            Instant.parse("2026-03-01T10:00:00.000001Z"),
            Duration.ofHours(4),
            Colour.DARK_RED,
            Level.FIRST,
            3);
    String json = Json.write(sample);
    assertThat(json)
        .isEqualTo(
            "{\"some_text\":\"x\",\"at\":\"2026-03-01T10:00:00.000001Z\",\"length\":\"PT4H\","
                + "\"colour\":\"dark_red\",\"level\":\"L1\",\"number\":3}");
    assertThat(Json.read(json, Sample.class)).isEqualTo(sample);
  }

  @Test
  void anUnsetValueIsAbsent() {
    assertThat(Json.write(new Sample("x", null, null, null, null, 0)))
        .isEqualTo("{\"some_text\":\"x\",\"number\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"some_text\":5,\"number\":0}",
        "{\"some_text\":true,\"number\":0}",
        "{\"some_text\":\"x\",\"number\":\"1\"}",
        "{\"some_text\":\"x\",\"number\":1.5}",
        "{\"some_text\":\"x\",\"number\":1,\"other\":1}",
        "{\"some_text\":\"x\",\"number\":1,\"number\":2}",
        "{\"some_text\":\"x\",\"number\":1} x",
        "{\"colour\":\"DARK_RED\",\"number\":1}",
        "{\"level\":0,\"number\":1}",
      })
  void whatDoesNotFitIsRefused(String json) {
    assertThatThrownBy(() -> Json.read(json, Sample.class))
        .isInstanceOf(UncheckedIOException.class);
  }

  record Edit(@Nullable Patch<java.util.UUID> owner, @Nullable String name) {}

  @Test
  void anAbsentKeyIsNoPatchAndNullIsThePatchThatClears() {
    java.util.UUID id = Ids.next();
    assertThat(Json.read("{}", Edit.class).owner()).isNull();
    assertThat(Json.read("{\"owner\":null}", Edit.class).owner()).isEqualTo(Patch.to(null));
    assertThat(Json.read("{\"owner\":\"" + id + "\"}", Edit.class).owner()).isEqualTo(Patch.to(id));
  }
}
