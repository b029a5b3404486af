package dev.tocsin.web.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Doc;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;

/** What an operator can set while the system runs; for administrators. */
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SettingsResource {

  @Inject private Settings settings;
  @Inject private Caller caller;

  /** Returns every setting that has a value. */
  @GET
  @Doc("Returns every setting that has a value; of a secret only whether it is set.")
  public Map<String, Object> all() {
    Map<String, Object> known = new TreeMap<>();
    settings
        .view(caller.actor())
        .forEach(
            (key, value) -> {
              if (value != null) {
                known.put(key, value);
              }
            });
    return known;
  }

  /** Changes settings, all or none. */
  @PATCH
  @Doc("Changes settings, all or none; null sets one back to its default.")
  public Map<String, Object> change(Map<String, JsonNode> changes) {
    settings.change(caller.actor(), changes);
    return all();
  }
}
