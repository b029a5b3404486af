package dev.tocsin.web.rest;

import dev.tocsin.persistence.Json;
import dev.tocsin.platform.idempotency.Idempotency;
import dev.tocsin.platform.idempotency.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers POSTs that create: 201 with the resource and its place, once per Idempotency-Key. */
@RequestScoped
public class Creating {

  @Inject private Idempotency idempotency;
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;

  /**
   * Creates, and answers with the new resource below the path that was posted to.
   *
   * @param id what the new resource is called there; null when it has no path of its own
   */
  public <T extends Record> Response once(Supplier<T> create, @Nullable Function<? super T, ?> id) {
    return onceOf(digest(BufferedRequest.bodyOf(request)), create, id);
  }

  /**
   * Creates from a request that was too large to be kept.
   *
   * @param parts tell this request from others under the same key
   */
  public <T extends Record> Response once(
      List<String> parts, Supplier<T> create, @Nullable Function<? super T, ?> id) {
    return onceOf(digest(Json.write(parts).getBytes(StandardCharsets.UTF_8)), create, id);
  }

  private <T extends Record> Response onceOf(
      String digest, Supplier<T> create, @Nullable Function<? super T, ?> id) {
    String path = request.getRequestURI();
    Outcome outcome =
        idempotency.once(
            caller.actor(),
            request.getHeader("Idempotency-Key"),
            request.getMethod() + ' ' + path,
            digest,
            () -> outcome(create.get(), path, id));
    Response.ResponseBuilder answer =
        Response.status(outcome.status())
            .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
            .entity(outcome.body());
    outcome.headers().forEach(answer::header);
    return answer.build();
  }

  private static <T extends Record> Outcome outcome(
      T created, String path, @Nullable Function<? super T, ?> id) {
    SortedMap<String, String> headers = new TreeMap<>();
    if (id != null) {
      headers.put(HttpHeaders.LOCATION, path + '/' + id.apply(created));
    }
    EntityTags.version(created)
        .ifPresent(version -> headers.put(HttpHeaders.ETAG, IfMatch.tag(version)));
    return new Outcome(201, headers, Json.write(created));
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
