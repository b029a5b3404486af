package dev.tocsin.accounts.internal;

import dev.tocsin.accounts.UserQuery;
import dev.tocsin.persistence.Cursor;
import dev.tocsin.persistence.Page;
import dev.tocsin.persistence.PageRequest;
import dev.tocsin.platform.Role;
import dev.tocsin.platform.Unit;
import dev.tocsin.platform.error.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Finds and keeps people. */
@Dependent
public class UserStore {

  /** Any number that no other advisory lock of this database has. */
  private static final long ADMINS_LOCK = 0x746f6373_61646d6eL;

  @Inject
  @Unit("accounts")
  private EntityManager entityManager;

  /** Adds a person now, so that a taken name shows at once. */
  public void add(User user) {
    entityManager.persist(user);
    Writes.flush(entityManager);
  }

  /** Sends the changes of people to the database now. */
  public void flush() {
    Writes.flush(entityManager);
  }

  public Optional<User> find(UUID id) {
    return Optional.ofNullable(entityManager.find(User.class, id));
  }

  public User require(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("user"));
  }

  public List<User> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return select("u.id IN :ids").setParameter("ids", ids).getResultList();
  }

  public Optional<User> byEmail(String email) {
    return one(select("u.emailKey = :key").setParameter("key", Texts.storable(Emails.key(email))));
  }

  public Optional<User> byHandle(String handle) {
    return one(
        select("LOWER(u.handle) = :handle").setParameter("handle", Texts.storable(lower(handle))));
  }

  /** Returns the active people whose email, name or handle is one of the texts. */
  public List<User> called(Collection<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    // as typed too: what is lower case is not quite the same to Java and to PostgreSQL
    String condition =
        "u.active = true AND (u.emailKey IN :keys OR LOWER(u.name) IN :lower"
            + " OR LOWER(u.handle) IN :lower OR u.name IN :typed)";
    return select(condition)
        .setParameter("keys", each(texts, Emails::key))
        .setParameter("lower", each(texts, UserStore::lower))
        .setParameter("typed", each(texts, String::strip))
        .getResultList();
  }

  /** Returns the active people whose email has one of the texts before the at sign. */
  public List<User> withLocalPart(Collection<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    String condition =
        "u.active = true AND SUBSTRING(u.emailKey, 1, LOCATE('@', u.emailKey) - 1) IN :keys";
    return select(condition).setParameter("keys", each(texts, Emails::key)).getResultList();
  }

  private static List<String> each(Collection<String> texts, UnaryOperator<String> form) {
    return texts.stream().map(form).map(Texts::storable).distinct().toList();
  }

  /** Returns the active people who work on tickets and incidents, by name. */
  public List<User> assignable() {
    return select("u.active = true AND u.role IN :roles ORDER BY LOWER(u.name), u.id")
        .setParameter("roles", List.of(Role.ADMIN, Role.AGENT))
        .getResultList();
  }

  public boolean anybodyAtAll() {
    return !entityManager
        .createQuery("SELECT u.id FROM User u", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public long activeAdmins() {
    return entityManager
        .createQuery(
            "SELECT COUNT(u) FROM User u WHERE u.active = true AND u.role = :admin", Long.class)
        .setParameter("admin", Role.ADMIN)
        .getSingleResult();
  }

  /** Makes transactions that add the first admin or take one away wait for each other. */
  public void lockAdmins() {
    entityManager
        .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(?1) AS text)")
        .setParameter(1, ADMINS_LOCK)
        .getSingleResult();
  }

  /** Lists people by name, ties by id. */
  public Page<User> list(UserQuery query, PageRequest page) {
    StringBuilder where = new StringBuilder("1 = 1");
    Map<String, Object> values = new LinkedHashMap<>();
    if (query.q() != null && !query.q().isBlank()) {
      where.append(" AND (LOWER(u.name) LIKE :q ESCAPE '!' OR u.emailKey LIKE :q ESCAPE '!'");
      where.append(" OR LOWER(u.handle) LIKE :q ESCAPE '!')");
      values.put("q", "%" + Texts.escapeLike(Texts.storable(lower(query.q()))) + "%");
    }
    if (query.role() != null) {
      where.append(" AND u.role = :role");
      values.put("role", query.role());
    }
    if (query.active() != null) {
      where.append(" AND u.active = :active");
      values.put("active", query.active());
    }
    if (query.customerId() != null) {
      where.append(" AND u.customerId = :customer");
      values.put("customer", query.customerId());
    }
    page.position().ifPresent(after -> continueAfter(after, where, values));
    TypedQuery<User> select = select(where + " ORDER BY LOWER(u.name), u.id");
    values.forEach(select::setParameter);
    List<User> rows = select.setMaxResults(page.fetch()).getResultList();
    return Page.of(rows, page, user -> Cursor.of(user.name(), user.id()));
  }

  private static void continueAfter(Cursor after, StringBuilder where, Map<String, Object> values) {
    where.append(" AND (LOWER(u.name) > LOWER(:name)");
    where.append(" OR (LOWER(u.name) = LOWER(:name) AND u.id > :id))");
    values.put("name", after.text(0));
    values.put("id", after.id(1));
  }

  private TypedQuery<User> select(String condition) {
    return entityManager.createQuery("SELECT u FROM User u WHERE " + condition, User.class);
  }

  private static Optional<User> one(TypedQuery<User> query) {
    List<User> found = query.setMaxResults(2).getResultList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
