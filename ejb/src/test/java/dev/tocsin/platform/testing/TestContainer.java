package dev.tocsin.platform.testing;

import dev.tocsin.persistence.TestDatabase;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real beans of some modules on a {@link TestDatabase}: CDI, synchronous events, persistence
 * contexts and transactions by the rules of session beans; no server, no timers.
 *
 * <p>Use as {@code @Order(2) @RegisterExtension static final TestContainer beans =
 * TestContainer.on(db, Ticketing.class)}, after the database. Time stands still in {@link #clock}.
 */
public class TestContainer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  /** Where time stands at the beginning of every test. */
  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private final TestTransactions transactions;
  private final Class<?>[] packages;
  private final SettableClock clock = new SettableClock(START);
  private final TestExtension extension;
  private @Nullable WeldContainer container;

  TestContainer(TestDatabase database, Class<?>... packages) {
    this.transactions = new TestTransactions(database);
    this.packages = packages;
    this.extension = new TestExtension(transactions, clock);
  }

  /**
   * Returns a container with the beans of packages and of those below them.
   *
   * @param packages one class of each package
   */
  public static TestContainer on(TestDatabase database, Class<?>... packages) {
    return new TestContainer(database, packages);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Weld weld = new Weld().disableDiscovery().addExtension(extension);
    weld.addBeanClass(TestTransactionInterceptor.class)
        .enableInterceptors(TestTransactionInterceptor.class);
    weld.addBeanDefiningAnnotations(annotations(Stateless.class, Singleton.class));
    weld.addPackages(true, packages);
    container = weld.initialize();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
  private static Class<? extends Annotation>[] annotations(Class<?>... types) {
    return (Class[]) types;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clock.set(START);
    extension.forget();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (container != null) {
      container.close();
    }
  }

  /** Returns a bean. */
  public <T> T get(Class<T> type) {
    if (container == null) {
      throw new IllegalStateException("not started: is it a static @RegisterExtension?");
    }
    return container.select(type).get();
  }

  /** Returns the clock that every bean injects. */
  public SettableClock clock() {
    return clock;
  }

  /** Returns every event of a type announced during this test, in order, also undone ones. */
  public <T> List<T> announced(Class<T> type) {
    return extension.announced().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Runs work in a new transaction. */
  public <T> T inTransaction(Supplier<T> work) {
    return get(dev.tocsin.platform.Transactions.class).call(work);
  }
}
