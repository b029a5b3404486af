package dev.tocsin.accounts;

import static dev.tocsin.accounts.House.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

  @RegisterExtension static final House house = new House();

  private final ApiTokens tokens = house.get(ApiTokens.class);

  @Test
  void aTokenIsShownOnceAndSpeaksInItsRole() {
    ApiTokenCreated created = tokens.create(ADMIN, ingest("alertmanager"));
    assertThat(created.token()).startsWith("tcs_").hasSize(47);
    assertThat(created.toString()).doesNotContain(created.token());
    assertThat(tokens.authenticate(created.token()))
        .contains(new Actor(Actor.Kind.API_TOKEN, created.id(), "alertmanager", Role.INGEST, null));
    assertThat(stored()).doesNotContain(created.token().substring(4));
    assertThat(tokens.authenticate("tcs_" + stored())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tcs_", "tcs_nobodys", "' OR 1=1", "tcs_\0"})
  void whatIsNoTokenIsNobody(String secret) {
    tokens.create(ADMIN, ingest("one"));
    assertThat(tokens.authenticate(secret)).isEmpty();
  }

  @Test
  void aTokenEndsAtItsExpiry() {
    Instant end = House.START.plus(Duration.ofDays(1));
    String token = tokens.create(ADMIN, new CreateApiToken("short", Role.AGENT, null, end)).token();
    house.clock().set(end.minusMillis(1));
    assertThat(tokens.authenticate(token)).isPresent();
    house.clock().set(end);
    assertThat(tokens.authenticate(token)).isEmpty();
  }

  @Test
  void aRevokedTokenIsGoneAtOnce() {
    ApiTokenCreated created = tokens.create(ADMIN, ingest("one"));
    tokens.revoke(ADMIN, created.id());
    assertThat(tokens.authenticate(created.token())).isEmpty();
    assertThatThrownBy(() -> tokens.revoke(ADMIN, created.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void theLastUseIsKeptToTheMinute() {
    ApiTokenCreated created = tokens.create(ADMIN, ingest("one"));
    assertThat(tokens.require(ADMIN, created.id()).lastUsedAt()).isNull();
    tokens.authenticate(created.token());
    house.clock().advance(Duration.ofSeconds(59));
    tokens.authenticate(created.token());
    assertThat(tokens.require(ADMIN, created.id()).lastUsedAt()).isEqualTo(House.START);
    house.clock().advance(Duration.ofSeconds(1));
    tokens.authenticate(created.token());
    assertThat(tokens.require(ADMIN, created.id()).lastUsedAt())
        .isEqualTo(House.START.plusSeconds(60));
  }

  @Test
  void aCustomersTokenIsBoundToACustomer() {
    CreateApiToken unbound = new CreateApiToken("c", Role.CUSTOMER, null, null);
    assertFaults(() -> tokens.create(ADMIN, unbound), "/customer_id");
    UUID customer =
        house.get(Customers.class).create(ADMIN, new CreateCustomer("cust-1", "One")).id();
    CreateApiToken bound = new CreateApiToken("c", Role.CUSTOMER, customer, null);
    Actor actor = tokens.authenticate(tokens.create(ADMIN, bound).token()).orElseThrow();
    assertThat(actor.customerId()).isEqualTo(customer);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    CreateApiToken bad = new CreateApiToken(" ", Role.AGENT, UUID.randomUUID(), House.START);
    assertFaults(() -> tokens.create(ADMIN, bad), "/name", "/customer_id", "/expires_at");
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void onlyAdminsHandleTokens(Role role) {
    Actor other = House.actor(role);
    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> tokens.create(other, ingest("x")),
            () -> tokens.list(other, PageRequest.first()),
            () -> tokens.require(other, UUID.randomUUID()),
            () -> tokens.revoke(other, UUID.randomUUID()))) {
      assertThatThrownBy(attempt).isInstanceOf(Forbidden.class);
    }
  }

  @Test
  void listsBeginWithTheNewest() {
    for (String name : List.of("one", "two", "three")) {
      tokens.create(ADMIN, ingest(name));
    }
    Page<ApiTokenView> first = tokens.list(ADMIN, new PageRequest(2, null));
    assertThat(first.data()).extracting(ApiTokenView::name).containsExactly("three", "two");
    Page<ApiTokenView> second = tokens.list(ADMIN, new PageRequest(2, first.nextCursor()));
    assertThat(second.data()).extracting(ApiTokenView::name).containsExactly("one");
    assertThat(second.nextCursor()).isNull();
  }

  private static CreateApiToken ingest(String name) {
    return new CreateApiToken(name, Role.INGEST, null, null);
  }

  private static String stored() {
    return house
        .db()
        .call(
            "accounts",
            em ->
                (String)
                    em.createNativeQuery("SELECT token_hash FROM accounts.api_tokens")
                        .getSingleResult());
  }

  private static void assertFaults(ThrowingCallable attempt, String... pointers) {
    assertThatThrownBy(attempt)
        .asInstanceOf(type(Rejected.class))
        .extracting(Rejected::faults)
        .asInstanceOf(list(Fault.class))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(pointers);
  }
}
