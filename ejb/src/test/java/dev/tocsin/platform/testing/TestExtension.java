package dev.tocsin.platform.testing;

import dev.tocsin.platform.Migrator;
import dev.tocsin.platform.settings.SecretBox;
import dev.tocsin.platform.settings.SecretKeyCheck;
import dev.tocsin.platform.settings.SecretKeys;
import dev.tocsin.platform.settings.TestKeys;
import dev.tocsin.platform.time.SystemTime;
import dev.tocsin.platform.work.Heartbeat;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Teaches the CDI container of tests what a server adds: session beans, units, the clock. */
final class TestExtension implements Extension {

  private static final Set<Class<?>> SERVER_ONLY =
      Set.of(
          Migrator.class,
          Heartbeat.class,
          SystemTime.class,
          SecretKeys.class,
          SecretKeyCheck.class);

  private final TestTransactions transactions;
  private final Clock clock;
  private final Set<String> units = ConcurrentHashMap.newKeySet();
  private final List<Object> announced = new CopyOnWriteArrayList<>();

  TestExtension(TestTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  void forget() {
    announced.clear();
  }

  List<Object> announced() {
    return announced;
  }

  <T> void adapt(@Observes ProcessAnnotatedType<T> type) {
    Class<T> bean = type.getAnnotatedType().getJavaClass();
    if (SERVER_ONLY.contains(bean) || bean.isAnnotationPresent(Entity.class)) {
      type.veto();
      return;
    }
    AnnotatedTypeConfigurator<T> configurator = type.configureAnnotatedType();
    if (bean.isAnnotationPresent(Stateless.class)) {
      configurator.add(TestTransactional.Literal.INSTANCE);
    } else if (bean.isAnnotationPresent(Singleton.class)) {
      configurator.add(TestTransactional.Literal.INSTANCE).add(ApplicationScoped.Literal.INSTANCE);
    }
    configurator
        .filterFields(TestExtension::isThreads)
        .forEach(field -> field.add(InjectLiteral.INSTANCE));
    configurator
        .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class))
        .forEach(
            field -> {
              String unit = field.getAnnotated().getAnnotation(PersistenceContext.class).unitName();
              units.add(unit);
              field.add(InjectLiteral.INSTANCE).add(new Unit.Literal(unit));
            });
  }

  /** The threads of the server become plain ones. */
  private static boolean isThreads(AnnotatedField<?> field) {
    return field.isAnnotationPresent(Resource.class)
        && TestThreads.kinds().contains(field.getJavaMember().getType());
  }

  void complete(@Observes AfterBeanDiscovery discovery) {
    discovery
        .addBean()
        .types(ManagedThreadFactory.class)
        .createWith(context -> TestThreads.factory());
    discovery
        .addBean()
        .types(ManagedScheduledExecutorService.class)
        .createWith(context -> TestThreads.scheduler());
    for (String unit : units) {
      discovery
          .addBean()
          .types(EntityManager.class)
          .qualifiers(new Unit.Literal(unit))
          .createWith(context -> transactions.entityManager(unit));
    }
    discovery.addBean().types(Clock.class).createWith(context -> clock);
    discovery.addBean().types(SecretBox.class).createWith(context -> TestKeys.box(1));
    discovery.addBean().types(TestTransactions.class).createWith(context -> transactions);
    discovery
        .addObserverMethod()
        .observedType(Object.class)
        .notifyWith(
            event -> {
              if (event.getEvent().getClass().getName().startsWith("dev.tocsin")) {
                announced.add(event.getEvent());
              }
            });
  }
}
