package dev.tocsin.web.ops;

import dev.tocsin.web.filter.Paths;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Problem;
import dev.tocsin.web.rest.WholeLists;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the OpenAPI 3.1 description of the resources there are, from the resources themselves.
 *
 * <p>It reads the same annotations the server routes by, so a path in the document is a path of the
 * system, and the other way round; nobody keeps a second list.
 */
public final class OpenApiDocument {

  private static final Map<String, Object> BYTES = Map.of("type", "string", "format", "binary");

  private final Schemas schemas = new Schemas();
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();

  private OpenApiDocument() {}

  /** Returns the document about some applications, ready to be written as JSON. */
  public static Map<String, Object> of(Application... applications) {
    OpenApiDocument document = new OpenApiDocument();
    for (Application application : applications) {
      String base = application.getClass().getAnnotation(ApplicationPath.class).value();
      application.getClasses().stream()
          .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
          .sorted(Comparator.comparing(Class::getName))
          .forEach(type -> document.add(base, type));
    }
    return document.whole();
  }

  private Map<String, Object> whole() {
    Object problem = schemas.of(Problem.class);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Tocsin",
            "version", "1",
            "description", "The service desk and being on call, in one transaction.",
            "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
    document.put("security", List.of(Map.of("token", List.of()), Map.of("session", List.of())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas", schemas.named(),
            "responses",
                Map.of(
                    "problem",
                    Map.of(
                        "description",
                        "A problem after RFC 9457",
                        "content",
                        Map.of(Problem.MEDIA_TYPE, Map.of("schema", problem)))),
            "securitySchemes",
                Map.of(
                    "token",
                    Map.of("type", "http", "scheme", "bearer"),
                    "session",
                    Map.of("type", "apiKey", "in", "cookie", "name", "tocsin_session"))));
    return document;
  }

  private void add(String base, Class<?> resource) {
    String tag = resource.getSimpleName().replaceFirst("Resource$", "");
    for (Method method : resource.getDeclaredMethods()) {
      String verb = verb(method);
      if (verb != null) {
        String path = path(base, resource, method);
        paths
            .computeIfAbsent(path, any -> new TreeMap<>())
            .put(verb.toLowerCase(Locale.ROOT), operation(path, verb, tag, method));
      }
    }
  }

  /** Returns the path template a method answers at, as the document writes it. */
  static String path(String base, Class<?> resource, Method method) {
    StringBuilder path = new StringBuilder(base);
    for (jakarta.ws.rs.Path part :
        new jakarta.ws.rs.Path @Nullable [] {
          resource.getAnnotation(jakarta.ws.rs.Path.class),
          method.getAnnotation(jakarta.ws.rs.Path.class)
        }) {
      String text = part == null ? "" : part.value().replaceAll("^/+|/+$", "");
      if (!text.isEmpty()) {
        path.append('/').append(text);
      }
    }
    return path.toString().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
  }

