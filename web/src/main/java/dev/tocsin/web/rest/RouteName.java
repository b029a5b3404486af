package dev.tocsin.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Names the route of a request for the timer: templates only, so that ids make no new series. */
@Provider
public class RouteName implements ContainerRequestFilter {

  /** The request attribute with the route template. */
  public static final String ATTRIBUTE = "dev.tocsin.route";

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod() != null) {
      String base = request.getUriInfo().getBaseUri().getPath().replaceAll("/$", "");
      Path type = resource.getResourceMethod().getDeclaringClass().getAnnotation(Path.class);
      Path method = resource.getResourceMethod().getAnnotation(Path.class);
      servletRequest.setAttribute(ATTRIBUTE, base + part(type) + part(method));
    }
  }

  private static String part(@org.jspecify.annotations.Nullable Path path) {
    String text = path == null ? "" : path.value();
    return text.isEmpty() || text.equals("/") ? "" : text.startsWith("/") ? text : "/" + text;
  }
}
