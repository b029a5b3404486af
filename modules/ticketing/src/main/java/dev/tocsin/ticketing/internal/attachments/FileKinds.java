package dev.tocsin.ticketing.internal.attachments;

import dev.tocsin.platform.error.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what a file is by its bytes, and refuses programs.
 *
 * <p>What the sender calls it decides nothing but between kinds that begin with the same bytes.
 */
public final class FileKinds {

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  /** What a computer runs; kinds made of these, as a shared library is of ELF, count too. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "application/x-msdownload",
          "application/x-dosexec",
          "application/x-elf",
          "application/x-executable",
          "application/java-archive",
          "application/java-vm",
          "application/vnd.android.package-archive",
          "application/x-ms-installer",
          "application/x-msi",
          "application/x-sh",
          "application/x-bat");

  /** Mach-O has a kind for each of its uses, and none of them is another's. */
  private static final String MAC_PROGRAMS = "application/x-mach-o";

  /** Names by which a double click runs a file, whatever is in it. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "apk", "app", "appx", "bat", "class", "cmd", "com", "command", "cpl", "csh", "deb", "dll",
          "dmg", "exe", "gadget", "hta", "jar", "js", "jse", "ksh", "lnk", "msc", "msi", "msix",
          "msp", "mst", "ocx", "pif", "pkg", "ps1", "psm1", "reg", "rpm", "run", "scf", "scr", "sh",
          "sys", "url", "vbe", "vbs", "ws", "wsf", "wsh");

  private FileKinds() {}

  /**
   * Returns the media type of a file.
   *
   * @param bytes must support {@code mark}
   * @throws Rejected when it is a program
   */
  public static String judge(String fileName, InputStream bytes) throws IOException {
    boolean script = isScript(bytes);
    Metadata named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
    MediaType type = TYPES.detect(bytes, named);
    if (script || isProgram(type) || SUFFIXES.contains(FileNames.suffix(fileName))) {
      throw new Rejected("/file", "executable", "programs cannot be attached");
    }
    return type.toString();
  }

  private static boolean isScript(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean script = bytes.read() == '#' && bytes.read() == '!';
    bytes.reset();
    return script;
  }

  private static boolean isProgram(MediaType found) {
    MediaTypeRegistry registry = TYPES.getMediaTypeRegistry();
    MediaType type = found;
    while (type != null) {
      String name = type.getBaseType().toString();
      if (PROGRAMS.contains(name) || name.startsWith(MAC_PROGRAMS)) {
        return true;
      }
      type = registry.getSupertype(type);
    }
    return false;
  }
}
