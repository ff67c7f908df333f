package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Partition;
import dev.postern.model.Ports;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class SmallTablesTest {

  @Test
  void partitionsHaveTheirRegionsAndSuffix() {
    var partitions = new AwsPartitions();

    assertThat(partitions.all())
        .extracting(Partition::name)
        .contains("aws", "aws-cn", "aws-us-gov")
        .isSorted();
    assertThat(partitions.ofRegion("eu-central-1").orElseThrow().dnsSuffix())
        .isEqualTo("amazonaws.com");
    assertThat(partitions.ofRegion("cn-north-1").orElseThrow().dnsSuffix())
        .isEqualTo("amazonaws.com.cn");
    assertThat(partitions.ofRegion("us-gov-west-1").orElseThrow().name()).isEqualTo("aws-us-gov");
    assertThat(partitions.ofRegion("eu-future-9").orElseThrow().name()).isEqualTo("aws");
    assertThat(partitions.ofRegion("nowhere")).isEmpty();
    assertThat(partitions.named("aws").orElseThrow().regions()).hasSizeGreaterThan(30);
  }

  @Test
  void everyRegionHasTheFormOfItsPartitionAlone() {
    var partitions = new AwsPartitions();
    for (Partition partition : partitions.all()) {
      for (String region : partition.regions()) {
        assertThat(partitions.all())
            .filteredOn(p -> p.hasRegion(region))
            .containsExactly(partition);
      }
    }
  }

  @Test
  void portsAreKnownByUse() {
    Ports ports = WellKnownPorts.ports();

    assertThat(ports.at(22, Ports.Protocol.TCP))
        .hasValue(new Ports.Port(22, Ports.Protocol.TCP, Ports.Use.ADMINISTRATION, "SSH"));
    assertThat(ports.at(22, Ports.Protocol.UDP)).isEmpty();
    assertThat(ports.of(Ports.Use.ADMINISTRATION))
        .extracting(Ports.Port::number)
        .contains(22, 23, 135, 3389, 5900, 5985, 5986);
    assertThat(ports.of(Ports.Use.DATA))
        .extracting(Ports.Port::number)
        .contains(1433, 1521, 3306, 5432, 6379, 9042, 9200, 11211, 27017);
    assertThat(ports.of(Ports.Use.ORCHESTRATION))
        .extracting(Ports.Port::number)
        .contains(2375, 2376, 2379, 6443, 10250);
  }

  @Test
  void noPortStandsTwice() {
    var seen = new HashSet<String>();
    for (Ports.Port port : WellKnownPorts.ports().all()) {
      assertThat(port.number()).isBetween(0, 65_535);
      assertThat(seen.add(port.number() + "/" + port.protocol())).as(port.toString()).isTrue();
    }
  }
}
