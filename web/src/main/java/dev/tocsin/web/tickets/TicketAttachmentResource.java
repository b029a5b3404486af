package dev.tocsin.web.tickets;

import dev.tocsin.persistence.Page;
import dev.tocsin.ticketing.attachments.AttachmentView;
import dev.tocsin.ticketing.attachments.Download;
import dev.tocsin.ticketing.attachments.TicketAttachments;
import dev.tocsin.ticketing.attachments.Upload;
import dev.tocsin.web.rest.Caller;
import dev.tocsin.web.rest.Creating;
import dev.tocsin.web.rest.Disposition;
import dev.tocsin.web.rest.Doc;
import dev.tocsin.web.rest.Listed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files on a ticket and on its comments. */
@Path("tickets/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TicketAttachmentResource {

  @Inject private TicketAttachments attachments;
  @Inject private Caller caller;
  @Inject private Creating creating;
  @Context private HttpServletRequest request;

  /** Lists files. */
  @GET
  @Doc("Lists the files that the caller may see.")
  public Page<AttachmentView> list(@PathParam("id") String ref) {
    return Listed.whole(attachments.list(caller.actor(), ref));
  }

  /** Adds a file. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Doc(
      value =
          "Adds a file of at most 25 MiB: a multipart form's part named file, or the whole body.",
      status = 201,
      answers = AttachmentView.class,
      takesFile = true)
  public Response add(
      @PathParam("id") String ref,
      @QueryParam("comment_id") @Nullable UUID commentId,
      @QueryParam("file_name") @Nullable String fileName)
      throws IOException {
    attachments.expectMayAdd(caller.actor(), ref);
    try (Upload upload = UploadedFile.of(request, fileName)) {
      return creating.once(
          List.of(upload.sha256(), upload.fileName(), String.valueOf(commentId)),
          () -> attachments.add(caller.actor(), ref, commentId, upload),
          AttachmentView::id);
    }
  }

  /** Gives a file out. */
  @GET
  @Path("{attachment_id}")
  @Produces(MediaType.WILDCARD)
  @Doc(value = "Downloads a file.", answers = InputStream.class)
  public Response download(
      @PathParam("id") String ref, @PathParam("attachment_id") UUID attachmentId) {
    Download download = attachments.open(caller.actor(), ref, attachmentId);
    AttachmentView file = download.attachment();
    StreamingOutput body =
        out -> {
          try (InputStream bytes = download.bytes()) {
            bytes.transferTo(out);
          }
        };
    return Response.ok(body, file.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(file.fileName()))
        .header(HttpHeaders.CONTENT_LENGTH, file.size())
        .build();
  }

  /** Deletes a file. */
  @DELETE
  @Path("{attachment_id}")
  @Doc(value = "Deletes a file with its bytes.", status = 204)
  public void remove(@PathParam("id") String ref, @PathParam("attachment_id") UUID attachmentId) {
    attachments.remove(caller.actor(), ref, attachmentId);
  }
}
