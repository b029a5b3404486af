package dev.tocsin.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Actor;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.audit.AuditEntryView;
import dev.tocsin.platform.audit.AuditLog;
import dev.tocsin.platform.audit.AuditQuery;
import dev.tocsin.platform.audit.AuditVerification;
import dev.tocsin.platform.egress.EgressSettings;
import dev.tocsin.platform.egress.OutboundHttp;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans = TestContainer.on(db, Transactions.class, SampleSettings.class);

  private static final Actor ADMIN =
      new Actor(Actor.Kind.USER, UUID.randomUUID(), "Ada", Role.ADMIN, null);

  private final Settings settings = beans.get(Settings.class);

  @BeforeEach
  void empty() {
    db.sql("TRUNCATE platform.setting");
    db.sql(
        "BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE platform.audit_entry;"
            + " TRUNCATE platform.audit_head; COMMIT");
    beans.get(StoredSettings.class).changed(new SettingsChanged(Set.of()));
  }

  @Test
  void aChangeIsSeenAtOnceAuditedAndAnnounced() {
    assertThat(settings.require(EgressSettings.ALLOW_HTTP)).isFalse();
    change("{'egress.allow_http':true,'egress.allowed_networks':['127.0.0.1/32:9000']}");
    assertThat(settings.require(EgressSettings.ALLOW_HTTP)).isTrue();
    assertThat(settings.get(EgressSettings.ALLOWED_NETWORKS)).containsExactly("127.0.0.1/32:9000");
    assertThat(audited())
        .extracting(AuditEntryView::action, AuditEntryView::entityId)
        .containsExactlyInAnyOrder(
            tuple("setting.changed", "egress.allow_http"),
            tuple("setting.changed", "egress.allowed_networks"));
    assertThat(beans.announced(SettingsChanged.class))
        .extracting(SettingsChanged::keys)
        .contains(Set.of("egress.allow_http", "egress.allowed_networks"));
    assertThat(beans.get(AuditLog.class).verify(ADMIN))
        .isEqualTo(new AuditVerification(true, 2, null, null));
  }

  @Test
  void aSecretIsReadByItsModuleAndShownToNobody() {
    assertThat(settings.view(ADMIN)).containsEntry("sample.password", Map.of("set", false));
    change("{'sample.password':'hunter2'}");
    assertThat(settings.get(SampleSettings.PASSWORD)).isEqualTo("hunter2");
    assertThat(settings.view(ADMIN))
        .containsEntry("sample.password", Map.of("set", true))
        .containsEntry("egress.allow_http", false)
        .doesNotContainValue("hunter2");
    assertThat(Json.write(audited())).doesNotContain("hunter2").doesNotContain("enc:");
  }

  @Test
  void allOrNothingIsChanged() {
    assertThatThrownBy(() -> change("{'egress.allow_http':true,'egress.allowed_networks':['x']}"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/egress.allowed_networks"));
    assertThat(settings.require(EgressSettings.ALLOW_HTTP)).isFalse();
    assertThat(audited()).isEmpty();
  }

  @Test
  void theModuleOfASettingJudgesItsNewValueBesideItsForm() {
    assertThatThrownBy(() -> change("{'egress.allow_http':7,'sample.owner':'bob'}"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(
                        tuple("/egress.allow_http", "type"), tuple("/sample.owner", "unknown")));
    change("{'sample.owner':'ada'}");
    change("{'sample.owner':null}");
  }

  @Test
  void whatTheTableHoldsIsSeenBeforeTheCommit() {
    beans.inTransaction(
        () -> {
          change("{'sample.owner':'ada'}");
          assertThat(settings.current(SampleSettings.OWNER)).isEqualTo("ada");
          return true;
        });
  }

  @Test
  void onlyAnAdministratorSeesAndChangesThem() {
    Actor agent = new Actor(Actor.Kind.USER, UUID.randomUUID(), "Ann", Role.AGENT, null);
    assertThatThrownBy(() -> settings.view(agent)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> settings.change(agent, Map.of())).isInstanceOf(Forbidden.class);
  }

  @Test
  void anAddressIsJudgedByTheSettingsOfTheMoment() {
    OutboundHttp http = beans.get(OutboundHttp.class);
    String url = "http://127.0.0.1:9000/hook";
    assertThatThrownBy(() -> http.check("/url", url))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              Fault fault = rejected.faults().get(0);
              assertThat(fault.pointer()).isEqualTo("/url");
              assertThat(fault.code()).isEqualTo("blocked_target");
              assertThat(fault.detail()).startsWith("blocked SSRF target: ");
            });
    change("{'egress.allow_http':true,'egress.allowed_networks':['127.0.0.1/32:9000']}");
    assertThat(http.fault("/url", url)).isEmpty();
    assertThat(http.fault("/url", "http://127.0.0.1:9001/hook")).isPresent();
    change("{'egress.allow_http':null}");
    assertThat(http.fault("/url", url)).isPresent();
  }

  private void change(String json) {
    Map<String, JsonNode> changes =
        Json.read(json.replace('\'', '"'), new TypeReference<Map<String, JsonNode>>() {});
    settings.change(ADMIN, changes);
  }

  private static List<AuditEntryView> audited() {
    return beans.get(AuditLog.class).list(ADMIN, AuditQuery.ALL, PageRequest.first()).data();
  }
}
