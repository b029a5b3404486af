package dev.tocsin.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.persistence.Json;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.audit.Audit;
import java.util.Map;

/** The chain has its own tests; here nothing listens. */
class UnheardAudit extends Audit {
  @Override
  public void record(Actor actor, String action, String type, String id, Map<String, ?> detail) {
    assertThat(Json.write(detail)).startsWith("{");
  }
}
