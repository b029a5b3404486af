package dev.tocsin.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SpecialAddressesTest {

  /** Whatever the JDK knows to be special, the table knows too. */
  @Property(tries = 20_000)
  void theTableKnowsAllThatTheJdkKnowsOfIpv4(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    assertKnowsWhatTheJdkKnows(bytes);
  }

  @Property(tries = 20_000)
  void theTableKnowsAllThatTheJdkKnowsOfIpv6(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    assertKnowsWhatTheJdkKnows(bytes);
  }

  /** An IPv4 address inside any of these prefixes is out of reach, whichever address it is. */
  @Property
  void noPrefixSmugglesAnIpv4Address(@ForAll @Size(4) byte[] v4) {
    for (String prefix : new String[] {"::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::"}) {
      byte[] address = IpLiteral.parse(prefix).orElseThrow();
      System.arraycopy(v4, 0, address, 12, 4);
      assertThat(SpecialAddresses.blockOf(address)).isPresent();
    }
    byte[] sixToFour = IpLiteral.parse("2002::1").orElseThrow();
    System.arraycopy(v4, 0, sixToFour, 2, 4);
    assertThat(SpecialAddresses.blockOf(sixToFour)).isPresent();
  }

  @Property
  void whatTheJdkWritesIsReadBack(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
    String text = Inet6Address.getByAddress(null, bytes, -1).getHostAddress();
    assertThat(IpLiteral.parse(text)).hasValue(bytes);
  }

  @Property
  void anyTextIsReadOrRefusedButNeverFails(@ForAll String text) {
    Optional<byte[]> address = IpLiteral.parse(text);
    address.ifPresent(bytes -> assertThat(bytes.length).isIn(4, 16));
  }

  @Property
  void aRangeHoldsWhatSharesItsPrefix(@ForAll @Size(4) byte[] a, @ForAll @Size(4) byte[] b)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(a).getHostAddress();
    int common = Integer.numberOfLeadingZeros(toInt(a) ^ toInt(b));
    for (int bits = 0; bits <= 32; bits++) {
      assertThat(IpRange.of(text + "/" + bits).contains(b)).isEqualTo(bits <= common);
    }
  }

  private static int toInt(byte[] v4) {
    return ByteBuffer.wrap(v4).getInt();
  }

  private static void assertKnowsWhatTheJdkKnows(byte[] bytes) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(bytes);
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      assertThat(SpecialAddresses.blockOf(bytes)).as(address.toString()).isPresent();
    }
  }
}
