package dev.tocsin.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One caller of the HTTP API: a base address and the headers every request carries. */
final class Api {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  private Api(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  static Api anonymous(URI base) {
    return new Api(base, Map.of());
  }

  Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(base, more);
  }

  Api bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same caller, at another node. */
  Api at(URI otherBase) {
    return new Api(otherBase, headers);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer post(String path, Object body) {
    return send("POST", path, json(body));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, json(body));
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, json(body));
  }

  /** Sends a file as the one part of a form. */
  Answer upload(String path, String fileName, byte[] file) {
    String head =
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + fileName
            + "\"\r\n\r\n";
    BodyPublisher form =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(file),
            BodyPublishers.ofString("\r\n--limit--\r\n"));
    return with("Content-Type", "multipart/form-data; boundary=limit").send("POST", path, form);
  }

  /** Sends a body as it is; no body when it is empty. */
  Answer send(String method, String path, String body) {
    if (body.isEmpty()) {
      return send(method, path, BodyPublishers.noBody());
    }
    Api typed =
        headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
    return typed.send(method, path, BodyPublishers.ofString(body));
  }

  Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    request.method(method, body);
    try {
      return new Answer(method + " " + path, CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String json(Object body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
