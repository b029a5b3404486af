package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.Reachability;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PageReachTest {

  @RegisterExtension static final Ground ground = new Ground();

  private final Users users = ground.get(Users.class);
  private final Reachability reachability = ground.get(Reachability.class);

  private static void mailFrom(JsonNode host) {
    ground
        .get(Settings.class)
        .change(ADMIN, Map.of("mail.host", host, "mail.from", TextNode.valueOf("t@example.org")));
  }

  @Test
  void reachedIsWhoIsActiveAndHasAWayThatCanBeSentBy() {
    UUID active = ground.hire("Alice", Role.AGENT).id();
    UUID gone = ground.hire("Bob", Role.AGENT).id();
    UUID nobody = Ids.next();
    users.deactivate(ADMIN, gone, null);
    mailFrom(TextNode.valueOf("mail.example.org"));
    assertThat(reachability.unreachable(List.of(active, gone, nobody)))
        .containsExactlyInAnyOrder(gone, nobody);

    mailFrom(NullNode.getInstance());
    assertThat(reachability.unreachable(List.of(active))).containsExactly(active);
  }
}
