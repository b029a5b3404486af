package dev.tocsin.notifications.internal;

import static dev.tocsin.notifications.internal.Ground.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.notifications.ChangeSubscription;
import dev.tocsin.notifications.CreateSubscription;
import dev.tocsin.notifications.SubscriptionCreated;
import dev.tocsin.notifications.SubscriptionView;
import dev.tocsin.notifications.WebhookSubscriptions;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {

  private static final String URL = "https://8.8.8.8/hook";

  @RegisterExtension static final Ground ground = new Ground();

  private static WebhookSubscriptions api() {
    return ground.get(WebhookSubscriptions.class);
  }

  private static SubscriptionCreated create(String name) {
    return api().create(ADMIN, new CreateSubscription(name, URL, List.of("sla.breach"), null));
  }

  @Test
  void theSecretIsShownOnceAndStoredSealed() throws Exception {
    SubscriptionCreated created = create("one");
    assertThat(StandardWebhooks.isSecret(created.secret())).isTrue();
    assertThat(created.toString()).doesNotContain(created.secret());
    String stored =
        ground
            .db()
            .call(
                "notifications",
                em ->
                    em.createNativeQuery("SELECT secret FROM notifications.subscription")
                        .getSingleResult()
                        .toString());
    assertThat(stored).startsWith("enc:").doesNotContain(created.secret().substring(6));
  }

  @Test
  void aSecretOfOnesOwnIsTaken() {
    String secret = StandardWebhooks.newSecret();
    CreateSubscription command = new CreateSubscription("own", URL, null, secret);
    SubscriptionCreated created = api().create(ADMIN, command);
    assertThat(created.secret()).isEqualTo(secret);
    assertThat(created.subscription().eventTypes()).isEmpty();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    CreateSubscription command =
        new CreateSubscription(
            " ", "https://127.0.0.1/hook", List.of("sla.breach", "nonsense"), "short");
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> api().create(ADMIN, command));
    assertThat(rejected.faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/name", "/url", "/event_types/1", "/secret");
    assertThat(api().list(ADMIN, PageRequest.first()).data()).isEmpty();
  }

  @ParameterizedTest
  @Tag("support-28")
  @Tag("support-30")
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/",
        "https://0.0.0.0/",
        "https://[::]/",
        "https://100.64.0.1/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[::1%25lo]/",
        "http://8.8.8.8/",
        "ftp://8.8.8.8/",
        "not a url"
      })
  void anAddressThatMayNotBeDialledIsRefusedWhenSaved(String url) {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () -> api().create(ADMIN, new CreateSubscription("n", url, List.of(), null)));
    assertThat(rejected.faults())
        .singleElement()
        .matches(fault -> fault.pointer().equals("/url"))
        .matches(fault -> fault.detail().contains("blocked SSRF target"));
  }

  @ParameterizedTest
  @Tag("support-28")
  @ValueSource(strings = {"https://8.8.8.8/", "https://1.1.1.1/"})
  void publicAddressesAreTaken(String url) {
    assertThat(
            api()
                .create(ADMIN, new CreateSubscription("n", url, List.of(), null))
                .subscription()
                .url())
        .isEqualTo(url);
  }

  @Test
  void aChangeLeavesAloneWhatItDoesNotName() {
    SubscriptionView before = create("one").subscription();
    ChangeSubscription command = new ChangeSubscription("two", null, null, null);
    SubscriptionView after = api().change(ADMIN, before.id(), command, before.version());
    assertThat(after.name()).isEqualTo("two");
    assertThat(after.url()).isEqualTo(before.url());
    assertThat(after.eventTypes()).isEqualTo(before.eventTypes());
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(api().require(ADMIN, before.id())).isEqualTo(after);
    assertThatThrownBy(() -> api().change(ADMIN, before.id(), command, before.version()))
        .isInstanceOf(Stale.class);
  }

  @Test
  void whatIsDeletedIsGone() {
    UUID id = create("one").subscription().id();
    api().delete(ADMIN, id, null);
    assertThatThrownBy(() -> api().require(ADMIN, id)).isInstanceOf(NotFound.class);
  }

  @Test
  void theListGoesOnWhereThePageEnded() {
    for (int i = 0; i < 5; i++) {
      create("s" + i);
    }
    Page<SubscriptionView> first = api().list(ADMIN, new PageRequest(3, null));
    Page<SubscriptionView> second = api().list(ADMIN, new PageRequest(3, first.nextCursor()));
    assertThat(first.data()).extracting(SubscriptionView::name).containsExactly("s4", "s3", "s2");
    assertThat(second.data()).extracting(SubscriptionView::name).containsExactly("s1", "s0");
    assertThat(second.nextCursor()).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdminsMaySeeOrChangeThem(Role role) {
    Actor other = new Actor(Actor.Kind.USER, UUID.randomUUID(), "other", role, null);
    CreateSubscription command = new CreateSubscription("n", URL, null, null);
    assertThatThrownBy(() -> api().create(other, command)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> api().list(other, PageRequest.first())).isInstanceOf(Forbidden.class);
  }
}
