package dev.tocsin.schedules.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A holiday that a country's feed named; all of a country are replaced together. */
@Entity
@Table(name = "holidays", schema = "schedules")
public class StoredHoliday {

  @Id private UUID id;
  private String country;
  private LocalDate day;
  private String name;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected StoredHoliday() {}

  StoredHoliday(UUID id, String country, LocalDate day, String name) {
    this.id = id;
    this.country = country;
    this.day = day;
    this.name = name;
  }

  String country() {
    return country;
  }

  LocalDate day() {
    return day;
  }

  String name() {
    return name;
  }
}