  /** Returns the HTTP method a Java method answers; null when it answers none. */
  static @Nullable String verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return null;
  }

  private Map<String, Object> operation(String path, String verb, String tag, Method method) {
    Doc doc = method.getAnnotation(Doc.class);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(tag));
    operation.put(
        "operationId",
        tag.substring(0, 1).toLowerCase(Locale.ROOT) + tag.substring(1) + "_" + method.getName());
    if (doc != null) {
      operation.put("summary", doc.value());
    }
    boolean open = Paths.isOpen(path);
    if (open) {
      operation.put("security", List.of());
    }
    List<Object> parameters = parameters(method);
    int success = doc == null ? 200 : doc.status();
    if (success == 201 && verb.equals("POST") && !open) {
      parameters.add(header("Idempotency-Key", "The same key within 24 h creates only once."));
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Type body = body(method, doc);
    if (body != null) {
      operation.put("requestBody", Map.of("required", true, "content", content(method, body)));
    }
    boolean file = doc != null && doc.takesFile();
    if (file) {
      operation.put("requestBody", Map.of("required", true, "content", upload()));
    }
    operation.put("responses", responses(path, success, open, body != null || file, method, doc));
    return operation;
  }

  private List<Object> parameters(Method method) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : WholeLists.parametersOf(method)) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      HeaderParam header = parameter.getAnnotation(HeaderParam.class);
      Object schema = schemas.of(parameter.getParameterizedType());
      if (path != null) {
        parameters.add(
            Map.of("name", path.value(), "in", "path", "required", true, "schema", schema));
      } else if (query != null) {
        parameters.add(Map.of("name", query.value(), "in", "query", "schema", schema));
      } else if (header != null) {
        parameters.add(header(header.value(), "The ETag last seen; a stale one is refused."));
      }
    }
    return parameters;
  }

  private static Map<String, Object> header(String name, String description) {
    return Map.of(
        "name",
        name,
        "in",
        "header",
        "description",
        description,
        "schema",
        Map.of("type", "string"));
  }

  private static @Nullable Type body(Method method, @Nullable Doc doc) {
    if (doc != null && doc.body() != Void.class) {
      return doc.body();
    }
    return Arrays.stream(method.getParameters())
        .filter(
            parameter ->
                !parameter.isAnnotationPresent(PathParam.class)
                    && !parameter.isAnnotationPresent(QueryParam.class)
                    && !parameter.isAnnotationPresent(HeaderParam.class)
                    && !parameter.isAnnotationPresent(Context.class))
        .map(Parameter::getParameterizedType)
        .findFirst()
        .orElse(null);
  }

  private Map<String, Object> responses(
      String path, int success, boolean open, boolean hasBody, Method method, @Nullable Doc doc) {
    Map<String, Object> responses = new TreeMap<>();
    Type answer = answer(method, doc);
    Map<String, Object> good = new LinkedHashMap<>();
    good.put("description", "Done");
    if (answer != null) {
      good.put("content", json(answer));
    }
    responses.put(Integer.toString(success), good);
    TreeSet<Integer> failures = new TreeSet<>();
    if (doc != null) {
      Arrays.stream(doc.failures()).forEach(failures::add);
    }
    failures.add(400);
    if (!open) {
      failures.addAll(List.of(401, 403));
    }
    if (path.contains("{")) {
      failures.add(404);
    }
    if (hasBody) {
      failures.addAll(List.of(413, 415));
    }
    if (success == 201) {
      failures.addAll(List.of(409, 422));
    }
    if (Arrays.stream(method.getParameters())
        .anyMatch(p -> p.isAnnotationPresent(HeaderParam.class))) {
      failures.add(412);
    }
    for (int failure : failures) {
      responses.put(Integer.toString(failure), Map.of("$ref", "#/components/responses/problem"));
    }
    return responses;
  }

  private static @Nullable Type answer(Method method, @Nullable Doc doc) {
    if (doc != null && doc.answers() != Void.class) {
      return doc.answers();
    }
    Class<?> type = method.getReturnType();
    return type == void.class || type == Response.class ? null : method.getGenericReturnType();
  }

  /** A body is JSON unless the method says that it takes something else. */
  private Map<String, Object> content(Method method, Type body) {
    Consumes taken = method.getAnnotation(Consumes.class);
    return taken == null || taken.value()[0].equals(MediaType.WILDCARD)
        ? json(body)
        : Map.of(taken.value()[0], Map.of("schema", schemas.of(body)));
  }

  private static Map<String, Object> upload() {
    Map<String, Object> form = Map.of("type", "object", "properties", Map.of("file", BYTES));
    return Map.of(
        "multipart/form-data",
        Map.of("schema", form),
        "application/octet-stream",
        Map.of("schema", BYTES));
  }

  private Map<String, Object> json(Type type) {
    if (type == InputStream.class) {
      return Map.of("*/*", Map.of("schema", BYTES));
    }
    return Map.of("application/json", Map.of("schema", schemas.of(type)));
  }
}
