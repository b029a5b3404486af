package dev.tocsin.platform;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The entity manager of a module's persistence unit: {@code @Inject @Unit("sla") EntityManager}.
 *
 * <p>Not {@code @PersistenceContext}: Payara looks the unit up when the entity manager is first
 * used, in the jar of whichever session bean is being called then. For a bean that works inside
 * {@link Transactions}, observes another module's event or is due work, that is not its own jar,
 * and the unit is not found. Each module therefore has one session bean that produces its entity
 * manager, looked up in the right jar; it alone says {@code @PersistenceContext}.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD, PARAMETER, TYPE})
public @interface Unit {

  /** Returns the unit's name, which is its module's. */
  String value();
}
