package dev.tocsin.web.tickets;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.ticketing.attachments.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/** Finds the one file of a request: a multipart form's part {@code file}, or the whole body. */
final class UploadedFile {

  private UploadedFile() {}

  /**
   * Receives the file of a request.
   *
   * @param name what it is called, unless a form says so
   * @throws Rejected when the form holds no file, or anything else
   * @throws dev.tocsin.platform.error.TooLarge when it is larger than files may be
   */
  static Upload of(HttpServletRequest request, @Nullable String name) throws IOException {
    try {
      return JakartaServletFileUpload.isMultipartContent(request)
          ? ofForm(new JakartaServletFileUpload<>().getItemIterator(request))
          : Upload.receive(name, request.getInputStream());
    } catch (FileUploadException e) {
      throw new Rejected("", "malformed_form", "The body is not a well-formed multipart form.");
    }
  }

  private static Upload ofForm(FileItemInputIterator parts) throws IOException {
    if (!parts.hasNext()) {
      throw new Rejected("/file", "required", "the form holds no file");
    }
    FileItemInput part = parts.next();
    expectFile(part);
    Upload upload = Upload.receive(part.getName(), part.getInputStream());
    boolean good = false;
    try {
      if (parts.hasNext()) {
        expectFile(parts.next());
        throw new Rejected("/file", "repeated", "may be given once");
      }
      good = true;
      return upload;
    } finally {
      if (!good) {
        upload.close();
      }
    }
  }

  private static void expectFile(FileItemInput part) {
    if (part.isFormField() || !"file".equals(part.getFieldName())) {
      throw new Rejected("/" + part.getFieldName(), "unknown_key", "the form holds a file only");
    }
  }
}
