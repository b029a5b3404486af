package dev.tocsin.web.filter;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Ten tries at once from an address, then one a second; kept per node, in memory. */
@ApplicationScoped
public class AddressLimits {

  private static final int BURST = 10;
  private static final int MOST_ADDRESSES = 20_000;

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /** Takes one try of an address and returns 0, or the seconds to wait before the next. */
  public long waitSeconds(String address) {
    if (buckets.size() > MOST_ADDRESSES) {
      buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= BURST);
    }
    ConsumptionProbe probe =
        buckets.computeIfAbsent(network(address), any -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(
            1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() + 999_999_999));
  }

  /** Returns the address; of IPv6 the /64, which is what one household or host owns. */
  static String network(String address) {
    InetAddress parsed = ClientAddress.parse(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
        : address;
  }

  private static Bucket full() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder().capacity(BURST).refillGreedy(1, Duration.ofSeconds(1)).build())
        .build();
  }
}
