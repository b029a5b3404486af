package dev.tocsin.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tocsin.accounts.CreateUser;
import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.schedules.Reachability;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PageReachTest {

  private static final Actor ADMIN = Actor.system("test");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = Ground.database();

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = Ground.beans(db);

  private final Users users = beans.get(Users.class);
  private final Reachability reachability = beans.get(Reachability.class);

  private UUID user() {
    CreateUser command =
        new CreateUser(Ids.next() + "@example.org", "Alice", null, Role.AGENT, null, null);
    return users.create(ADMIN, command).id();
  }

  private static void mailFrom(JsonNode host) {
    beans
        .get(Settings.class)
        .change(ADMIN, Map.of("mail.host", host, "mail.from", TextNode.valueOf("t@example.org")));
  }

  @Test
  void reachedIsWhoIsActiveAndHasAWayThatCanBeSentBy() {
    UUID active = user();
    UUID gone = user();
    UUID nobody = Ids.next();
    users.deactivate(ADMIN, gone, null);
    mailFrom(TextNode.valueOf("mail.example.org"));
    assertThat(reachability.unreachable(List.of(active, gone, nobody)))
        .containsExactlyInAnyOrder(gone, nobody);

    mailFrom(NullNode.getInstance());
    assertThat(reachability.unreachable(List.of(active))).containsExactly(active);
  }
}
