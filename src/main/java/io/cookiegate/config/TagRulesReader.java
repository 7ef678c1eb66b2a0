package io.cookiegate.config;

import io.cookiegate.classification.Origin;
import io.cookiegate.classification.TagRule;
import io.cookiegate.diagnostic.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tags of services. */
final class TagRulesReader {
  private final Origin origin;
  private final References references;
  private final Claims claims = new Claims();

  TagRulesReader(Origin origin, References references) {
    this.origin = origin;
    this.references = references;
  }

  List<TagRule> read(String service, String category, Fields fields) {
    List<TagRule> rules = new ArrayList<>();
    for (Kind.Item<Node.Mapping> item : fields.items(ClassificationKeys.TAGS)) {
      Fields tag = Fields.of(ClassificationKeys.TAG, item.value(), fields.findings());
      String own = references.category(tag, ClassificationKeys.RULE_CATEGORY);
      TagRule rule = rule(service, own != null ? own : category, tag);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable TagRule rule(String service, String category, Fields fields) {
    String path = fields.has(ClassificationKeys.PATH) ? fields.get(ClassificationKeys.PATH) : "/";
    String host = fields.get(ClassificationKeys.HOST);
    List<String> literals = Kind.Item.values(fields.items(ClassificationKeys.INLINE));
    if (!fields.hasOne(ClassificationKeys.HOST, ClassificationKeys.INLINE)) {
      return null;
    }
    if (host != null && path != null) {
      return host(
          new TagRule.Host(host, path, service, category, origin, fields.position()), fields);
    }
    return literals.isEmpty()
        ? null
        : inline(
            new TagRule.Inline(literals, service, category, origin, fields.position()), fields);
  }

  private TagRule host(TagRule.Host rule, Fields fields) {
    claims.claim("host " + rule.host() + rule.path(), rule, fields, ClassificationKeys.HOST);
    return rule;
  }

  private TagRule inline(TagRule.Inline rule, Fields fields) {
    for (String literal : rule.literals()) {
      claims.claim("inline " + literal, rule, fields, ClassificationKeys.INLINE);
    }
    if (fields.has(ClassificationKeys.PATH)) {
      fields.refuse(
          ClassificationKeys.PATH,
          FindingCode.CONFLICT,
          "a path is given for inline code",
          "allowed beside a host");
    }
    return rule;
  }
}
