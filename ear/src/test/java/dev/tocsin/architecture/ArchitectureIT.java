package dev.tocsin.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.tocsin.persistence.InvalidCursor;
import dev.tocsin.platform.error.DomainException;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the built jars against the arrows of the architecture page. */
class ArchitectureIT {

  private static final List<String> MODULES =
      List.of("accounts", "ticketing", "sla", "schedules", "incidents", "notifications");

  /** What each module may import besides itself and the platform. */
  private static final Map<String, Set<String>> ARROWS =
      new TreeMap<>(
          Map.of(
              "accounts", Set.of(),
              "ticketing", Set.of("accounts"),
              "sla", Set.of("accounts", "ticketing"),
              "schedules", Set.of("accounts"),
              "incidents", Set.of("accounts", "ticketing", "sla", "schedules"),
              "notifications", Set.of("accounts", "ticketing", "sla", "schedules", "incidents")));

  private static JavaClasses tocsin = new ClassFileImporter().importLocations(List.of());

  @BeforeAll
  static void importTheBuiltJars(@TempDir Path directory) throws IOException {
    Path ear = Path.of(System.getProperty("tocsin.ear.exploded"));
    List<Location> ours = new ArrayList<>();
    ours.add(Location.of(new JarFile(ear.resolve("lib/persistence.jar").toFile())));
    ours.add(Location.of(new JarFile(ear.resolve("ejb.jar").toFile())));
    for (String module : MODULES) {
      ours.add(Location.of(new JarFile(ear.resolve(module + ".jar").toFile())));
    }
    ours.add(Location.of(unpackedClasses(ear.resolve("web.war"), directory)));
    tocsin = new ClassFileImporter().importLocations(ours);
  }

  private static Path unpackedClasses(Path war, Path directory) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(war);
        Stream<Path> files = Files.walk(zip.getPath("/WEB-INF/classes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(file.toString().substring("/WEB-INF/classes/".length()));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return directory;
  }

  /** An import that silently found nothing would let every rule pass. */
  @Test
  void everythingWasImported() {
    assertThat(tocsin.size()).isGreaterThan(300);
    for (String module : MODULES) {
      assertThat(tocsin.that(resideInAPackage("dev.tocsin." + module + "..")))
          .as(module)
          .hasSizeGreaterThan(15);
    }
    assertThat(tocsin.that(resideInAPackage("dev.tocsin.web.."))).hasSizeGreaterThan(40);
  }

  private static Set<String> arrowsOf(String module) {
    return ARROWS.getOrDefault(module, Set.of());
  }

  static Stream<String> modules() {
    return MODULES.stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleImportsOnlyAlongTheArrows(String module) {
    String[] forbidden =
        Stream.concat(
                MODULES.stream()
                    .filter(other -> !other.equals(module) && !arrowsOf(module).contains(other)),
                Stream.of("web", "launcher"))
            .map(other -> "dev.tocsin." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.tocsin." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(tocsin);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void nobodySeesTheInsideOfAnotherModule(String module) {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tocsin." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.tocsin." + module + ".internal..")
        .check(tocsin);
  }

  @Test
  void theFoundationKnowsNothingAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.tocsin.persistence..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.tocsin..").and(not(resideInAPackage("dev.tocsin.persistence.."))))
        .check(tocsin);
    noClasses()
        .that()
        .resideInAPackage("dev.tocsin.platform..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.tocsin..")
                .and(not(resideInAnyPackage("dev.tocsin.persistence..", "dev.tocsin.platform.."))))
        .check(tocsin);
  }

  @Test
  void modulesAreFreeOfCycles() {
    slices().matching("dev.tocsin.(*)..").should().beFreeOfCycles().check(tocsin);
  }

  @Test
  void theWebSeesNoEntityAndNoEntityManager() {
    noClasses()
        .that()
        .resideInAPackage("dev.tocsin.web..")
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .check(tocsin);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tocsin.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.faces..")
        .check(tocsin);
  }

  /** Payara would look a unit up in the jar of whichever bean is being called: see Unit. */
  @Test
  void onlyTheUnitOfAModuleLooksItsPersistenceContextUp() {
    fields()
        .that()
        .areAnnotatedWith(PersistenceContext.class)
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Unit")
        .check(tocsin);
  }

  @Test
  void entitiesHaveVerbsNotSetters() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(tocsin);
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .resideOutsideOfPackage("dev.tocsin.platform..")
        .should()
        .resideInAPackage("..internal..")
        .check(tocsin);
  }

  @Test
  void timeComesFromTheClock() {
    ArchRule rule =
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.tocsin.platform.time.SystemTime")
            .should()
            .callMethodWhere(
                com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        nameMatching("java\\.time\\..*\\.now\\(\\)"))
                    .or(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            nameMatching("java\\.time\\.Clock\\.system.*")))
                    .or(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            nameMatching("java\\.lang\\.System\\.currentTimeMillis\\(\\)"))));
    rule.check(tocsin);
    noClasses()
        .that()
        // Jakarta Mail knows no other kind of date
        .doNotHaveFullyQualifiedName("dev.tocsin.notifications.internal.MailMessage")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Date.class, Calendar.class)
        .check(tocsin);
  }

  @Test
  void nothingNamesAServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jboss..",
            "org.wildfly..",
            "org.glassfish..",
            "com.sun..",
            "fish.payara..",
            "org.eclipse.persistence..")
        .check(tocsin);
  }

  /** Payara would wrap a refusal that leaves the beans of a jar without this entry. */
  @ParameterizedTest
  @MethodSource("ejbJars")
  void everyEjbJarNamesTheExceptionsThatMayLeaveItsBeans(String name) throws IOException {
    Path ear = Path.of(System.getProperty("tocsin.ear.exploded"));
    try (JarFile jar = new JarFile(ear.resolve(name + ".jar").toFile())) {
      String descriptor =
          new String(
              jar.getInputStream(jar.getEntry("META-INF/ejb-jar.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(descriptor)
          .contains("<exception-class>" + DomainException.class.getName() + "<")
          .contains("<exception-class>" + InvalidCursor.class.getName() + "<");
    }
  }

  static Stream<String> ejbJars() {
    return Stream.concat(Stream.of("ejb"), modules());
  }

  @Test
  void everyPackageSaysThatItIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(tocsin);
    List<String> marked =
        tocsin.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(type -> type.getPackageName())
            .toList();
    assertThat(tocsin.stream().map(type -> type.getPackageName()).distinct())
        .as("packages with a package-info")
        .isSubsetOf(marked);
  }

  @Test
  void theOneTimerIsTheHeartbeat() {
    methods()
        .that()
        .areAnnotatedWith(jakarta.ejb.Schedule.class)
        .should()
        .beDeclaredIn("dev.tocsin.platform.work.Heartbeat")
        .check(tocsin);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tocsin);
  }
}
