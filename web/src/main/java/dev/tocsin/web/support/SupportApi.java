package dev.tocsin.web.support;

import dev.tocsin.web.rest.JsonWriter;
import dev.tocsin.web.rest.Providers;
import dev.tocsin.web.rest.RouteName;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The support API as an application of its own: other errors, other reading of bodies. */
@ApplicationPath("/support")
public class SupportApi extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        SupportResource.class,
        SupportErrors.class,
        AnyMediaType.class,
        JsonWriter.class,
        RouteName.class);
  }

  @Override
  public Map<String, Object> getProperties() {
    return Providers.PROPERTIES;
  }
}
