package dev.tocsin.notifications.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailParserTest {

  private static ParsedMail parse(String... lines) throws BrokenMail {
    return MailParser.parse(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOrdinaryMailIsRead() throws BrokenMail {
    ParsedMail mail =
        parse(
            "Message-ID: <one@example.com>",
            "References: <zero@example.com>",
            "\t<half@example.com>",
            "In-Reply-To: <half@example.com>",
            "From: =?UTF-8?Q?J=C3=B6rg?= <Joerg@Example.COM>",
            "To: desk+0123456789abcdefghijklmnop@example.org, Other <o@example.org>",
            "Subject: =?UTF-8?B?SMOkbmd0?= es?",
            "Content-Type: text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Sch=F6n",
            "");
    assertThat(mail.messageId()).isEqualTo("<one@example.com>");
    assertThat(mail.references()).containsExactly("<zero@example.com>", "<half@example.com>");
    assertThat(mail.sender()).isEqualTo("joerg@example.com");
    assertThat(mail.senderName()).isEqualTo("Jörg");
    assertThat(mail.subject()).isEqualTo("Hängt es?");
    assertThat(mail.text()).isEqualTo("Schön");
    assertThat(mail.token()).contains("0123456789abcdefghijklmnop");
    assertThat(mail.automatic()).isFalse();
    assertThat(mail.bounce()).isNull();
  }

  @Test
  void plainTextIsPreferredAndHtmlReadWhenThereIsNothingElse() throws BrokenMail {
    String[] head = {"From: a@example.com", "Content-Type: multipart/alternative; boundary=b", ""};
    String plain = "--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n";
    String html =
        "--b\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><p>one &amp;<br>two</p>"
            + "<script>alert(1)</script>\r\n--b--";
    assertThat(parse(head[0], head[1], head[2], plain + html).text()).isEqualTo("plain");
    assertThat(parse(head[0], head[1], head[2], html).text()).isEqualTo("one &\ntwo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied (vacation)",
        "Auto-Submitted: auto-generated",
        "Precedence: BULK",
        "Precedence: list",
        "Return-Path: <>",
        "List-Id: <news.example.com>",
        "X-Autoreply: yes"
      })
  void aMachineIsKnownByWhatItSays(String header) throws BrokenMail {
    assertThat(parse(header, "From: a@example.com", "", "x").automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: no", "Precedence: normal", "Return-Path: <a@b.example>"})
  void aPersonIsNotTakenForAMachine(String header) throws BrokenMail {
    assertThat(parse(header, "From: a@example.com", "", "x").automatic()).isFalse();
  }

  @Test
  void whatIsMissingIsNotMadeUp() throws BrokenMail {
    ParsedMail mail = parse("From: not an address", "Subject: ", "", "x");
    assertThat(mail.sender()).isNull();
    assertThat(mail.subject()).isEqualTo("(no subject)");
    assertThat(mail.messageId()).matches("<[0-9a-f]{64}@no-id>");
  }

  @Test
  void aSubjectOfManyLinesIsOne() throws BrokenMail {
    ParsedMail mail =
        parse("From: a@example.com", "Subject: =?UTF-8?Q?a=0D=0ABcc:_eve@example.org?=", "", "");
    assertThat(mail.subject()).isEqualTo("a Bcc: eve@example.org");
  }

  @Test
  void twoThousandRecipientsAreCounted() throws BrokenMail {
    String to =
        IntStream.range(0, 2000)
            .mapToObj(i -> "r" + i + "@example.org")
            .collect(Collectors.joining(",\r\n "));
    assertThat(parse("From: a@example.com", "To: " + to, "", "x").recipients()).hasSize(2000);
  }

  @Test
  void aReportNamesTheMailItIsAbout() throws BrokenMail {
    ParsedMail mail = parse(bounce("failed", "5.1.1"));
    assertThat(mail.bounce())
        .isEqualTo(
            new ParsedMail.Bounce(
                "<0190aaaa-0000-7000-8000-000000000001@tocsin>",
                true,
                "5.1.1 smtp; 550 no such user here"));
    assertThat(parse(bounce("delayed", "4.4.1")).bounce()).matches(b -> !b.failed());
  }

  static String[] bounce(String action, String status) {
    return new String[] {
      "Return-Path: <>",
      "From: MAILER-DAEMON@example.com",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=\"r\"",
      "",
      "--r",
      "Content-Type: text/plain",
      "",
      "It could not be delivered.",
      "--r",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.com",
      "",
      "Final-Recipient: rfc822; jo@example.com",
      "Action: " + action,
      "Status: " + status,
      "Diagnostic-Code: smtp; 550 no such",
      " user here",
      "--r",
      "Content-Type: text/rfc822-headers",
      "",
      "Subject: [TKT-000001] Help",
      "Message-ID: <0190aaaa-0000-7000-8000-000000000001@tocsin>",
      "--r--",
      ""
    };
  }

  @Test
  void aTreeThatDoesNotFitTogetherIsBroken() {
    assertThatThrownBy(
            () -> parse("From: a@b.example", "Content-Type: multipart/mixed; boundary=x", "", "no"))
        .isInstanceOf(BrokenMail.class);
    assertThatThrownBy(
            () ->
                parse(
                    "From: a@b.example",
                    "Content-Type: text/plain",
                    "Content-Transfer-Encoding: base64",
                    "",
                    "!!!!not base64!!!!x"))
        .isInstanceOf(BrokenMail.class);
  }

  @Test
  void aTreeTooDeepIsBrokenAndSoonSo() {
    StringBuilder deep = new StringBuilder("From: a@b.example\r\n");
    for (int i = 0; i < 2000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i);
      deep.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThatThrownBy(() -> parse(deep.toString())).isInstanceOf(BrokenMail.class));
  }

  @Test
  void hostileHtmlIsReadInTime() {
    String html = "<a".repeat(200_000) + "<!--".repeat(100_000) + "&#99999999;&#0;";
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> HtmlText.of(html));
  }
}
