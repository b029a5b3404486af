package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service desk's half of the main job: tickets from both APIs, their clocks, a breach told
 * once.
 */
class ServiceDeskIT {

  private static final TestSystem tocsin = TestSystem.shared();

  @Test
  @Tag("support-1")
  @Tag("support-11")
  @Tag("support-15")
  void aClientOfTheSupportPackageWorksUnchanged() {
    String customer = tocsin.newCustomer();
    Api client = tocsin.anonymous().bearer(tocsin.newCustomerToken(customer));

    Answer created =
        client
            .post(
                "/support/tickets",
                Map.of("customer_id", customer, "subject", "Help", "body", "", "priority", 1))
            .expect(201);
    assertThat(created.at("/id")).matches("TKT-\\d{6,}");
    assertThat(created.at("/customer_id")).isEqualTo(customer);
    assertThat(created.json().has("closed_at")).isFalse();

    String path = "/support/tickets/" + created.at("/id");
    assertThat(
            client
                .post(path + "/comments", Map.of("author", "agent", "body", "Looking into it"))
                .expect(201)
                .at("/id"))
        .isEqualTo(created.at("/id") + "-C1");
    assertThat(client.get("/support/tickets?customer_id=" + customer).expect(200).json())
        .hasSize(1);
    assertThat(client.post(path + "/close", Map.of()).expect(200).at("/status"))
        .isEqualTo("closed");
    assertThat(client.post(path + "/close", Map.of()).expect(409).at("/error"))
        .isEqualTo("invalid transition from closed to closed");
    assertThat(client.get("/support/tickets").expect(400).at("/error"))
        .isEqualTo("customer_id query parameter is required");
  }

  @Test
  @Tag("support-9")
  void anotherTenantsTicketAndAMissingOneAreTheSame() {
    String mine = tocsin.newCustomer();
    String theirs = tocsin.newCustomer();
    Api me = tocsin.anonymous().bearer(tocsin.newCustomerToken(mine));
    Api them = tocsin.anonymous().bearer(tocsin.newCustomerToken(theirs));
    String ticket =
        them.post(
                "/support/tickets",
                Map.of("customer_id", theirs, "subject", "s", "body", "b", "priority", 2))
            .at("/id");
    for (String suffix : List.of("", "/comments", "/close")) {
      String method = suffix.isEmpty() ? "GET" : "POST";
      Answer foreign = me.send(method, "/support/tickets/" + ticket + suffix, "");
      Answer missing = me.send(method, "/support/tickets/TKT-999999" + suffix, "");
      assertThat(foreign.expect(404).text()).isEqualTo(missing.expect(404).text());
    }
    assertThat(me.get("/api/v1/tickets/" + ticket).expect(404).text())
        .isEqualTo(me.get("/api/v1/tickets/TKT-999999").text().replace("TKT-999999", ticket));
  }

  @Test
  void aTicketHasItsClocksWithTheDefaultTargets() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    String ticket = open(customerId, "P0");
    Answer clocks = tocsin.admin().get("/api/v1/tickets/" + ticket + "/sla").expect(200);
    assertThat(clocks.json().findValuesAsText("metric"))
        .containsExactlyInAnyOrder("first_response", "resolution");
    assertThat(clocks.json().findValuesAsText("target")).containsExactlyInAnyOrder("PT15M", "PT4H");
    assertThat(clocks.json().findValuesAsText("state")).containsOnly("running");
  }

  @Test
  @Tag("support-24")
  void aBreachIsFoundByItsDueTimeAndToldOnce() {
    String customerId = tocsin.customerId(tocsin.newCustomer());
    tocsin
        .admin()
        .post(
            "/api/v1/sla/policies",
            Map.of(
                "name", tocsin.unique("Hurry"),
                "order", 1,
                "conditions", Map.of("customer_id", List.of(customerId)),
                "targets", List.of(Map.of("metric", "first_response", "target", "PT1S"))))
        .expect(201);
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      tocsin.subscribe(receiver, "sla.breach");
      String ticket = open(customerId, "P0");
      await("the breach is told")
          .atMost(TestSystem.soon())
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      await("and only once")
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      assertThat(receiver.received().get(0).body()).contains(ticket);
      assertThat(tocsin.admin().get("/api/v1/tickets?sla=breached&limit=250").text())
          .contains(ticket);
      assertThat(
              tocsin
                  .admin()
                  .get("/api/v1/tickets/" + ticket + "/sla")
                  .json()
                  .findValuesAsText("state"))
          .containsExactly("breached");
    }
  }

  private static String open(String customerId, String priority) {
    return tocsin
        .admin()
        .post(
            "/api/v1/tickets",
            Map.of(
                "customer_id",
                customerId,
                "subject",
                "Down",
                "body",
                "All of it",
                "priority",
                priority))
        .expect(201)
        .at("/id");
  }
}
