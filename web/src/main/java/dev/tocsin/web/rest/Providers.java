package dev.tocsin.web.rest;

import java.util.List;

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
          RouteName.class,
          EntityTags.class);

  private Providers() {}
}
