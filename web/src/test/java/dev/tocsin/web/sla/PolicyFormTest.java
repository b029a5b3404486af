package dev.tocsin.web.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Ids;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.sla.Metric;
import dev.tocsin.sla.PolicyConditions;
import dev.tocsin.sla.PolicyDraft;
import dev.tocsin.sla.PolicyTarget;
import dev.tocsin.sla.PolicyView;
import dev.tocsin.sla.Threshold;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.web.rest.Binder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyFormTest {

  private static final UUID CALENDAR = Ids.next();
  private static final PolicyView POLICY =
      new PolicyView(
          Ids.next(),
          "Gold",
          3,
          true,
          new PolicyConditions(List.of(Priority.P0), List.of(Ids.next()), List.of("vip"), null),
          List.of(
              new PolicyTarget(Metric.NEXT_RESPONSE, Duration.ofMinutes(90), CALENDAR),
              new PolicyTarget(Metric.RESOLUTION, Duration.ofDays(1), null)),
          true,
          List.of(Metric.RESOLUTION),
          true,
          List.of(new Threshold("Soon: hurry", Duration.ofHours(1))),
          Instant.EPOCH,
          Instant.EPOCH,
          1,
          null);

  @Test
  void aPolicyThatIsShownAndSavedIsTheSame() {
    PolicyForm form = new PolicyForm();
    form.fill(POLICY);
    assertThat(form.command())
        .isEqualTo(
            new PolicyDraft(
                "Gold",
                3,
                true,
                POLICY.conditions(),
                POLICY.targets(),
                true,
                POLICY.pauseMetrics(),
                true,
                POLICY.thresholds()));
  }

  @Test
  void aNewPolicyWarnsAsUsual() {
    assertThat(new PolicyForm().command().thresholds()).isEqualTo(Threshold.usual());
  }

  @Test
  void aFaultGoesToTheInputThatShowsIt() {
    PolicyForm form = new PolicyForm();
    form.fill(POLICY);
    assertThat(form.input("/targets/1/target")).isEqualTo("/resolution");
    assertThat(form.input("/targets/0/calendar_id")).isEqualTo("/next_response_calendar");
    assertThat(form.input("/targets")).isEqualTo("/first_response");
    assertThat(form.input("/thresholds/0/before")).isEqualTo("/thresholds");
    assertThat(form.input("/name")).isEqualTo("/name");
  }

  @Test
  @Tag("ticketpulse-8")
  void aMetricThatNothingMeasuresIsRefusedByName() {
    JsonNode body =
        Json.read(
            "{\"name\":\"x\",\"targets\":[{\"metric\":\"agent_work_time\",\"target\":\"PT1H\"}]}",
            JsonNode.class);
    assertThatThrownBy(() -> Binder.bind(Json.MAPPER.constructType(PolicyDraft.class), body))
        .asInstanceOf(type(Rejected.class))
        .extracting(rejected -> rejected.faults().get(0).pointer())
        .isEqualTo("/targets/0/metric");
  }
}
