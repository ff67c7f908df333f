package dev.postern.rules.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;
import java.util.List;
import java.util.stream.Stream;

/// What listens on a well-known port and is nothing for strangers, after the registry of IANA
/// (https://www.iana.org/assignments/service-names-port-numbers) and the makers' documentation.
///
/// @param unmistakable whether nothing else uses the port, so that it means the service inside a
///   wider range too
/// @param packets those that reach it, from anywhere
record Service(String name, Protocol protocol, int port, boolean unmistakable, PacketSet packets) {

  /// What commands machines, clusters and file shares, beside SSH and RDP.
  static final List<Service> ADMINISTRATION =
      List.of(
          tcp("FTP", 21),
          tcp("Telnet", 23),
          tcp("Windows RPC", 135),
          tcp("NetBIOS", 139),
          tcp("LDAP", 389),
          tcp("SMB", 445),
          tcp("rexec", 512),
          tcp("rlogin", 513),
          tcp("rsh", 514),
          udp("IPMI", 623),
          tcp("NFS", 2049),
          tcp("Docker", 2375),
          tcp("Docker", 2376),
          tcp("etcd", 2379),
          tcp("etcd", 2380),
          tcp("Salt", 4505),
          tcp("Salt", 4506),
          tcp("VNC", 5900),
          tcp("WinRM", 5985),
          tcp("WinRM", 5986),
          tcp("X11", 6000),
          tcp("Kubernetes API", 6443),
          tcp("Jupyter", 8888),
          tcp("kubelet", 10250),
          tcp("kubelet", 10255));

  /// Databases, caches, search engines and queues.
  static final List<Service> DATA =
      List.of(
          tcp("SQL Server", 1433),
          udp("SQL Server Browser", 1434),
          tcp("Oracle", 1521),
          alone("ZooKeeper", 2181),
          alone("Oracle", 2484),
          tcp("MySQL", 3306),
          tcp("PostgreSQL", 5432),
          tcp("Redshift", 5439),
          tcp("AMQP", 5671),
          tcp("AMQP", 5672),
          alone("CouchDB", 5984),
          tcp("Redis", 6379),
          alone("Cassandra", 7000),
          alone("Cassandra", 7001),
          alone("Cassandra", 7199),
          alone("Neo4j", 7474),
          alone("Neo4j", 7687),
          alone("InfluxDB", 8086),
          alone("ClickHouse", 8123),
          alone("Neptune", 8182),
          tcp("Cassandra", 9042),
          alone("Kafka", 9092),
          alone("Kafka", 9094),
          alone("Elasticsearch", 9200),
          alone("Elasticsearch", 9300),
          tcp("Memcached", 11211),
          udp("Memcached", 11211),
          tcp("MongoDB", 27017),
          tcp("MongoDB", 27018),
          tcp("MongoDB", 27019),
          alone("Db2", 50000),
          alone("HDFS", 50070),
          alone("ActiveMQ", 61616));

  /// SSH, RDP and all others of this table.
  static List<Service> all() {
    return Stream.of(
            List.of(tcp("SSH", 22), tcp("RDP", 3389), udp("RDP", 3389)), ADMINISTRATION, DATA)
        .flatMap(List::stream)
        .toList();
  }

  /// The packets that reach `services`, from anywhere.
  static PacketSet packets(List<Service> services) {
    return services.stream().map(Service::packets).reduce(PacketSet.none(), PacketSet::union);
  }

  private static Service tcp(String name, int port) {
    return of(name, Protocol.TCP, port, true);
  }

  private static Service alone(String name, int port) {
    return of(name, Protocol.TCP, port, false);
  }

  private static Service udp(String name, int port) {
    return of(name, Protocol.UDP, port, true);
  }

  private static Service of(String name, Protocol protocol, int port, boolean unmistakable) {
    PacketSet packets = PacketSet.of(protocol, PortSet.of(port), IpSet.all());
    return new Service(name, protocol, port, unmistakable, packets);
  }
}
