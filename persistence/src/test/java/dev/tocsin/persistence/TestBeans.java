package dev.tocsin.persistence;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Wires beans with their {@code @Inject} and {@code @PersistenceContext} fields outside a server,
 * on a real database.
 *
 * <p>{@link #call} is what the container's transaction would be: all units commit together or roll
 * back together, and nested calls are transactions of their own. Events reach {@link #observe}rs at
 * once and {@link #events} once their transaction has committed.
 */
public final class TestBeans {

  private final TestDatabase database;
  private final Map<Class<?>, Object> beans = new ConcurrentHashMap<>();
  private final ThreadLocal<Deque<Scope>> scopes = ThreadLocal.withInitial(ArrayDeque::new);
  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final List<Consumer<Object>> observers = new CopyOnWriteArrayList<>();

  public TestBeans(TestDatabase database) {
    this.database = database;
  }

  /** Makes this instance, as it is, the one that fields of the type get. */
  public <T> TestBeans bind(Class<T> type, T instance) {
    beans.put(type, instance);
    return this;
  }

  /** Returns the one wired instance of a class, which needs a constructor without parameters. */
  public synchronized <T> T get(Class<T> type) {
    Object known = beans.get(type);
    if (known == null) {
      known = create(type);
      beans.put(type, known);
      inject(known);
    }
    return type.cast(known);
  }

  /** Calls the consumer with every event of the type as it is fired, inside its transaction. */
  public <T> TestBeans observe(Class<T> type, Consumer<T> observer) {
    observers.add(
        event -> {
          if (type.isInstance(event)) {
            observer.accept(type.cast(event));
          }
        });
    return this;
  }

  /** Returns the committed events of a type, in the order of their commits. */
  public <T> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Forgets the events seen so far. */
  public void forgetEvents() {
    events.clear();
  }

  /** Runs work in a new transaction and returns its result; rolls back when it throws. */
  public <T> T call(Supplier<T> work) {
    Scope scope = new Scope();
    scopes.get().push(scope);
    boolean good = false;
    try {
      T result = work.get();
      good = true;
      return result;
    } finally {
      scopes.get().pop();
      scope.end(good);
    }
  }

  /** Runs work in a new transaction; rolls back when it throws. */
  public void run(Runnable work) {
    Supplier<Boolean> call =
        () -> {
          work.run();
          return true;
        };
    call(call);
  }

  private static Object create(Class<?> type) {
    try {
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("bind an instance of " + type.getName(), e);
    }
  }

  private void inject(Object bean) {
    for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          inject(bean, field);
        }
      }
    }
  }

  private void inject(Object bean, Field field) {
    if (field.getType() == EntityManager.class) {
      set(bean, field, entityManager(unitOf(field)));
    } else if (field.isAnnotationPresent(Inject.class)) {
      set(bean, field, field.getType() == Event.class ? new Fired() : get(field.getType()));
    }
  }

  /**
   * Returns the unit that a field asks for: by its qualifier, or as the unit's own producer does.
   */
  private static String unitOf(Field field) {
    PersistenceContext context = field.getAnnotation(PersistenceContext.class);
    if (context != null) {
      return context.unitName();
    }
    for (Annotation annotation : field.getAnnotations()) {
      if (annotation.annotationType().isAnnotationPresent(Qualifier.class)) {
        try {
          return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(field + " names no unit", e);
        }
      }
    }
    throw new IllegalStateException(field + " names no unit");
  }

  private static void set(Object bean, Field field, Object value) {
    try {
      field.setAccessible(true);
      field.set(bean, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object entityManager(String unit) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {EntityManager.class},
        (proxy, method, arguments) -> onCurrent(unit, method, arguments));
  }

  private Object onCurrent(String unit, Method method, Object[] arguments) throws Throwable {
    Scope scope = scopes.get().peek();
    if (scope == null) {
      throw new IllegalStateException("no transaction: use TestBeans.call");
    }
    try {
      return method.invoke(scope.entityManager(unit), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private final class Scope {
    private final Map<String, EntityManager> opened = new HashMap<>();
    private final List<Object> fired = new ArrayList<>();

    EntityManager entityManager(String unit) {
      return opened.computeIfAbsent(
          unit,
          name -> {
            EntityManager made = database.entityManagerFactory(name).createEntityManager();
            made.getTransaction().begin();
            return made;
          });
    }

    void end(boolean commit) {
      try {
        if (commit) {
          // flush all first, so that what one unit refuses undoes the others too
          opened.values().forEach(EntityManager::flush);
          opened.values().forEach(manager -> manager.getTransaction().commit());
          events.addAll(fired);
        }
      } finally {
        for (EntityManager manager : opened.values()) {
          if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
          }
          manager.close();
        }
      }
    }
  }

  private final class Fired implements Event<Object> {

    @Override
    public void fire(Object event) {
      Scope scope = scopes.get().peek();
      (scope == null ? events : scope.fired).add(event);
      observers.forEach(observer -> observer.accept(event));
    }

    @Override
    public <U> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException("lost on a crash");
    }

    @Override
    public <U> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
      throw new UnsupportedOperationException("lost on a crash");
    }

    @Override
    public Event<Object> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }
}
