package dev.tocsin.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

  private static final HostResolver NOBODY =
      host -> {
        throw new UnknownHostException(host);
      };

  @Tag("support-28")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.1.1"
      })
  void privateAddressesAreBlocked(String host) {
    assertBlocked("https://" + host + "/hook");
  }

  @Tag("support-28")
  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "[2606:4700:4700::1111]", "[2001:4860:4860::8888]"})
  void publicAddressesAreAllowed(String host) {
    assertAllowed("https://" + host + "/hook");
  }

  @Tag("support-29")
  @Test
  void oneBlockedAddressBlocksTheName() {
    EgressGuard guard = strict(name("hooks.example.com", "8.8.8.8", "10.0.0.1"));
    assertThatThrownBy(() -> guard.check("https://hooks.example.com/"))
        .isInstanceOf(BlockedTarget.class)
        .hasMessage("blocked SSRF target: hooks.example.com is a private address (10.0.0.0/8)");
    assertThatThrownBy(() -> guard.addresses("hooks.example.com", 443))
        .isInstanceOf(BlockedTarget.class);
  }

  @Tag("support-30")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "[::]",
        "100.64.0.1",
        "[64:ff9b::a9fe:a9fe]",
        "[::1%25lo]",
        "[fe80::1%25eth0]"
      })
  void addressesThatOthersForgetAreBlockedWhenSavedAndWhenDialled(String host) {
    assertBlocked("https://" + host + "/");
    String dialled = host.replace("%25", "%");
    for (String spelling : List.of(dialled, dialled.replaceAll("[\\[\\]]", ""))) {
      assertThatThrownBy(() -> strict(NOBODY).addresses(spelling, 443))
          .isInstanceOf(BlockedTarget.class)
          .hasMessageContaining("blocked SSRF target");
    }
  }

  @Tag("support-30")
  @Test
  void plainHttpIsBlockedUnlessAllowed() {
    assertBlocked("http://8.8.8.8/");
    EgressGuard open = new EgressGuard(new EgressPolicy(List.of(), true), NOBODY);
    assertThatCode(() -> open.check("http://8.8.8.8/")).doesNotThrowAnyException();
    assertThatThrownBy(() -> open.check("http://10.0.0.1/")).isInstanceOf(BlockedTarget.class);
  }

  /**
   * Each class by its first and last address, and the nearest ones outside where those are public.
   */
  @ParameterizedTest
  @CsvSource({
    "unspecified, 0.0.0.0, 0.255.255.255, , 1.0.0.0",
    "private, 10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
    "carrier-grade NAT, 100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
    "loopback, 127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
    "link-local, 169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
    "private, 172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
    "protocol assignment, 192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
    "documentation, 192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
    "6to4 relay, 192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
    "private, 192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
    "benchmarking, 198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
    "documentation, 198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
    "documentation, 203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
    "multicast, 224.0.0.0, 239.255.255.255, 223.255.255.255, ",
    "reserved, 240.0.0.0, 255.255.255.254, , ",
    "broadcast, 255.255.255.255, 255.255.255.255, , ",
    "cloud metadata, 169.254.169.254, 169.254.169.254, , ",
    "cloud metadata, 169.254.170.2, 169.254.170.2, , ",
    "cloud metadata, 168.63.129.16, 168.63.129.16, 168.63.129.15, 168.63.129.17",
    "cloud metadata, 100.100.100.200, 100.100.100.200, , ",
    "cloud metadata, 192.0.0.192, 192.0.0.192, , ",
    "unspecified, ::, ::, , ",
    "loopback, ::1, ::1, , ",
    "IPv4-compatible, ::2, ::ffff:ffff, , ",
    "IPv4-mapped, ::ffff:0:0, ::ffff:255.255.255.255, , ",
    "IPv4-mapped, ::ffff:8.8.8.8, ::ffff:808:808, , ",
    "IPv4-translated, ::ffff:0:0:0, ::ffff:0:10.0.0.1, , ",
    "NAT64, 64:ff9b::, 64:ff9b::255.255.255.255, , ",
    "NAT64, 64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff, , ",
    "reserved, 100::, 100:0:0:1:ffff:ffff:ffff:ffff, , ",
    "reserved, 1::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , 2003::",
    "Teredo, 2001::, 2001:0:ffff:ffff:ffff:ffff:ffff:ffff, , ",
    "benchmarking, 2001:2::, 2001:2:0:ffff:ffff:ffff:ffff:ffff, , ",
    "protocol assignment, 2001:10::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, , 2001:200::",
    "documentation, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7::, 2001:db9::",
    "6to4, 2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , 2003::",
    "documentation, 3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff::, 3fff:1000::",
    "reserved, 4000::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , ",
    "unique local, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , ",
    "cloud metadata, fd00:ec2::254, fd00:ec2::254, , ",
    "cloud metadata, fd20:ce::254, fd20:ce::254, , ",
    "link-local, fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , ",
    "site-local, fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , ",
    "multicast, ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , "
  })
  void everyClassIsBlockedToItsEdges(
      String kind, String first, String last, String before, String after) {
    for (String blocked : List.of(first, last)) {
      assertThatThrownBy(() -> strict(NOBODY).check("https://" + bracketed(blocked) + "/"))
          .isInstanceOf(BlockedTarget.class)
          .hasMessageStartingWith("blocked SSRF target: ")
          .hasMessageContaining(kind);
    }
    for (String free : Arrays.asList(before, after)) {
      if (free != null) {
        assertAllowed("https://" + bracketed(free) + "/");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://0177.0.0.1/",
        "https://0177.0.0.1/",
        "https://010.0.0.1/",
        "https://127.0.0.01/",
        "https://0x7f.0.0.1/",
        "https://0x7f000001/",
        "https://0X7F000001/",
        "https://2130706433/",
        "https://017700000001/",
        "https://127.1/",
        "https://127.0.1/",
        "https://1.2.3.4.5/",
        "https://999.1.1.1/",
        "https://example.0x7f/",
        "https://127.0.0.1./",
        "https://10.0.0.1.:443/",
        "https://[::ffff:127.0.0.1]/",
        "https://[0:0:0:0:0:ffff:7f00:1]/",
        "https://[::127.0.0.1]/",
        "https://[0000:0000:0000:0000:0000:0000:0000:0001]/",
        "https://[::1%25lo]/",
        "https://[::1%lo]/",
        "https://[fe80::1%251]/",
        "https://[1.2.3.4]/",
        "https://[v1.x]/",
        "https://８.８.８.８/",
        "https://①②⑦.⓪.⓪.①/",
        "https://127。0。0。1/",
        "https://%31%32%37.0.0.1/",
        "https://user@8.8.8.8/",
        "https://user:pass@8.8.8.8/",
        "https://8.8.8.8@10.0.0.1/",
        "https://8.8.8.8\\@10.0.0.1/",
        "https://8.8.8.8:0/",
        "https://8.8.8.8:65536/",
        "https://8.8.8.8:443:80/",
        "https:///etc/passwd",
        "https:8.8.8.8",
        "https://",
        "//8.8.8.8/",
        "8.8.8.8",
        "",
        " ",
        "https://8.8.8.8 /",
        "https://8.8.8.8/\r\nX-Injected: 1",
        "https://8.8.8.8/\t",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "jar:https://8.8.8.8/a!/b",
        "javascript:alert(1)",
        "https://-x.example/",
      })
  void tricksWithSpellingAreBlocked(String url) {
    assertBlocked(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata.google.internal",
        "METADATA.Google.Internal",
        "metadata.google.internal.",
        "metadata.goog",
        "metadata",
        "instance-data",
        "metadata.azure.internal"
      })
  void cloudMetadataNamesAreBlockedWhateverTheyResolveTo(String host) {
    EgressGuard guard = strict(anyName("8.8.8.8"));
    assertThatThrownBy(() -> guard.check("https://" + host + "/computeMetadata/v1/"))
        .isInstanceOf(BlockedTarget.class)
        .hasMessageContaining("cloud metadata name");
    assertThatThrownBy(() -> guard.addresses(host, 443)).isInstanceOf(BlockedTarget.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/services/T0/B0?x=1",
        "HTTPS://Hooks.Example.COM/",
        "https://hooks.example.com:8443/",
        "https://hooks.example.com./",
        "https://xn--bcher-kva.example/",
        "https://1.example.com/",
        "https://0x.example.com/"
      })
  void ordinaryAddressesAreAllowed(String url) {
    assertThatCode(() -> strict(anyName("93.184.216.34")).check(url)).doesNotThrowAnyException();
  }

  @Test
  void aNameWithoutAddressMayBeSavedButNotDialled() {
    assertThatCode(() -> strict(NOBODY).check("https://soon.example.com/"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> strict(NOBODY).addresses("soon.example.com", 443))
        .isInstanceOf(UnknownHostException.class)
        .isNotInstanceOf(BlockedTarget.class);
    assertThatThrownBy(() -> strict(host -> List.of()).addresses("soon.example.com", 443))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void whatIsDialledIsWhatWasJudged() throws UnknownHostException {
    EgressGuard guard = strict(name("hooks.example.com", "8.8.8.8", "2606:4700:4700::1111"));
    assertThat(guard.addresses("hooks.example.com", 443))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("8.8.8.8", "2606:4700:4700:0:0:0:0:1111");
    assertThat(guard.addresses("[2606:4700:4700::1111]", 443))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("2606:4700:4700:0:0:0:0:1111");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1/32:9000, https://127.0.0.1:9000/, true",
    "127.0.0.1/32:9000, https://127.0.0.1:9001/, false",
    "127.0.0.1/32:9000, https://127.0.0.2:9000/, false",
    "127.0.0.1/32:9000, https://localhost:9000/, true",
    "127.0.0.1/32:443, https://127.0.0.1/, true",
    "127.0.0.1/32, https://127.0.0.1:1/, true",
    "10.1.0.0/16, https://10.1.255.255/, true",
    "10.1.0.0/16, https://10.2.0.0/, false",
    "10.1.128.0/17, https://10.1.127.255/, false",
    "0.0.0.0/0, https://10.2.0.0/, true",
    "0.0.0.0/0, https://169.254.169.254/, false",
    "169.254.0.0/16, https://169.254.169.254/, false",
    "169.254.169.254/32, https://169.254.169.254/, true",
    "::1/128:8443, https://[::1]:8443/, true",
    "::1/128:8443, https://127.0.0.1:8443/, false",
    "fd12::/16, https://[fd12:3456::1]/, true",
    "::/0, https://[::ffff:127.0.0.1]/, false",
    "127.0.0.1/32, https://[::ffff:127.0.0.1]/, false",
    "127.0.0.1/32, http://127.0.0.1/, false",
  })
  void anAllowedNetworkOpensWhatItSays(String network, String url, boolean open) {
    EgressPolicy policy = EgressSettings.policy(List.of(network), false);
    EgressGuard guard = new EgressGuard(policy, anyName("127.0.0.1"));
    if (open) {
      assertThatCode(() -> guard.check(url)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> guard.check(url)).isInstanceOf(BlockedTarget.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1/33",
        "::/129",
        "127.1/8",
        "10.0.0.0/8:0",
        "10.0.0.0/8:65536",
        "10.0.0.0/8:x",
        "localhost/32",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/8 ",
        "fe80::1%lo/128"
      })
  void aNetworkThatCannotBeReadOpensNothing(String text) {
    assertThat(AllowedNetwork.parse(text)).isEqualTo(Optional.empty());
  }

  private static void assertBlocked(String url) {
    assertThatThrownBy(() -> strict(anyName("8.8.8.8")).check(url))
        .as(url)
        .isInstanceOf(BlockedTarget.class)
        .hasMessageStartingWith("blocked SSRF target: ");
  }

  private static void assertAllowed(String url) {
    assertThatCode(() -> strict(NOBODY).check(url)).as(url).doesNotThrowAnyException();
  }

  private static String bracketed(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private static EgressGuard strict(HostResolver resolver) {
    return new EgressGuard(EgressPolicy.STRICT, resolver);
  }

  private static HostResolver name(String name, String... addresses) {
    return host -> {
      assertThat(host).isEqualTo(name);
      return anyName(addresses).resolve(host);
    };
  }

  /** Resolves every name to these addresses, without asking anybody. */
  static HostResolver anyName(String... addresses) {
    return host -> {
      InetAddress[] found = new InetAddress[addresses.length];
      for (int i = 0; i < addresses.length; i++) {
        found[i] = InetAddress.getByAddress(host, IpLiteral.parse(addresses[i]).orElseThrow());
      }
      return List.of(found);
    };
  }
}
