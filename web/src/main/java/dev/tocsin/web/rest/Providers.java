package dev.tocsin.web.rest;

import java.util.List;
import java.util.Map;

/** What every REST application of the house registers beside its resources. */
public final class Providers {

  /** Body readers and writers, mappers, filters. */
  public static final List<Class<?>> ALL =
      List.of(
          JsonReader.class,
          JsonWriter.class,
          ProblemMapper.class,
          Params.class,
          ParamCheck.class,
          Preconditions.class,
          WholeLists.class,
          RouteName.class,
          EntityTags.class);

  /**
   * Words for Jersey, which other servers do not read: no JSON support but ours, and no description
   * of its own beside {@code /openapi}.
   */
  public static final Map<String, Object> PROPERTIES =
      Map.of(
          "jersey.config.server.jsonFeature", "Tocsin",
          "jersey.config.server.disableJsonBinding", true,
          "jersey.config.server.wadl.disableWadl", true);

  private Providers() {}
}
