package dev.tocsin.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Compares the tables that EclipseLink believes in with the tables that the migrations made. */
public final class SchemaMatch {

  private SchemaMatch() {}

  /**
   * Asserts that a unit's mapped columns are exactly the columns of its schema.
   *
   * @param unmapped tables or {@code table.column}s that only SQL uses, by design
   */
  public static void assertMatches(
      EntityManagerFactory unit, DataSource dataSource, String schema, String... unmapped) {
    Set<String> actual = columns(dataSource, schema);
    Set<String> mapped = mappedColumns(unit, schema);
    assertThat(withoutOurConverter(unit))
        .as("attributes in need of %s or %s in persistence.xml", "InstantColumn", "UuidColumn")
        .isEmpty();
    Arrays.stream(unmapped)
        .forEach(name -> actual.removeIf(c -> c.equals(name) || c.startsWith(name + ".")));
    assertThat(mapped).as("columns of schema %s", schema).isEqualTo(actual).isNotEmpty();
  }

  private static Set<String> mappedColumns(EntityManagerFactory unit, String schema) {
    Set<String> columns = new TreeSet<>();
    ServerSession session = unit.unwrap(ServerSession.class);
    for (ClassDescriptor descriptor : session.getDescriptors().values()) {
      descriptor.getFields().forEach(field -> columns.add(name(field, schema)));
      for (DatabaseMapping mapping : descriptor.getMappings()) {
        if (mapping instanceof DirectCollectionMapping collection) {
          collection.getReferenceKeyFields().forEach(key -> columns.add(name(key, schema)));
          columns.add(name(collection.getDirectField(), schema));
        }
      }
    }
    return columns;
  }

  /** EclipseLink would serialize an Instant, and fails when it reads a null UUID. */
  private static Set<String> withoutOurConverter(EntityManagerFactory unit) {
    Set<String> attributes = new TreeSet<>();
    for (ClassDescriptor descriptor : unit.unwrap(ServerSession.class).getDescriptors().values()) {
      for (DatabaseMapping mapping : descriptor.getMappings()) {
        if (mapping instanceof AbstractDirectMapping direct
            && !mapping.isPrimaryKeyMapping()
            && (direct.getConverter() == null || direct.getConverter() instanceof UUIDConverter)
            && Set.of(Instant.class, UUID.class).contains(type(direct, descriptor))) {
          attributes.add(
              descriptor.getJavaClass().getSimpleName() + "." + direct.getAttributeName());
        }
      }
    }
    return attributes;
  }

  /** Of an embeddable's attributes EclipseLink knows the types only where it converts them. */
  private static Class<?> type(AbstractDirectMapping mapping, ClassDescriptor descriptor) {
    if (mapping.getAttributeClassification() != null) {
      return mapping.getAttributeClassification();
    }
    try {
      return descriptor.getJavaClass().getDeclaredField(mapping.getAttributeName()).getType();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(DatabaseField field, String schema) {
    DatabaseTable table = field.getTable();
    assertThat(table.getTableQualifier()).as("schema of %s", table.getName()).isEqualTo(schema);
    return (table.getName() + "." + field.getName()).toLowerCase(Locale.ROOT);
  }

  private static Set<String> columns(DataSource dataSource, String schema) {
    String query =
        "SELECT table_name || '.' || column_name FROM information_schema.columns"
            + " WHERE table_schema = ? AND table_name <> 'flyway_schema_history'";
    Set<String> columns = new TreeSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement sql = connection.prepareStatement(query)) {
      sql.setString(1, schema);
      try (ResultSet rows = sql.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return columns;
  }
}
