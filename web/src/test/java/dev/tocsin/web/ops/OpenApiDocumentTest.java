package dev.tocsin.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.web.ApiV1;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.support.SupportApi;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

  private static final List<Application> APPLICATIONS = List.of(new ApiV1(), new SupportApi());

  private final JsonNode document =
      Json.MAPPER.valueToTree(OpenApiDocument.of(APPLICATIONS.toArray(Application[]::new)));

  @Test
  void noResourceClassIsForgotten() throws IOException {
    Set<String> listed =
        APPLICATIONS.stream()
            .flatMap(application -> application.getClasses().stream())
            .map(Class::getSimpleName)
            .filter(name -> name.endsWith("Resource"))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<java.nio.file.Path> files =
        Files.walk(java.nio.file.Path.of("target/classes/dev/tocsin/web"))) {
      assertThat(listed)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith("Resource.class"))
                  .map(name -> name.replace(".class", ""))
                  .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void thePathsAreThoseOfTheResources() {
    Set<String> routes = new TreeSet<>();
    for (Application application : APPLICATIONS) {
      String base = application.getClass().getAnnotation(ApplicationPath.class).value();
      for (Class<?> resource : application.getClasses()) {
        if (resource.isAnnotationPresent(Path.class)) {
          for (Method method : resource.getDeclaredMethods()) {
            String verb = OpenApiDocument.verb(method);
            if (verb != null) {
              assertThat(method.isAnnotationPresent(Doc.class)).as(method.toString()).isTrue();
              routes.add(verb + " " + OpenApiDocument.path(base, resource, method));
            }
          }
        }
      }
    }
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(routes).hasSizeGreaterThan(40);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void everyPathParameterIsDescribed() {
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          Set<String> named = new TreeSet<>();
                          operation
                              .getValue()
                              .path("parameters")
                              .forEach(
                                  parameter -> {
                                    if (parameter.path("in").asText().equals("path")) {
                                      named.add(parameter.path("name").asText());
                                    }
                                  });
                          Set<String> wanted =
                              java.util.regex.Pattern.compile("\\{(\\w+)}")
                                  .matcher(path.getKey())
                                  .results()
                                  .map(match -> match.group(1))
                                  .collect(Collectors.toCollection(TreeSet::new));
                          assertThat(named).as(path.getKey()).isEqualTo(wanted);
                        }));
  }

  @Test
  void operationIdsAreUniqueAndKeysAreSnakeCase() {
    assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    assertThat(document.at("/components/schemas/UserView/properties").has("customer_id")).isTrue();
  }

  @Test
  void signingInNeedsNoCredentialAndUsersDo() {
    assertThat(document.at("/paths/~1api~1v1~1auth~1login/post").has("security")).isTrue();
    assertThat(document.at("/paths/~1api~1v1~1users/get").has("security")).isFalse();
    assertThat(document.at("/paths/~1api~1v1~1users/get/responses").has("401")).isTrue();
  }

  private Set<String> documented() {
    return StreamSupport.stream(document.path("paths").properties().spliterator(), false)
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        operation ->
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
