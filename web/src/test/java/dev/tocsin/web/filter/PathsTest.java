package dev.tocsin.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.platform.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/users",
        "/api/v1/authx",
        "/api/v1/auth/me",
        "/api/v1/auth/login/x",
        "/api/v1/schedules/1/calendar.ics/x",
        "/api/v1/schedules/1/2/calendar.ics",
        "/api/v1/teams/1/calendar.ics",
        "/api/anything",
        "/support/tickets",
        "/v2/enqueue",
        "/console/home",
        "/console/loginx",
        "/portal/tickets",
        "/console/../x.xhtml",
        "/somewhere.xhtml",
        "/jakarta.faces.push/live"
      })
  void nothingIsOpenThatNobodyOpened(String path) {
    assertThat(Paths.isOpen(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/setup",
        "/api/v1/auth/bootstrap",
        "/api/v1/auth/login",
        "/api/v1/auth/forgot-password",
        "/api/v1/auth/reset-password",
        "/api/v1/schedules/{id}/calendar.ics",
        "/api/v1/users/0198c0de-0000-7000-8000-000000000000/calendar.ics",
        "/console/login",
        "/console/login.xhtml",
        "/health/ready",
        "/metrics",
        "/openapi",
        "/jakarta.faces.resource/a.css"
      })
  void whatMustWorkWithoutAnAccountIsOpen(String path) {
    assertThat(Paths.isOpen(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "VIEWER, GET, /api/v1/incidents, true",
    "VIEWER, PATCH, /api/v1/incidents/1, false",
    "VIEWER, PATCH, /api/v1/auth/me, true",
    "VIEWER, POST, /api/v1/escalation-policies/1/simulate, true",
    "CUSTOMER, GET, /api/v1/tickets, true",
    "CUSTOMER, POST, /api/v1/tickets/1/comments, true",
    "CUSTOMER, GET, /api/v1/users, false",
    "CUSTOMER, GET, /api/v1/ticket-routing-rules, false",
    "CUSTOMER, GET, /console/home, false",
    "CUSTOMER, GET, /portal/tickets, true",
    "AGENT, GET, /portal/tickets, false",
    "ADMIN, GET, /portal/ticket.xhtml, false",
    "VIEWER, GET, /portal/tickets, false",
    "CUSTOMER, GET, /support/tickets, true",
    "INGEST, POST, /api/v1/webhooks/prometheus, true",
    "INGEST, GET, /api/v1/tickets, false",
    "INGEST, GET, /api/v1/auth/me, false",
    "AGENT, DELETE, /api/v1/users/1, true",
    "ADMIN, DELETE, /api/v1/users/1, true"
  })
  void wholeAreasAreClosedToARole(Role role, String method, String path, boolean allowed) {
    assertThat(CallerFilter.allows(role, path, method)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/tickets/TKT-000001/attachments, true",
    "PUT, /api/v1/tickets/TKT-000001/attachments, false",
    "POST, /api/v1/tickets/TKT-000001/comments, false",
    "POST, /api/v1/tickets/1/2/attachments, false",
    "POST, /support/tickets/1/attachments, false"
  })
  void onlyFilesOfTicketsGoPastTheLimitOfBodies(String method, String path, boolean upload) {
    assertThat(Paths.isUpload(path, method)).isEqualTo(upload);
  }

  @Test
  void aRequestIdIsEchoedOnlyWhenItIsSane() {
    assertThat(RequestLogFilter.idOf("trace-1/2")).isEqualTo("trace-1/2");
    assertThat(RequestLogFilter.idOf("a\nb")).hasSize(36);
    assertThat(RequestLogFilter.idOf("x".repeat(65))).hasSize(36);
  }
}
