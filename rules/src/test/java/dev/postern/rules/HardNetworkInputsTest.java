package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that pattern matchers get wrong, and the right answer: what security groups admit.
final class HardNetworkInputsTest {
  private static final String SSH = "violated ssh-from-internet ";
  private static final String ALL = "violated every-port-from-internet ";
  private static final String WEB = "aws_security_group.web";
  private static final String RULE = "aws_vpc_security_group_ingress_rule.r";

  private static final String PRIVATE =
      "{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}";

  @Test
  void aRuleForTheGroupItselfHidesNoOther() {
    String itself =
        """
        ingress {
          protocol  = "tcp"
          from_port = 22
          to_port   = 22
          self      = true
        }
        """;
    assertThat(terraformGroup(itself + ssh("cidr_blocks = [\"0.0.0.0/0\"]")))
        .containsExactly(SSH + WEB);
    assertThat(terraformGroup(itself + ssh("self = true"))).isEmpty();
    assertThat(
            group(
                """
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: !Ref Peer}
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
                """))
        .containsExactly(SSH + "Web");
  }

  @Test
  void everyProtocolWithoutPortsIsOpen() {
    assertThat(group("- {IpProtocol: -1, CidrIp: 0.0.0.0/0}")).containsExactly(ALL + "Web");
    assertThat(group("- {IpProtocol: '-1', CidrIp: 0.0.0.0/0}")).containsExactly(ALL + "Web");
    assertThat(group("- {IpProtocol: -1, CidrIp: 10.0.0.0/8}"))
        .containsExactly("violated wide-port-range Web as medium");
    assertThat(ingressRule("ip_protocol = \"-1\"\ncidr_ipv4 = \"0.0.0.0/0\""))
        .containsExactly(ALL + RULE);
    assertThat(ingressRule("ip_protocol = \"-1\"\ncidr_ipv4 = \"203.0.113.7/32\""))
        .containsExactly("violated wide-port-range " + RULE + " as medium");
  }

  @Test
  void everyProtocolIgnoresThePortsBesideIt() {
    assertThat(groupRule("protocol = \"-1\"\nfrom_port = -1\nto_port = -1", "0.0.0.0/0"))
        .containsExactly(ALL + "aws_security_group_rule.r");
    assertThat(groupRule("protocol = \"all\"\nfrom_port = 443\nto_port = 443", "0.0.0.0/0"))
        .containsExactly(ALL + "aws_security_group_rule.r");
    assertThat(groupRule("protocol = \"icmp\"\nfrom_port = -1\nto_port = -1", "0.0.0.0/0"))
        .isEmpty();
  }

  @Test
  void aRuleOfItsOwnHasOneSourceOfAnyKind() {
    String ssh = "ip_protocol = \"tcp\"\nfrom_port = 22\nto_port = 22\n";
    assertThat(ingressRule(ssh + "cidr_ipv6 = \"::/0\"")).containsExactly(SSH + RULE);
    assertThat(ingressRule(ssh + "cidr_ipv6 = \"fd00::/8\"")).isEmpty();
    assertThat(ingressRule(ssh + "referenced_security_group_id = \"sg-0123456789abcdef0\""))
        .isEmpty();
    assertThat(ingressRule(ssh + "prefix_list_id = \"pl-0123456789abcdef0\""))
        .containsExactly("undecided ssh-from-internet " + RULE);
  }

