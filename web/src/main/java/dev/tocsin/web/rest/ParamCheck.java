package dev.tocsin.web.rest;

import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses unknown query parameters and parameters that do not convert, all of them at once. */
@Provider
public class ParamCheck implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceMethod() == null
        || resource.getResourceMethod().isAnnotationPresent(AnyParameter.class)) {
      return;
    }
    List<Fault> faults =
        faults(WholeLists.parametersOf(resource.getResourceMethod()), request.getUriInfo());
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /** Returns every fault of a request's parameters, given those a method declares. */
  static List<Fault> faults(List<Parameter> declared, UriInfo uri) {
    List<Fault> faults = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Parameter parameter : declared) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        known.add(query.value());
        judge(parameter, query.value(), uri.getQueryParameters(), faults);
      }
      PathParam path = parameter.getAnnotation(PathParam.class);
      if (path != null) {
        judge(parameter, path.value(), uri.getPathParameters(), faults);
      }
    }
    for (String name : uri.getQueryParameters().keySet()) {
      if (!known.contains(name)) {
        faults.add(new Fault("/" + Binder.escaped(name), "unknown_parameter", "is not known"));
      }
    }
    return faults;
  }

  private static void judge(
      Parameter parameter, String name, MultivaluedMap<String, String> values, List<Fault> faults) {
    List<String> given = values.getOrDefault(name, List.of());
    boolean many = Collection.class.isAssignableFrom(parameter.getType());
    if (given.size() > 1 && !many) {
      faults.add(new Fault("/" + name, "repeated", "may be given once"));
    }
    for (String value : given) {
      Fault fault = judge(many ? element(parameter) : parameter.getType(), name, value);
      if (fault != null) {
        faults.add(fault);
      }
    }
  }

  private static @Nullable Fault judge(Class<?> type, String name, String value) {
    if (JsonText.isUnstorable(value)) {
      return new Fault("/" + name, "invalid_character", "holds a character that is no text");
    }
    try {
      Object converted = Values.convert(type, value);
      return name.equals("limit") && converted instanceof Integer limit
          ? Paging.fault(limit)
          : null;
    } catch (Values.Unfit e) {
      return new Fault("/" + name, e.code(), e.detail());
    }
  }

  private static Class<?> element(Parameter parameter) {
    return (Class<?>)
        ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
  }
}
