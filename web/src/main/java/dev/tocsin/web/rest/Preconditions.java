package dev.tocsin.web.rest;

import dev.tocsin.platform.error.Stale;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Honours {@code If-Match} where resources have no version: no tag was ever given out there, so
 * that none can match, and nothing is changed by who believes to know one.
 */
@Provider
public class Preconditions implements ContainerRequestFilter {

  private static final Set<String> CHANGING = Set.of("PUT", "PATCH", "DELETE");

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method != null
        && CHANGING.contains(request.getMethod())
        && !judgesItself(method)
        && IfMatch.version(request.getHeaderString(HttpHeaders.IF_MATCH)) != null) {
      throw new Stale();
    }
  }

  private static boolean judgesItself(Method method) {
    return Stream.of(method.getParameters())
        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
        .anyMatch(header -> header != null && header.value().equals(HttpHeaders.IF_MATCH));
  }
}