  @Test
  void prefixListsHideNoAddresses() {
    String lists = "prefix_list_ids = [\"pl-0123456789abcdef0\"]\n";
    // the list may be one of version 6
    assertThat(terraformGroup(ssh(lists + "cidr_blocks = [\"0.0.0.0/0\"]")))
        .containsExactly(SSH + WEB, "undecided broad-sources " + WEB);
    assertThat(
            terraformGroup(
                ssh(lists + "cidr_blocks = [\"0.0.0.0/0\"]\nipv6_cidr_blocks = [\"::/0\"]")))
        .containsExactly(SSH + WEB);
    assertThat(terraformGroup(ssh(lists + "cidr_blocks = [\"10.0.0.0/8\"]")))
        .containsExactly("undecided ssh-from-internet " + WEB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/1, 128.0.0.0/1",
        "0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/2, 192.0.0.0/2",
        "3.0.0.0/9, 3.128.0.0/9"
      })
  void partsAreJudgedTogether(String parts) {
    List<String> blocks = List.of(parts.split(", "));
    String quoted = "\"" + String.join("\", \"", blocks) + "\"";
    var rules = new StringBuilder();
    var entries = new StringBuilder();
    for (String block : blocks) {
      rules.append("- {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: %s}\n".formatted(block));
      entries.append("entry {\n  cidr = \"%s\"\n}\n".formatted(block));
    }
    String list =
        """
        resource "aws_ec2_managed_prefix_list" "all" {
          address_family = "IPv4"
          max_entries    = 4
        %s
        }
        """
            .formatted(entries);
    assertThat(group(rules.toString())).containsOnly(SSH + "Web");
    assertThat(terraformGroup(ssh("cidr_blocks = [" + quoted + "]"))).containsExactly(SSH + WEB);
    assertThat(terraformGroup(list, ssh("prefix_list_ids = [aws_ec2_managed_prefix_list.all.id]")))
        .containsExactly(SSH + WEB);
  }

  @Test
  void aPartIsNotTheWhole() {
    assertThat(group("- {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 3.0.0.0/9}"))
        .containsExactly("violated broad-sources Web");
    assertThat(
            group(
                """
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/9}
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.128.0.0/9}
                """))
        .isEmpty();
  }

