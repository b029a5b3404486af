package dev.tocsin.notifications.internal;

import dev.tocsin.accounts.UserView;
import dev.tocsin.accounts.Users;
import dev.tocsin.notifications.Channel;
import dev.tocsin.notifications.ContactMethodView;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.settings.Setting;
import dev.tocsin.platform.settings.Settings;
import dev.tocsin.schedules.Reachability;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Knows whom a page would reach: an active user with a way that can be sent by as set up. */
@Dependent
public class PageReach implements Reachability {

  @Inject
  @Unit("notifications")
  private EntityManager entityManager;

  @Inject private Users users;
  @Inject private Settings settings;

  @Override
  public Set<UUID> unreachable(Collection<UUID> asked) {
    Map<UUID, UserView> known = users.byIds(asked);
    return asked.stream()
        .filter(id -> !known.containsKey(id) || !isReached(known.get(id)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isReached(UserView user) {
    return user.active()
        && new ContactMethodList(entityManager).of(user).stream().anyMatch(this::canBeSent);
  }

  private boolean canBeSent(ContactMethodView way) {
    return way.kind() != Channel.EMAIL
        || (isSet(NotificationSettings.MAIL_HOST) && isSet(NotificationSettings.MAIL_FROM));
  }

  private boolean isSet(Setting<String> setting) {
    String value = settings.get(setting);
    return value != null && !value.isBlank();
  }
}
