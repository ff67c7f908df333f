package dev.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testkit.Law;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "0::0, ::",
    "0:0:0:0:0:0:0:0, ::",
    "::0, ::",
    "0::, ::",
    "::1, ::1",
    "2001:DB8::A, 2001:db8::a",
    "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "::ffff:1.2.3.4, ::ffff:102:304",
    "64:ff9b::255.255.255.255, 64:ff9b::ffff:ffff",
    "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  })
  void readsEverySpellingAndPrintsTheCanonicalOne(String written, String canonical) {
    assertThat(IpAddress.parse(written).orElseThrow()).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.0",
        "01.2.3.4",
        "1.2.3.4 ",
        "+1.2.3.4",
        "-1.2.3.4",
        "1..3.4",
        "1.2.3.4.",
        "0x1.2.3.4",
        "١.2.3.4",
        ":",
        ":::",
        "1::2::3",
        "::1::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "g::",
        ":1",
        "1:",
        "::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1.2.3",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::+1",
        "::-1",
        "::/0",
      })
  void refusesWhatIsNoAddress(String written) {
    assertThat(IpAddress.parse(written)).isEmpty();
  }

  @Test
  void parsingIsTheInverseOfPrinting() {
    Law.check(
        "parse of print",
        4711,
        2000,
        Sets::address,
        address -> {
          assertThat(IpAddress.parse(address.toString())).contains(address);
          assertThat(IpAddress.parse(address.toString().toUpperCase(Locale.ROOT)))
              .contains(address);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "10.0.0.0/0, 0.0.0.0/0",
    "0.0.0.1/0, 0.0.0.0/0",
    "100.68.0.18/18, 100.68.0.0/18",
    "::1/0, ::/0",
    "0::0/0, ::/0",
    "2001:db8:ffff::/33, 2001:db8:8000::/33",
    "1.2.3.4/32, 1.2.3.4/32",
    "2001:db8::1/128, 2001:db8::1/128",
    "ffff:ffff:ffff:ffff:ffff::/65, ffff:ffff:ffff:ffff:8000::/65",
  })
  void dropsTheBitsBehindThePrefix(String written, String canonical) {
    assertThat(Cidr.parse(written).orElseThrow()).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/",
        "0.0.0.0/33",
        "0.0.0.0/-1",
        "0.0.0.0/08",
        "0.0.0.0/0/0",
        "/0",
        "::/129",
        "::/0 ",
        "0.0.0.0/ 0",
        "any",
        "0.0.0.0/0.0.0.0",
        "0.0.0.0/99999999999",
        "x0.0.0.0/0",
      })
  void refusesWhatIsNoBlock(String written) {
    assertThat(Cidr.parse(written)).isEmpty();
    assertThat(Cidr.parseLenient(written)).isEmpty();
  }

  @Test
  void onlyConditionsMayLeaveOutThePrefix() {
    assertThat(IpSet.cidr("203.0.113.7")).isEmpty();
    assertThat(IpSet.cidrOrAddress("203.0.113.7")).isEqualTo(IpSet.cidr("203.0.113.7/32"));
    assertThat(IpSet.cidrOrAddress("2001:db8::7")).isEqualTo(IpSet.cidr("2001:db8::7/128"));
    assertThat(IpSet.cidrOrAddress("203.0.113.0/24")).isEqualTo(IpSet.cidr("203.0.113.0/24"));
  }
}
