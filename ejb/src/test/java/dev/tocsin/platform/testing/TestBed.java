package dev.tocsin.platform.testing;

import dev.tocsin.persistence.TestDatabase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@link TestContainer} with a database of its own; subclasses add the words their tests speak
 * in.
 *
 * <p>Use as {@code @RegisterExtension static final Crew crew = new Crew()}. Every test leaves it
 * empty, at {@link #START}. So the fields of a test class can be what each of its tests begins
 * with; what making them announced is forgotten before the test.
 */
public abstract class TestBed extends TestContainer implements AfterEachCallback {

  private final TestDatabase database;

  /**
   * Makes one.
   *
   * @param packages one class of each package whose beans there are
   */
  protected TestBed(TestDatabase database, Class<?>... packages) {
    super(database, packages);
    this.database = database;
  }

  /** Deletes what a test has written. */
  protected abstract void empty();

  /** Returns the database, for what no bean shows. */
  public final TestDatabase db() {
    return database;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    database.beforeAll(context);
    super.beforeAll(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    empty();
    clock().set(START);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    super.afterAll(context);
    database.afterAll(context);
  }
}
