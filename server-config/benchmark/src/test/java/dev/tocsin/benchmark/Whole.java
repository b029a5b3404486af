package dev.tocsin.benchmark;

import dev.tocsin.launcher.Database;
import dev.tocsin.launcher.ServerKind;
import dev.tocsin.launcher.TocsinServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The whole of Tocsin on a server, set up with an admin, whose token every request carries. */
final class Whole implements AutoCloseable {

  private static final String PASSWORD = "a password that only benchmarks use";

  private final HttpClient client = HttpClient.newHttpClient();
  private final TocsinServer server;
  private final Database database;
  private final Map<String, String> headers = new HashMap<>();

  private Whole(TocsinServer server, Database database) {
    this.server = server;
    this.database = database;
  }

  /** Starts it on an empty database. */
  static Whole start(ServerKind kind, Path directory, Database database) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    TocsinServer server =
        TocsinServer.on(kind)
            .ear(Path.of(System.getProperty("tocsin.ear")))
            .directory(directory)
            .installations(directory.resolveSibling("servers"))
            .database(database)
            .environment("TOCSIN_SECRET_KEYS", "1:" + Base64.getEncoder().encodeToString(key))
            .start();
    Whole whole = new Whole(server, database);
    whole.signIn();
    return whole;
  }

  private void signIn() {
    post(
        "api/v1/auth/bootstrap",
        "{\"email\":\"admin@example.org\",\"name\":\"Ada\",\"password\":\"" + PASSWORD + "\"}");
    HttpResponse<String> login =
        answer(
            "POST",
            "api/v1/auth/login",
            "{\"email\":\"admin@example.org\",\"password\":\"" + PASSWORD + "\"}");
    String cookie = login.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    headers.put("Cookie", cookie);
    headers.put("X-CSRF-Token", field("csrf_token", login.body()));
    String token =
        field("token", post("api/v1/api-tokens", "{\"name\":\"load\",\"role\":\"admin\"}"));
    headers.clear();
    headers.put("Authorization", "Bearer " + token);
  }

  URI url(String path) {
    return server.baseUri().resolve(path);
  }

  Database database() {
    return database;
  }

  /** What a request has to carry. */
  Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  String get(String path) {
    return answer("GET", path, null).body();
  }

  String post(String path, String json) {
    return answer("POST", path, json).body();
  }

  String put(String path, String json) {
    return answer("PUT", path, json).body();
  }

  /** Makes a customer and returns its id. */
  String newCustomer() {
    return field("id", post("api/v1/customers", "{\"key\":\"cust-1\",\"name\":\"Customer\"}"));
  }

  private HttpResponse<String> answer(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/json")
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  /** Returns the first value of this name in a JSON text that is simple enough for it. */
  static String field(String name, String json) {
    Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]+)").matcher(json);
    if (!value.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return value.group(1);
  }

  /** Returns one of this node's measurements; 0 when there is none yet. */
  double metric(String nameAndLabels) {
    return get("metrics")
        .lines()
        .filter(line -> line.startsWith(nameAndLabels + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    server.close();
  }
}
