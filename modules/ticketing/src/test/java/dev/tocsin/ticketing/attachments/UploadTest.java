package dev.tocsin.ticketing.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.platform.error.Rejected;
import dev.tocsin.platform.error.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfTwentyFiveMebibytesComesInWholeAndOneByteMoreDoesNot() throws IOException {
    byte[] most = new byte[(int) Upload.MOST_BYTES];
    new Random(7).nextBytes(most);
    most[0] = 'x'; // no accident of a program's first bytes
    try (Upload upload = Upload.receive("most.bin", new ByteArrayInputStream(most))) {
      assertThat(upload.size()).isEqualTo(most.length);
      assertThat(upload.bytes().readAllBytes()).isEqualTo(most);
      assertThat(upload.bytes().readAllBytes()).as("a second time").hasSize(most.length);
    }
    InputStream more = new java.io.SequenceInputStream(new ByteArrayInputStream(most), text("x"));
    assertThatThrownBy(() -> Upload.receive("more.bin", more)).isInstanceOf(TooLarge.class);
  }

  @Test
  void whatHasComeInHalfHasNoNameThatCouldOutliveTheProcess() throws IOException {
    List<String> open = new ArrayList<>();
    InputStream halfWay =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] buffer, int start, int length) throws IOException {
            open.addAll(spools());
            throw new IOException("the sender is gone");
          }
        };
    InputStream half = new java.io.SequenceInputStream(text("x".repeat(100_000)), halfWay);
    assertThatThrownBy(() -> Upload.receive("half.txt", half)).isInstanceOf(IOException.class);
    assertThat(open).isNotEmpty().allMatch(name -> name.endsWith("(deleted)"));
    assertThat(spools()).as("and is gone with the sender").isEmpty();
  }

  private static List<String> spools() throws IOException {
    List<String> spools = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path file : files) {
        String name = Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? target(file) : "";
        if (name.contains("tocsin-upload")) {
          spools.add(name);
        }
      }
    }
    return spools;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, '%PDF-1.7 …', application/pdf",
    "not-a-picture.png, '%PDF-1.7 …', application/pdf",
    "picture, 'GIF89a', image/gif",
    "notes.txt, 'hello', text/plain",
    "page.html, '<!DOCTYPE html><html><body>x</body></html>', text/html",
    "page.png, '<!DOCTYPE html><html><script>alert(1)</script></html>', text/html",
    "unknown, '', application/octet-stream",
  })
  void theBytesDecideWhatAFileIs(String name, String bytes, String type) throws IOException {
    try (Upload upload = Upload.receive(name, text(bytes))) {
      assertThat(upload.mediaType()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4d5a90000300000004000000ffff0000b800000000000000",
        "7f454c4602010100000000000000000003003e00010000",
        "7f454c4602010100000000000000000002003e00010000",
        "cffaedfe07000001030000000200000010000000",
        "cafebabe00000037",
        "23212f62696e2f73680a6563686f",
      })
  void aProgramIsRefusedWhateverItIsCalled(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Upload.receive("holiday.jpg", new ByteArrayInputStream(bytes)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("programs cannot be attached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"setup.exe", "a.BAT", "x.js", "x.vbs", "x.ps1", "x.txt.cmd", "x.scr. ", "x.jar"})
  void aNameThatRunsIsRefusedWhateverIsInIt(String name) {
    assertThatThrownBy(() -> Upload.receive(name, text("hello"))).isInstanceOf(Rejected.class);
  }

  @Test
  void aDocumentOfAnOfficeIsNoProgramAlthoughItIsAnArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write("<w/>".getBytes(StandardCharsets.UTF_8));
    }
    try (Upload upload =
        Upload.receive("letter.docx", new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(upload.mediaType())
          .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "'C:\\Users\\x\\report.pdf', report.pdf",
    "'a\"b<c>|d?.txt', a_b_c__d_.txt",
    "'  .hidden  ', hidden",
    "'', attachment",
    "'...', attachment",
    "Grüße 日本.pdf, Grüße 日本.pdf",
  })
  void namesAreMadeHarmless(String given, String harmless) throws IOException {
    try (Upload upload = Upload.receive(given, text("x"))) {
      assertThat(upload.fileName()).isEqualTo(harmless);
    }
  }

  @Test
  void aNameKeepsItsSuffixButNotItsLengthNorItsTricks() throws IOException {
    try (Upload upload = Upload.receive("x".repeat(5000) + ".pdf", text("x"));
        Upload reversed = Upload.receive("invoice\u202Efdp.txt\u0000\r\n", text("x"));
        Upload unnamed = Upload.receive(null, text("x"))) {
      assertThat(upload.fileName()).hasSizeLessThanOrEqualTo(150).endsWith("x.pdf");
      assertThat(reversed.fileName()).isEqualTo("invoice_fdp.txt___");
      assertThat(unnamed.fileName()).isEqualTo("attachment");
    }
  }
}
