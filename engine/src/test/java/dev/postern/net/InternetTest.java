package dev.postern.net;

import static dev.postern.net.Sets.ip;
import static dev.postern.net.Sets.ips;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InternetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "0.0.0.0/1 128.0.0.0/1",
        "0.0.0.0/2 64.0.0.0/2 128.0.0.0/2 192.0.0.0/2",
        "0.0.0.0/1",
        "64.0.0.0/2",
        "10.0.0.0/0",
        "0.0.0.1/0",
        "255.255.255.255/0",
        "8.0.0.0/8",
        "8.0.0.0/9 13.0.0.0/9",
        "::/0",
        "0::0/0",
        "::0/0",
        "::1/0",
        "0:0:0:0:0:0:0:0/0",
        "::/1 8000::/1",
        "2000::/3",
        "2600::/12",
        "2600:1f00::/32",
        "10.0.0.0/8 ::/0",
      })
  void isTheInternet(String blocks) {
    IpSet set = ips(blocks.split(" "));
    assertThat(set.isTheInternet()).isTrue();
    assertThat(set.isBroad()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.0.0.0/9",
        "8.8.0.0/16",
        "8.8.0.0/17 1.1.0.0/17",
        "2600:1f00::/33",
        "2600:1f00::/40",
        "8.0.0.0/9 10.0.0.0/8",
      })
  void isBroad(String blocks) {
    IpSet set = ips(blocks.split(" "));
    assertThat(set.isTheInternet()).isFalse();
    assertThat(set.isBroad()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8",
        "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10",
        "127.0.0.0/8",
        "224.0.0.0/3",
        "169.254.0.0/16",
        "203.0.113.0/24",
        "8.8.8.8/32",
        "8.8.0.0/17",
        "192.168.0.0/16",
        "fc00::/7",
        "fe80::/10",
        "ff00::/8",
        "2001:db8::/32",
        "::ffff:0:0/96",
        "2600:1f00::/41",
        "2600::1/128",
      })
  void isNeitherTheInternetNorBroad(String blocks) {
    IpSet set = ips(blocks.split(" "));
    assertThat(set.isTheInternet()).isFalse();
    assertThat(set.isBroad()).isFalse();
  }

  @Test
  void theInternetWithHolesIsStillTheInternet() {
    assertThat(IpSet.everyIpv4().minus(ips("8.8.8.8/32")).isTheInternet()).isTrue();
    assertThat(IpSet.everyIpv4().minus(ips("10.0.0.0/8", "0.0.0.0/1")).isTheInternet()).isTrue();
    assertThat(ips("8.0.0.0/8").minus(ips("8.8.8.8/32")).isTheInternet()).isFalse();
    assertThat(ips("8.0.0.0/8").minus(ips("8.8.8.8/32")).isBroad()).isTrue();
    assertThat(IpSet.none().isTheInternet()).isFalse();
  }

  @Test
  void loopbackAndMulticastSendNothing() {
    assertThat(ips("127.0.0.0/8", "0.0.0.0/8", "::1/128", "ff02::/16").senders().isEmpty())
        .isTrue();
    assertThat(ips("10.0.0.0/8", "127.0.0.1/32").senders()).isEqualTo(ips("10.0.0.0/8"));
  }

  @Test
  void halvesMakeTheWhole() {
    assertThat(ips("0.0.0.0/1", "128.0.0.0/1")).isEqualTo(IpSet.everyIpv4());
    assertThat(ips("::/1", "8000::/1")).isEqualTo(IpSet.everyIpv6());
    assertThat(ips("0.0.0.0/0", "::/0")).isEqualTo(IpSet.all());
    assertThat(ips("10.0.0.0/8").publicPart()).isEqualTo(IpSet.none());
    assertThat(IpSet.all().size()).isEqualTo(BigInteger.TWO.pow(128).add(BigInteger.TWO.pow(32)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 8.8.8.8",
    "0.0.0.0/5, 1.1.1.1",
    "::/0, 2001:4860:4860::8888",
    "2600::/12, 2606:4700:4700::1111",
    "52.95.0.0/16, 52.95.0.1",
    "52.95.7.9/32, 52.95.7.9",
    "52.95.7.0/32, 52.95.7.0",
    "2a00:1450::/32, 2a00:1450::1",
    "10.0.0.0/7, 11.0.0.1",
  })
  void showsAPublicMember(String block, String witness) {
    assertThat(ips(block).witness()).contains(ip(witness));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/8", "203.0.113.0/24", "fc00::/7", "2001:db8::/32"})
  void hasNoWitnessWithoutPublicMembers(String block) {
    assertThat(ips(block).witness()).isEmpty();
    assertThat(ips(block).first()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/0 | every IPv4 address",
        "0.0.0.0/1 128.0.0.0/1 | every IPv4 address",
        "::/0 | every IPv6 address",
        "0.0.0.0/0 ::/0 | every address",
        "203.0.113.0/24 | 203.0.113.0/24",
        "203.0.113.7/32 | 203.0.113.7/32",
        "10.0.0.0/24 10.0.1.0/24 10.0.2.0/24 | 10.0.0.0-10.0.2.255",
        "192.168.0.0/16 10.0.0.0/8 | 10.0.0.0/8, 192.168.0.0/16",
        "0.0.0.0/0 2001:db8::/32 | every IPv4 address and 2001:db8::/32",
        "10.0.0.0/32 10.0.0.2/32 10.0.0.4/32 10.0.0.6/32 | 4 ranges, 4 addresses",
        "1.0.0.0/8 3.0.0.0/8 5.0.0.0/8 7.0.0.0/8 | 4 ranges, 67 108 864 addresses",
        "1::/16 3::/16 5::/16 7::/16 | 4 ranges, 2^114 addresses",
        "1::/16 3::/16 5::/16 7::/17 | 4 ranges, more than 2^113 addresses",
      })
  void printsInWords(String blocks, String words) {
    assertThat(ips(blocks.split(" "))).hasToString(words);
  }

  @Test
  void printsWhatIsMissing() {
    assertThat(IpSet.none()).hasToString("no address");
    assertThat(IpSet.everyIpv4().minus(ips("10.0.0.0/8")))
        .hasToString("every IPv4 address but 10.0.0.0/8");
    assertThat(ips("10.0.0.0/8").complement())
        .hasToString("every IPv4 address but 10.0.0.0/8 and every IPv6 address");
    assertThat(IpSet.everyIpv6().minus(ips("fc00::/7", "::1/128")))
        .hasToString("every IPv6 address but ::1/128, fc00::/7");
  }

  @Test
  void saysItsSize() {
    assertThat(IpSet.everyIpv4().sizeInWords()).isEqualTo("4 294 967 296 addresses");
    assertThat(ips("8.8.8.8/32").sizeInWords()).isEqualTo("1 address");
    assertThat(ips("2600::/32").sizeInWords()).isEqualTo("2^96 addresses");
    assertThat(IpSet.none().sizeInWords()).isEqualTo("0 addresses");
  }
}
