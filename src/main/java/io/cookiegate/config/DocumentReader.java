package io.cookiegate.config;

import io.cookiegate.diagnostic.FindingCode;
import io.cookiegate.diagnostic.Findings;
import io.cookiegate.diagnostic.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads YAML into nodes with their places.
 *
 * <p>It takes less than YAML offers. Anchors, aliases, tags and further documents are refused,
 * because with them a value no longer stands where it is used; and no plain value is anything but
 * text (the failsafe schema, YAML 1.2 section 10.1), because what YAML makes of {@code no} or {@code
 * 0777} depends on its version.
 */
final class DocumentReader {
  private static final int DEEPEST = 16;
  private static final YAMLFactory YAML =
      YAMLFactory.builder().yamlSchema(YAMLSchema.FAILSAFE).build();

  private final SourceText source;
  private final Findings findings;
  private final YAMLParser parser;
  private int depth;

  private DocumentReader(SourceText source, Findings findings, YAMLParser parser) {
    this.source = source;
    this.findings = findings;
    this.parser = parser;
  }

  /** The document's top; null, with the finding made, where there is none or it cannot be read. */
  static Node.@Nullable Mapping read(SourceText source, Findings findings) {
    try (YAMLParser parser = parser(source)) {
      return new DocumentReader(source, findings, parser).top();
    } catch (SyntaxRefusal refusal) {
      findings.add(refusal.finding());
    } catch (JacksonException e) {
      findings.add(SyntaxRefusal.of(source, e).finding());
    }
    return null;
  }

  private static YAMLParser parser(SourceText source) {
    return (YAMLParser)
        YAML.createParser(ObjectReadContext.empty(), new WholeCharacters(source.text()));
  }

  private Node.@Nullable Mapping top() {
    JsonToken token = source.isBlank() ? null : parser.nextToken();
    Node node = token == null ? null : node("");
    if (node != null) {
      refuseMoreDocuments();
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    if (node instanceof Node.Refused) {
      return null;
    }
    if (node == null || node instanceof Node.Empty) {
      add(Position.ofFile(source.name()), FindingCode.EMPTY_FILE, "there is nothing in it");
    } else {
      add(node.position(), FindingCode.WRONG_TYPE, node.shown() + " is given");
    }
    return null;
  }

  private void add(Position position, FindingCode code, String given) {
    findings.add(position, code, Node.WHOLE_FILE, given, "allowed are keys with values");
  }

  private void refuseMoreDocuments() {
    if (parser.nextToken() != null) {
      throw SyntaxRefusal.at(
          here(), "a second document begins", "allowed is one document in a file");
    }
  }

  private Position here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return source.position(at.getLineNr(), at.getColumnNr());
  }

  private Node node(String path) {
    Position position = here();
    if (parser.isCurrentAlias() || parser.getRawTag() != null) {
      refuseIndirection(position, path);
      return refused(position, path);
    }
    refuseAnchor(position, path);
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(position, path);
      case START_ARRAY -> sequence(position, path);
      case VALUE_NULL -> new Node.Empty(position, path);
      default -> text(position, path);
    };
  }

  private Node text(Position position, String path) {
    String text = parser.getString();
    return saysNothing(text) && isPlain(position)
        ? new Node.Empty(position, path)
        : new Node.Text(text, position, path);
  }

  // The spellings of YAML 1.2 section 10.3.2. In quotes they are words like any other.
  private static boolean saysNothing(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  private boolean isPlain(Position position) {
    return "\"'|>".indexOf(source.at(position)) < 0;
  }

  private Node sequence(Position position, String path) {
    enter(position);
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + items.size() + "]"));
    }
    depth--;
    return new Node.Sequence(List.copyOf(items), position, path);
  }

  private Node mapping(Position position, String path) {
    enter(position);
    Node.Mapping here = new Node.Mapping(List.of(), position, path);
    Map<String, Position> seen = new HashMap<>();
    List<Node.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Node.Entry entry = entry(here);
      Position first = seen.putIfAbsent(entry.key(), entry.position());
      if (first == null) {
        entries.add(entry);
      } else {
        refuseDuplicate(entry, first);
      }
    }
    depth--;
    return new Node.Mapping(List.copyOf(entries), position, path);
  }

  private Node.Entry entry(Node.Mapping mapping) {
    String key = parser.currentName();
    Position position = here();
    String path = mapping.pathOf(key);
    refuseAnchor(position, path);
    parser.nextToken();
    return new Node.Entry(key, position, node(path));
  }

  private void refuseDuplicate(Node.Entry entry, Position first) {
    findings.add(
        entry.position(),
        FindingCode.DUPLICATE_KEY,
        entry.value().path(),
        "it is given already in line " + first.line(),
        "allowed is each key once");
  }

  private void enter(Position position) {
    if (++depth > DEEPEST) {
      throw SyntaxRefusal.at(
          position, "it is nested too deeply", "allowed are " + DEEPEST + " levels");
    }
  }

  // The parser's own word for an anchor stays with it until after the next key, so the source is
  // asked: no plain value begins with one.
  private void refuseAnchor(Position position, String path) {
    if (source.at(position) == '&') {
      refuse(
          position, path, "an anchor is given", "allowed is the value itself; in quotes & is text");
    }
  }

  private void refuseIndirection(Position position, String path) {
    if (parser.isCurrentAlias()) {
      String name = Shown.of("*" + parser.getString());
      refuse(position, path, "an alias is given", "in quotes it is a text: " + name);
    } else {
      refuse(position, path, "a tag is given", "allowed is the value itself; in quotes ! is text");
    }
  }

  // Its inside is read past, so that what follows is still seen.
  private Node refused(Position position, String path) {
    parser.skipChildren();
    return new Node.Refused(position, path);
  }

  private void refuse(Position position, String path, String given, String allowed) {
    String where = path.isEmpty() ? Node.WHOLE_FILE : path;
    findings.add(position, FindingCode.SYNTAX, where, given, allowed);
  }
}
