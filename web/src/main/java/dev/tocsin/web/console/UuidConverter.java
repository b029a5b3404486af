package dev.tocsin.web.console;

import dev.tocsin.platform.error.NotFound;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids in addresses and choices; what is no id names nothing there is. */
public class UuidConverter implements Converter<UUID> {

  @Override
  public @Nullable UUID getAsObject(
      FacesContext context, UIComponent component, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(value.strip());
    } catch (IllegalArgumentException e) {
      throw new NotFound("id");
    }
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, @Nullable UUID value) {
    return value == null ? "" : value.toString();
  }

  /**
   * Returns the id a page was asked for.
   *
   * @throws NotFound when its address has none
   */
  public static UUID asked(@Nullable UUID id) {
    if (id == null) {
      throw new NotFound("id");
    }
    return id;
  }
}
