package dev.tocsin.ticketing.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.accounts.Users;
import dev.tocsin.persistence.TestDatabase;
import dev.tocsin.platform.Transactions;
import dev.tocsin.platform.error.Forbidden;
import dev.tocsin.platform.error.NotFound;
import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.testing.TestContainer;
import dev.tocsin.ticketing.AddComment;
import dev.tocsin.ticketing.CommentView;
import dev.tocsin.ticketing.Desk;
import dev.tocsin.ticketing.Priority;
import dev.tocsin.ticketing.TicketView;
import dev.tocsin.ticketing.Ticketing;
import dev.tocsin.ticketing.Visibility;
import dev.tocsin.ticketing.internal.attachments.StrayFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketAttachmentsTest {

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = TestDatabase.withSchemas("platform", "accounts", "ticketing");

  @Order(2)
  @RegisterExtension
  static final TestContainer beans =
      TestContainer.on(db, Transactions.class, Users.class, Ticketing.class);

  private static final byte[] BYTES = new byte[700_000];

  static {
    new Random(1).nextBytes(BYTES);
    BYTES[0] = 'x';
  }

  @TempDir private Path directory;

  private Desk desk;
  private TicketAttachments attachments;
  private String ticket;

  @BeforeEach
  void furnish() {
    db.sql("SELECT lo_unlink(oid) FROM pg_largeobject_metadata");
    db.sql("TRUNCATE ticketing.ticket, ticketing.stray_file CASCADE");
    desk = new Desk(beans);
    desk.keepFilesIn(null);
    attachments = beans.get(TicketAttachments.class);
    ticket = desk.open(desk.token1, Priority.P2).number();
  }

  private void keepIn(String place) {
    desk.keepFilesIn(place.equals("directory") ? directory : null);
  }

  private AttachmentView add(dev.tocsin.platform.Actor actor, @Nullable UUID comment) {
    try (Upload upload = Upload.receive("log.bin", new ByteArrayInputStream(BYTES))) {
      return attachments.add(actor, ticket, comment, upload);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long kept() {
    Number objects =
        db.call(
            "ticketing",
            em ->
                (Number)
                    em.createNativeQuery("SELECT count(*) FROM pg_largeobject_metadata")
                        .getSingleResult());
    try (Stream<Path> files = Files.walk(directory)) {
      return objects.longValue() + files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sweep() {
    beans.get(StrayFiles.class).run(beans.clock().instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "directory"})
  void whatGoesInComesOutAndIsGoneWhenItIsRemoved(String place) throws IOException {
    keepIn(place);
    AttachmentView added = add(desk.token1, null);
    assertThat(added.size()).isEqualTo(BYTES.length);
    assertThat(attachments.list(desk.token1, ticket)).containsExactly(added);
    desk.keepFilesIn(null); // where new ones go says nothing of old ones
    try (InputStream bytes = attachments.open(desk.token1, ticket, added.id()).bytes()) {
      assertThat(bytes.readAllBytes()).isEqualTo(BYTES);
    }
    assertThat(kept()).isEqualTo(1);
    assertThat(desk.tickets.history(desk.token1, ticket).toString()).contains("log.bin");

    attachments.remove(desk.agent, ticket, added.id());
    sweep();
    assertThat(kept()).isZero();
    assertThatThrownBy(() -> attachments.open(desk.token1, ticket, added.id()))
        .isInstanceOf(NotFound.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "directory"})
  void whatIsRolledBackLeavesNothingBehind(String place) {
    keepIn(place);
    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    () -> {
                      add(desk.agent, null);
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    assertThat(attachments.list(desk.agent, ticket)).isEmpty();
    sweep();
    beans.clock().advance(Duration.ofHours(2));
    sweep();
    assertThat(kept()).isZero();
  }

  @Test
  void aRemovalThatIsRolledBackKeepsTheFile() throws IOException {
    keepIn("directory");
    AttachmentView added = add(desk.agent, null);
    assertThatThrownBy(
            () ->
                beans.inTransaction(
                    () -> {
                      attachments.remove(desk.agent, ticket, added.id());
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    beans.clock().advance(Duration.ofHours(2));
    sweep();
    try (InputStream bytes = attachments.open(desk.agent, ticket, added.id()).bytes()) {
      assertThat(bytes.readAllBytes()).hasSize(BYTES.length);
    }
  }

  @Test
  void aFileOfAnInternalCommentIsNotThereForACustomer() {
    CommentView note = desk.tickets.comment(desk.agent, ticket, AddComment.internal("see file"));
    AttachmentView secret = add(desk.agent, note.id());
    CommentView answer = desk.tickets.comment(desk.agent, ticket, AddComment.inPublic("see file"));
    AttachmentView open = add(desk.agent, answer.id());
    assertThat(secret.visibility()).isEqualTo(Visibility.INTERNAL);
    assertThat(attachments.list(desk.agent, ticket)).containsExactly(secret, open);
    assertThat(attachments.list(desk.token1, ticket)).containsExactly(open);
    assertThatThrownBy(() -> attachments.open(desk.token1, ticket, secret.id()))
        .isInstanceOf(NotFound.class);
    assertThat(desk.tickets.history(desk.token1, ticket))
        .filteredOn(row -> row.action().equals("attached"))
        .hasSize(1);
    assertThatThrownBy(() -> add(desk.token1, note.id()))
        .as("nor is the comment")
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> add(desk.token1, answer.id())).isInstanceOf(Forbidden.class);
  }

  @Test
  void anotherTenantsFileIsNotThereInAnyWay() {
    AttachmentView added = add(desk.token1, null);
    TicketView theirs =
        desk.tickets.open(desk.token2, Desk.ticket(desk.customer2.id(), Priority.P1, "Theirs"));
    assertThatThrownBy(() -> attachments.open(desk.token2, ticket, added.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> attachments.open(desk.token2, theirs.number(), added.id()))
        .as("through a ticket of one's own")
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> attachments.list(desk.token2, ticket)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> add(desk.token2, null)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> add(desk.viewer, null)).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> attachments.remove(desk.token1, ticket, added.id()))
        .isInstanceOf(Forbidden.class);
    assertThat(kept()).as("nothing half-done").isEqualTo(1);
    List<AttachmentView> listed = attachments.list(desk.agent, ticket);
    assertThat(listed).hasSize(1);
  }
}
