package dev.tocsin.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.persistence.Code;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.Patch;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {

  enum Level implements Code {
    ONE,
    TWO;

    @Override
    public String code() {
      return "L" + (this == ONE ? 1 : 2);
    }
  }

  record Part(@NotBlank String name, int count) {}

  record Order(
      @NotBlank @Size(max = 5) String title,
      @NotNull Level level,
      @Nullable Patch<UUID> assigneeId,
      @Nullable List<Part> parts,
      @Nullable Map<String, Object> customFields,
      boolean urgent) {}

  record Moments(
      @Nullable Instant at,
      @Nullable Duration target,
      @Nullable LocalDate day,
      @Nullable ZoneId zone,
      @Nullable UUID id,
      @Nullable Long number) {}

  record Picky(int even) {
    Picky {
      if (even % 2 != 0) {
        throw new IllegalArgumentException("must be even");
      }
    }
  }

  @Test
  void aGoodBodyBecomesTheCommand() {
    Order order =
        bind(
            Order.class,
            """
            {"title": "abc", "level": "L2", "assignee_id": null, "urgent": true,
             "parts": [{"name": "p", "count": 3}], "custom_fields": {"a": {"b": [1]}}}""");

    assertThat(order.level()).isEqualTo(Level.TWO);
    assertThat(order.assigneeId()).isEqualTo(new Patch<UUID>(null));
    assertThat(order.parts()).containsExactly(new Part("p", 3));
    assertThat(order.customFields()).containsEntry("a", Map.of("b", List.of(1)));
    assertThat(order.urgent()).isTrue();
  }

  @Test
  void anAbsentPatchLeavesAndNullClears() {
    assertThat(bind(Order.class, "{\"title\":\"a\",\"level\":\"L1\"}").assigneeId()).isNull();
  }

  @Test
  void everyFaultIsFoundAtOnce() {
    assertThat(
            faults(
                Order.class,
                """
                {"title": "far too long", "level": "L9", "assignee_id": "nobody", "urgent": "yes",
                 "parts": [{"name": "", "count": 1.5}, 7, null], "custom_fields": [], "x~/y": 1}"""))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/title", "length"),
            tuple("/level", "invalid_value"),
            tuple("/assignee_id", "invalid_value"),
            tuple("/urgent", "invalid_type"),
            tuple("/parts/0/name", "required"),
            tuple("/parts/0/count", "invalid_type"),
            tuple("/parts/1", "invalid_type"),
            tuple("/parts/2", "invalid_type"),
            tuple("/custom_fields", "invalid_type"),
            tuple("/x~0~1y", "unknown_key"));
  }

  @Test
  void missingValuesAreNamedBesideWrongOnes() {
    assertThat(faults(Order.class, "{\"urgent\": 1}"))
        .extracting(Fault::pointer, Fault::code)
        .containsExactlyInAnyOrder(
            tuple("/title", "required"),
            tuple("/level", "required"),
            tuple("/urgent", "invalid_type"));
  }

  @Test
  void whatARecordRefusesItselfIsAFault() {
    assertThat(faults(Picky.class, "{\"even\": 3}"))
        .containsExactly(new Fault("", "invalid", "must be even"));
  }

  @Test
  void momentsAndIdsAreReadAsTheContractWritesThem() {
    Moments moments =
        bind(
            Moments.class,
            """
            {"at": "2026-01-31T10:00:00+01:00", "target": "PT4H", "day": "2026-02-28",
             "zone": "Europe/Berlin", "id": "018f0000-0000-7000-8000-00000000000a", "number": 7}""");

    assertThat(moments.at()).isEqualTo(Instant.parse("2026-01-31T09:00:00Z"));
    assertThat(moments.target()).isEqualTo(Duration.ofHours(4));
    assertThat(moments.number()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "at, 2026-01-31T10:00:00",
    "at, 1790000000",
    "at, +12026-01-31T10:00:00Z",
    "target, 4h",
    "day, 2026-02-30",
    "day, 2026-02-28T00:00:00Z",
    "zone, +01:00",
    "zone, Mars/Base",
    "id, 1-1-1-1-1",
    "id, AY8AAAAAcACAAAAAAAAACg==",
    "number, 7"
  })
  void whatIsNotSpelledSoIsRefused(String name, String text) {
    assertThat(faults(Moments.class, "{\"%s\": \"%s\"}".formatted(name, text)))
        .singleElement()
        .extracting(Fault::pointer)
        .isEqualTo("/" + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"even\":2} x | malformed_json",
        "{\"even\":2,\"even\":4} | malformed_json",
        "{'even':2} | malformed_json",
        "' ' | required",
        "[1] | invalid_type",
        "\"a\\u0000b\" | invalid_character",
        "{\"even\":2,\"x\":\"\\ud800\"} | invalid_character"
      })
  void whatIsNoGoodJsonIsRefused(String body, String code) {
    assertThat(faults(Picky.class, body)).extracting(Fault::code).contains(code);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> JsonText.read(new byte[] {'"', (byte) 0xff, '"'}))
        .satisfies(refused -> assertThat(refused.faults().get(0).code()).isEqualTo("invalid_utf8"));
  }

  @Test
  void deepNestingIsRefusedNotFatal() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(faults(Order.class, deep)).extracting(Fault::code).containsExactly("malformed_json");
  }

  @Test
  void aMergePatchIsLaidOverWhatThereIs() {
    Part changed =
        MergePatch.apply(
            new Part("old", 1),
            JsonText.read("{\"name\":\"new\"}".getBytes(StandardCharsets.UTF_8)),
            Part.class);

    assertThat(changed).isEqualTo(new Part("new", 1));
  }

  private static <T> T bind(Class<T> type, String body) {
    Object value =
        Binder.bind(
            Json.MAPPER.constructType(type), JsonText.read(body.getBytes(StandardCharsets.UTF_8)));
    return type.cast(java.util.Objects.requireNonNull(value));
  }

  private static List<Fault> faults(Class<?> type, String body) {
    try {
      bind(type, body);
      return List.of();
    } catch (Rejected refused) {
      return refused.faults();
    }
  }
}
