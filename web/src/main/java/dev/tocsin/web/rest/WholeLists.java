package dev.tocsin.web.rest;

import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives lists that are short by nature, and come whole from their modules, the pages of every other
 * list: {@code limit} and {@code cursor}.
 */
@Provider
public class WholeLists implements ContainerRequestFilter, ContainerResponseFilter {

  /** Those that the pages of such a list have. */
  private static final List<Parameter> PARAMETERS =
      Stream.of(WholeLists.class.getDeclaredMethods())
          .filter(method -> method.getName().equals("page"))
          .flatMap(method -> Stream.of(method.getParameters()))
          .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
          .toList();

  @Context private ResourceInfo resource;

  /** Returns a method's parameters, with those that it has by answering a whole list. */
  public static List<Parameter> parametersOf(Method method) {
    List<Parameter> parameters = new ArrayList<>(List.of(method.getParameters()));
    if (isAnsweredBy(method)) {
      parameters.addAll(PARAMETERS);
    }
    return parameters;
  }

  private static boolean isAnsweredBy(@Nullable Method method) {
    return method != null
        && method.isAnnotationPresent(GET.class)
        && method.getReturnType() == Page.class
        && Stream.of(method.getParameters())
            .map(parameter -> parameter.getAnnotation(QueryParam.class))
            .noneMatch(query -> query != null && query.value().equals("limit"));
  }

  /** Refuses a cursor that is none before anything is done. */
  @Override
  public void filter(ContainerRequestContext request) {
    if (isAnsweredBy(resource.getResourceMethod())) {
      begin(request.getUriInfo().getQueryParameters().getFirst("cursor"));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page<?> whole
        && isAnsweredBy(resource.getResourceMethod())) {
      MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
      String limit = asked.getFirst("limit");
      response.setEntity(
          page(
              whole.data(),
              limit == null ? null : Integer.valueOf(limit),
              asked.getFirst("cursor")));
    }
  }

  static <T> Page<T> page(
      List<T> whole,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int from = Math.min(begin(cursor), whole.size());
    int to = Math.min(from + (limit == null ? PageRequest.DEFAULT_LIMIT : limit), whole.size());
    return new Page<>(
        whole.subList(from, to), to < whole.size() ? Cursor.of("row", to).encode() : null);
  }

  private static int begin(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    Cursor place = Cursor.decode(cursor);
    long row = place.number(1);
    if (!place.text(0).equals("row") || row < 0 || row > Integer.MAX_VALUE) {
      throw new InvalidCursor(new IllegalArgumentException(cursor));
    }
    return (int) row;
  }
}
