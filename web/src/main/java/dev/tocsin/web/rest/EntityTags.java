package dev.tocsin.web.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.RecordComponent;
import java.util.OptionalLong;

/** Stamps every answer that is one resource with the tag of its version. */
@Provider
public class EntityTags implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object entity = response.getEntity();
    if (entity instanceof Record view
        && response.getStatus() < 300
        && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
      version(view)
          .ifPresent(version -> response.getHeaders().putSingle("ETag", IfMatch.tag(version)));
    }
  }

  /** Returns the version a view carries, if it carries one. */
  static OptionalLong version(Record view) {
    for (RecordComponent component : view.getClass().getRecordComponents()) {
      if (component.getName().equals("version") && component.getType() == long.class) {
        return OptionalLong.of((long) value(view, component));
      }
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        return version((Record) value(view, component));
      }
    }
    return OptionalLong.empty();
  }

  private static Object value(Record view, RecordComponent component) {
    try {
      return component.getAccessor().invoke(view);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
