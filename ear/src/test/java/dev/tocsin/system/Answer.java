package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the server answered, with the assertions that tests make about it. */
record Answer(String request, HttpResponse<String> response) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String text() {
    return response.body();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The body as JSON; a missing node when there is none. */
  JsonNode json() {
    if (response.body().isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(request + " did not answer JSON: " + response.body(), e);
    }
  }

  /** The text at a JSON pointer; fails when it is absent. */
  String at(String pointer) {
    JsonNode node = json().at(pointer);
    assertThat(node.isMissingNode()).as("%s: %s in %s", request, pointer, text()).isFalse();
    return node.asText();
  }

  Answer expect(int status) {
    assertThat(status()).as("%s answered %s", request, text()).isEqualTo(status);
    return this;
  }

  /** Expects a problem document with this status and stable code. */
  Answer expectProblem(int status, String code) {
    expect(status);
    assertThat(header("content-type").orElse("")).startsWith("application/problem+json");
    assertThat(at("/code")).as(text()).isEqualTo(code);
    assertThat(json().at("/status").asInt()).isEqualTo(status);
    assertThat(text()).doesNotContain("Exception").doesNotContain("\tat ");
    return this;
  }

  /** The pointers of all faults of a problem document. */
  List<String> faults() {
    return StreamSupport.stream(json().at("/errors").spliterator(), false)
        .map(fault -> fault.at("/pointer").asText())
        .toList();
  }
}
