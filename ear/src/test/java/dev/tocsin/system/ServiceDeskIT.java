package dev.tocsin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The service desk's half of the main job: tickets from both APIs, their clocks, a breach told once. */
class ServiceDeskIT {

  @RegisterExtension static final TestSystem tocsin = TestSystem.shared();

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
        .isEqualTo(
            me.get("/api/v1/tickets/TKT-999999").text().replace("TKT-999999", ticket));
  }

  @Test
  void aTicketHasItsClocksAndABreachIsToldOnce() {
    Api admin = tocsin.admin();
    String customer = tocsin.newCustomer();
    String customerId = admin.get("/api/v1/customers/" + customer).at("/id");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      tocsin.subscribe(receiver, "sla.breach");
      String ticket =
          admin
              .post(
                  "/api/v1/tickets",
                  Map.of(
                      "customer_id", customerId, "subject", "Down", "body", "All of it",
                      "priority", "P0"))
              .expect(201)
              .at("/id");
      Answer clocks = admin.get("/api/v1/tickets/" + ticket + "/sla").expect(200);
      assertThat(clocks.json().findValuesAsText("metric"))
          .contains("first_response", "resolution");
      assertThat(clocks.json().findValuesAsText("target")).contains("PT15M", "PT4H");

      tocsin.letResponseTimePass(ticket, Duration.ofMinutes(16));
      await("the breach is told")
          .atMost(Duration.ofSeconds(20))
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      await("and only once")
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> receiver.ofType("sla.breach").size() == 1);
      assertThat(admin.get("/api/v1/tickets?sla=breached&limit=250").text()).contains(ticket);
    }
  }
}
