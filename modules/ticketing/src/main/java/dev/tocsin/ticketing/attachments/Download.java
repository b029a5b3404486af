package dev.tocsin.ticketing.attachments;

import java.io.InputStream;

/**
 * A file on its way out.
 *
 * @param bytes read piece by piece, in no transaction; to be closed by whoever asked
 */
public record Download(AttachmentView attachment, InputStream bytes) {}
