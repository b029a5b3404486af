package dev.tocsin.web.rest;

import static java.lang.System.Logger.Level.ERROR;

import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.platform.Retrying;
import dev.tocsin.platform.error.Conflict;
import dev.tocsin.platform.error.DomainException;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.IllegalTransition;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.Stale;
import dev.tocsin.platform.error.TooLarge;
import dev.tocsin.platform.error.TooManyRequests;
import dev.tocsin.platform.error.Unauthenticated;
import dev.tocsin.platform.idempotency.KeyReused;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what an exception is to the caller: the one place where errors become status codes.
 *
 * <p>What is nobody's doing but ours is a 500: the caller gets an incident id, the log gets the id
 * and everything else.
 */
public final class Problems {

  private static final System.Logger LOG = System.getLogger(Problems.class.getName());

  private static final Map<Class<? extends DomainException>, Integer> STATUS =
      Map.of(
          KeyReused.class, 422,
          Rejected.class, 400,
          Unauthenticated.class, 401,
          Forbidden.class, 403,
          NotFound.class, 404,
          Conflict.class, 409,
          Stale.class, 412,
          TooLarge.class, 413,
          TooManyRequests.class, 429);

  /** What PostgreSQL calls a row that exists already. */
  private static final String UNIQUE_VIOLATION = "23505";

  private Problems() {}

  /**
   * Returns the problem an exception is.
   *
   * @param conditional whether the request carried {@code If-Match}
   */
  public static Problem of(Throwable thrown, boolean conditional) {
    if (thrown instanceof DomainException domain) {
      return of(domain);
    }
    if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
      return of(http);
    }
    if (thrown instanceof InvalidCursor) {
      return of(new Rejected("/cursor", "invalid_cursor", "is not one this system gave out"));
    }
    if (conditional && cause(thrown, OptimisticLockException.class) != null) {
      return of(new Stale());
    }
    if (Retrying.metAnother(thrown)) {
      return Problem.of(409, "concurrent_change", "Somebody changed this meanwhile; try again.");
    }
    ConstraintViolationException invalid = cause(thrown, ConstraintViolationException.class);
    if (invalid != null) {
      return of(new Rejected("", "invalid", "The input breaks a rule."));
    }
    SQLException sql = cause(thrown, SQLException.class);
    if (sql != null && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
      return Problem.of(409, "conflict", "Something with these values exists already.");
    }
    return unexpected(thrown);
  }

  /** Returns a problem for what nobody foresaw, and logs it under the id it tells. */
  private static Problem unexpected(Throwable thrown) {
    UUID incident = UUID.randomUUID();
    LOG.log(ERROR, "Incident " + incident + ": unexpected failure of a request", thrown);
    return Problem.of(500, "internal", "The failure is logged under this incident id.")
        .at("urn:uuid:" + incident)
        .with("incident_id", incident);
  }

  private static Problem of(DomainException thrown) {
    Problem problem = Problem.of(status(thrown), thrown.code(), thrown.detail());
    if (thrown instanceof Rejected rejected) {
      List<Fault> faults = rejected.faults();
      return new Problem(
          problem.type(),
          problem.title(),
          problem.status(),
          faults.size() == 1 ? "One fault in the input." : faults.size() + " faults in the input.",
          null,
          problem.code(),
          faults,
          Map.of());
    }
    if (thrown instanceof IllegalTransition illegal) {
      return problem.with("allowed", illegal.allowed());
    }
    return problem;
  }

  private static Problem of(WebApplicationException thrown) {
    int status = thrown.getResponse().getStatus();
    return switch (status) {
      case 400 -> Problem.of(400, "invalid", "The request cannot be understood.");
      case 404 -> Problem.of(404, "not_found", "No such resource.");
      case 405 -> Problem.of(405, "method_not_allowed", "This resource does not know the method.");
      case 406 -> Problem.of(406, "not_acceptable", "Answers are application/json.");
      case 413 -> tooLarge();
      case 415 ->
          Problem.of(415, "unsupported_media_type", "Bodies are application/json in UTF-8.");
      default -> Problem.of(status, "http_" + status, null);
    };
  }

  /** Returns the problem of a body that is too long. */
  public static Problem tooLarge() {
    return Problem.of(413, "too_large", "A body holds at most 1 MiB.");
  }

  private static int status(DomainException thrown) {
    Class<?> type = thrown.getClass();
    while (type != null) {
      Integer status = STATUS.get(type);
      if (status != null) {
        return status;
      }
      type = type.getSuperclass();
    }
    return 409;
  }

  /** Returns the exception of a type that is, or lies under, what was thrown; null for none. */
  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
