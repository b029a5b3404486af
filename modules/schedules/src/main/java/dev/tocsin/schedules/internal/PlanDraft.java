package dev.tocsin.schedules.internal;

import dev.tocsin.persistence.Ids;
import dev.tocsin.platform.error.Fault;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.schedules.CreateLayer;
import dev.tocsin.schedules.CreateOverride;
import dev.tocsin.schedules.CreateUnavailability;
import dev.tocsin.schedules.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes parts of one schedule and collects what is wrong with any of them. */
final class PlanDraft {

  private final UUID scheduleId;
  private final Named named;
  private final Instant at;
  private final List<Fault> faults = new ArrayList<>();

  PlanDraft(UUID scheduleId, Named named, Instant at) {
    this.scheduleId = scheduleId;
    this.named = named;
    this.at = at;
  }

  void judgeZone(String timeZone, String pointer) {
    ScheduleRules.judgeZone(timeZone, pointer, faults);
  }

  /** Return how the layer is made: it cannot be of terms with a fault, hence later. */
  Supplier<Layer> layer(CreateLayer command, int orderIndex, String pointer) {
    LayerTerms terms = terms(LayerTerms.of(command, orderIndex), pointer);
    return () -> new Layer(Ids.next(), scheduleId, terms, at);
  }

  /** Return the terms with the users behind their participants. */
  LayerTerms terms(LayerTerms terms, String pointer) {
    LayerRules.judge(terms, pointer, faults);
    return terms.with(named.people(terms.participants(), pointer + "/participants", faults));
  }

  ShiftOverride override(CreateOverride command, String pointer) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = person(command.userName(), command.userId(), pointer);
    return new ShiftOverride(Ids.next(), scheduleId, command, person, at);
  }

  Unavailability leave(CreateUnavailability command, String pointer) {
    ScheduleRules.judge(command, pointer, faults);
    Person person = person(command.userName(), command.userId(), pointer);
    return new Unavailability(Ids.next(), scheduleId, command, person, at);
  }

  private Person person(@Nullable String name, @Nullable UUID id, String pointer) {
    return named.person(new Person(name, id), pointer, faults);
  }

  /**
   * Let pass a draft that nothing is wrong with.
   *
   * @throws Rejected naming every fault
   */
  void check() {
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }
}
