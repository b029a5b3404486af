package dev.tocsin.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.persistence.Json;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.error.TooManyRequests;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.platform.idempotency.KeyReused;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

  enum State {
    TRIGGERED,
    RESOLVED
  }

  static Stream<Arguments> families() {
    return Stream.of(
        Arguments.of(new Rejected("/a", "required", "must be given"), 400, "invalid"),
        Arguments.of(new Unauthenticated(), 401, "unauthenticated"),
        Arguments.of(new Forbidden("role", "no"), 403, "role"),
        Arguments.of(new NotFound("ticket"), 404, "not_found"),
        Arguments.of(new Conflict("email_taken", "no"), 409, "email_taken"),
        Arguments.of(new Stale(), 412, "stale"),
        Arguments.of(new KeyReused(), 422, "idempotency_key_reused"),
        Arguments.of(new TooManyRequests(900), 429, "too_many_requests"),
        Arguments.of(new IllegalStateException("secret"), 500, "internal"));
  }

  @ParameterizedTest
  @MethodSource("families")
  void eachFamilyHasItsStatusAndCode(RuntimeException thrown, int status, String code) {
    assertThat(Problems.of(thrown, false))
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(status);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.type()).isEqualTo("urn:tocsin:problem:" + code);
            });
  }

  @Test
  void aRefusalThatAServerWrappedIsAFailureOfOurs() {
    EJBException wrapped = new EJBException(new Conflict("last_admin", "no"));
    assertThat(Problems.of(wrapped, false).status()).isEqualTo(500);
  }

  @Test
  void aLostRaceIsStaleOnlyForWhoNamedAVersion() {
    Exception lost = new EJBException(new PersistenceException(new OptimisticLockException()));
    assertThat(Problems.of(lost, true).status()).isEqualTo(412);
    assertThat(Problems.of(lost, false).status()).isEqualTo(409);
  }

  @Test
  void whoWaitsInACircleMayTryAgain() {
    Exception circle = new EJBException(new PersistenceException(new SQLException("x", "40P01")));
    assertThat(Problems.of(circle, true).code()).isEqualTo("concurrent_change");
  }

  @Test
  void aRowThatExistsIsAConflict() {
    Exception race = new EJBException(new PersistenceException(new SQLException("dup", "23505")));
    assertThat(Problems.of(race, false).status()).isEqualTo(409);
  }

  @Test
  void theUnforeseenTellsAnIdAndNothingElse() {
    JsonNode told = json(Problems.of(new IllegalStateException("table users, password x"), false));
    assertThat(told.path("incident_id").asText()).hasSize(36);
    assertThat(told.path("instance").asText())
        .isEqualTo("urn:uuid:" + told.path("incident_id").asText());
    assertThat(told.toString()).doesNotContain("password");
  }

  @Test
  void aMissingAndAForeignThingAnswerTheSameBytes() {
    assertThat(Problems.of(new NotFound("ticket"), false).json())
        .isEqualTo(Problems.of(new NotFound("ticket"), false).json());
  }

  @Test
  void anIllegalTransitionSaysWhatIsAllowed() {
    JsonNode told =
        json(
            Problems.of(
                new IllegalTransition(State.RESOLVED, State.TRIGGERED, Set.of(State.RESOLVED)),
                false));
    assertThat(told.path("allowed").toString()).isEqualTo("[\"resolved\"]");
  }

  @Test
  void everyFaultIsTold() {
    Rejected rejected =
        new Rejected(List.of(new Fault("/a", "x", "no"), new Fault("/b", "y", "no")));
    JsonNode told = json(Problems.of(rejected, false));
    assertThat(told.path("errors")).hasSize(2);
    assertThat(told.path("detail").asText()).isEqualTo("2 faults in the input.");
  }

  private static JsonNode json(Problem problem) {
    return Json.read(new String(problem.json(), StandardCharsets.UTF_8), JsonNode.class);
  }
}