  @Test
  void aPrefixListOfBothHalvesIsTheInternet() {
    String template =
        """
        Resources:
          List:
            Type: AWS::EC2::PrefixList
            Properties:
              Entries: [{Cidr: %s}, {Cidr: %s}]
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: !Ref List}
        """;
    assertThat(yaml(template.formatted("0.0.0.0/1", "128.0.0.0/1"))).containsExactly(SSH + "Web");
    assertThat(yaml(template.formatted("10.0.0.0/9", "10.128.0.0/9"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::/0", "0::0/0", "::0/0", "0:0:0:0:0:0:0:0/0", "2001:db8::/0"})
  void everySpellingOfEveryAddressOfVersionSix(String every) {
    String bare = "- IpProtocol: tcp\n  FromPort: 22\n  ToPort: 22\n  CidrIpv6: " + every + "\n";
    assertThat(group(bare)).containsExactly(SSH + "Web");
    assertThat(terraformGroup(ssh("ipv6_cidr_blocks = [\"" + every + "\"]")))
        .containsExactly(SSH + WEB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1/128", "0::0/128", "fd00::/8"})
  void whatOnlyLooksLikeEveryAddressOfVersionSix(String few) {
    String bare = "- IpProtocol: tcp\n  FromPort: 22\n  ToPort: 22\n  CidrIpv6: " + few + "\n";
    assertThat(group(bare)).isEmpty();
    assertThat(terraformGroup(ssh("ipv6_cidr_blocks = [\"" + few + "\"]"))).isEmpty();
  }

  @Test
  void portsAreNumbersHoweverWritten() {
    assertThat(group("- {IpProtocol: tcp, FromPort: 22, ToPort: '22', CidrIp: 0.0.0.0/0}"))
        .containsExactly(SSH + "Web");
    assertThat(group("- {IpProtocol: 6, FromPort: '22', ToPort: 22, CidrIp: 0.0.0.0/0}"))
        .containsExactly(SSH + "Web");
    assertThat(group("- {IpProtocol: tcp, FromPort: 8, ToPort: '9', CidrIp: 0.0.0.0/0}"))
        .containsExactly("violated ingress-from-internet Web");
  }

  @Test
  void oneRuleNeedsNoList() {
    assertThat(group("{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}"))
        .containsExactly(SSH + "Web");
    assertThat(group(PRIVATE)).isEmpty();
  }

  @Test
  void bothVersionsOfAddressesCountInOneRule() {
    String both = "- {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: %s, CidrIpv6: '%s'}";
    assertThat(group(both.formatted("10.0.0.0/8", "::/0"))).containsExactly(SSH + "Web");
    assertThat(group(both.formatted("0.0.0.0/0", "fd00::/8"))).containsExactly(SSH + "Web");
    assertThat(group(both.formatted("10.0.0.0/8", "fd00::/8"))).isEmpty();
    assertThat(terraformGroup(ssh("cidr_blocks = [\"10.0.0.0/8\"]\nipv6_cidr_blocks = [\"::/0\"]")))
        .containsExactly(SSH + WEB);
  }

  @Test
  void blocksAreParsedNotSearchedForText() {
    String rule = "- {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: %s, Description: '%s'}";
    assertThat(group(rule.formatted("10.0.0.0/0", "office"))).containsExactly(SSH + "Web");
    assertThat(group(rule.formatted("10.0.0.0/08", "office")))
        .containsExactly("undecided ssh-from-internet Web");
    assertThat(group(rule.formatted("10.0.0.0/8", "not 0.0.0.0/0"))).isEmpty();
  }

  @Test
  void aParameterIsJudgedWithItsDefaultAndItsAllowedValues() {
    String open = "- {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref From}";
    assertThat(group("From: {Type: String, Default: 0.0.0.0/0}", open))
        .containsExactly(SSH + "Web");
    assertThat(group("From: {Type: String, Default: 10.0.0.0/8}", open)).isEmpty();
    assertThat(group("From: {Type: String, AllowedValues: [10.0.0.0/8, 0.0.0.0/0]}", open))
        .containsExactly(SSH + "Web when From = 0.0.0.0/0");
    assertThat(group("From: {Type: String, AllowedValues: [10.0.0.0/8, 172.16.0.0/12]}", open))
        .isEmpty();
    assertThat(group("From: {Type: String}", open))
        .containsExactly("undecided ssh-from-internet Web");
  }

  @Test
  void aVariableIsJudgedWithItsDefault() {
    String from = "variable \"from\" {\n  type = list(string)\n  default = [\"%s\"]\n}\n";
    assertThat(terraformGroup(from.formatted("0.0.0.0/0"), ssh("cidr_blocks = var.from")))
        .containsExactly(SSH + WEB);
    assertThat(terraformGroup(from.formatted("10.0.0.0/8"), ssh("cidr_blocks = var.from")))
        .isEmpty();
  }

  /// An ingress block for SSH.
  private static String ssh(String sources) {
    return "ingress {\nprotocol = \"tcp\"\nfrom_port = 22\nto_port = 22\n" + sources + "\n}\n";
  }

  private static List<String> terraformGroup(String blocks) {
    return terraformGroup("", blocks);
  }

  private static List<String> terraformGroup(String before, String blocks) {
    return told("hcl", before + "resource \"aws_security_group\" \"web\" {\n" + blocks + "}\n");
  }

  private static List<String> ingressRule(String arguments) {
    return told(
        "hcl",
        """
        resource "aws_vpc_security_group_ingress_rule" "r" {
          security_group_id = "sg-0123456789abcdef1"
          %s
        }
        """
            .formatted(arguments));
  }

  private static List<String> groupRule(String arguments, String block) {
    return told(
        "hcl",
        """
        resource "aws_security_group_rule" "r" {
          type              = "ingress"
          security_group_id = "sg-0123456789abcdef1"
          cidr_blocks       = ["%s"]
          %s
        }
        """
            .formatted(block, arguments));
  }

  private static List<String> group(String ingress) {
    return group("Unused: {Type: String}", ingress);
  }

  private static List<String> group(String parameter, String ingress) {
    return yaml(
        """
        Parameters:
          %s
        Resources:
          Peer: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: peer}}
          Web:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
        %s\
        """
            .formatted(parameter, ingress.indent(8)));
  }

  private static List<String> yaml(String template) {
    return told("yaml", template);
  }

  private static List<String> told(String language, String text) {
    return ExampleCloud.told(
        ExampleCloud.read(language, text), ".*-from-internet|broad-sources|wide-port-range");
  }
}
