package dev.postern.review;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.ChecklistItem.Answer;
import dev.postern.finding.Evaluation;
import dev.postern.finding.Status;
import dev.postern.rule.RuleInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The approval checklist: each item is answered by the rules that serve it.
///
/// An item fails when a question of its rules is answered badly and not accepted, is undecided when
/// one is open, does not apply when none was asked, and passes otherwise. Counts are questions (a
/// rule about a resource).
final class Checklist {
  private static final List<Item> ITEMS =
      List.of(
          new Item("C01", "IAM", "no wildcard actions, no wildcard resources that could be scoped"),
          new Item("C02", "IAM", "MFA required for sensitive operations of humans"),
          new Item("C03", "IAM", "service roles follow least privilege"),
          new Item("C04", "IAM", "no inline policies on users"),
          new Item("C05", "IAM", "conditions used where appropriate"),
          new Item("C06", "S3", "public access blocked"),
          new Item("C07", "S3", "encryption stated, SSE-KMS preferred"),
          new Item("C08", "S3", "versioning enabled for critical data"),
          new Item("C09", "S3", "access logging enabled"),
          new Item("C10", "Network", "no ingress from everywhere except a load balancer's 443"),
          new Item("C11", "Network", "private subnets for workloads"),
          new Item("C12", "Network", "VPC flow logs enabled"),
          new Item("C13", "Network", "no public IPs on compute"),
          new Item("C14", "Compute", "no hard-coded secrets"),
          new Item("C15", "Compute", "least-privilege roles"),
          new Item("C16", "Compute", "timeouts and concurrency limits set"));

  private Checklist() {}

  private record Item(String id, String area, String text) {}

  static List<ChecklistItem> of(List<RuleInfo> rules, List<Evaluation> evaluations) {
    Map<String, List<String>> serves = new HashMap<>();
    rules.forEach(rule -> serves.put(rule.name(), rule.serves()));
    return ITEMS.stream()
        .map(item ->
            answer(
                item,
                evaluations.stream()
                    .filter(e -> serves.getOrDefault(e.rule(), List.of()).contains(item.id()))
                    .toList()))
        .toList();
  }

  private static ChecklistItem answer(Item item, List<Evaluation> asked) {
    int failed = count(asked, Status.VIOLATED);
    int open = count(asked, Status.UNDECIDED);
    Answer answer =
        asked.isEmpty()
            ? Answer.NOT_APPLICABLE
            : failed > 0 ? Answer.FAIL : open > 0 ? Answer.UNDECIDED : Answer.PASS;
    return new ChecklistItem(
        item.id(),
        item.area(),
        item.text(),
        answer,
        count(asked, Status.SATISFIED),
        failed,
        open,
        count(asked, Status.SUPPRESSED));
  }

  private static int count(List<Evaluation> asked, Status status) {
    return (int) asked.stream().filter(e -> e.status() == status).count();
  }
}
