package dev.tocsin.ticketing.attachments;

import dev.tocsin.ticketing.Visibility;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on a ticket.
 *
 * @param commentId the comment it belongs to; null when it hangs on the ticket itself
 * @param visibility that of its comment; public when it hangs on the ticket
 * @param mediaType what its bytes are, whatever the sender called them
 * @param size in bytes
 * @param sha256 the digest of its bytes, in hexadecimal
 * @param authorId the user or token that added it; null for the system
 */
public record AttachmentView(
    UUID id,
    UUID ticketId,
    @Nullable UUID commentId,
    Visibility visibility,
    String fileName,
    String mediaType,
    long size,
    String sha256,
    String author,
    @Nullable UUID authorId,
    Instant createdAt) {}
