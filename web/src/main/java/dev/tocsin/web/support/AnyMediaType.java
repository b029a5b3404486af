package dev.tocsin.web.support;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Looks at no media type, as this API never did: it speaks JSON, whatever a client names. */
@Provider
@PreMatching
public class AnyMediaType implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
  }
}
