package dev.tocsin.web.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type a URN of the code
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong this time, for a person; null when the title says it all
 * @param instance names this occurrence in the log; null where two answers must not differ
 * @param code the stable name a program may decide on
 * @param errors every fault of the input; empty when the input is not at fault
 * @param more further members, for example {@code allowed}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors,
    @JsonAnyGetter Map<String, Object> more) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Makes a problem of a status, a code and a sentence. */
  public static Problem of(int status, String code, @Nullable String detail) {
    return new Problem(
        "urn:tocsin:problem:" + code,
        title(status),
        status,
        detail,
        null,
        code,
        List.of(),
        Map.of());
  }

  /** Returns the same problem with the faults of the input. */
  public Problem withErrors(List<Fault> faults) {
    return new Problem(type, title, status, detail, instance, code, List.copyOf(faults), more);
  }

  /** Returns the same problem with one more member. */
  public Problem with(String member, Object value) {
    return new Problem(type, title, status, detail, instance, code, errors, Map.of(member, value));
  }

  /** Returns the same problem, naming its occurrence. */
  public Problem at(String occurrence) {
    return new Problem(type, title, status, detail, occurrence, code, errors, more);
  }

  /** Returns the problem in the house's JSON. */
  public byte[] json() {
    return Json.write(this).getBytes(StandardCharsets.UTF_8);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      default -> "Error";
    };
  }
}
