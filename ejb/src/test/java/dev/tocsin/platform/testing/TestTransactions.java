package dev.tocsin.platform.testing;

import dev.tocsin.persistence.TestDatabase;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Transactions over several units, by the rules of session beans. */
final class TestTransactions {

  private final TestDatabase database;
  private final ThreadLocal<Deque<Open>> stack = ThreadLocal.withInitial(ArrayDeque::new);

  TestTransactions(TestDatabase database) {
    this.database = database;
  }

  /** One open transaction, or with {@code real} false the suspension of another. */
  private static final class Open {
    private final boolean real;
    private final Map<String, EntityManager> units = new LinkedHashMap<>();
    private boolean rollbackOnly;

    Open(boolean real) {
      this.real = real;
    }
  }

  /** Returns the attribute that holds for a method of a bean. */
  static TransactionAttributeType attribute(Class<?> bean, Method method) {
    TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
    if (own == null) {
      own = bean.getAnnotation(TransactionAttribute.class);
    }
    return own == null ? TransactionAttributeType.REQUIRED : own.value();
  }

  Object call(TransactionAttributeType attribute, Callable<Object> work) throws Exception {
    boolean active = !stack.get().isEmpty() && stack.get().peek().real;
    return switch (attribute) {
      case REQUIRES_NEW -> inNew(true, work);
      case NOT_SUPPORTED -> inNew(false, work);
      case SUPPORTS -> active ? joined(work) : work.call();
      case REQUIRED -> active ? joined(work) : inNew(true, work);
      case MANDATORY -> {
        if (!active) {
          throw new IllegalStateException("a transaction is required");
        }
        yield joined(work);
      }
      case NEVER -> {
        if (active) {
          throw new IllegalStateException("no transaction is allowed");
        }
        yield work.call();
      }
    };
  }

  private Object joined(Callable<Object> work) throws Exception {
    try {
      return work.call();
    } catch (RuntimeException e) {
      stack.get().element().rollbackOnly = true;
      throw e;
    }
  }

  private Object inNew(boolean real, Callable<Object> work) throws Exception {
    Open open = new Open(real);
    stack.get().push(open);
    try {
      Object result = work.call();
      if (open.rollbackOnly) {
        throw new IllegalStateException("marked for rollback by an exception somebody caught");
      }
      open.units.values().forEach(EntityManager::flush);
      open.units.values().forEach(unit -> unit.getTransaction().commit());
      return result;
    } finally {
      for (EntityManager unit : open.units.values()) {
        if (unit.getTransaction().isActive()) {
          unit.getTransaction().rollback();
        }
        unit.close();
      }
      stack.get().pop();
    }
  }

  /** Returns a unit's entity manager that follows the thread's transaction, as injected ones do. */
  EntityManager entityManager(String unit) {
    return (EntityManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(current(unit), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private EntityManager current(String unit) {
    Open open = stack.get().peek();
    if (open == null || !open.real) {
      return database.entityManagerFactory(unit).createEntityManager();
    }
    return open.units.computeIfAbsent(unit, this::begin);
  }

  private EntityManager begin(String unit) {
    EntityManager entityManager = database.entityManagerFactory(unit).createEntityManager();
    entityManager.getTransaction().begin();
    return entityManager;
  }
}
