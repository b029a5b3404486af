package dev.tocsin.web.rest;

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
        try {
          return OptionalLong.of((long) component.getAccessor().invoke(view));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return OptionalLong.empty();
  }
}
