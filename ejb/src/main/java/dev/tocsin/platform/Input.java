package dev.tocsin.platform;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a command by the Bean Validation constraints on its components. */
public final class Input {

  private Input() {}

  /**
   * Lets a valid command pass and returns it.
   *
   * @throws Rejected naming every fault, ordered by pointer
   */
  public static <T> T check(T command) {
    List<Fault> faults = faults(command);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
    return command;
  }

  /** Returns every fault of a command, ordered by pointer; empty when it is good. */
  public static List<Fault> faults(Object command) {
    List<Fault> faults = new ArrayList<>();
    for (ConstraintViolation<Object> violation : Holder.VALIDATOR.validate(command)) {
      faults.add(fault(violation));
    }
    faults.sort(Comparator.comparing(Fault::pointer).thenComparing(Fault::code));
    return faults;
  }

  /**
   * Returns the faults a value would be in one component of a command that does not exist yet, so
   * that they can be told together with those of values that did not even convert.
   */
  public static <T> List<Fault> faults(Class<T> command, String component, @Nullable Object value) {
    List<Fault> faults = new ArrayList<>();
    for (ConstraintViolation<T> violation :
        Holder.VALIDATOR.validateValue(command, component, value)) {
      faults.add(fault(violation));
    }
    return faults;
  }

  /** Returns whether anything is demanded of a component of a command. */
  public static boolean isConstrained(Class<?> command, String component) {
    return Holder.VALIDATOR.getConstraintsForClass(command).getConstraintsForProperty(component)
        != null;
  }

  /** Returns a violation as a fault, its path as a JSON pointer in {@code snake_case}. */
  static Fault fault(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(node.getKey());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(SnakeCaseStrategy.INSTANCE.translate(node.getName()));
      }
    }
    return new Fault(pointer.toString(), code(violation), violation.getMessage());
  }

  private static String code(ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    boolean unset = violation.getInvalidValue() == null;
    if (constraint instanceof NotNull
        || constraint instanceof NotBlank
        || constraint instanceof NotEmpty) {
      return "required";
    }
    if (constraint instanceof Size && !unset) {
      return "length";
    }
    return "invalid";
  }

  /** Built on first use: a unit test of a plain class should not start a validator. */
  private static final class Holder {
    static final Validator VALIDATOR =
        Validation.byDefaultProvider()
            .configure()
            .traversableResolver(new AllThere())
            .buildValidatorFactory()
            .getValidator();
  }

  /** Commands are plain values: the default asks JPA of each component whether it is loaded. */
  private static final class AllThere implements TraversableResolver {

    @Override
    public boolean isReachable(
        @Nullable Object bean,
        Path.Node property,
        Class<?> root,
        Path path,
        ElementType elementType) {
      return true;
    }

    @Override
    public boolean isCascadable(
        @Nullable Object bean,
        Path.Node property,
        Class<?> root,
        Path path,
        ElementType elementType) {
      return true;
    }
  }
}
